"""The lines of a recommendation to the sentence before its points, and the points with what each asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extraction.blocks import Kind
from generator.extraction.rows import SIGNS_OF_LISTS, marker_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.prose import Part, Writer, parts_of
from generator.importer.lines.textlines import TextLine

_THAT = re.compile(r"^(?:og\s+|and\s+|samt\s+)?(?:at|that)\s+", re.IGNORECASE)
_FIRST_THAT = re.compile(r"^(?P<intro>.{3,200}?\b(?:at|that)\b)\s*:?\s+(?P<point>\S.*)$", re.DOTALL)
_JOINED_THAT = re.compile(r"(?:og|samt|and) (?:at|that)$")
_BARE_NUMBER = re.compile(r"\d{1,2} [^\W\d]")
_COUNTED_THAT = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?:at|that)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?:[,;]?\s+(?:og|samt|and)|[,;])?\s+\(?(?:\d{1,2}|[a-z])\)\s+(?=(?:at|that)\b)")
_JOINT = re.compile(r"(?:[,;]\s*(?:og|and|samt)?|\s(?:og|and|samt))\s*$")
_MARKER = re.compile(rf"^(?:[{SIGNS_OF_LISTS}]|o(?=\s)|e(?=\s)|¢|\(?\d{{1,2}}[.)]|\(?(?:[a-zA-Z]|[ivx]{{1,4}})[.)])\s*")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is recommended and what it asks of the body, a word of the vocabulary `asks`."""

    text: str
    asks: str


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation as worded: the sentence before the points (empty: none) and the points."""

    intro: str
    points: tuple[Point, ...]


def recommended(lines: Sequence[TextLine], writer: Writer, wording: Wording) -> Recommended:
    """Read a recommendation."""
    intro: list[str] = []
    points: list[str] = []
    parts = parts_of(lines, writer.width)
    for at, part in enumerate(parts):
        listed = at + 1 < len(parts) and bool(marker_of(parts[at + 1].lines[0].plain))
        if at == 0 and listed and not marker_of(part.lines[0].plain):
            intro += writer.paragraphs(part.lines)
            continue
        for text, is_point in _pieces(part, writer, intro_ends=bool(intro) and intro[-1].endswith((" at", ":", ", at"))):
            (points if is_point or points else intro).append(text)
    if not points:
        text = " ".join(intro)
        intro, points = _counted(text)
        intro, points = (intro, points) if points else _from_sentence(text, wording)
    elif all(_THAT.match(point) for point in points) and intro and not intro[-1].rstrip(" :").endswith(("at", "that")):
        intro.append("at" if wording.language == "da" else "that")
    return Recommended(" ".join(intro), tuple(Point(_bare(point), asked(point, wording)) for point in points))


def _pieces(part: Part, writer: Writer, *, intro_ends: bool) -> list[tuple[str, bool]]:
    """The texts of a part, each with whether it is a point."""
    if part.kind is Kind.LIST_ITEM or marker_of(part.lines[0].plain):
        return [(writer.paragraphs(part.lines)[0], True)]
    groups: list[list[TextLine]] = []
    for line in part.lines:
        if groups and not _begins_point(groups[-1][-1], line, writer):
            groups[-1].append(line)
        else:
            groups.append([line])
    texts = [" ".join(writer.paragraphs(group)) for group in groups]
    return [(text, bool(_THAT.match(text)) or at > 0 or intro_ends) for at, text in enumerate(texts)]


def _begins_point(before: TextLine, line: TextLine, writer: Writer) -> bool:
    """Whether a line begins another point: by "that", or where the line before ended before it was full."""
    if _BARE_NUMBER.match(line.plain) or _THAT.match(line.plain) or _COUNTED_THAT.match(line.plain):
        return True
    if _THAT.match(before.plain) and not before.plain.endswith((",", ";")):
        return False  # where points begin with "that", no line without it is one
    word = line.plain.split(" ", 1)[0]
    early = len(before.plain) + 1 + len(word) < writer.width * 0.75
    return (before.plain.endswith(":") and line.plain[:1].isalpha()) or (
        early and (before.plain.endswith(" at") or (before.plain[:1].islower() and line.plain[:1].islower()))
    )


def _from_sentence(text: str, wording: Wording) -> tuple[list[str], list[str]]:
    found = _FIRST_THAT.match(text)
    joined = found is not None and _JOINED_THAT.search(found["intro"]) and not wording.recommending.match(text)
    if found is None or joined:  # "Til drøftelse, og at udkastet sendes i høring."
        return [], [text] if text.strip() else []
    return [found["intro"]], [found["point"]]


def _counted(text: str) -> tuple[list[str], list[str]]:
    """A sentence whose points are counted within it, "1) at ... og 2) at ...", divided; nothing where it has none."""
    pieces = _COUNT.split(text)
    return ([pieces[0].strip()], [piece.strip() for piece in pieces[1:]]) if len(pieces) > 2 and pieces[0].strip() else ([], [])


def _bare(point: str) -> str:
    """A point without its mark, without "that" and without what joins it to the next."""
    bare = _MARKER.sub("", point.strip()) if not point[:1].isdigit() or marker_of(point) else point.strip()
    bare = bare.partition(" ")[2] if _BARE_NUMBER.match(bare) else bare
    counted = _THAT.match(bare)  # "at 1) huset sælges"
    bare = _MARKER.sub("", bare[counted.end() :]) if counted else bare
    return _JOINT.sub("", _THAT.sub("", bare)).strip()


def asked(text: str, wording: Wording) -> str:
    """What a point asks for: the first of the words for it that stands in it."""
    found = [(match.start(), key) for key, pattern in wording.asks if (match := pattern.search(text))]
    return min(found)[1] if found else "other"
