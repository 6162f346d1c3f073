"""Watch what a site is made of: yields once for each burst of changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch as watch_files

from generator.config import SiteConfig

_QUIET = 20  # milliseconds without a change end a burst: an editor program saves in less, and nobody sees the wait
_LOOK = 500  # milliseconds after which the settings are looked at, though nothing else has changed


def watch(settings: Path, config: SiteConfig) -> Iterator[frozenset[Path]]:
    """Wait for changes in the content, the theme, the handbook and the settings' own file; ends when interrupted.

    Gives the files that changed.
    """
    # An editor program may put a new file in the old one's place, of which who watches the old one never hears.
    names = (config.paths.content, config.paths.theme, config.paths.handbook)
    watched = [path for name in names if name and (path := settings.parent / name).exists()]
    seen = _mark(settings)
    for changes in watch_files(*watched, raise_interrupt=False, step=_QUIET, rust_timeout=_LOOK, yield_on_timeout=True):
        changed = {Path(path) for _, path in changes}
        if (now := _mark(settings)) != seen:
            seen = now
            changed.add(settings)
        if changed:
            yield frozenset(changed)


def _mark(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from the one that was there before; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
