"""What the pages work out of sums: parts in percent, sums per inhabitant, differences, totals by year."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.payments import (
    newest_divisions,
    payments_of,
    per_inhabitant,
    percent_of,
    population_of,
    whole_of,
    year_totals,
)
from generator.pages.standing import standing_of
from generator.pages.versions import bar_widths, comparison_with_earlier
from generator.records.cost_share import CostShare
from generator.records.municipality import Municipality
from tests.sites import PROJECT, Site

CONTENT = {
    "content/municipalities/bakkeby.md": "---\nid: bakkeby\ntitle: Bakkeby\ncode: '0902'\n---\n",
    "content/municipalities/fjordby.md": """
        ---
        id: fjordby
        title: Fjordby
        code: '0901'
        populations:
          - {date: ikke oplyst, inhabitants: '3.000'}
          - {date: 2020-01-01, inhabitants: '2.000'}
          - {date: 2024-01-01, inhabitants: ikke oplyst}
        ---
    """,
    "content/organizations/havnen.md": "---\nid: havnen\ntitle: Havnen\nkind: netværk\n---\n",
    "content/organizations/skolen.md": "---\nid: skolen\ntitle: Skolen\nkind: netværk\n---\n",
    "content/cost-shares/havnen-1.md": """
        ---
        id: havnen-1
        title: Havnen, første fordeling
        concerns: organization:havnen
        version: "1"
        state: foreslået
        date: 2020-01-01
        period: '2021'
        unit: 1.000 kr.
        shares:
          - {key: f, payer: municipality:fjordby, amount: '30'}
          - {key: b, payer: municipality:bakkeby, amount: '10'}
        printed_totals: {amount: '40'}
        ---
    """,
    "content/cost-shares/havnen-2.md": """
        ---
        id: havnen-2
        title: Havnen, anden fordeling
        concerns: organization:havnen
        version: "2"
        state: foreslået
        date: 2020-06-01
        period: '2021'
        unit: 1.000 kr.
        replaces: havnen-1
        shares:
          - {key: f, payer: municipality:fjordby, amount: '24'}
          - {key: region, label: Regionen, amount: '16'}
        not_covered:
          - {party: bakkeby, reason: Vil ikke.}
        ---
    """,
    "content/cost-shares/skolen.md": """
        ---
        id: skolen
        title: Skolen
        concerns: organization:skolen
        version: "1"
        state: vedtaget
        date: 2020-01-01
        period: '2021'
        unit: kr.
        shares:
          - {key: f, payer: municipality:fjordby, amount: '500'}
          - {key: b, payer: municipality:bakkeby, amount: ikke oplyst}
        ---
    """,
}


@pytest.fixture
def library(content: Callable[[dict[str, str]], Site]) -> Library:
    """Two matters: the harbour, whose second division leaves one municipality out, and the school."""
    checked = content(CONTENT).check()
    assert not checked.problems
    return checked.library


def municipality(name: str, library: Library) -> Municipality:
    record = library.get(Pointer("municipality", name))
    assert isinstance(record, Municipality)
    return record


def division(name: str, library: Library) -> CostShare:
    record = library.get(Pointer("cost_share", name))
    assert isinstance(record, CostShare)
    return record


def test_a_part_of_nothing_or_of_the_unknown_is_no_percentage() -> None:
    assert percent_of(Decimal(30), Decimal(40)) == 75
    assert percent_of(Decimal(0), Decimal(40)) == 0
    assert percent_of(None, Decimal(40)) is None
    assert percent_of(Decimal(30), None) is None
    assert percent_of(Decimal(30), Decimal(0)) is None


def test_the_whole_is_as_printed_else_summed_else_unknown_and_in_whole_units(library: Library) -> None:
    assert whole_of(division("havnen-1", library)) == 40_000
    assert whole_of(division("havnen-2", library)) == 40_000  # nothing is printed: 24 and 16 thousand
    assert whole_of(division("skolen", library)) is None  # one share is not stated


def test_the_newest_known_number_of_inhabitants_counts(library: Library) -> None:
    population = population_of(municipality("fjordby", library))
    assert population is not None
    assert population.date.text == "2020-01-01"  # type: ignore[union-attr]
    assert per_inhabitant(Decimal(24_000), population) == 12
    assert per_inhabitant(None, population) is None
    assert population_of(municipality("bakkeby", library)) is None
    assert per_inhabitant(Decimal(24_000), None) is None


def test_each_version_knows_its_part_and_the_difference_to_the_one_before(library: Library) -> None:
    harbour = next(one for one in payments_of(municipality("fjordby", library), library) if one.matter.id == "havnen")
    now, before = harbour.versions
    assert [now.record.id, before.record.id] == ["havnen-2", "havnen-1"]
    assert (now.amount, now.percent, now.per_inhabitant, now.change, now.newest) == (24_000, 60, 12, -6_000, True)
    assert (before.amount, before.percent, before.change, before.newest) == (30_000, 75, None, False)


def test_who_is_left_out_of_the_newest_version_pays_nothing_by_it_and_hears_why(library: Library) -> None:
    harbour = next(one for one in payments_of(municipality("bakkeby", library), library) if one.matter.id == "havnen")
    assert (harbour.newest.share, harbour.newest.amount, harbour.newest.change) == (None, None, None)
    assert harbour.newest.left_out.strip() == "Vil ikke."
    assert harbour.versions[1].amount == 10_000
    standing = standing_of(municipality("bakkeby", library), library)
    assert [payment.matter.id for payment in standing.paying] == ["skolen"]


def test_a_year_has_a_total_only_where_several_sums_are_known(library: Library) -> None:
    totals = year_totals(payments_of(municipality("fjordby", library), library))
    assert [(total.year, total.amount, total.count) for total in totals] == [(2021, 24_500, 2)]
    assert year_totals(payments_of(municipality("bakkeby", library), library)) == ()


def test_two_versions_are_compared_payer_by_payer(library: Library) -> None:
    found = comparison_with_earlier(division("havnen-2", library), library)
    assert found is not None
    assert (found.whole_before, found.whole_now, found.change_of_whole) == (40_000, 40_000, 0)
    lines = {line.payer.id: line for line in found.lines}
    assert (lines["fjordby"].change, lines["fjordby"].percent) == (-6_000, -20)
    assert (lines["bakkeby"].before, lines["bakkeby"].now, lines["bakkeby"].change) == (10_000, None, None)
    assert (lines["bakkeby"].was_in, lines["bakkeby"].is_in, lines["bakkeby"].reason.strip()) == (True, False, "Vil ikke.")
    assert comparison_with_earlier(division("havnen-1", library), library) is None


def test_only_the_newest_versions_count_as_such(library: Library) -> None:
    assert {one.id for one in newest_divisions(library)} == {"havnen-2", "skolen"}


def test_the_longest_bar_is_the_largest_share_and_the_unknown_has_none(library: Library) -> None:
    assert bar_widths(division("havnen-2", library)) == {"f": "100.0", "region": "66.7"}
    assert bar_widths(division("skolen", library)) == {"f": "100.0"}


def test_the_real_numbers_are_those_of_the_sources() -> None:
    library = Site(PROJECT).check().library
    by_matter = {one.matter.id: one for one in payments_of(municipality("lemvig", library), library)}
    now, before = by_matter["govtech"].versions
    assert (now.amount, before.amount, now.change, now.whole) == (65_170, 59_167, 6_003, 2_400_000)
    assert now.percent is not None
    assert now.per_inhabitant is not None
    assert (round(now.percent, 2), round(now.per_inhabitant, 2)) == (Decimal("2.72"), Decimal("3.24"))
    house = by_matter["erhvervshus-2019"].newest
    assert (house.amount, house.whole) == (564_000, 36_792_000)
    for name in ("viborg", "samsoe"):
        govtech = next(one for one in payments_of(municipality(name, library), library) if one.matter.id == "govtech")
        assert govtech.newest.share is None
        assert "ikke ønsker at deltage" in govtech.newest.left_out


def test_a_matter_with_several_sums_is_paid_for_once_and_a_shared_sum_is_not_silence(
    content: Callable[[dict[str, str]], Site],
) -> None:
    agreement = """
        ---
        id: broen
        title: Broen
        kind: samarbejdsaftale
        parties: [{party: "organization:havnen"}]
        sums:
          - {key: a, title: Drift, amount: "10", payer: "municipality:fjordby"}
          - {key: b, title: Anlæg, amount: ikke oplyst, payer: "municipality:fjordby"}
          - {key: c, title: Tilsyn, amount: "6", shared_between: [fjordby, bakkeby]}
        municipalities: [fjordby, bakkeby]
        ---
    """
    library = content({**CONTENT, "content/agreements/broen.md": agreement}).check().library
    fjordby, bakkeby = (standing_of(municipality(name, library), library) for name in ("fjordby", "bakkeby"))
    assert [one.id for one in fjordby.paid_for] == ["havnen", "skolen", "broen"]
    assert len(fjordby.sums) == 2
    assert [one.sum.key for one in bakkeby.shared] == ["c"]
    assert [one.id for one in bakkeby.paid_for] == ["skolen"]


def test_who_is_only_proposed_is_not_appointed(content: Callable[[dict[str, str]], Site]) -> None:
    appointment = "---\nid: {id}\ntitle: {id}\npost: formand\nstate: {state}\nnominated_by: municipality:fjordby\n---\n"
    files = {
        **CONTENT,
        "content/posts/formand.md": "---\nid: formand\ntitle: Formand\nbody_of: havnen\nrole: formand\nkind: formand\n---\n",
        **{
            f"content/appointments/{id_}.md": appointment.format(id=id_, state=state)
            for id_, state in (("valgt", "udpeget"), ("peget-paa", "indstillet"), ("naevnt", "foreslået"), ("gammel", "ophørt"))
        },
    }
    library = content(files).check().library
    standing = standing_of(municipality("fjordby", library), library)
    assert {one.id for one in standing.appointed} == {"valgt", "gammel"}
    assert {one.id for one in standing.proposed} == {"peget-paa", "naevnt"}
    assert not standing.named_with
