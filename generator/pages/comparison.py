"""All municipalities beside each other: the list with the map, and the table that compares them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.listing import home
from generator.pages.parts import Crumb
from generator.pages.payments import newest_divisions, per_inhabitant, population_of
from generator.pages.standing import standing_of
from generator.pages.tiles import TileMap, picker
from generator.records.cost_share import CostShare
from generator.records.municipality import Municipality
from generator.sorting import alphabetical
from generator.voice import Voice

DIVISIONS = 6  # divisions that the table compares: the newest; a wider table is of use to nobody


@dataclass(frozen=True, slots=True)
class Pay:
    """What a municipality pays by one division, in units of the currency; `left_out` is whether the record says it does not."""

    amount: Decimal | None
    per_inhabitant: Decimal | None
    left_out: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One municipality of the table: its number of inhabitants (None: not stated), its payments, and its counts."""

    record: Municipality
    inhabitants: Decimal | None
    pays: tuple[Pay, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ComparisonData:
    """The table; `divisions` head the columns of payments, `more` is how many divisions there is no room for."""

    title: str
    crumbs: tuple[Crumb, ...]
    divisions: tuple[CostShare, ...]
    more: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MunicipalitiesData:
    """The list of municipalities: on the map, and by name with code and number of inhabitants."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    map: TileMap
    lines: tuple[tuple[Municipality, Decimal | None], ...]


def municipality_pages(library: Library, language: str) -> Iterator[Page]:
    """The list of municipalities, and the table that compares them."""
    base = f"/{route('municipality', language)}/"
    own = tuple(one.pointer for one in library.all(Municipality))
    yield Page(base, language, "municipalities.html", _list_data, own)
    divisions = tuple(one.pointer for one in library.all(CostShare))
    address = f"{base}{route('compare', language)}/"
    yield Page(address, language, "comparison.html", _comparison, own, reaches=divisions, around=own)


def _list_data(voice: Voice) -> MunicipalitiesData:
    plural = voice.catalogue("fields.municipality._type.plural")
    lines = [(one, _inhabitants(one)) for one in _by_name(voice)]
    lead = voice.catalogue("ledger.list_lead", count=len(lines))
    return MunicipalitiesData(plural, lead, (home(voice),), picker(voice), tuple(lines))


def _comparison(voice: Voice) -> ComparisonData:
    newest = [one for one in newest_divisions(voice.library) if _is_paid_by_municipalities(one)]
    divisions = tuple(newest[:DIVISIONS])
    municipalities = Crumb(voice.catalogue("fields.municipality._type.plural"), voice.page("municipality"))
    return ComparisonData(
        title=voice.catalogue("comparison.title"),
        crumbs=(home(voice), municipalities),
        divisions=divisions,
        more=len(newest) - len(divisions),
        lines=tuple(_line(one, divisions, voice.library) for one in _by_name(voice)),
    )


def _by_name(voice: Voice) -> list[Municipality]:
    return alphabetical(voice.library.all(Municipality), voice.name, voice.language)


def _is_paid_by_municipalities(division: CostShare) -> bool:
    return any(share.payer and share.payer.type == "municipality" for share in division.shares)


def _inhabitants(one: Municipality) -> Decimal | None:
    population = population_of(one)
    return getattr(population.inhabitants, "value", None) if population else None


def _line(one: Municipality, divisions: tuple[CostShare, ...], library: Library) -> Line:
    standing, population = standing_of(one, library), population_of(one)
    newest = {payment.newest.record.pointer: payment.newest for payment in standing.payments}
    pays = []
    for division in divisions:
        version = newest.get(division.pointer)
        amount = version.amount if version else None
        left_out = version is not None and version.share is None
        pays.append(Pay(amount, per_inhabitant(amount, population), left_out))
    counts = (
        ("binds", len(standing.party_to) + len(standing.named_in)),
        ("appointed", len(standing.appointed)),
        ("outside", len(standing.outside)),
        ("awaits", len(standing.awaiting)),
    )
    return Line(one, _inhabitants(one), tuple(pays), counts)
