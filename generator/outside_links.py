"""A library's addresses on the web to those that do not answer; the one thing here that asks other machines."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import quote, urlsplit, urlunsplit

from generator.library import Library
from generator.problems import Code, Problem, in_order, problem

_ADDRESS = re.compile(r"https?://[^\s<>\"'`()\[\]]+(?:\([^\s<>()]*\)[^\s<>\"'`()\[\]]*)*")
_ENDINGS = ".,;:!?*_"  # what ends a sentence or a word in Markdown, and no address
_KEPT = "%/:?&=@+,;~!$'()*"
_WHO = "protokol-links/1 (looks once a week whether the pages that public records name are there)"
_SECONDS = 20
_AT_ONCE = 8
# They say no to programs, or that they were asked too often; a browser may well get the page.
_ANSWERED = frozenset({401, 403, 405, 429, 999})
_NO_HEAD = frozenset({400, 403, 404, 405, 501})  # some know only how to give the whole page

Ask = Callable[[str], str]


def addresses_in(library: Library) -> Iterator[tuple[str, str, tuple[int, int], str]]:
    """Every web address in the records that readers see: the address, and the path, place and field where it stands."""
    for record in library.shown():
        for field, value in record.scalars:
            if not isinstance(value, str) or "://" not in value:
                continue
            for match in _ADDRESS.finditer(value):
                at = record.origin.place_in(field, value, match.start())
                yield match[0].rstrip(_ENDINGS), record.origin.path, at, field


def dead_links(library: Library, ask: Ask) -> tuple[Problem, ...]:
    """A problem for each place where an address stands that does not answer.

    `ask` gives what is wrong with an address, or nothing. Each address is asked for once, and each host by one at a time.
    """
    places = list(addresses_in(library))
    hosts: dict[str, list[str]] = {}
    for address in sorted({place[0] for place in places}):
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = dict(answer for found in pool.map(lambda one: _ask_all(one, ask), hosts.values()) for answer in found)
    return in_order(
        problem(path, Code.OUTSIDE_LINK_DEAD, at=at, field=field, found=address, expected=answers[address])
        for address, path, at, field in places
        if answers[address]
    )


def _ask_all(addresses: Iterable[str], ask: Ask) -> list[tuple[str, str]]:
    return [(address, ask(address)) for address in addresses]


def ask_the_web(address: str) -> str:
    """What is wrong with an address: the number of the refusal, `no answer`, or nothing."""
    found = _ask("HEAD", address)
    if found.isdigit() and int(found) in _NO_HEAD:
        found = _ask("GET", address)
    return "" if found.isdigit() and int(found) in _ANSWERED else found


def _ask(method: str, address: str) -> str:
    try:
        # Addresses found here are of http and https alone.
        request = urllib.request.Request(_in_ascii(address), method=method, headers={"User-Agent": _WHO})  # noqa: S310
        with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310
            return ""
    except urllib.error.HTTPError as error:
        return str(error.code)
    except (OSError, HTTPException, ValueError):  # no such host, no route, no time, or no address after all
        return "no answer"


def _in_ascii(address: str) -> str:
    """An address as browsers send it: its letters beyond ASCII encoded, the place on the page left out."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii")
    return urlunsplit((parts.scheme, host, quote(parts.path, _KEPT), quote(parts.query, _KEPT), ""))
