"""Inspect: what the site's files declare, checked against each other: links, anchors, addresses, foreign assets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from generator.page import SiteFile, file_path
from generator.problems import Code, Problem, problem


def inspect(files: Collection[SiteFile], also: Iterable[str], base_path: str) -> list[Problem]:
    """Every internal link must lead to a file of the site (`also` names files of other stages), and in a page to an anchor.

    An id that stands twice on a page is a warning: a link to it leads to the first alone.
    """
    anchors = {file.path: file.anchors for file in files}
    others = frozenset(also)
    # A link from the root means the same on every page, so that each is followed once.
    every = frozenset[str]().union(*(file.links for file in files))
    start = next(iter(files), None)
    sound = {
        link
        for link in every
        if start and link.startswith(base_path) and not any(_check_link(start, link, anchors, others, base_path))
    }
    problems: list[Problem] = []
    for file in files:
        for link in file.links - sound:
            problems += _check_link(file, link, anchors, others, base_path)
        problems += [problem(file.path, Code.ANCHOR_TWICE, found=anchor) for anchor in file.twice]
    return problems


def _check_link(
    file: SiteFile, link: str, anchors: dict[str, frozenset[str]], others: frozenset[str], base_path: str
) -> Iterator[Problem]:
    if link.startswith(("http:", "https:", "//", "data:")):
        yield problem(file.path, Code.FOREIGN_ASSET, found=link)
        return
    address, _, anchor = link.partition("#")
    address = address.partition("?")[0]
    target = file.path
    if address:
        if not address.startswith(base_path):
            yield problem(file.path, Code.BROKEN_LINK, found=link)
            return
        target = file_path(unquote(address.removeprefix(base_path.rstrip("/"))))
    if target not in anchors:
        if target not in others:
            yield problem(file.path, Code.BROKEN_LINK, found=link)
    elif anchor and target.endswith(".html") and anchor not in anchors[target] and unquote(anchor) not in anchors[target]:
        yield problem(file.path, Code.BROKEN_ANCHOR, found=link)
