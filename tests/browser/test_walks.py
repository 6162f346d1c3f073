"""Five questions that citizens come with: each answered in at most three clicks or one search from the front page.

The clicks are on links that can be seen, by the words that stand on them; the answer stands on a phone within three
screens of where the last click led.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import BuiltSite

pytestmark = pytest.mark.browser

CLICKS = 3
NEAR = 3 * 740  # pixels: screens of the phone that the tests have


class Walk:
    """A citizen with a phone at the front page, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0
        page.goto("/")

    def click(self, words: str, within: str = "body") -> None:
        """Follow the first link that is seen with these words; a menu that is closed is opened first, as people do."""
        link = self.page.locator(within).get_by_role("link", name=re.compile(words)).filter(visible=True).first
        expect(link).to_be_visible()
        before = self.page.url
        link.click()
        self.page.wait_for_url(lambda address: address != before)
        self.clicks += 1

    def search(self, words: str, result: str) -> None:
        """Ask the search field of the page, and follow a result."""
        field = self.page.get_by_role("searchbox").filter(visible=True).first
        field.fill(words)
        field.press("Enter")
        self.page.wait_for_url("**/soeg/**")
        self.page.locator("#search-results").get_by_role("link", name=re.compile(result)).first.click()
        self.page.wait_for_url(lambda address: "/soeg/" not in address)

    def sees(self, *answers: str) -> None:
        """The page says each of these in its matter, from where the last click led downwards."""
        assert self.clicks <= CLICKS
        for answer in answers:
            found = self.page.locator("main").get_by_text(re.compile(answer)).filter(visible=True)
            expect(found.first, answer).to_be_visible()
            tops = [box["y"] for one in found.all() if (box := one.bounding_box())]
            assert any(0 <= top < NEAR for top in tops), f"{answer!r} stands at {tops} of {self.page.url}"


@pytest.fixture
def walk(page: Page) -> Walk:
    """A walk that begins."""
    return Walk(page)


def test_what_does_lemvig_pay_for_govtech_and_why_did_the_sum_change(walk: Walk) -> None:
    walk.click("^Lemvig")
    walk.sees(r"65\.170 kr\.", r"Før: 59\.167 kr\., da 19 skulle dele", r"\+6\.003 kr\.")
    walk.click("^GovTech Midtjylland$", "main")
    walk.sees(r"65\.170", r"\+6\.003")


def test_who_sits_on_the_board_of_the_joint_service_centre(walk: Walk) -> None:
    walk.search("bestyrelsen for Fælles Service Center", "^Bestyrelsen for Fælles Service ?Center")
    walk.sees("Jens Peter Hegelund Jensen", "Lauge Clemmensen")


def test_what_was_decided_on_item_eight_and_what_had_been_recommended(walk: Walk) -> None:
    walk.click("^Møder$")
    walk.click("Kommunaldirektørnetværkets møde den 28. august 2020")
    walk.click("Godkendelse af Rammeaftale 2021-22")
    walk.sees("KD-Net godkender udkast til Rammeaftale 2021-22", "KD-Net tog orienteringen til efterretning")


def test_when_does_the_dk2020_agreement_end(walk: Walk) -> None:
    walk.click("^Aftaler$")
    walk.click("Samarbejdsaftale om DK2020")
    walk.sees(r"30\. juni 2023")


def test_which_municipalities_are_not_in_govtech(walk: Walk) -> None:
    walk.click("^Initiativer$")
    walk.click("^GovTech Midtjylland", "main")
    walk.sees("Viborg og Samsø har meddelt")
    walk.click("^Hvem er med", "main")
    walk.sees("Deltager ikke: 2", "^Viborg$", "^Samsø$")


def test_the_answers_are_what_the_records_say(site: BuiltSite) -> None:
    """So that the walks do not go on to assert what a corrected record no longer says."""
    assert "6.003" in site.pages["/fordelinger/govtech-2020-10/"]
    assert "30. juni 2023" in site.pages["/aftaler/dk2020/"]
