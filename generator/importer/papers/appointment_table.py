"""The tables of a paper to appointments: a row for each, under columns that say what is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.extraction.blocks import Kind
from generator.importer.language.vocabulary import Wording, label_pattern
from generator.importer.language.when_written import first_date
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.appointed import Appointed, ReadAppointments, says_vacant, whole_name
from generator.importer.papers.paper import Paper, cells_of
from generator.importer.papers.terms import Term, ends_said, whole_term


def read_tables(paper: Paper, locale: str) -> ReadAppointments:
    """The rows of the tables that have columns for a body, or a post, and for who is in it."""
    seats: list[Appointed] = []
    unread: list[TextLine] = []
    columns: dict[str, int] = {}
    for line in paper.reading.lines:
        in_table = line.kind is Kind.TABLE
        head = _columns(line.cells, paper.wording) if in_table else {}
        columns = head if head or not in_table else columns
        if head:
            continue
        cells = {name: line.cells[at].strip() for name, at in columns.items() if at < len(line.cells)}
        seat = _seat(cells, line, paper.wording, locale) if in_table else None
        if seat:
            seats.append(seat)
        elif any(cell.strip("-:=| ") for cell in line.cells or (line.plain,)):
            unread.append(line)
    return ReadAppointments(tuple(seats), tuple(unread))


def _columns(head: Sequence[str], wording: Wording) -> dict[str, int]:
    """The columns of such a table by what is in them, each the first of its kind; empty where the row is no such head."""
    kinds = [_kind(cell, wording) for cell in head]
    found = {kind: at for at, kind in reversed(list(enumerate(kinds))) if kind}
    if "body" not in found and "role" in found:  # "Post" alone is what the others call a body
        found["body"] = found.pop("role")
    sure = {"body", "holder"} <= found.keys() and kinds.count("holder") == 1 and kinds.count("body") <= 1
    return found if sure else {}


def _kind(cell: str, wording: Wording) -> str:
    """What is in a column, by its head as it stands, else as a scan may have read it: "Navn" is like "Nævn" then."""
    columns = wording.tree["appointment_columns"].items()
    said = cell.strip(" *:.").casefold()
    as_it_stands = (str(kind) for kind, words in columns if said in map(str.casefold, words))
    return next(as_it_stands, "") or next((str(kind) for kind, words in columns if label_pattern(words).match(cell)), "")


def _seat(cells: Mapping[str, str], line: TextLine, wording: Wording, locale: str) -> Appointed | None:
    """The seat that a row is about; none where its cells are not sure."""
    said = cells.get("holder", "")
    holder, vacant = whole_name(said, wording), says_vacant(said, wording)
    if not cells.get("body") or (said and not holder and not vacant):
        return None
    return Appointed(
        body=cells["body"],
        holder="" if vacant else holder,
        role=cells.get("role", ""),
        party=cells.get("on_behalf_of", ""),
        substitute=whole_name(cells.get("substitute", ""), wording),
        term=_term(cells, wording, locale),
        vacant=vacant,
        quote=", ".join(cells_of(line)),
        place=line.place,
    )


def _term(cells: Mapping[str, str], wording: Wording, locale: str) -> Term:
    """The term of a row, from its cell or from those of its two ends."""
    said = cells.get("term", "")
    whole = whole_term(said, wording, locale, behind="")
    ends = whole if whole.is_whole else ends_said(said, wording, locale)
    return Term(ends.start or _day(cells.get("start", ""), locale), ends.end or _day(cells.get("end", ""), locale))


def _day(text: str, locale: str) -> str:
    found = first_date(text, locale)
    return found[0].isoformat() if found else ""
