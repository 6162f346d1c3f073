"""site_config.yml: the only place where settings stand, checked like a record, with positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.declaration import (
    Declared,
    PatternKind,
    Reading,
    TextKind,
    WebAddressKind,
    YesNoKind,
    check_fields,
)
from generator.declaration.kind import ReadingRules
from generator.messages import LANGUAGES
from generator.problems import Code, Problem, has_errors, problem
from generator.source import SourceFile, parse_source

FORMAT = "1"
Text = Annotated[str, TextKind()]
Folder = Annotated[str, PatternKind(pattern=r"[^\0]+", example="content")]
Language = Annotated[str, PatternKind(pattern=r"[a-z]{2}(_[A-Z]{2})?", example="da")]
BasePath = Annotated[str, PatternKind(pattern=r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*", example="/beslutninger/")]
RegularExpression = Annotated[str, PatternKind(pattern=r".{1,80}", example=r"\d{4}")]


class Paths(Declared):
    """Where things are, relative to the configuration file."""

    content: Folder = "content"
    output: Folder = "site"
    theme: Folder = "themes/default"
    memory: Folder = ".protokol"
    ledger: Folder = "addresses.txt"
    handbook: Folder | None = None


class Publisher(Declared):
    """Who publishes the site and can be written to; an office, never a named person."""

    name: Text
    address: Annotated[str, WebAddressKind()] | None = None
    email: Annotated[str, PatternKind(pattern=r"[^@\s]+@[^@\s]+\.[a-z]+", example="sekretariat@example.dk")] | None = None

    @property
    def can_be_written_to(self) -> bool:
        """Whether an address is known to which a reader can turn, also with what is not for all to read."""
        return bool(self.email or self.address)


class Licence(Declared):
    """The licence under which the data may be used."""

    name: Text
    address: Annotated[str, WebAddressKind()]


class Editor(Declared):
    """The git host on which records are edited in a browser, at /admin/; while a site is served, its folder is.

    `address` is that of a host of one's own. Where nothing else is said, people sign in with an access token;
    `application` is the number that GitLab gives an application, `sign_in` an OAuth service of one's own for GitHub.
    With `review`, what is saved becomes a request, which somebody publishes.
    """

    host: Annotated[str, PatternKind(pattern="github|gitlab", example="github, gitlab")]
    repository: Annotated[str, PatternKind(pattern=r"[\w.-]+(/[\w.-]+)+", example="kommunerne/beslutninger")]
    branch: Annotated[str, PatternKind(pattern=r"[\w./-]+", example="main")] = "main"
    address: Annotated[str, WebAddressKind()] | None = None
    application: Text | None = None
    sign_in: Annotated[str, WebAddressKind()] | None = None
    review: Annotated[bool, YesNoKind()] = True


class SiteConfig(Declared):
    """The settings of one site. `languages` lists the interface's languages; the first is the main one."""

    format: Annotated[str, PatternKind(pattern=FORMAT, example=FORMAT)]
    title: Text
    description: Text
    address: Annotated[str, WebAddressKind()]
    base_path: BasePath = "/"
    languages: tuple[Language, ...] = ("da",)
    time_zone: Text = "Europe/Copenhagen"
    currency: Annotated[str, PatternKind(pattern=r"[A-Z]{3}", example="DKK")] = "DKK"
    region: Text
    municipality_code: RegularExpression = r"\d{4}"
    publisher: Publisher
    licence: Licence
    source_address: Annotated[str, WebAddressKind()] | None = None
    paths: Paths = Paths()
    editor: Editor | None = None
    people_indexed: Annotated[bool, YesNoKind()] = False

    @property
    def language(self) -> str:
        """The main language: of the content, the messages to editors, and the site's root."""
        return self.languages[0]

    @property
    def takes_reports(self) -> bool:
        """Whether there is a place where a reader can report an error: the publisher, or the site's public repository."""
        return self.publisher.can_be_written_to or bool(self.source_address)

    @cached_property
    def content_name(self) -> str:
        """The content folder as messages name it: its path from the configuration's folder, with forward slashes."""
        return Path(self.paths.content).as_posix()

    @cached_property
    def rules(self) -> ReadingRules:
        """How the scalars of the content are read."""
        return ReadingRules(self.language, tuple(dict.fromkeys((*self.languages, "en"))), self.municipality_code)


def load_config(path: Path) -> tuple[SiteConfig | None, list[Problem]]:
    """Read and check the configuration file; gives the settings (None where a problem is an error) and every problem found."""
    try:
        data = path.read_bytes()
    except OSError:
        return None, [problem(str(path), Code.CONFIG_MISSING, found=path)]
    return check_config(path.name, data)


def check_config(shown: str, data: bytes) -> tuple[SiteConfig | None, list[Problem]]:
    """Check the bytes of a configuration file, which messages call `shown`; gives the same."""
    source, problems = parse_source(shown, data)
    if problems:
        return None, problems
    written = source.fields.get("format")
    if isinstance(written, str) and written not in ("", FORMAT):
        at = source.position("format")
        return None, [problem(shown, Code.FORMAT_UNKNOWN, at=at, field="format", found=written, expected=FORMAT)]
    config, problems = check_fields(SiteConfig, source.fields, Reading(ReadingRules(), source))
    problems += (*_unusable(config, source), *_without_address(config, source)) if config else ()
    return (None if has_errors(problems) else config), problems


def _without_address(config: SiteConfig, source: SourceFile) -> Iterator[Problem]:
    """Readers have rights that they can use only where they can write: to see, to correct, to object."""
    if not config.publisher.can_be_written_to:
        yield problem(source.path, Code.NOBODY_TO_WRITE_TO, at=source.position("publisher"), field="publisher")


def _unusable(config: SiteConfig, source: SourceFile) -> Iterator[Problem]:
    """Settings that have the right form and yet cannot be used."""
    for index, language in enumerate(config.languages):
        if language not in LANGUAGES:
            field, expected = f"languages[{index}]", ", ".join(LANGUAGES)
            at = source.position(field)
            yield problem(source.path, Code.NOT_IN_VOCABULARY, at=at, field=field, found=language, expected=expected)
        elif language in config.languages[:index]:
            field = f"languages[{index}]"
            yield problem(source.path, Code.DUPLICATE_PART, at=source.position(field), field=field, found=language)
    try:
        re.compile(config.municipality_code)
    except re.error:
        field = "municipality_code"
        at = source.position(field)
        yield problem(source.path, Code.BAD_PATTERN, at=at, field=field, found=config.municipality_code, expected=r"\d{4}")
    try:
        ZoneInfo(config.time_zone)
    except (ZoneInfoNotFoundError, OSError, ValueError):  # no such zone, or a name that no zone can have
        at = source.position("time_zone")
        expected = "Europe/Copenhagen"
        yield problem(source.path, Code.BAD_PATTERN, at=at, field="time_zone", found=config.time_zone, expected=expected)
