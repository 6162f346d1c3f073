"""The project's content to a site in a folder of its own, as of a fixed day, with all of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.problems import has_errors
from tests.sites import PROJECT, copy_of

# The handbook and the editor: what makes their pages is not ours, and they have policies, weights and tests of their own.
OF_ANOTHER_MAKE = ("/haandbog/", "/admin/")


@dataclass(frozen=True)
class BuiltSite:
    """A built site: where its files lie, and its pages by address."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of every page of ours, by its address from the site's root."""
        found = {self._address(path): path for path in sorted(self.folder.rglob("*.html"))}
        return {one: path.read_text(encoding="utf-8") for one, path in found.items() if not one.startswith(OF_ANOTHER_MAKE)}

    @cached_property
    def moved(self) -> frozenset[str]:
        """The former addresses, whose pages only send on."""
        return frozenset(address for address, html in self.pages.items() if 'http-equiv="refresh"' in html)

    def _address(self, path: Path) -> str:
        return "/" + path.relative_to(self.folder).as_posix().removesuffix("index.html")


def build_real_site(folder: Path) -> BuiltSite:
    """Build from a copy, so that no test extends the project's ledger of addresses or touches its memory."""
    site = copy_of(PROJECT, folder / "source")
    built = site.build(search=True)
    assert not has_errors(built.problems), "the content has errors: run `make check`"
    return BuiltSite(site.output)
