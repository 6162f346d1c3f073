"""Visits: what a new visitor loads and waits for until the first results stand there, and with the searches after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from playwright.sync_api import Browser, Page, Request

from bench.search.scores import AT_ONCE, DEPTH
from bench.search.site import ASK, EMPTY_PAGE

# A 4G line and a mid-range phone, as performance tools commonly take them.
LINE = {"offline": False, "latency": 170, "downloadThroughput": 9_000_000 / 8, "uploadThroughput": 9_000_000 / 8}
SLOWER = 4
LATER = 9  # searches of the same visitor after the first


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes over the line and seconds of one visitor: of the first search, and of those after it."""

    first_bytes: int
    first_requests: int
    first_seconds: float
    later_bytes: list[int]
    later_seconds: list[float]


@dataclass(frozen=True, slots=True)
class Cost:
    """What visits cost: the median visitor's first search, and the later ones, typical and worst."""

    first_bytes: float
    most_first_bytes: int
    first_requests: float
    first_seconds: float
    later_bytes: float
    most_later_bytes: int
    later_seconds: float


def cost_of(visits: Sequence[Visit]) -> Cost:
    """The visits of several visitors to one cost."""
    return Cost(
        first_bytes=median(visit.first_bytes for visit in visits),
        most_first_bytes=max(visit.first_bytes for visit in visits),
        first_requests=median(visit.first_requests for visit in visits),
        first_seconds=median(visit.first_seconds for visit in visits),
        later_bytes=mean(size for visit in visits for size in visit.later_bytes),
        most_later_bytes=max(size for visit in visits for size in visit.later_bytes),
        later_seconds=median(seconds for visit in visits for seconds in visit.later_seconds),
    )


def visit(browser: Browser, origin: str, search: str, texts: Sequence[str], *, slow: bool) -> Visit:
    """Be a new visitor who searches for each of the texts, with nothing kept from before."""
    context = browser.new_context(base_url=origin)
    page = context.new_page()
    page.goto(EMPTY_PAGE)
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108  # Playwright marks the function
    costs = [_search(page, search, text, finished) for text in texts]
    context.close()
    (first_bytes, first_requests, first_seconds), *later = costs
    return Visit(first_bytes, first_requests, first_seconds, [one[0] for one in later], [one[2] for one in later])


def _search(page: Page, search: str, text: str, finished: list[Request]) -> tuple[int, int, float]:
    """The bytes, requests and seconds of one search."""
    finished.clear()
    (answer,) = page.evaluate(ASK, {"search": search, "queries": [text], "limit": DEPTH, "first": AT_ONCE})
    page.wait_for_timeout(100)  # for the browser's word that the last request ended
    requests = list(finished)
    return sum(_size(request) for request in requests), len(requests), answer["seconds"]


def _size(request: Request) -> int:
    """Head and body as sent; the browser does not say the body's size of a worker's own script, but the server does."""
    sizes, response = request.sizes(), request.response()
    said = int(response.header_value("content-length") or 0) if response else 0
    return max(sizes["responseBodySize"], said) + sizes["responseHeadersSize"]
