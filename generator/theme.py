"""A theme: templates and macros, the interface's texts, and the files that go out as they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import jinja2

from generator.display import label_of
from generator.pages.money import cost_share_extra
from generator.sorting import slugify
from generator.text_html import segments
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, and a digest of all that is in it."""

    folder: Path
    digest: str

    @property
    def locale(self) -> Path:
        """The folder with the interface's texts by language."""
        return self.folder / "locale"

    def assets(self) -> list[Path]:
        """The files that the site serves as they are, in order."""
        return sorted(path for path in (self.folder / "assets").rglob("*") if path.is_file())

    def environment(self, voice: Voice) -> jinja2.Environment:
        """The templates in one language: escaping on, and a name that is not there is an error."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([self.folder / "templates", self.folder / "macros"]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.update(
            voice=voice,
            t=voice.catalogue,
            config=voice.config,
            label=label_of,
            slugify=slugify,
            first_time=FirstTime,
            split=lambda text: tuple(segments(text)),
            shares_of=lambda record: cost_share_extra(record, voice),
        )
        return environment


class FirstTime:
    """Says of each thing whether it is seen for the first time, so that an anchor is set once on a page."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def add(self, thing: str) -> bool:
        """Whether the thing is new."""
        new = thing not in self._seen
        self._seen.add(thing)
        return new


def load_theme(folder: Path) -> Theme:
    """Read what is in a theme's folder; raises FileNotFoundError where it has no templates."""
    if not (folder / "templates").is_dir():
        raise FileNotFoundError(folder)
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return Theme(folder, digest.hexdigest())
