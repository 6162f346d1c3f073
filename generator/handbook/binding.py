"""A folder of written pages and the settings of a site to the handbook as a site of its own, by mkdocs-material."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.handbook import frames
from generator.handbook.chapter import Chapter
from generator.handbook.commands import command_chapters
from generator.handbook.fields import field_chapters
from generator.handbook.problems import problem_chapters
from generator.handbook.settings import settings_chapters
from generator.messages import Catalogue, load_catalogue

SITE = "](site:/"  # how a written page links to the site that the handbook belongs to
# What mkdocs-material adds for sites that stand alone, for its own developers, and for other languages.
_NOT_NEEDED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "**/*.map", "**/lunr/tinyseg.js", "**/lunr/wordcut.js")
_LANGUAGES = "**/lunr/min/lunr.??.min.js"
_SEPARATOR = r"[\s\-,:;!?=\[\]()\"`/.–…]+"  # words end where a path, a list or the name of a field does, too


@dataclass(frozen=True, slots=True)
class Volume:
    """What a handbook is made of: its written pages, its language, and the site that it belongs to.

    `written` holds `mkdocs.yml`, a folder of pages for each language, and the order of those as `<language>.yml`;
    `address` is the handbook's own, `home` the path of the site around it.
    """

    written: Path
    language: str
    title: str
    address: str
    home: str


def generated_chapters(t: Catalogue) -> Iterator[Chapter]:
    """Every page that comes of declarations, in the order in which the handbook has them."""
    yield from field_chapters(t)
    yield from problem_chapters(t)
    yield from command_chapters(t)
    yield from settings_chapters(t)


def bind(volume: Volume, work: Path, target: Path) -> None:
    """Make the handbook in the target folder, with `work` for what lies between.

    Raises mkdocs.exceptions.Abort where a page links to nothing.
    """
    t = load_catalogue(volume.language)
    chapters = tuple(generated_chapters(t))
    _lay_out(volume, chapters, work / "pages")
    settings = work / "mkdocs.yml"
    settings.write_text(
        yaml.safe_dump(_settings(volume, chapters, work / "pages", target, t), allow_unicode=True), encoding="utf-8"
    )
    build(load_config(str(settings), strict=True))
    _slim(target, volume.language)
    _ask_for_stems(volume, target)


def _slim(target: Path, language: str) -> None:
    for path in [path for pattern in _NOT_NEEDED for path in target.glob(pattern)]:
        path.unlink()
    for path in target.glob(_LANGUAGES):
        if path.name != f"lunr.{language}.min.js":
            path.unlink()


def _ask_for_stems(volume: Volume, target: Path) -> None:
    """Put what asks for the stems of words before the program that looks for them."""
    stems = "lunr" if volume.language == "en" else f"lunr.{volume.language}"  # the search has English of itself
    ours = (volume.written / "search" / "stems.js").read_text(encoding="utf-8")
    for path in target.glob("assets/javascripts/workers/search.*.js"):
        path.write_text(ours.replace("lunr.LANGUAGE", stems) + path.read_text(encoding="utf-8"), encoding="utf-8")


def _lay_out(volume: Volume, chapters: Sequence[Chapter], pages: Path) -> None:
    shutil.copytree(volume.written / volume.language, pages)
    for path in pages.rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace(SITE, f"]({volume.home}"), encoding="utf-8")
    for chapter in chapters:
        path = pages / chapter.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(chapter.markdown, encoding="utf-8")


def _settings(volume: Volume, chapters: Sequence[Chapter], pages: Path, target: Path, t: Catalogue) -> dict[str, Any]:
    """What is this site's own; all that is not stands in the handbook's mkdocs.yml."""
    order = yaml.safe_load((volume.written / f"{volume.language}.yml").read_text(encoding="utf-8"))
    theme = {"language": volume.language, "custom_dir": str(volume.written / "theme")}
    return {
        "INHERIT": str(volume.written / "mkdocs.yml"),
        "site_name": t("handbook.name", site=volume.title),
        "site_url": volume.address,
        "docs_dir": str(pages),
        "site_dir": str(target),
        "theme": theme,
        "plugins": {"search": {"lang": volume.language, "separator": _SEPARATOR}},
        "extra": {"homepage": volume.home},
        "hooks": [frames.__file__],
        "nav": [*order, {t("handbook.reference"): _in_folders(chapters)}],
    }


def _in_folders(chapters: Sequence[Chapter]) -> list[Any]:
    """The generated pages as mkdocs lists them: those of a folder together, under the title of its first."""
    listed: list[Any] = []
    folders: dict[str, list[str]] = {}
    for chapter in chapters:
        folder = chapter.path.rpartition("/")[0]
        if not folder:
            listed.append(chapter.path)
        elif folder in folders:
            folders[folder].append(chapter.path)
        else:
            folders[folder] = [chapter.path]
            listed.append({chapter.title: folders[folder]})
    return listed
