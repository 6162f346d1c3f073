"""An agreement's head, or the sentence that lists them, to its parties, and the lines in which they are not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importer.language.sentences import sentences_of
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.paper import Paper, begins_clause

_LIST = re.compile(r"\s*[,;]\s*(?:og\s+|and\s+|samt\s+)?|(?<!-)\s+(?:og|and|samt)\s+")
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_BRACKET = re.compile(r"\s*\([^()]*\)?")


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of the parties in their order; `unsure` are lines that seem to name some, but not surely which."""

    names: tuple[str, ...] = ()
    unsure: tuple[TextLine, ...] = ()


def head_of(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines before the first clause."""
    first = next((at for at, line in enumerate(lines) if begins_clause(line.plain)), len(lines))
    return list(lines[:first])


def parties_in(paper: Paper, head: Sequence[TextLine]) -> Parties:
    """The parties: those that a sentence lists, else the lines with names before the first clause."""
    for line, sentence in _sentences(paper, head):
        pieces = _LIST.split(sentence)
        names = [_named(piece) for piece in pieces]
        if names[0] and len(names) > 1:
            return Parties(tuple(dict.fromkeys(filter(None, names))), () if all(names) else (line,))
    found = list(_below_each_other(head, paper))
    unsure = tuple(line for line, names in found if not names)
    return Parties(tuple(dict.fromkeys(name for _, names in found for name in names)), unsure)


def _sentences(paper: Paper, head: Sequence[TextLine]) -> Iterator[tuple[TextLine, str]]:
    """What may be the list of the parties, each with its line: "Parter: …", "mellem … om …", up to what it is about."""
    lines = paper.reading.lines
    for at, line in enumerate(lines):
        found = paper.wording.any_of("parties_are").search(line.plain)
        if found is None and at < len(head):
            found = paper.wording.any_of("between").search(line.plain)
        if found and line.plain[found.end() :].strip():
            whole = paper.writer.paragraphs([one for one in lines[at:] if one.block == line.block])[0]
            said = sentences_of(whole[found.end() :], paper.wording)[0]
            about = paper.wording.any_of("about").search(said)
            yield line, said[: about.start()] if about else said


def _named(piece: str) -> str:
    """The name in a piece of a list: what begins with a capital, "foreningen" and the like left out."""
    bare = _BRACKET.sub("", piece)
    found = _CAPITAL.search(bare)
    return bare[found.start() :].strip(" .:;,") if found else ""


def _below_each_other(head: Sequence[TextLine], paper: Paper) -> Iterator[tuple[TextLine, tuple[str, ...]]]:
    """The lines that name parties, each with the names; none where these are not sure."""
    wording = paper.wording
    joins = {*wording.words("joints"), *wording.words("between")}
    fresh = True  # whether a name may begin here; what follows a name is its address
    for line in head[1:]:
        text = _BRACKET.sub("", line.plain).strip(" ,")
        is_body = wording.any_of("body_words").search(text) is not None
        if text.casefold() in joins:
            fresh = True
        elif wording.any_of("about").match(text):
            return
        elif _CAPITAL.match(text) and (fresh or is_body) and not _DIGIT.search(text) and not text.endswith("."):
            fresh = False
            if is_body or ":" not in text:
                yield line, () if ":" in text else _several(text, paper)


def _several(text: str, paper: Paper) -> tuple[str, ...]:
    """The names in a line: one, or of several each that is plainly a body's; none where one of them is not."""
    pieces = _LIST.split(text)
    if len(pieces) == 1:
        return (text,)
    plain = all(_CAPITAL.match(piece) and paper.wording.any_of("body_words").search(piece) for piece in pieces)
    return tuple(pieces) if plain else ()
