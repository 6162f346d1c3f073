"""What the browser tests share: the real site, built once and served, and a browser that notes what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.browser.built_site import BuiltSite, build_real_site
from tests.browser.local_server import served
from tests.chromium import ARGUMENTS, find_chromium


@dataclass
class Complaints:
    """What a browser said against the pages that it was shown."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext, origin: str) -> None:
        """Note errors, broken policies and requests that leave the site, on every page of a context."""
        context.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self._note_request(request, origin))

    def _note_request(self, request: Request, origin: str) -> None:
        if not request.url.startswith((origin + "/", "data:")):
            self.foreign.append(request.url)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real site as of a fixed day."""
    return build_real_site(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def origin(site: BuiltSite) -> Iterator[str]:
    """Where the real site is served."""
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = find_chromium()
    assert path, "no Chromium found: run `python -m tests.chromium`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> Complaints:
    """Where the browser's complaints of one test gather."""
    return Complaints()


@pytest.fixture
def page(browser: Browser, origin: str, complaints: Complaints) -> Iterator[Page]:
    """A page at the site's origin, as wide as a small phone."""
    context = browser.new_context(base_url=origin, viewport={"width": 360, "height": 740}, locale="da-DK")
    complaints.watch(context, origin)
    yield context.new_page()
    context.close()
