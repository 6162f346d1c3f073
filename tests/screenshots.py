"""The real site to pictures: every kind of page, as wide as a phone and as a desktop, in screenshots/."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.built_site import build_real_site
from tests.browser.local_server import served
from tests.browser.page_kinds import PAGE_KINDS, example_of
from tests.chromium import ARGUMENTS, find_chromium
from tests.sites import PROJECT

WIDTHS = (360, 1280)
FOLDER = PROJECT / "screenshots"


def main() -> int:
    """Picture every kind of page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_real_site(Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        with served(site.folder) as origin:
            for width in WIDTHS:
                page = browser.new_page(base_url=origin, viewport={"width": width, "height": 900})
                for kind in PAGE_KINDS:
                    page.goto(example_of(kind, site))
                    page.screenshot(path=FOLDER / f"{kind}-{width}.png", full_page=True)
        browser.close()
    print(f"{len(PAGE_KINDS) * len(WIDTHS)} pictures in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
