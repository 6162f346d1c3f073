"""Lines to those that say which part of how many their page is: "Referat 1/5", "Referat - side 1 af 5"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extraction.blocks import Line
from generator.importer.language.damage import skeleton

_PART = re.compile(
    r"(?P<says>.*\S)\s+(?P<at>\d{1,3})(?:/|(?P<of>\s(?:af|of)\s))(?P<all>[1-9]\d{0,2})\s*$"  # and not "Sag nr. 101/08"
)
_SIDE = re.compile(r"\b(?:side|page)$", re.IGNORECASE)
_PAPERS = 3  # pages of papers that are counted anew each time
_SHORTEST = 5  # letters of what stands beside a page's number


def _part(line: Line) -> re.Match[str] | None:
    """What a line says before which part of how many it is; in words that of pages alone."""
    part = _PART.match(line.text)
    return part if part is not None and (not part["of"] or _SIDE.search(part["says"])) else None


def of_as_many(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that say the same and then "1/5", "2/5", up to the last: what a browser prints below each page."""
    found: dict[tuple[str, str], list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        part = _part(line)
        if part and int(part["at"]) <= int(part["all"]):
            found[" ".join(part["says"].split()), part["all"]].append((int(part["at"]), line))
    for (says, every), parts in found.items():
        counted = [at for at, _ in parts]
        if counted == sorted({*counted}) and len(parts) > 1 and len(parts) + 1 >= int(every):  # a scan may break one of them
            yield from (line for _, line in parts)
            yield from (line for line in lines if line.text.strip() == says)


def of_papers(lines: Sequence[Line]) -> list[Line]:
    """Lines that say the same and then "1/1", "1/2", "2/2", "1/1": each item is a paper with pages of its own."""
    found: dict[str, list[tuple[int, int, Line]]] = defaultdict(list)
    for line in lines:
        if (part := _part(line)) and len(part["says"]) > _SHORTEST:
            says = " ".join(skeleton(word) for word in part["says"].split())
            found[says].append((int(part["at"]), int(part["all"]), line))
    chosen: list[Line] = []
    for same in found.values():
        pages = [(at, every) for at, every, _ in same]
        whole = pages[0][0] == 1 and pages[-1][0] == pages[-1][1] and all(map(_turns, pages, pages[1:]))
        chosen += [line for _, _, line in same] if whole and len(same) >= _PAPERS else []
    return chosen


def _turns(page: tuple[int, int], later: tuple[int, int]) -> bool:
    """Whether a page follows upon another: the next of the same paper, or upon its last the first of another one."""
    (at, every), (then, of_all) = page, later
    return (then, of_all) == (at + 1, every) or (at == every and then == 1)
