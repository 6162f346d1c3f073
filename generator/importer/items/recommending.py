"""The lines of a recommendation to the sentence before its points, and the points with what each asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.extraction.blocks import Kind
from generator.extraction.rows import SIGNS_OF_LISTS, marker_of
from generator.importer.items.bare_points import bare_points
from generator.importer.items.counted_points import are_counted, counted_points
from generator.importer.labels.label_words import acts
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.prose import Part, Writer, parts_of
from generator.importer.lines.textlines import TextLine

_SEVERAL = 2  # paragraphs that go on from one
_THAT = re.compile(r"^(?:og\s+|and\s+|samt\s+)?(?:at|that)\s+", re.IGNORECASE)
_FIRST_THAT = re.compile(r"^(?P<intro>.{3,200}?\b(?:at|that)\b)\s*:?\s+(?P<point>\S.*)$", re.DOTALL)
# "X indstiller, at A, og": where no word more fitted, what "at" begins below it is of the same sentence.
_RUNS_ON = re.compile(r"(?!\W*(?:at|that)\b).*\w,? (?:at|that) .*\b(?:og|samt|and)$", re.IGNORECASE)
_FULL = 0.95  # of the width of the lines
_WIDE = 60  # characters; shorter lines may end anywhere
_JOINED_THAT = re.compile(r"(?:og|samt|and) (?:at|that)$")
_STOPS = (".", ",", ";", ":", " og", " and", " samt")
_BARE_NUMBER = re.compile(r"\d{1,2} [^\W\d]")
# What marks or counts a point before "at": "- ", "1)", "II.", "Pkt. 1:".
_COUNTED_THAT = re.compile(
    rf"^(?:[{SIGNS_OF_LISTS}]|(?:[^\W\d_]{{2,6}}\.? (?=\d))?\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.):])\s+(?=(?:at|that)\b)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:[,;]\s*(?:og|and|samt)?|\s(?:og|and|samt))\s*$")
_MARKER = re.compile(rf"^(?:[{SIGNS_OF_LISTS}]|o(?=\s)|e(?=\s)|¢|\(?\d{{1,2}}[.)](?!\d)|\(?(?:[a-zA-Z]|[ivx]{{1,4}})[.)])\s*")

_MISREAD = re.compile(r"[e¢]\s+(?:at|that)\s", re.IGNORECASE)  # a bullet before the first point


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
    counts = any(line.plain.startswith("1 ") for line in lines)  # "1 at huset købes", and not "25 kr. fra maj"
    intro, points = _intro_and_points(lines, writer, wording, counts=counts)
    if intro and len(points) > 1 and all(map(_THAT.match, points)) and _leads_on(points[0], wording):
        intro, points = [*intro, points[0]], points[1:]
    if len(points) == 1:  # "1) at huset købes, og 2) at bilen sælges"
        before, pieces = counted_points(points[0], wording)
        intro, points = ([*intro, *filter(None, [before])], pieces) if pieces else (intro, points)
    if not points and _are_points(intro):
        intro, points = intro[:1], intro[1:]
    elif not points:
        before, points = counted_points(" ".join(intro), wording)
        intro, points = ([before], points) if points else _from_sentence(before, wording)
    elif all(_THAT.match(point) for point in points) and (first := _first_point(intro, wording)):
        intro, points = first[:1], [first[1], *points]
    elif all(_THAT.match(point) for point in points) and intro and not intro[-1].rstrip(" :").endswith(("at", "that")):
        intro.append("at" if wording.language == "da" else "that")
    bare = partial(_bare, counts=counts, listed=are_counted(points, wording))
    return Recommended(" ".join(intro), tuple(Point(bare(point), asked(point, wording)) for point in points))


def _intro_and_points(
    lines: Sequence[TextLine], writer: Writer, wording: Wording, *, counts: bool
) -> tuple[list[str], list[str]]:
    """The texts before the points, and the points; `counts` says that a bare number may begin one."""
    intro: list[str] = []
    points: list[str] = []
    opening, bare = bare_points(lines, wording)
    if bare:
        return writer.paragraphs(opening), [" ".join(writer.paragraphs(point)) for point in bare]
    parts = parts_of(lines, writer.width)
    for at, part in enumerate(parts):
        listed = at + 1 < len(parts) and bool(marker_of(parts[at + 1].lines[0].plain))
        if at == 0 and listed and not marker_of(part.lines[0].plain) and not _MISREAD.match(part.lines[0].plain):
            intro += writer.paragraphs(part.lines)
            continue
        ends = bool(intro) and intro[-1].endswith((" at", ":", ", at"))
        for text, is_point in _pieces(part, writer, counts=counts, intro_ends=ends):
            if points and not counts and text[:1].isdigit() and not marker_of(text) and not points[-1].endswith(_STOPS):
                points[-1] = f"{points[-1]} {text}"  # "prisen sættes op til", "25 kr."
            else:
                (points if is_point or points else intro).append(text)
    return intro, points


def _are_points(paragraphs: Sequence[str]) -> bool:
    """Whether several paragraphs go on from the first one, "Det indstilles, at rådet": each is a point without a mark."""
    return len(paragraphs) > _SEVERAL and paragraphs[0][-1:].isalpha() and all(one[:1].islower() for one in paragraphs[1:])


def _first_point(intro: Sequence[str], wording: Wording) -> list[str]:
    """What stands before the first point, and that point, where it goes on from there on one line: "X indstiller, at A, og"
    above "at B"; nothing where the intro has no point.
    """
    found = _FIRST_THAT.match(intro[0]) if len(intro) == 1 else None
    if found is None:
        return []
    more = found["point"].rstrip()
    leads = (wording.any_of(name, whole=False) for name in ("body_words", "advising", "formal_asking"))  # "anbefales, at"
    last = more.split()[-1]
    acts = last.rstrip(",").endswith(tuple(wording.words("acting_endings"))) and asked(last, wording) != "other"  # "beslutter,"
    goes_on = more.endswith(",") and not acts and not any(pattern.search(last) for pattern in leads)
    return [found["intro"], more] if goes_on or more.endswith((" og", " and", " samt", ";", ".")) else []


def _leads_on(point: str, wording: Wording) -> bool:
    """Whether a point only says to whom the body is to recommend what the next say: "at udvalget indstiller til rådet,"."""
    words = point.rstrip(" ,:").split()
    stems = [wording.any_of(name, whole=False) for name in ("formal_asking", "advising")]
    ends = tuple(wording.words("acting_endings"))
    verb = next((at for at, word in enumerate(words) if word.endswith(ends) and any(one.search(word) for one in stems)), 0)
    whom = words[verb + 1 :] if verb else words
    return all(word.casefold() in wording.words("towards") or acts(word, wording.language) for word in whom)


def _pieces(part: Part, writer: Writer, *, counts: bool, intro_ends: bool) -> list[tuple[str, bool]]:
    """The texts of a part, each with whether it is a point."""
    if part.kind is Kind.LIST_ITEM or marker_of(part.lines[0].plain):
        return [(writer.paragraphs(part.lines)[0], True)]
    groups: list[list[TextLine]] = []
    for line in part.lines:
        if groups and not (counts and _BARE_NUMBER.match(line.plain)) and not _begins_point(groups[-1][-1], line, writer):
            groups[-1].append(line)
        else:
            groups.append([line])
    texts = [" ".join(writer.paragraphs(group)) for group in groups]
    return [
        (text, bool(_THAT.match(text) or _COUNTED_THAT.match(text)) or at > 0 or intro_ends) for at, text in enumerate(texts)
    ]


def _begins_point(before: TextLine, line: TextLine, writer: Writer) -> bool:
    """Whether a line begins another point: by "that", or where the line before ended before it was full."""
    word = line.plain.split(" ", 1)[0]
    width = len(before.plain) + 1 + len(word)
    if _THAT.match(line.plain) and width > max(writer.width * _FULL, _WIDE) and _RUNS_ON.match(before.plain):
        return False
    if _THAT.match(line.plain) or _COUNTED_THAT.match(line.plain):
        return True
    if _THAT.match(before.plain) and not before.plain.endswith((",", ";")):
        return False  # where points begin with "that", no line without it is one
    early = width < writer.width * 0.75
    return (before.plain.endswith(":") and line.plain[:1].isalpha()) or (
        early and (before.plain.endswith(" at") or (before.plain[:1].islower() and line.plain[:1].islower()))
    )


def _from_sentence(text: str, wording: Wording) -> tuple[list[str], list[str]]:
    found = _FIRST_THAT.match(text)
    joined = found is not None and _JOINED_THAT.search(found["intro"]) and not wording.recommending.match(text)
    if found is None or joined:  # "Til drøftelse, og at udkastet sendes i høring."
        return [], [text] if text.strip() else []
    that = found["intro"].rpartition(" ")[2]
    return [found["intro"]], [f"{that} {found['point']}"]


def _bare(point: str, *, counts: bool, listed: bool) -> str:
    """A point without its mark, without "that" and without what joins it to the next; `listed` says that numbers are marks."""
    bare = _COUNTED_THAT.sub("", point.strip(), count=1)
    listed = listed and bare == point.strip()  # "3. at 2. rate frigives"
    if not bare[:1].isdigit() or (listed and marker_of(bare)):
        bare = _MARKER.sub("", bare)
    bare = bare.partition(" ")[2] if counts and _BARE_NUMBER.match(bare) else bare
    counted = _THAT.match(bare)  # "at 1) huset sælges"
    if counted and (listed or not bare[counted.end() :][:1].isdigit()):
        bare = _MARKER.sub("", bare[counted.end() :])
    return _JOINT.sub("", _THAT.sub("", bare).strip(" |")).strip()


def asked(text: str, wording: Wording) -> str:
    """What a point asks for: the first of the words for it that stands in it, a verb before a noun: "nævnets afgørelse tages
    til efterretning".
    """
    nouns = tuple(wording.words("noun_endings"))
    found = [
        (" " not in match[0] and match[0].endswith(nouns), match.start(), key)
        for key, pattern in wording.asks
        for match in pattern.finditer(text)
    ]
    return min(found)[2] if found else "other"
