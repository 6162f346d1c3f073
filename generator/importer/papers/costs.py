"""An agreement's tables to what each party pays of its costs, the total, and the rows that were not read so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importer.labels.label import label_of
from generator.importer.language.likeness import likeness
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.paper import Paper, cells_of

_SUM = re.compile(r"^(?P<sum>\d[\d.]*(?:,\d+)?)(?P<unit>\s*kr\.?)?$", re.IGNORECASE)
_SAME = 0.95  # of two names that are one, each as a scan may have read it


@dataclass(frozen=True, slots=True)
class Costs:
    """What each party pays, by its name, and the total, as printed; `unread` are rows of sums that are not sure."""

    shares: tuple[tuple[str, str], ...] = ()
    total: str = ""
    unread: tuple[TextLine, ...] = ()


def costs_in(paper: Paper, parties: Sequence[str]) -> Costs:
    """The rows of a table in which parties have sums of money, and its total; sure where there are several such rows, each
    for another party.
    """
    shares: list[tuple[str, str]] = []
    rows: list[TextLine] = []
    total, in_money = "", False
    for line in paper.reading.lines:
        cells = cells_of(line)
        found = _SUM.match(cells[-1]) if len(cells) > 1 and not label_of(line, paper.wording) else None
        if found is None:
            said = paper.wording.any_of("money_columns").search(line.plain) is not None
            in_money = said or (in_money and len(cells) > 1)  # the head of a table, or the line above it
            continue
        party = _party(cells[0], parties, paper.wording)
        if party and (in_money or found["unit"]):
            shares.append((party, found["sum"]))
        elif shares and not total and cells[0].casefold() in paper.wording.words("totals"):
            total = found["sum"]
        elif not party:
            continue
        rows.append(line)
    sure = len(shares) > 1 and len({party for party, _ in shares}) == len(shares)
    return Costs(tuple(shares), total) if sure else Costs(unread=tuple(rows))


def _party(cell: str, parties: Sequence[str], wording: Wording) -> str:
    """The party that a cell names, whole or without what kind of place it is, "Skive" for "Skive Kommune"."""
    said = _bare(cell, wording)
    return next(
        (one for one in parties if likeness(one, cell) > _SAME or (said and likeness(_bare(one, wording), said) > _SAME)), ""
    )


def _bare(name: str, wording: Wording) -> str:
    kinds = wording.words("places_of_bodies")
    return " ".join(word for word in name.split() if word.casefold() not in kinds)
