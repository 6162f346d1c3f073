"""Render: planned pages to site files; a page whose fingerprint the memory knows is not rendered again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from generator.page import Page, SiteFile, fingerprint, path_of
from generator.side_by_side import side_by_side
from generator.source import digest_of
from generator.theme import Theme
from generator.voice import Voice

# Our own templates quote every attribute, and text is escaped, so that this finds links and anchors and nothing else.
_DECLARING = re.compile(r' (href|src|action|id)="([^"]*)"')
_OUTSIDE = ("http://", "https://", "mailto:", "//")


@dataclass(frozen=True)  # without slots, which would make it slow to unpickle; a large site has thousands
class Remembered:
    """What the last build knew of a page: what it depended on, and the file that came of it (without its bytes)."""

    fingerprint: str
    file: SiteFile


class Printer:
    """Renders pages with a theme's templates, each in the voice of its language."""

    def __init__(self, voices: Mapping[str, Voice], theme: Theme) -> None:
        self.voices, self._theme = voices, theme
        self._environments = {language: theme.environment(voice) for language, voice in voices.items()}

    def get_ready(self) -> None:
        """Compile every template here, once, rather than in each of several processes."""
        self._theme.compile(self._environments.values())

    def print(self, page: Page) -> str:
        """A page as HTML, or as whatever its template is; raises ThemeBroken where that cannot be used."""
        try:
            template = self._environments[page.language].get_template(page.template)
            return template.render(page=page, data=page.build(self.voices[page.language]))
        except Exception as error:
            if broken := self._theme.blame(error, page.language):
                raise broken from error
            raise


def render(
    pages: Iterable[Page],
    voices: Mapping[str, Voice],
    theme: Theme,
    base: str,
    memory: Mapping[str, Remembered],
    made: Callable[[SiteFile], SiteFile] = lambda file: file,
) -> Iterator[Remembered]:
    """Give each page's file, and hand each that is new to `made`; `base` stands for everything that all pages depend on."""
    printer = Printer(voices, theme)
    known: list[Remembered] = []
    stale: list[tuple[str, str, Page]] = []
    for page in pages:
        voice = voices[page.language]
        path = path_of(page, voice.config.language)
        mark = fingerprint(page, voice.library, base, voice.build_date.isoformat())
        last = memory.get(path)
        if last is not None and last.fingerprint == mark:
            known.append(last)
        else:
            stale.append((path, mark, page))

    def render_one(one: tuple[str, str, Page]) -> Remembered:
        path, mark, page = one
        file = site_file(path, printer.print(page).encode())
        indexed = page.may_be_indexed(voices[page.language].config)
        return Remembered(mark, made(replace(file, searchable=page.searchable, indexed=indexed)))

    if stale:
        printer.get_ready()
    yield from known
    yield from _sharing(side_by_side(render_one, stale))


def _sharing(files: Iterable[Remembered]) -> Iterator[Remembered]:
    """The same, with each address held once: most pages lead to the same places."""
    words: dict[str, str] = {}
    for one in files:
        links = frozenset(words.setdefault(link, link) for link in one.file.links)
        anchors = frozenset(words.setdefault(anchor, anchor) for anchor in one.file.anchors)
        yield replace(one, file=replace(one.file, links=links, anchors=anchors))


def site_file(path: str, data: bytes) -> SiteFile:
    """A file with the links and anchors that it declares."""
    links: set[str] = set()
    anchors: set[str] = set()
    twice: set[str] = set()
    if path.endswith(".html"):
        for name, value in _DECLARING.findall(data.decode()):
            if name == "id":
                anchor = unescape(value)
                (twice if anchor in anchors else anchors).add(anchor)
            elif name == "src" or not value.startswith(_OUTSIDE):
                links.add(unescape(value))
    return SiteFile(path, digest_of(data), data, frozenset(links), frozenset(anchors), twice=frozenset(twice))
