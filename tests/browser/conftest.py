"""What the browser tests share: the real site, built once and served, and a browser that notes what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize, sync_playwright

from tests.browser.built_site import BuiltSite, build_real_site
from tests.browser.local_server import served
from tests.browser.page_form import PageForm, form_of
from tests.chromium import ARGUMENTS, find_chromium


@dataclass
class Complaints:
    """What a browser said against the pages that it was shown."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext, origin: str) -> None:
        """Note errors, broken policies and requests that leave the site, on every page of a context."""
        context.on("console", self._note_message)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self._note_request(request, origin))

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

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


def new_context(browser: Browser, origin: str, complaints: Complaints, *, javascript: bool = True) -> BrowserContext:
    """A new visitor with a small phone."""
    phone: ViewportSize = {"width": 360, "height": 740}
    context = browser.new_context(base_url=origin, viewport=phone, locale="da-DK", java_script_enabled=javascript)
    context.set_default_timeout(20_000)
    complaints.watch(context, origin)
    return context


@pytest.fixture
def page(browser: Browser, origin: str, complaints: Complaints) -> Iterator[Page]:
    """An empty page of a new visitor."""
    context = new_context(browser, origin, complaints)
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_javascript(browser: Browser, origin: str, complaints: Complaints) -> Iterator[Page]:
    """An empty page of a new visitor whose browser runs no scripts."""
    context = new_context(browser, origin, complaints, javascript=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(browser: Browser, origin: str, complaints: Complaints) -> Iterator[BrowserContext]:
    """A new visitor with a small phone, to whom an engine made up for tests answers every search."""
    made = (Path(__file__).parent / "made_engine.js").read_text(encoding="utf-8")
    context = new_context(browser, origin, complaints)
    context.route("**/assets/search/engine.js", lambda route: route.fulfill(body=made, content_type="text/javascript"))
    yield context
    context.close()


@pytest.fixture
def search(visitor: BrowserContext) -> Page:
    """The search page over that engine, before anybody asks."""
    page = visitor.new_page()
    page.goto("/soeg/")
    return page


@pytest.fixture(scope="session")
def parsed(site: BuiltSite) -> dict[str, PageForm]:
    """Every page of the site, read as HTML, by its address."""
    return {address: form_of(html) for address, html in site.pages.items()}
