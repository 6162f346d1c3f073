"""A heading to what it says of how long, or when, its item is taken, and the heading without that."""

from __future__ import annotations

import re

from generator.importer.labels.type_marks import type_mark
from generator.importer.language.vocabulary import Wording

# How long or when the item is taken: "(10 min.)", "kl. 9.10-9.30".
_MINUTES = re.compile(
    r"\s*[(\[–—-]*\s*(?:\d{1,3}\s*(?:min\.?|minutter)(?:\s*[-–,]\s*(?:slut\s*)?kl\.?\s*\d{1,2}[.:]\d\d)?|(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*[-–]\s*\d{1,2}[.:]\d\d|kl\.\s*\d{1,2}[.:]\d\d)"
    r"\s*[)\]]?\s*$|\s*[(\[]\d{1,2}[.:]\d\d[)\]]\s*$",
    re.IGNORECASE,
)
# The same in brackets behind something else: "(B 15 min.)", "(Ane Test, 15 min.)".
_BESIDE = re.compile(
    r"\((?P<inner>[^\W\d][^()]{0,60}?)[,;:]?\s+(?:ca\.?\s*)?\d{1,3}\s*(?:min\.?|minutter)\)\s*$", re.IGNORECASE
)
# The same with who presents the item after it: "(14.35-15.05), Ane Test", "(10 min.) ved Ane Test".
_TIMED = re.compile(
    r"\s*[(\[](?:(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?|(?:ca\.?\s*)?\d{1,3}\s*(?:min\.?|minutter))[)\]],?\s+(?=\S)",
    re.IGNORECASE,
)
FIRST_NAMES = re.compile(r"[A-ZÆØÅ@][a-zæøåé@&]+(?:(?:, | og | and | & )[A-ZÆØÅ@][a-zæøåé@&]+)*")
SPLIT = re.compile(r", | og | and | & ")


def without_minutes(text: str) -> str:
    """A text without how long, or when, the item is taken, where it ends in that: "(10 min.)", ", 30 minutter"."""
    return _MINUTES.sub("", text)


def without_time_beside(heading: str, wording: Wording) -> tuple[str, tuple[str, ...]]:
    """A heading without how long its item takes, where that stands in brackets behind something else; and the first names that
    it stands behind, "(Ane og Ib, 15 min.)": beside a time they can be none but who presents it.
    """
    beside = _BESIDE.search(heading)
    if beside is None:
        return heading, ()
    inner, title = beside["inner"], heading[: beside.start()].rstrip()
    if type_mark(inner, wording) or not title or not FIRST_NAMES.fullmatch(inner):
        return f"{title} ({inner})", ()
    return title, tuple(SPLIT.split(inner))


def parted_by_time(heading: str) -> tuple[str, str]:
    """What a heading says before a time in brackets, "(14.35-15.05), Ane Test", and after it; empty where it has none."""
    timed = _TIMED.search(heading)
    return (heading[: timed.start()], heading[timed.end() :]) if timed is not None else (heading, "")
