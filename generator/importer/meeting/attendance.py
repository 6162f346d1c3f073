"""The lines that say who was at a meeting to one entry per person or group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importer.language.people_names import CAPITAL, NAME, without_office
from generator.importer.language.vocabulary import Wording

# Who some of them are, before their names.
_GROUP = re.compile(rf"[A-ZÆØÅ@][^\W\d_][^:;,.()]{{1,40}}:\s+(?={CAPITAL} {CAPITAL})")
_HEAD = re.compile(r"[A-ZÆØÅ@][^\W\d_][^:;,.()\d]{1,40}:\s+[^\W\d]")
_SEVERAL = 2  # groups
_MOST = 0.6  # of the lines of a list of people
_BRACKET = re.compile(r"^\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Present:
    """One line of the list: a person's name or a group's words, where from, in which role, the substitute, the words."""

    name: str
    group: str
    party: str
    role: str
    substitute: str
    status: str
    quote: str


def entries_of(lines: Sequence[str], status: str, wording: Wording) -> list[Present]:
    """Read the lines of one field of the head, such as those after "Afbud:"."""
    lines = [line for line in lines if line.strip()]
    if not lines or wording.any_of("nobody").match(lines[0]):
        return []
    return [entry for group in _groups(lines) for entry in _of_group(group, status, wording)]


def heads_group(line: str) -> bool:
    """Whether a line begins with whose names it has: "Fra kommunen: borgmester Ane Test"."""
    return _HEAD.match(line) is not None


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """The lines, those of each group by themselves where several say whose names they have: "Forældre: Ane Test, Ib Prøve"."""
    heads = [_GROUP.match(line) for line in lines]
    if heads[0] is None or sum(head is not None for head in heads) < _SEVERAL:
        return [list(lines)]
    groups: list[list[str]] = []
    for line, head in zip(lines, heads, strict=True):
        if head is None:
            groups[-1].append(line)
        else:
            groups.append([line[head.end() :]])
    return groups


def _of_group(lines: Sequence[str], status: str, wording: Wording) -> list[Present]:
    texts = _texts(lines)
    pieces = _pieces(texts[0], wording) if len(texts) == 1 else texts
    return [_entry(piece, status, wording) for piece in pieces]


def _texts(lines: Sequence[str]) -> list[str]:
    """One text per line where each begins with a name, or most do and each says no more than one with what that is; else all
    as one.
    """
    named = sum(NAME.match(line) is not None for line in lines)
    single = all(line[:1].isupper() and line.count(",") < _SEVERAL for line in lines) and named >= _MOST * len(lines)
    if len(lines) > 1 and (named == len(lines) or single) and not any(line.rstrip().endswith((",", " og")) for line in lines):
        return list(lines)
    return [" ".join(lines)]


def _pieces(text: str, wording: Wording) -> list[str]:
    if ";" in text:
        return [piece.strip() for piece in text.split(";") if piece.strip()]
    pieces = [piece.strip() for piece in re.split(r",(?![^()]*\))|\s+og\s+(?=[A-ZÆØÅ])", text) if piece.strip(" .")]
    heads = [found[0] if (found := NAME.match(piece)) else "" for piece in pieces]
    names = [bool(head) and not wording.any_of("body_words").search(head) for head in heads]
    substitute = wording.any_of("substitute").search(text)
    if len(pieces) > 1 and all(names) and not substitute:
        return pieces
    if len(pieces) > 2 and sum(names) * 2 > len(pieces):  # a name now and then has something after its comma
        return _with_what_follows(pieces, names, wording)
    return [text.strip()]


def _with_what_follows(pieces: Sequence[str], names: Sequence[bool], wording: Wording) -> list[str]:
    found: list[str] = []
    for piece, is_name in zip(pieces, names, strict=True):
        if found and (not is_name or wording.any_of("substitute").match(piece)):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def _entry(text: str, status: str, wording: Wording) -> Present:
    quote = text.strip(" ,")
    text, role_before = without_office(quote, wording)
    substitute = ""
    stand_in = wording.any_of("substitute").search(quote)
    if stand_in:
        after = re.search(rf"{CAPITAL}(?: {CAPITAL})+", quote[stand_in.end() :])
        substitute = after[0] if after else ""
    name = NAME.match(text)
    if name is None or wording.any_of("body_words").search(name[0]):
        return Present("", quote.rstrip("."), "", "", substitute, status, quote)
    stand_in = wording.any_of("substitute").search(text)
    rest = text[name.end() : stand_in.start() if stand_in and stand_in.start() >= name.end() else len(text)]
    bracket = _BRACKET.match(rest)
    role = bracket[1].strip() if bracket else role_before
    party = (rest[bracket.end() :] if bracket else rest).strip(" ,.(")
    return Present(name[0].rstrip("."), "", party, role, substitute, status, quote)
