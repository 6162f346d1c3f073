"""What machines are told of the real site: every address leads to a page of it, and no list tells too much."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from tests.browser.built_site import BuiltSite

pytestmark = pytest.mark.browser

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
MOST = 3_000  # bytes on a page of a list


def addresses_in(held: object) -> Iterator[str]:
    """Every address that some linked data names as its own, at any depth; the words of others are not followed."""
    if isinstance(held, dict):
        for name, value in held.items():
            if name in ("@id", "url", "item") and isinstance(value, str):
                yield value
            yield from addresses_in(value)
    elif isinstance(held, list):
        for one in held:
            yield from addresses_in(one)


def told(html: str) -> list[object]:
    return [json.loads(one) for one in _DATA.findall(html)]


def test_every_address_in_linked_data_is_a_page_of_the_site(site: BuiltSite) -> None:
    canonical = {match[1] for html in site.pages.values() if (match := _CANONICAL.search(html))}
    root = next(address for address in canonical if address.endswith("/") and address.count("/") == 3)
    named = {one.partition("#")[0] for html in site.pages.values() for one in addresses_in(told(html))}
    own = {one for one in named if one.startswith(root)}
    assert len(own) > 600
    assert own - canonical == set()


def test_no_list_tells_machines_more_than_a_little(site: BuiltSite) -> None:
    lists = {address: html for address, html in site.pages.items() if "/side/" in address or address.count("/") == 2}
    assert len(lists) > 20
    assert {address: size for address, html in lists.items() if (size := sum(map(len, _DATA.findall(html)))) > MOST} == {}
