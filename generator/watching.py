"""Watch what a site is made of: yields once for each burst of changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch as watch_files

from generator.config import SiteConfig

_QUIET = 20  # milliseconds without a change end a burst: an editor program saves in less, and nobody sees the wait


def watch(root: Path, config: SiteConfig) -> Iterator[frozenset[Path]]:
    """Wait for changes in the content, the theme, the handbook and the configuration; ends when interrupted.

    Gives the files that changed.
    """
    names = (config.paths.content, config.paths.theme, config.paths.handbook, "site_config.yml")
    watched = [path for name in names if name and (path := root / name).exists()]
    for changes in watch_files(*watched, raise_interrupt=False, step=_QUIET):
        yield frozenset(Path(path) for _, path in changes)
