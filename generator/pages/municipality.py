"""What a municipality's page shows: its ledger as short lists, each row with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import AnyRecord, Library
from generator.pages.agreement import state_on_build_date
from generator.pages.parts import Entry, entry
from generator.pages.payments import Payment, YearTotal, population_of, successor_of, versions_of, year_of, year_totals
from generator.pages.promises import last_word
from generator.pages.standing import Standing, StandOn, SumOfAgreement, items_on, owes, standing_of
from generator.pages.tiles import TileMap, municipalities_shown, picker
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.appointment import Appointment
from generator.records.cost_share import CostShare
from generator.records.follow_up import FollowUp
from generator.records.item import Item
from generator.records.municipality import Municipality, Population
from generator.records.record import SourceReference
from generator.values.when import When
from generator.voice import Voice

SHOWN = 3  # rows of a list before the rest is folded
LONGEST = 25  # rows of a list; the list of all that name the municipality has the rest


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a record's line, what is said of it in a few words, and where that stands (None: no source is given)."""

    line: Entry
    facts: tuple[str, ...]
    source: SourceReference | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list's rows: those in sight, those folded, and how many there are in all."""

    first: tuple[Row, ...]
    folded: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Paying:
    """What the municipality pays: by division, by agreement, in a year in all, and where no sum is stated.

    `shared` are sums that it pays with others and of which its own part is not stated. `without_year` are the matters
    that no total can count, because the sources do not say which year they are for. `count` is how many matters it
    pays for, `amounts` how many sums that are.
    """

    payments: tuple[Payment, ...]
    sums: tuple[SumOfAgreement, ...]
    priceless: tuple[Agreement, ...]
    shared: tuple[SumOfAgreement, ...]
    totals: tuple[YearTotal, ...]
    without_year: tuple[Record, ...]
    count: int
    amounts: int
    population: Population | None


@dataclass(frozen=True, slots=True)
class MunicipalityExtra:
    """The municipality's ledger; `opening` is its first sentence, `map` the way to the other municipalities."""

    opening: str
    binds: Rows
    paying: Paying
    appointed: Rows
    proposed: Rows
    named_with: Rows
    outside: tuple[StandOn, ...]
    elsewhere: tuple[StandOn, ...]
    awaits: Rows
    decisions: Rows
    map: TileMap


def municipality_extra(municipality: Municipality, voice: Voice) -> MunicipalityExtra:
    """Gather what names a municipality, in rows."""
    standing, own = standing_of(municipality, voice.library), municipality.pointer
    return MunicipalityExtra(
        opening=_opening(municipality, standing, voice),
        binds=_rows((*standing.party_to, *standing.named_in), lambda one: _agreement_row(one, standing, voice)),
        paying=_paying(municipality, standing),
        appointed=_rows(standing.appointed, lambda one: _appointment_row(one, voice)),
        proposed=_rows(standing.proposed, lambda one: _appointment_row(one, voice)),
        named_with=_rows(standing.named_with, lambda one: _appointment_row(one, voice)),
        outside=standing.outside,
        elsewhere=standing.elsewhere,
        awaits=_rows(standing.awaiting, lambda one: _follow_up_row(one, own, voice)),
        decisions=_rows(items_on(municipality, voice.library), lambda one: _item_row(one, voice)),
        map=picker(voice, here=own),
    )


def municipality_reads(municipality: Municipality, library: Library) -> Iterator[Pointer]:
    """What the page reads beside what names the municipality: the rows' sources, posts, versions, and the map."""
    yield from municipalities_shown(library)
    for one in library.backlinks(municipality.pointer):
        if one.sources:
            yield one.sources[0].document
        if isinstance(one, Appointment):
            yield from library.named_by[one.pointer]
        elif isinstance(one, CostShare):
            for version in versions_of(one, library):
                yield from (version.pointer, version.concerns)
                if later := successor_of(version, library):
                    yield later.pointer


def _rows(records: Sequence[AnyRecord], make: Callable[[AnyRecord], Row]) -> Rows:
    made = tuple(make(one) for one in records[:LONGEST])
    keep = SHOWN + (len(made) == SHOWN + 1)  # nobody unfolds a list for one row
    return Rows(made[:keep], made[keep:], len(records))


def _row(record: Record, facts: Iterable[str], voice: Voice, own: bool = False) -> Row:
    source = record.sources[0] if record.sources else None
    return Row(entry(record, voice), tuple(fact for fact in facts if fact), source, own)


def _agreement_row(record: Agreement, standing: Standing, voice: Voice) -> Row:
    own = record in standing.party_to
    part = voice.catalogue("ledger.is_party" if own else "ledger.is_named")
    return _row(record, (part, _state(record, voice), _period(record, voice)), voice, own)


def _state(agreement: Agreement, voice: Voice) -> str:
    """Whether the agreement is in force; where nobody says, a period that is over is said to be."""
    state = state_on_build_date(agreement, voice)
    end = agreement.end.last if isinstance(agreement.end, When) else None
    if state == "unknown" and end and end < voice.build_date:
        return voice.catalogue("ledger.ended", date=voice.day(end))
    return voice.catalogue(f"interface.agreement_state.{state}")


def _period(agreement: Agreement, voice: Voice) -> str:
    start = voice.span(agreement.start) if isinstance(agreement.start, When) else ""
    end = voice.span(agreement.end) if isinstance(agreement.end, When) else ""
    key = "both" if start and end else "from" if start else "until"
    return voice.catalogue(f"interface.span.{key}", start=start, end=end) if start or end else ""


def _appointment_row(record: Appointment, voice: Voice) -> Row:
    state = voice.word("appointment_state", record.state)
    since = voice.span(record.appointed) if isinstance(record.appointed, When) else ""
    return _row(record, (f"{state} {since}".strip(), "" if _is_known(record) else voice.catalogue("ledger.who_unknown")), voice)


def _is_known(appointment: Appointment) -> bool:
    return isinstance(appointment.holder, Pointer)


def _follow_up_row(record: FollowUp, own: Pointer, voice: Voice) -> Row:
    mine = owes(record, own)
    last = last_word(record)
    status = voice.word("follow_up_status", last.status) if last and last.status != "not_stated" else ""
    due = record.due_printed or (voice.span(record.due) if isinstance(record.due, When) else "")
    facts = (
        voice.catalogue("ledger.own_to_do") if mine else "",
        voice.catalogue("ledger.due", when=due) if due else voice.catalogue("ledger.no_due"),
        status,
    )
    return _row(record, facts, voice, mine)


def _item_row(record: Item, voice: Voice) -> Row:
    line = entry(record, voice)
    return _row(record, (line.context, line.date), voice)


def _paying(municipality: Municipality, standing: Standing) -> Paying:
    paying = standing.paying
    return Paying(
        payments=standing.payments,
        sums=standing.sums,
        priceless=standing.priceless,
        shared=standing.shared,
        totals=year_totals(standing.payments),
        without_year=tuple(one.newest.record for one in paying if year_of(one.newest.record) is None),
        count=len(standing.paid_for),
        amounts=len(paying) + len(standing.sums),
        population=population_of(municipality),
    )


def _opening(municipality: Municipality, standing: Standing, voice: Voice) -> str:
    """One sentence that counts; what there is nothing of is left out of it."""
    counts = {
        "binds": len(standing.party_to) + len(standing.named_in),
        "pays": len(standing.paid_for),
        "appointed": len(standing.appointed),
        "outside": len(standing.outside),
        "awaits": len(standing.awaiting),
    }
    parts = [voice.catalogue(f"ledger.opening.{name}", count=count) for name, count in counts.items() if count]
    name = municipality.long_name or voice.name(municipality)
    if not parts:
        return voice.catalogue("ledger.opening.nothing", name=name)
    *most, last = parts
    listed = voice.catalogue("ledger.opening.and", most=", ".join(most), last=last) if most else last
    return voice.catalogue("ledger.opening.whole", name=name, listed=listed)
