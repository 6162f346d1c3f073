"""Every single page of the site on the smallest phone; the kinds of pages stand for them in the quick tests."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.built_site import BuiltSite
from tests.browser.conftest import Complaints

pytestmark = [pytest.mark.browser, pytest.mark.long]


def test_no_page_scrolls_sideways_or_complains(page: Page, site: BuiltSite, complaints: Complaints) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    wide = []
    for address in sorted(site.pages.keys() - site.moved):
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert wide == []
    assert complaints.errors == []
    assert complaints.foreign == []
