"""Somebody's desk: a site that is written, its preview, and what a browser would get of it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from generator.messages import load_catalogue
from generator.preview import Preview
from generator.serving import Server
from tests.sites import Site


class Desk:
    """A site that is written, and its preview on a free port."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.preview = Preview(replace(site.order(), promises=False, drafts=True))
        self.preview.build()
        self.server = Server(self.preview, 0, load_catalogue("da"))

    def get(self, address: str) -> str:
        """What stands at an address; raises HTTPError where there is nothing."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.server.port}{address}", timeout=20) as answer:
            return answer.read().decode()  # type: ignore[no-any-return]

    def notes(self, address: str) -> dict[str, Any]:
        """What a page says beside its text."""
        return json.loads(self.get(f"/__preview.json?page={address}"))  # type: ignore[no-any-return]

    def change(self, path: str, old: str, new: str) -> None:
        """Change a record and look at it."""
        self.site.edit(path, old, new)
        self.preview.look()
        self.server.tell()

    def says_nothing(self, address: str) -> bool:
        """Whether the server has no page for an address, and says so on a page."""
        try:
            self.get(address)
        except urllib.error.HTTPError as error:
            return error.code == 404 and "Siden findes ikke" in error.read().decode()
        return False


@contextmanager
def desk_of(site: Site) -> Iterator[Desk]:
    desk = Desk(site)
    try:
        yield desk
    finally:
        desk.server.close()
