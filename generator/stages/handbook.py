"""Handbook: written pages, declarations and commands to a site of its own in staging, by mkdocs-material."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from html import unescape
from importlib import metadata
from pathlib import Path
from urllib.parse import urljoin

from generator.addresses import route
from generator.config import SiteConfig
from generator.memory import digest_of_code
from generator.page import SiteFile
from generator.source import digest_of
from generator.staging import MADE_OF, Trees, is_made_of, take_over
from generator.theme import COMES_ALONG
from generator.unchanged import digests_in, inputs_of

_MADE_WITH = ("markdown", "mkdocs", "mkdocs-material")
_TAG = re.compile(r"<[a-z][^<>]*>")
_DECLARING = re.compile(r' (href|src|id)="([^"]*)"')
_OUTSIDE = ("http://", "https://", "mailto:", "//")


class HandbookFailed(Exception):
    """The handbook could not be made; carries what is wrong with it."""


def written_pages(root: Path, config: SiteConfig) -> Path | None:
    """Where a handbook's written pages lie: in the site's own folder, else in what comes with the program.

    None where the settings name no handbook.
    """
    named = config.paths.handbook
    if named is None:
        return None
    return next((found for place in (root, COMES_ALONG) if (found := place / named).is_dir()), root / named)


def folder_of(config: SiteConfig) -> str:
    """The folder of the site that the handbook is published in."""
    return route("handbook", config.language)


def _made_of(written: Path, config: SiteConfig) -> str:
    settings = (config.language, config.title, config.address, config.base_path)
    return inputs_of(digests_in(written), digest_of_code(), str(_versions()), *settings)


def _versions() -> dict[str, str]:
    """The versions of what a handbook is made with; none where that is not installed."""
    try:
        return {name: metadata.version(name) for name in _MADE_WITH}
    except metadata.PackageNotFoundError:
        return {}


def make_handbook(written: Path, config: SiteConfig, trees: Trees) -> list[SiteFile]:
    """Make the handbook, unless one of the trees has it already; give its files with the links that they declare.

    Raises HandbookFailed where there are no pages, what makes it is not installed, or a page of it links to nothing.
    """
    made_of, folder = _made_of(written, config), folder_of(config)
    target, live = trees.staging / folder, trees.live / folder
    if not is_made_of(target, made_of):
        shutil.rmtree(target, ignore_errors=True)
        if is_made_of(live, made_of):
            take_over(live, target)
        else:
            _run(written, config, target)
            (target / MADE_OF).write_text(made_of, encoding="utf-8")
    paths = sorted(path for path in target.rglob("*") if path.is_file())
    return [_declared(path.relative_to(trees.staging).as_posix(), path.read_bytes(), config.base_path) for path in paths]


def _run(written: Path, config: SiteConfig, target: Path) -> None:
    if not written.is_dir():
        raise HandbookFailed("no pages")
    if not _versions():
        raise HandbookFailed("not installed")
    given = {
        "written": str(written.resolve()),
        "target": str(target),
        "language": config.language,
        "title": config.title,
        "address": f"{config.address.rstrip('/')}{config.base_path}{target.name}/",
        "home": config.base_path,
    }
    command = [sys.executable, "-m", "generator.handbook", *(f"--{name}={value}" for name, value in given.items())]
    # The same pages give the same bytes on any day.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment, cwd=COMES_ALONG)
    if done.returncode:
        raise HandbookFailed((done.stderr or done.stdout).strip())


def _declared(path: str, data: bytes, base_path: str) -> SiteFile:
    """A file of the handbook; its links, which lead from the page itself, as they lead from the site's root."""
    links: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    if path.endswith(".html"):
        named = [(name, unescape(value)) for name, value in _DECLARING.findall("".join(_TAG.findall(data.decode())))]
        own = base_path + path.removesuffix("index.html")
        anchors = frozenset(value for name, value in named if name == "id")
        links = frozenset(
            urljoin(own, value) for name, value in named if name == "src" or (name == "href" and not value.startswith(_OUTSIDE))
        )
    return SiteFile(path, digest_of(data), None, links, anchors, indexed=path.endswith(".html"))
