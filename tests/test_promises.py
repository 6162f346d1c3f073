"""The follow-up board: where a promise stands as of a day, and that each stands on exactly one place of the board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.pages.board import UNFOLDED, BoardData, Promise, board_pages
from generator.pages.promises import STATES, last_word, order_of, state_of
from generator.records.follow_up import FollowUp
from generator.theme import load_theme
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, SMALL, Site

MORE_THAN_ONE_PAGE = 80


def promise(number: int, due: str = "ikke oplyst", entries: str = "", who: str = "") -> dict[str, str]:
    head = f"id: l-{number:03}\ntitle: Løfte {number:03}\npromised_in: agreement:aftalen\nquote: Det gør vi.\ndue: {due}\n"
    return {f"content/follow-ups/l-{number:03}.md": f"---\n{head}{who}{entries}---\n"}


def said(*statuses_and_dates: str) -> str:
    lines = ["entries:"]
    for number, one in enumerate(statuses_and_dates):
        status, _, day = one.partition(" den ")
        lines.append(f"  - {{key: k-{number}, date: {day or 'ikke oplyst'}, status: {status}, text: Sagt., source: Et brev}}")
    return "\n".join(lines) + "\n"


def one_promise(content: MakeSite, **written: str) -> FollowUp:
    library = content({**SMALL, **promise(1, **written)}).check().library
    return library.all(FollowUp)[0]


CASES = [
    ("2026-01-14", "", "unanswered"),
    ("2026-01-15", "", "soon"),  # the last day of a deadline is still in time
    ("2026-01", "", "soon"),
    ("2025", "", "unanswered"),
    ("2026-04-15", "", "soon"),
    ("2026-04-16", "", "ahead"),
    ("ikke oplyst", "", "undated"),
    ("2025-01-01/..", "", "undated"),  # begins on a day and never ends
    ("2025-01-01", said("i gang den 2025-02-01"), "awaiting"),
    ("2025-01-01", said("ikke oplyst den 2025-02-01"), "unanswered"),
    ("2025-01-01", said("gennemført den 2025-02-01"), "done"),
    ("ikke oplyst", said("gennemført"), "done"),
    ("2025-01-01", said("opgivet den 2025-02-01"), "given_up"),
    ("2025-01-01", said("erstattet den 2025-02-01"), "given_up"),
    ("2025-01-01", said("gennemført den 2025-03-01", "i gang den 2025-02-01"), "done"),  # not the last line, the last day
    ("2025-01-01", said("i gang", "gennemført"), "done"),  # without days, the last line
    ("2025-01-01", said("delvist gennemført den 2025-02-01"), "awaiting"),
]


@pytest.mark.parametrize(("due", "entries", "state"), CASES)
def test_a_promise_stands_where_its_date_and_its_last_entry_put_it(
    content: MakeSite, due: str, entries: str, state: str
) -> None:
    assert state_of(one_promise(content, due=due, entries=entries), BUILD_DATE) == state


def test_every_state_has_a_case() -> None:
    assert {state for _, _, state in CASES} == set(STATES)


def test_time_alone_turns_a_promise_ahead_into_one_without_an_answer(content: MakeSite) -> None:
    one = one_promise(content, due="2026-09-01")
    days = (BUILD_DATE, date(2026, 7, 1), date(2026, 9, 1), date(2026, 9, 2))
    assert [state_of(one, day) for day in days] == ["ahead", "soon", "soon", "unanswered"]


def test_a_promise_without_entries_has_no_last_word(content: MakeSite) -> None:
    assert last_word(one_promise(content)) is None


def test_within_a_group_the_nearest_date_comes_first(content: MakeSite) -> None:
    days = ["2020-01-01", "2025-12-01", "2023-06-01", "2026-05-01", "2027-05-01"]
    files = {path: text for number, day in enumerate(days) for path, text in promise(number, due=day).items()}
    library = content({**SMALL, **files}).check().library
    ordered = sorted(library.all(FollowUp), key=lambda one: order_of(one, BUILD_DATE))
    assert [str(getattr(one.due, "text", "")) for one in ordered] == [
        "2025-12-01", "2023-06-01", "2020-01-01", "2026-05-01", "2027-05-01",
    ]  # fmt: skip


@pytest.fixture
def full(content: MakeSite) -> Site:
    """A site whose board has more than one page, with promises of every state."""
    files = dict(SMALL)
    for number in range(MORE_THAN_ONE_PAGE):
        due, entries, _ = CASES[number % len(CASES)]
        who = f"responsible: [organization:{'forum' if number % 3 else 'andet'}]\n"
        files |= promise(number, due=due, entries=entries, who=who)
    files["content/organizations/andet.md"] = "---\nid: andet\ntitle: Andet\nkind: netværk\n---\n"
    return content(files)


def boards(site: Site, day: date = BUILD_DATE) -> dict[str, BoardData]:
    library = site.check().library
    theme = load_theme(site.folder, site.config.paths.theme)
    voice = Voice("da", theme.catalogue("da"), site.config, library, day)
    return {page.address: page.build(voice) for page in board_pages(library, "da")}


def lines(data: BoardData) -> list[Promise]:
    """Every promise of a page of the board, from above."""
    return [one for group in data.groups for fold in group.folds for one in fold.promises]


def test_a_long_board_is_folded_by_year_and_by_paper(full: Site) -> None:
    front = boards(full)["/opfoelgning/"]
    folds = [fold for group in front.groups for fold in group.folds]
    open_ones = [len(fold.promises) for fold in folds if fold.open]
    assert (folds[0].open, folds[-1].open) == (True, False)
    assert sum(open_ones) <= max(UNFOLDED, open_ones[0])
    by_state = {group.state: [fold.title for fold in group.folds] for group in front.groups}
    assert by_state["unanswered"] == ["Frist i 2026", "Frist i 2025"]
    assert by_state["undated"] == ["Aftalen"]


def test_a_short_board_is_not_folded(content: MakeSite) -> None:
    short = boards(content({**SMALL, **promise(1, due="2023"), **promise(2, due="2021"), **promise(3)}))["/opfoelgning/"]
    shown = [(fold.title, fold.open) for group in short.groups for fold in group.folds]
    assert shown == [("", True), ("", True)]  # one list of those that are due, one of those that are not


def test_every_promise_stands_once_on_the_board_and_the_counts_say_how_many(full: Site) -> None:
    pages = [data for address, data in boards(full).items() if "/ansvarlig/" not in address]
    assert len(pages) == 2
    shown = [one.title for data in pages for one in lines(data)]
    assert len(shown) == len(set(shown)) == MORE_THAN_ONE_PAGE
    by_state = {state: sum(one.state == state for data in pages for one in lines(data)) for state in STATES}
    assert {one.state: one.count for one in pages[0].tallies} == {state: count for state, count in by_state.items() if count}
    assert [one.state for one in pages[0].tallies] == [state for state in STATES if by_state[state]]


def test_a_count_leads_to_the_page_on_which_its_group_begins(full: Site) -> None:
    built = full.build()
    assert built.pages  # the inspection of links has followed each to its anchor
    html = (full.output / "opfoelgning" / "index.html").read_text(encoding="utf-8")
    assert 'href="/opfoelgning/side/2/#opgivet"' in html


def test_the_board_of_one_party_has_its_promises_and_no_others(full: Site) -> None:
    found = boards(full)
    names = {"/opfoelgning/ansvarlig/andet/": 0, "/opfoelgning/ansvarlig/forum/": 0}
    for address in names:
        pages = [data for place, data in found.items() if place.startswith(address)]
        names[address] = pages[0].total
        assert sum(len(lines(data)) for data in pages) == pages[0].total
    assert sum(names.values()) == MORE_THAN_ONE_PAGE
    values = {value.title: value.count for value in found["/opfoelgning/"].facets[0].shown}
    assert values == {"Andet": names["/opfoelgning/ansvarlig/andet/"], "Forum": names["/opfoelgning/ansvarlig/forum/"]}


def test_another_day_moves_promises_between_the_groups(full: Site) -> None:
    later = boards(full, BUILD_DATE + timedelta(days=400))["/opfoelgning/"]
    assert {"soon", "ahead"} & {one.state for one in later.tallies} == set()


def test_a_follow_ups_own_page_says_how_long_ago_it_was_due(content: MakeSite) -> None:
    site = content({**SMALL, **promise(1, due="2023-01-10"), **promise(2, due="2026-01-20"), **promise(3, due="2025-11-01")})
    assert site.build().pages
    texts = [(site.output / "opfoelgning" / f"l-00{one}" / "index.html").read_text(encoding="utf-8") for one in (1, 2, 3)]
    assert "mere end 3 år siden, fristen udløb" in texts[0]
    assert "højst 5 dage til fristen" in texts[1]
    assert "mere end 2 måneder siden" in texts[2]
    assert all("Det gør vi." in text for text in texts)
