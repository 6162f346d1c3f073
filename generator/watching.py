"""Watch what a site is made of: yields once for each burst of changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch as watch_files

from generator.config import SiteConfig


def watch(root: Path, config: SiteConfig) -> Iterator[None]:
    """Wait for changes in the content, the theme and the configuration; ends when interrupted."""
    names = (config.paths.content, config.paths.theme, "site_config.yml")
    watched = [path for name in names if (path := root / name).exists()]
    for _ in watch_files(*watched, raise_interrupt=False):
        yield None
