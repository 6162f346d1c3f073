"""The real site to pictures in screenshots/: every kind of page on a phone and a desktop, the main ones dark and on paper."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.built_site import BuiltSite, build_real_site
from tests.browser.local_server import served
from tests.browser.page_kinds import PAGE_KINDS, example_of
from tests.chromium import ARGUMENTS, find_chromium
from tests.sites import PROJECT

WIDTHS = (360, 1280)
FOLDER = PROJECT / "screenshots"
# The kinds that are also pictured in the dark, in forced colours and as printed.
MAIN = ("front", "item", "meeting", "municipality", "initiative", "agreement", "cost_share", "organization", "position")


def main() -> int:
    """Picture every kind of page."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_real_site(Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        with served(site.folder) as origin:
            for width in WIDTHS:
                _picture(browser, origin, site, width)
        browser.close()
    print(f"{len(list(FOLDER.iterdir()))} pictures in {FOLDER}")
    return 0


def _picture(browser: Browser, origin: str, site: BuiltSite, width: int) -> None:
    """All pictures of one width."""
    page = browser.new_page(base_url=origin, viewport={"width": width, "height": 900})
    for kind in PAGE_KINDS:
        page.goto(example_of(kind, site))
        _take(page, f"{kind}-{width}")
        if kind in MAIN:
            page.emulate_media(color_scheme="dark")
            _take(page, f"{kind}-{width}-dark")
            page.emulate_media(color_scheme="light", forced_colors="active")
            _take(page, f"{kind}-{width}-forced")
            page.emulate_media(forced_colors="none")
            if width == WIDTHS[-1]:
                page.pdf(path=FOLDER / f"{kind}-print.pdf", format="A4", prefer_css_page_size=True)
                page.emulate_media(media="print")
                _take(page, f"{kind}-print")
                page.emulate_media(media="screen")
    page.close()


def _take(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True)


if __name__ == "__main__":
    sys.exit(main())
