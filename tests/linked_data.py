"""A page's HTML to its JSON-LD, as whoever reads it finds it, and what can be asked of that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any


class _Blocks(HTMLParser):
    """Gathers the text of every block of JSON-LD, cut where HTML says that a script ends."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag == "script" and ("type", "application/ld+json") in attrs
        if self._within:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.blocks[-1] += data


def blocks_of(html: str) -> list[str]:
    """The text of each block of JSON-LD of a page."""
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    return parser.blocks


def nodes_of(html: str) -> list[dict[str, Any]]:
    """The things that a page tells machines of; raises ValueError where its JSON is none."""
    return [node for block in blocks_of(html) for node in json.loads(block)["@graph"]]


def within(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within a JSON value, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from within(inner)
