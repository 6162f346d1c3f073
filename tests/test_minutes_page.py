"""The whole minutes of a meeting on one page: every item's text in order, and in nobody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.addresses import address_of
from generator.library import Library
from generator.page import file_path
from generator.pages.minutes import has_minutes_page, minutes_address
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.text_html import plain
from tests.parsed_page import ParsedPage, pages_of
from tests.sites import EXAMPLE, Site, copy_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = copy_of(EXAMPLE, tmp_path_factory.mktemp("minutes") / "source")
    assert site.build().pages
    return site


@pytest.fixture(scope="module")
def library(site: Site) -> Library:
    return site.check().library


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, ParsedPage]:
    return pages_of(site.built())


@pytest.fixture(scope="module")
def meeting(library: Library) -> Meeting:
    return next(one for one in library.all(Meeting) if has_minutes_page(one, library))


def words_of(item: Item) -> list[str]:
    """The pieces of an item's texts that stand on any page as they are typed: words of one line without a mark."""
    points = [point.text for point in item.recommendation.points] if item.recommendation else []
    texts = [item.minutes or "", item.after_meeting or "", item.body, *points]
    lines = [line for text in texts for line in text.splitlines()]
    return [line for line in lines if line and plain(line) == line and line[0].isalpha() and "](" not in line]


def test_it_has_the_text_of_every_item_in_order(meeting: Meeting, library: Library, pages: dict[str, ParsedPage]) -> None:
    page = pages[file_path(minutes_address(meeting, library, "da"))]
    items = [item for item in library.items_of(meeting) if not item.closed]
    assert len(items) > 2
    found = 0
    for item in items:
        lines = words_of(item)
        assert lines, item.id
        for line in lines:
            assert " ".join(line.split()) in page.text, (item.id, line)
        found += len(lines)
    assert found > 6
    titles = [page.text.rindex(item.title) for item in library.items_of(meeting)]
    assert titles == sorted(titles)


def test_its_meeting_leads_to_it(meeting: Meeting, library: Library, pages: dict[str, ParsedPage]) -> None:
    links = pages[file_path(address_of(meeting, library, "da"))].values("href")
    assert any(link.endswith(minutes_address(meeting, library, "da")) for link in links)


def test_a_closed_item_shows_its_ground_alone(meeting: Meeting, library: Library, pages: dict[str, ParsedPage]) -> None:
    closed = next(item for item in library.items_of(meeting) if item.closed)
    assert closed.closed_ground
    assert closed.closed_ground in pages[file_path(minutes_address(meeting, library, "da"))].text


def test_the_sites_own_search_leads_to_the_items_and_not_to_it(
    meeting: Meeting, library: Library, pages: dict[str, ParsedPage], site: Site
) -> None:
    path = file_path(minutes_address(meeting, library, "da"))
    assert not any("data-pagefind-body" in dict(element.attributes) for element in pages[path].elements)
    ledger = Path(site.folder / "addresses.txt").read_text(encoding="utf-8")
    assert minutes_address(meeting, library, "da") not in ledger.splitlines()
    assert address_of(meeting, library, "da") in ledger.splitlines()


def test_a_meeting_without_text_has_no_such_page(library: Library, pages: dict[str, ParsedPage]) -> None:
    without = [one for one in library.all(Meeting) if not has_minutes_page(one, library)]
    assert without
    assert all(file_path(minutes_address(one, library, "da")) not in pages for one in without)
