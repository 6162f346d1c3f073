"""The project's content and theme to a site in a folder of its own, as of a fixed day, with all of its pages."""

from __future__ import annotations

import io
import shutil
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.cli import main

PROJECT = Path(__file__).parents[2]
BUILD_DATE = "2026-01-15"


@dataclass(frozen=True)
class BuiltSite:
    """A built site: where its files lie, and its pages by address."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of every page, by its address from the site's root."""
        return {self._address(path): path.read_text(encoding="utf-8") for path in sorted(self.folder.rglob("*.html"))}

    def _address(self, path: Path) -> str:
        return "/" + path.relative_to(self.folder).as_posix().removesuffix("index.html")


def build_real_site(folder: Path) -> BuiltSite:
    """Build from a copy, so that no test extends the project's ledger of addresses or touches its memory."""
    source, output = folder / "source", folder / "site"
    for name in ("content", "themes"):
        shutil.copytree(PROJECT / name, source / name)
    shutil.copy(PROJECT / "site_config.yml", source)
    words = ["build", "--quiet", "--config", str(source / "site_config.yml"), "--output", str(output), "--date", BUILD_DATE]
    with redirect_stdout(io.StringIO()) as said:
        code = main(words)
    assert code == 0, said.getvalue()
    return BuiltSite(output)
