"""Every page by clicks from the front page, and the pages that people come for by few."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.page_form import PageForm

pytestmark = pytest.mark.browser

# Nobody clicks to the page for what is not there, nor to the former addresses.
_NOT_FOUND = "/404.html"


@pytest.fixture(scope="module")
def clicks(parsed: dict[str, PageForm]) -> dict[str, int]:
    """For every address and every place in a page (`/aftaler/x/#maal-1`): how many clicks it is from the front page."""
    found = {"/": 0}
    ahead = deque(["/"])
    while ahead:
        address = ahead.popleft()
        for link in parsed[address].links:
            parts = urlsplit(urljoin(address, link))
            target = unquote(parts.path)
            if parts.netloc or target not in parsed:
                continue
            if target not in found:
                found[target] = found[address] + 1
                ahead.append(target)
            if parts.fragment:
                found.setdefault(f"{target}#{parts.fragment}", found[address] + 1)
    return found


def test_every_page_is_reached_by_clicks_from_the_front_page(clicks: dict[str, int], site: BuiltSite) -> None:
    assert sorted(site.pages.keys() - clicks.keys() - site.moved - {_NOT_FOUND}) == []


def test_each_municipality_is_one_click_away(clicks: dict[str, int]) -> None:
    near = [address for address, count in clicks.items() if re.fullmatch(r"/kommuner/[^/]+/", address) and count == 1]
    assert len(near) == 19


def test_each_item_of_the_meeting_of_august_2020_is_three_clicks_away(clicks: dict[str, int]) -> None:
    assert all(clicks[f"/moeder/kd-net/2020-08-28/{number}/"] <= 3 for number in range(1, 17))


def test_both_divisions_of_the_costs_of_govtech_are_two_clicks_away(clicks: dict[str, int]) -> None:
    assert clicks["/fordelinger/govtech-2020-07/"] <= 2
    assert clicks["/fordelinger/govtech-2020-10/"] <= 2


def test_each_of_the_nine_goals_of_the_erhvervshus_is_three_clicks_away(
    clicks: dict[str, int], parsed: dict[str, PageForm]
) -> None:
    for number in range(1, 10):
        assert f"maal-{number}" in parsed["/aftaler/erhvervshus-2019/"].ids
        assert clicks[f"/aftaler/erhvervshus-2019/#maal-{number}"] <= 3
