"""Tables whose columns a scan has lost to lines: below a line of nothing but heads, each row is a title and what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.extraction.blocks import Kind, Line
from generator.importer.headings.states import says_state
from generator.importer.labels.label import begins_recommendation, field_of, label_of
from generator.importer.labels.label_words import words_of
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import Reading, TextLine
from generator.importer.tables.table_items import column_of

_ROW = re.compile(
    r"^(?:\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+)?(?P<number>\d{1,2})[.)]?(?:\s+(?:[-–—]\s+)?(?P<rest>\S.*))?$"
)
_CLOCK = re.compile(r"^\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+[^\W\d]")
_CAPITAL = re.compile(r"(?<=\s)(?=[A-ZÆØÅ@])")
_FIGURE = re.compile(r"(?<=\s)(?=\d)")
_NAME = re.compile(r"[A-ZÆØÅ@][\w.'’-]+(?: [A-ZÆØÅ@][\w.'’-]+)+(?= [a-zæøå])")
_LAST_NAMES = re.compile(r"(?<=[a-zæøå@&)] )[A-ZÆØÅ@][\w.'’-]*(?:(?:,| og| and)? [A-ZÆØÅ@][\w.'’-]*){0,5}$")
_ASIDE = re.compile(
    r"(?<=[.?!] )[A-ZÆØÅ@][^.?!]{1,40}(?:\d\. [a-zæøå]\w+)?$"
)  # what stands after the last sentence: who follows up
_MOST, _FEWEST = 10, 2  # words of a title; heads of columns, and rows
_JOINED = re.compile(r"(?<=\w)(?:,| og| samt| and| &) (?=\w)")
_DEEP = 12  # lines of a row


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: the line that begins it, its number, and its words line by line."""

    line: TextLine
    number: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of all its lines."""
        return " ".join(filter(None, self.lines))


def with_rows(reading: Reading, wording: Wording) -> Reading:
    """The lines, each row of such a table as an item's heading and what stands below its label; as printed they are kept
    with the furniture, for a report of what stands in no record.
    """
    found: list[TextLine] = []
    taken: list[Line] = []
    at = 0
    while at < len(reading.lines):
        heads = _heads(reading.lines[at], wording)
        rows, end = _rows(reading.lines, at + 1, wording) if heads else ([], at + 1)
        # The lines below are looked through for rows alone: for each line it would take hundreds of pages minutes.
        if len(rows) < _FEWEST or (
            _come_again(reading.lines[end:], heads) or _are_headings(rows, reading.lines[at + 1 : end], wording)
        ):
            below = at > 0 and bool(taken) and reading.lines[at - 1].number == taken[-1].number  # a table: a paragraph begins
            found.append(replace(reading.lines[at], first=True) if below else reading.lines[at])
            at += 1
            continue
        apart = _are_below(rows, heads, wording)
        for row in rows:
            found += _unfolded(row, heads, wording, apart=apart)
        taken += [Line(line.text, line.page, line.number) for line in reading.lines[at:end]]
        at = end
    lines = tuple(replace(line, index=index) for index, line in enumerate(found))
    return replace(reading, lines=lines, furniture=(*reading.furniture, *taken))


def _heads(line: TextLine, wording: Wording) -> dict[str, str]:
    """What a line of nothing but the heads of columns has: kind by kind its words; nothing where it says anything else."""
    words = line.plain.split()
    if line.kind is Kind.TABLE or not _FEWEST <= len(words) <= _MOST:
        return {}
    heads: dict[str, str] = {}
    at = 0
    while at < len(words):
        size = next((size for size in (3, 2, 1) if _kind(" ".join(words[at : at + size]), wording)), 0)
        if not size:
            return {}
        head = " ".join(words[at : at + size])
        kind = _kind(head, wording)
        heads["number" if kind == "title" and kind in heads else kind] = head
        at += size
    told = {*heads} & {"decision", "minutes"} or ("field" in heads and len(heads) > _FEWEST)  # an agenda with times
    return heads if "title" in heads and told else {}


def _kind(head: str, wording: Wording) -> str:
    """What a column is by its head, of several words only where these are a label; empty where it is none."""
    if " " in head:
        if len(_JOINED.split(head)) > 1:  # "Sagsfremstilling og indstilling"
            return column_of(head, wording)
        return next((kind for kind, pattern in wording.labels if pattern.match(head)), "")
    return column_of(head, wording) or ("field" if field_of(head, wording) else "")


def _rows(lines: Sequence[TextLine], start: int, wording: Wording) -> tuple[list[_Row], int]:
    """The rows below the heads, as far as they count on, and the line after them."""
    rows: list[_Row] = []
    at = start
    while at < len(lines):
        due = rows[-1].number + 1 if rows else 1
        if _begins(lines[at], due):
            rest = (found := _ROW.match(lines[at].plain)) and found["rest"]
            rows.append(_Row(lines[at], due, (rest or "",)))
        elif not rows or _is_after(lines, at, due, wording):
            break
        elif not _CLOCK.match(lines[at].plain):  # else a row without a number: "18.20 Pause"
            rows[-1] = replace(rows[-1], lines=(*rows[-1].lines, lines[at].plain))
        at += 1
    return rows, at


def _come_again(lines: Sequence[TextLine], heads: Mapping[str, str]) -> bool:
    """Whether the rows are those of an agenda whose items stand below."""
    return not {*heads} & {"decision", "minutes"} and any(_begins(line, _FEWEST) for line in lines)


def _are_headings(rows: Sequence[_Row], lines: Sequence[TextLine], wording: Wording) -> bool:
    """Whether the rows are text below headings and no column is lost: most headings stand apart from their text, or it has
    labels on lines of their own.
    """
    apart = [row for row in rows if row.line.first and row.line.last and not row.line.plain.endswith(row.text)]
    labelled = [line for line in lines if line.plain.endswith(":") and label_of(line, wording) is not None]
    return len(apart) * 2 > len(rows) or len(labelled) >= _FEWEST


def _begins(line: TextLine, number: int) -> bool:
    found = _ROW.match(line.plain)
    return found is not None and int(found["number"]) == number


def _is_after(lines: Sequence[TextLine], at: int, due: int, wording: Wording) -> bool:
    """Whether a line stands below the table: it counts anew, or is a label, or apart, and no row follows."""
    if _begins(lines[at], 1):
        return True
    apart = lines[at].page != lines[at - 1].page or lines[at].number > lines[at - 1].number + 1
    ends = wording.any_of("ending", whole=False).match(lines[at].plain) is not None
    if not (apart or ends) and label_of(lines[at], wording) is None:
        return False
    return not any(_begins(line, due) for line in lines[at : at + _DEEP])


def _are_below(rows: Sequence[_Row], heads: Mapping[str, str], wording: Wording) -> bool:
    """Whether the first line of each row is its title and nothing else: what was said stands below it, line by line."""
    only_said = {*heads} - {"number"} in ({"title", "decision"}, {"title", "minutes"})
    several = sum(len(row.lines) > 1 for row in rows) * 2 > len(rows)
    return only_said and several and all(_is_title_alone(row, wording) for row in rows)


def _is_title_alone(row: _Row, wording: Wording) -> bool:
    """Whether the first line of a row ends before what was said begins."""
    first = row.lines[0]
    begun = any(_is_sentence(first[found.start() :], wording) for found in _CAPITAL.finditer(first))
    below = row.lines[1][:1] if len(row.lines) > 1 else ""
    return bool(first) and not begun and not first.endswith(".") and not below.islower()


def _unfolded(row: _Row, heads: Mapping[str, str], wording: Wording, *, apart: bool) -> Iterator[TextLine]:
    """The heading of an item, and its text below the labels that are the columns' heads; line by line where it is `apart`
    from the titles.
    """
    said = heads.get("decision") or heads.get("minutes", "")
    title, text = _divided(row.text, wording) if said else _named(row.text)
    title, text = (row.lines[0], "\n".join(row.lines[1:])) if apart else (title, text)
    aside = _ASIDE.search(text) if said and [*heads][-1] == "follow_up" else None
    text = text[: aside.start()] if aside else text
    case, asked, text = _parts(text, wording) if {*heads} & {"case", "recommendation"} and said else ("", "", text)
    told = _asked(case, asked, heads)
    told[said or [*heads.values()][-1]] = text
    if aside:
        told[heads["follow_up"]] = aside[0]
    yield replace(row.line, text=f"{row.number}. {title}", kind=Kind.HEADING, marker="", first=True, last=True)
    for label, words in told.items():
        block = row.line.block if label else ~row.line.block  # a title does not run on to what has no label
        for written in f"{label}: {words}".removeprefix(": ").split("\n"):
            text = written.rstrip(": ")
            yield replace(row.line, text=text, kind=Kind.PARAGRAPH, marker="", first=True, last=True, block=block)


def _asked(case: str, asked: str, heads: Mapping[str, str]) -> dict[str, str]:
    """What a row says before what was said, by the heads of its columns; a case that has none stands below the title."""
    if "recommendation" not in heads:
        return {heads["case"]: f"{case}\n{asked}".strip(" ")} if case or asked else {}
    parts = {heads.get("case", ""): case, heads["recommendation"]: asked}
    return {label: words for label, words in parts.items() if words}


def _divided(text: str, wording: Wording) -> tuple[str, str]:
    """A row to its title and what was said: where a sentence begins before one has ended, else at a capital or a figure."""
    first = next(iter(sentences_of(text, wording)), "")
    if says_state(text, wording) and outcome_of(text, wording, strict=True) is None:
        return text, ""  # "Lukket punkt: Lejekontrakt"
    places, figures = (
        [found.start() for found in pattern.finditer(first) if _may_end(first[: found.start()], wording)]
        for pattern in (_CAPITAL, _FIGURE)
    )
    whole = [len(first)] if first.endswith(".") and len(first) < len(text) and len(first.split()) <= _MOST else []
    chosen = [place for place in places if _is_sentence(first[place:], wording)] or places[-1:] or whole or figures
    at = chosen[0] if chosen else len(first)
    return text[:at].strip(), text[at:].strip()


def _parts(text: str, wording: Wording) -> tuple[str, str, str]:
    """What stands below the title to the case, what is recommended, and what was said: that begins after the sentence that
    recommends, else with the first that states what was done.
    """
    sentences = sentences_of(text, wording)
    asking = next((at for at, one in enumerate(sentences) if begins_recommendation(one, wording)), -1)
    said = (at for at, one in enumerate(sentences) if outcome_of(one, wording, strict=True))
    start = asking if asking >= 0 else next(said, len(sentences))
    end = asking + 1 if asking >= 0 else start
    return " ".join(sentences[:start]), " ".join(sentences[start:end]), " ".join(sentences[end:])


def _named(text: str) -> tuple[str, str]:
    """A row of an agenda to its title and the names after it."""
    found = _LAST_NAMES.search(text)
    return (text[: found.start()].strip(), found[0]) if found and found.start() else (text, "")


def _may_end(title: str, wording: Wording) -> bool:
    """Whether a title may end here: it has words, and the last is none after which something follows, nor a dash."""
    words = title.split()
    return 0 < len(words) <= _MOST and words[-1].casefold() not in (*wording.words("leading"), "-", "–")


def _is_sentence(text: str, wording: Wording) -> bool:
    """Whether a sentence begins: with what was decided, a name and what that person did, a body, or "There"."""
    words = text.split()
    bare = words[0].strip(".,").casefold()
    if bare in (*wording.words("leading"), *wording.words("common"), *wording.words("articles")):
        return True
    if _acts(words[0], wording) or any(pattern.match(text) for _, pattern in wording.outcomes):
        return True
    name = _NAME.match(text)
    return name is not None and not any(_acts(word, wording) for word in name[0].split())


def _acts(word: str, wording: Wording) -> bool:
    """Whether a word is what a body is called: "Koordineringsgruppen"."""
    found = words_of(word, wording.language)
    return found is not None and found.acts
