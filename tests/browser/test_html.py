"""The HTML of every page of the site: well formed, with one title, one main heading and headings in order."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.page_form import PageForm, form_of

pytestmark = pytest.mark.browser


def test_every_page_is_well_formed(parsed: dict[str, PageForm]) -> None:
    assert {address: page.faults for address, page in parsed.items() if page.faults} == {}


def test_every_page_has_one_main_heading(parsed: dict[str, PageForm]) -> None:
    assert [address for address, page in parsed.items() if page.headings.count("h1") != 1] == []


def test_every_page_says_its_language(parsed: dict[str, PageForm]) -> None:
    assert {page.language for page in parsed.values()} == {"da"}


def test_no_two_pages_have_the_same_title(parsed: dict[str, PageForm], site: BuiltSite) -> None:
    titles = Counter(page.title for address, page in parsed.items() if address not in site.moved)
    assert titles[""] == 0
    assert {title: count for title, count in titles.items() if count > 1} == {}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<ul><li>a</ul>", "</ul>"),
        ("<div><p>a</p>", "never closed"),
        ("<p><div></div></p>", "in a paragraph"),
        ("<h1>a</h1><h3>b</h3>", "comes after"),
        ("<p id=a></p><p id=a></p>", "taken"),
        ("<tr></tr>", "stands in"),
    ],
)
def test_the_parser_sees_a_fault(html: str, fault: str) -> None:
    assert any(fault in found for found in form_of(html).faults)
