"""What an agreement's page works out: its period as a bar, shares of its sums, chapters, and changes said in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.messages import load_catalogue_with
from generator.pages.agreement import agreement_extra
from generator.pages.changes_marked import edits_in, in_words
from generator.pages.period import PeriodBar, period_bar
from generator.records.agreement import Agreement
from generator.values.unknown import Unknown
from generator.values.when import When, parse_when
from tests.conftest import MakeSite
from tests.sites import AGREEMENT, BUILD_DATE, PROJECT, SMALL
from tests.test_story import voice_of

NOBODY_SAYS = Unknown("not_stated")


def bar(start: str, end: str, *events: str) -> PeriodBar | None:
    moments: list[When | Unknown] = [parse_when(one) if one else NOBODY_SAYS for one in (start, end, *events)]
    return period_bar(moments[0], moments[1], moments[2:], BUILD_DATE)


def looks(found: PeriodBar | None) -> list[str]:
    assert found is not None
    return [piece.look for piece in found.pieces]


def number(length: str) -> float:
    return float(length.rstrip("%"))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-01-01", "2027-12-31", ["done", "planned"]),
        ("2020", "2023", ["done"]),
        ("2027-01-01", "2028-01-01", ["planned"]),
        ("2025-01-01", "", ["unknown"]),
        ("", "2027-01-01", ["unknown"]),
    ],
)
def test_what_is_past_is_filled_what_is_ahead_is_outlined_and_what_is_unknown_is_dashed(
    start: str, end: str, expected: list[str]
) -> None:
    assert looks(bar(start, end)) == expected


def test_a_period_of_which_nothing_is_known_is_not_drawn() -> None:
    assert bar("", "") is None
    assert bar("", "", "2026-03-31") is None


def test_the_filled_part_ends_where_the_page_stands() -> None:
    found = bar("2025-01-01", "2027-12-31")
    assert found is not None
    done, planned = found.pieces
    assert number(done.x) + number(done.width) == pytest.approx(number(found.today), abs=0.2)
    assert number(planned.x) == pytest.approx(number(found.today), abs=0.2)
    assert number(planned.x) + number(planned.width) == pytest.approx(number(found.end), abs=0.2)


def test_dates_keep_the_number_that_they_have_in_the_list_of_duties() -> None:
    found = bar("2025", "2027", "", "2025-06-01", "2026-06-01")
    assert found is not None
    assert [(one.number, one.over) for one in found.events] == [(2, True), (3, False)]


DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@given(st.none() | DAYS, st.none() | DAYS, st.lists(DAYS, max_size=4), DAYS)
def test_a_bar_stays_within_its_frame(start: date | None, end: date | None, events: list[date], today: date) -> None:
    moments = [parse_when(one.isoformat()) if one else None for one in (start, end)]
    found = period_bar(moments[0], moments[1], [parse_when(one.isoformat()) for one in events], today)
    if found is None:
        assert start is None
        assert end is None
        return
    for piece in found.pieces:
        assert number(piece.x) >= 0
        assert number(piece.width) > 0
        assert number(piece.x) + number(piece.width) <= 100.5
    assert all(0 <= number(one.x) <= 100 for one in found.events)
    assert (found.start_known, found.end_known) == (start is not None, end is not None)


PARTS = """kind: samarbejdsaftale
sums:
  - {key: hele, title: Det hele, amount: 2 mio. kr.}
  - {key: cirka, title: Omtrent, amount: knap 3 mio. kr.}
earmarks:
  - {key: halv, of_sum: hele, amount: "500.000", purpose: Til noget.}
  - {key: vag, of_sum: cirka, amount: "500.000", purpose: Til andet.}
  - {key: loes, amount: "1", purpose: For sig.}
clauses:
  - {key: foer, title: Før, text: To ord}
  - {key: k1, title: Kapitel, level: kapitel, text: Et}
  - {key: s1, title: Afsnit, text: Tre små ord}
  - {key: b1, title: Bilag, level: bilag}
"""


def test_an_earmark_is_measured_against_its_own_sum_and_only_where_both_are_exact(content: MakeSite) -> None:
    site = content(SMALL)
    site.edit(AGREEMENT, "kind: samarbejdsaftale\n", PARTS)
    voice = voice_of(site)
    extra = agreement_extra(voice.library.all(Agreement)[0], voice)
    hele, cirka = extra.sums
    assert [(one.earmark.key, one.percent, one.number) for one in hele.shares] == [("halv", "25", "25.0")]
    assert ([one.key for one in cirka.others], cirka.shares) == (["vag"], ())
    assert [one.key for one in extra.earmarks] == ["loes"]
    chapters = [(one.head.key, [section.key for section in one.sections], one.words) for one in extra.chapters]
    assert chapters == [("foer", [], 2), ("k1", ["s1"], 4), ("b1", [], 0)]


def test_every_insertion_and_deletion_is_listed_and_marked_in_words() -> None:
    assert [(one.kind, one.text) for one in edits_in("Det ~~gamle~~ ++nye, og\nlængere++ ord")] == [
        ("struck", "gamle"),
        ("added", "nye, og\nlængere"),
    ]
    words = load_catalogue_with("da", PROJECT / "themes" / "default" / "locale")
    html = str(in_words(Markup("<p>Det <del>gamle</del> <ins>nye</ins> ord</p>"), words))
    assert '<del><span class="said-aloud">[Udgår: </span>gamle<span class="said-aloud">] </span></del>' in html
    assert '<ins><span class="said-aloud">[Indsat: </span>nye<span class="said-aloud">] </span></ins>' in html


def test_an_agreement_that_nobody_says_was_concluded_is_not_shown_as_agreed(content: MakeSite) -> None:
    site = content(SMALL)
    site.edit(AGREEMENT, "state: indgået\n", "")
    (agreement,) = voice_of(site).library.all(Agreement)
    assert agreement_extra(agreement, voice_of(site)).state == "unknown"
    assert site.build().pages
    page = site.built()["aftaler/aftalen/index.html"].decode()
    assert "Kilderne viser ikke, om parterne sagde ja til aftalen" in page
    assert "Parterne har sagt ja" not in page
