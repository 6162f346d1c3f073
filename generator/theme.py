"""A theme: templates and macros, the interface's texts, and the files that go out as they are."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import jinja2

from generator.display import label_of
from generator.joined_scripts import joined
from generator.messages import BrokenCatalogue, Catalogue, MissingText, load_catalogue_with
from generator.pages.linked_data import linked_data
from generator.pages.money import cost_share_extra
from generator.search.marks import search_marks
from generator.sorting import slugify
from generator.text_html import segments
from generator.voice import Voice

COMES_ALONG = Path(__file__).parents[1]  # the folder that `themes/` lies in, in a clone and in an installed wheel alike


class Compiled(jinja2.BytecodeCache):
    """Compiled templates, by a key of their name: each language, each build while serving, the next build need the same."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if code := self.codes.get(bucket.key):
            bucket.bytecode_from_string(code)  # which the bucket leaves aside where the source is another now

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


class ThemeBroken(Exception):
    """A theme that cannot be used; carries the file, the line, and what is wrong there."""

    def __init__(self, path: Path, found: object, line: int = 1) -> None:
        super().__init__(str(found))
        self.path, self.line = path, line

    def __reduce__(self) -> tuple[type[ThemeBroken], tuple[Path, str, int]]:
        return ThemeBroken, (self.path, str(self), self.line)  # so that it gets home from another process


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, and a digest of all that is in it."""

    folder: Path
    digest: str

    def catalogue(self, language: str) -> Catalogue:
        """The texts of a language, the theme's own for readers among them."""
        try:
            return load_catalogue_with(language, self.folder / "locale")
        except BrokenCatalogue as broken:
            raise ThemeBroken(broken.path, broken, broken.line) from broken

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The files that the site serves beside its pages, by name: those in assets/, and one stylesheet of styles/."""
        folder = self.folder / "assets"
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        scripts = {name: path.read_text(encoding="utf-8") for name, path in files.items() if path.suffix == ".js"}
        for name, path in files.items():  # a script comes with all that it imports: one request for readers
            try:
                yield name, joined(name, scripts).encode() if name in scripts else path.read_bytes()
            except ValueError as error:
                raise ThemeBroken(path, error) from error
        if styles := sorted((self.folder / "styles").glob("*.css")):  # one file each for authors, one request for readers
            yield "site.css", b"\n".join(path.read_bytes() for path in styles)

    def environment(self, voice: Voice) -> jinja2.Environment:
        """The templates in one language: escaping on, and a name that is not there is an error."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([self.folder / "templates", self.folder / "macros"]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # one environment serves one build
            bytecode_cache=COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.update(
            voice=voice,
            t=voice.catalogue,
            config=voice.config,
            label=label_of,
            slugify=slugify,
            once=lambda key, macro, *taken: voice.once(("macro", key), lambda: macro(*taken)),
            split=lambda text: tuple(segments(text)),
            linked_data=lambda page, data: linked_data(page, data, voice),
            marks_for_search=lambda data: search_marks(
                data.record, [one.title for one in data.crumbs[1:]], data.summary, voice
            ),
            shares_of=lambda record: cost_share_extra(record, voice),
        )
        return environment

    def compile(self, environments: Iterable[jinja2.Environment]) -> None:
        """Compile every template; what is wrong with one is said where a page needs it."""
        for environment in environments:
            for name in environment.list_templates():
                with suppress(jinja2.TemplateError):
                    environment.get_template(name)

    def blame(self, error: Exception, language: str) -> ThemeBroken | None:
        """The place in the theme where an error comes from, or None where it comes from elsewhere."""
        if isinstance(error, MissingText):
            return ThemeBroken(self.folder / "locale" / language, error)
        if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
            return ThemeBroken(Path(error.filename), error.message, error.lineno)
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if Path(frame.filename).is_relative_to(self.folder)]
        if own:
            said = str(error) if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: {error}"
            return ThemeBroken(Path(own[-1].filename), said, own[-1].lineno or 1)
        return ThemeBroken(self.folder / "templates", error) if isinstance(error, jinja2.TemplateNotFound) else None


def load_theme(root: Path, named: str) -> Theme:
    """The theme of a site: the one in its own folder, else the one of that name that comes with the program.

    Raises ThemeBroken where neither has templates.
    """
    folder = next((found for place in (root, COMES_ALONG) if (found := place / named) and found.is_dir()), root / named)
    if not (folder / "templates").is_dir():
        raise ThemeBroken(folder, folder / "templates")
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return Theme(folder, digest.hexdigest())
