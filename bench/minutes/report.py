"""Report: verdicts to figures, and figures to lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.minutes.compare import PARTS, Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """How one document, clean or damaged, was read; `failed` says why nothing came of it, if nothing did."""

    name: str
    damaged: bool
    verdicts: tuple[Verdict, ...]
    false_items: tuple[str, ...]
    lost: tuple[str, ...]
    presenters: tuple[int, int]  # right, stated
    closed: tuple[int, int]
    dated: bool
    left: tuple[int, int] = (0, 0)  # lines that stand in the report alone, all lines
    mended: tuple[int, int] = (0, 0)  # words that are not as the source has them: rightly mended, all
    mistaken: tuple[str, ...] = ()
    failed: str = ""


def table(scores: Sequence[Score]) -> Iterator[str]:
    """A line for each document, and one for all, of the clean and of the damaged texts."""
    yield f"{'':52}{'items':>6}{'whole':>7}{'share':>7}{'false':>7}{'lost':>6}  wrong"
    for damaged in (False, True):
        some = [score for score in scores if score.damaged is damaged]
        for score in some:
            yield _line(score.name + (", damaged" if damaged else ""), [score])
        yield _line("ALL, DAMAGED" if damaged else "ALL, CLEAN", some)
        yield f"    {_others(some)}"
        yield ""


def details(scores: Sequence[Score]) -> Iterator[str]:
    """What is wrong, item by item; for the half that one tunes by."""
    for score in scores:
        yield f"{score.name}{', damaged' if score.damaged else ''}{': ' + score.failed if score.failed else ''}"
        for verdict in score.verdicts:
            if verdict.wrong:
                yield f"    {verdict.title}: {', '.join(verdict.wrong) if verdict.found else 'not found'}"
                yield from (f"        {part}: {_value(verdict, part)}" for part in verdict.wrong if verdict.found)
        yield from (f"    false item: {title}" for title in score.false_items)
        yield from (f"    mistaken word: {word}" for word in score.mistaken)
        yield from (f"    lost line: {line.strip()}" for line in score.lost)


def _line(name: str, scores: Sequence[Score]) -> str:
    verdicts = [verdict for score in scores for verdict in score.verdicts]
    whole = sum(verdict.whole for verdict in verdicts)
    wrong = Counter(part for verdict in verdicts if verdict.found for part in verdict.wrong)
    missing = sum(verdict.found is None for verdict in verdicts)
    counts = {**{part: wrong[part] for part in PARTS}, "not found": missing, "refused": sum(bool(one.failed) for one in scores)}
    reasons = [f"{name} {count}" for name, count in counts.items() if count]
    false_items, lost = (sum(len(getattr(score, name)) for score in scores) for name in ("false_items", "lost"))
    share = whole / len(verdicts)
    return f"{name:52}{len(verdicts):6}{whole:7}{share:7.0%}{false_items:7}{lost:6}  {', '.join(reasons)}".rstrip()


def _others(scores: Sequence[Score]) -> str:
    names = {
        "presenters": "presenters",
        "closed": "closed items",
        "left": "lines in the report alone",
        "mended": "words mended",
    }
    said = [f"{words} {_sum([getattr(score, name) for score in scores])}" for name, words in names.items()]
    return ", ".join([*said, f"dates of meetings {sum(score.dated for score in scores)} of {len(scores)}"])


def _sum(pairs: Sequence[tuple[int, int]]) -> str:
    return f"{sum(right for right, _ in pairs)} of {sum(stated for _, stated in pairs)}"


def _value(verdict: Verdict, part: str) -> str:
    """What was found of a part that is wrong."""
    found = verdict.found
    if found is None:
        return ""
    values = {
        "number": found.number,
        "title": found.title,
        "recommendation": [found.intro, *found.points],
        "decision": [*found.decisions],
        "outcome": sorted(found.outcomes),
    }
    return str(values[part])
