"""The way through, every stage in order: read, check, link, review, plan, render, write, index, inspect, seal, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generator.config import SiteConfig
from generator.drafts import drafts_among
from generator.examined import Examined
from generator.file_by_file import Kept, examined
from generator.ledger import addresses_in, check_ledger
from generator.library import Library
from generator.memory import EMPTY, Memory, digest_of_code, recall, remember
from generator.messages import load_catalogue
from generator.page import Page, SiteFile
from generator.problems import Code, Problem, has_errors, in_order, problem
from generator.schemas import schema_files
from generator.source import FileInContent, digest_of
from generator.stages.check import check
from generator.stages.index import FOLDER as SEARCH_FOLDER
from generator.stages.index import index
from generator.stages.inspect import inspect
from generator.stages.link import link
from generator.stages.plan import plan
from generator.stages.publish import publish
from generator.stages.read import find, read
from generator.stages.render import render, site_file
from generator.stages.review import review
from generator.stages.seal import seal
from generator.stages.write import LostFile, put, write
from generator.staging import is_ours, open_staging, opening, read_manifest, trees_for
from generator.theme import COMPILED, Theme, ThemeBroken, load_theme
from generator.unchanged import digests_in, inputs_of, note_build, nothing_to_do
from generator.voice import Voice

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the folder of the configuration, the settings, where to, as of which day.

    `promises` is whether the site's new addresses are noted in the ledger, from which on they must answer for ever.
    """

    root: Path
    config: SiteConfig
    output: Path
    build_date: date
    drafts: bool = False
    search: bool = True
    promises: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """The content, checked: a library (whole only where no problem is an error), every problem, what to keep of files."""

    library: Library
    problems: tuple[Problem, ...]
    files: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the problems, and (if none was an error) how many pages, rendered anew, and new addresses."""

    problems: tuple[Problem, ...]
    pages: int = 0
    rendered: int = 0
    new_addresses: int = 0


def check_content(
    order: Order, progress: Progress, digests: Mapping[str, str] = MappingProxyType({}), memory: Memory = EMPTY
) -> Checked:
    """Read, check, link and review the content; what the memory knows of files that are unchanged is taken from it."""
    files, problems = find(_content(order), order.config.content_name)
    progress("read", len(files))
    known: list[Examined] = []
    kept: dict[str, Kept] = {}
    for one, held in examined(files, partial(_examine, order.config), digests, memory.files):
        known.append(one)
        kept[one.path] = held
        problems += one.problems
    progress("check", sum(one.record is not None for one in known))
    library, found = link(known, frozenset() if order.drafts else drafts_among(known))
    problems += found
    problems += review(library, order.config, order.build_date, whole=not has_errors(problems))
    progress("link", len(problems))
    return Checked(library, in_order(problems), kept)


def _examine(config: SiteConfig, file: FileInContent) -> Examined:
    """All that one file needs by itself."""
    source, problems = read(file)
    return check(source, config, problems)


def build(order: Order, progress: Progress) -> Built:
    """Build the site; where any problem is an error, the live site stays as it was."""
    try:
        theme = load_theme(order.root, order.config.paths.theme)
        base, trees = _base(order, theme), trees_for(order.output)
        digests = digests_in(_content(order))
        inputs = inputs_of(digests, base, f"{order.build_date} {order.search} {order.promises}")
        if last := nothing_to_do(_memory_folder(order), inputs, trees.live, _ledger(order)):
            return Built(last.problems, last.pages)
        built = _build_anew(order, theme, base, digests, progress)
    except ThemeBroken as broken:
        path = broken.path.relative_to(order.root) if broken.path.is_relative_to(order.root) else broken.path
        return Built((problem(path.as_posix(), Code.THEME_BROKEN, at=(broken.line, 1), found=broken),))
    if not has_errors(built.problems):
        folder, ledger = _memory_folder(order), _ledger(order)
        note_build(folder, inputs, trees.live, ledger, pages=built.pages, problems=built.problems)
    return built


def _build_anew(order: Order, theme: Theme, base: str, digests: Mapping[str, str], progress: Progress) -> Built:
    trees, name = trees_for(order.output), order.config.content_name
    with opening(trees) as opened:
        memory = recall(_memory_folder(order), base)
        COMPILED.codes.update(memory.templates)
        checked = check_content(order, progress, {f"{name}/{path}": digest for path, digest in digests.items()}, memory)
        if has_errors(checked.problems):
            return Built(checked.problems)
        if not is_ours(trees.live):
            return _stopped(checked, [problem(trees.live.name, Code.OUTPUT_NOT_OURS, found=trees.live)])
        pages, problems = plan(checked.library, order.config)
        if problems:
            return _stopped(checked, problems)
        try:
            return _make(order, checked, pages, theme, memory, opened(), progress)
        except LostFile:  # somebody took a file out of a built site; what is left is not to be trusted
            return _make(order, checked, pages, theme, Memory(base), open_staging(trees), progress)


def _stopped(checked: Checked, problems: Iterable[Problem]) -> Built:
    return Built(in_order((*checked.problems, *problems)))


def _make(
    order: Order,
    checked: Checked,
    pages: Iterable[Page],
    theme: Theme,
    memory: Memory,
    held: dict[str, str],
    progress: Progress,
) -> Built:
    """Make the next site in staging, which holds some files already, and publish it, unless something is wrong with it."""
    trees = trees_for(order.output)
    live = read_manifest(trees.live)
    at_hand = {path: known for path, known in memory.pages.items() if known.file.digest in (held.get(path), live.get(path))}
    voices = {language: _voice(language, order, checked.library, theme) for language in order.config.languages}
    made = partial(put, trees=trees, held=held)
    remembered = {known.file.path: known for known in render(pages, voices, theme, memory.base, at_hand, made)}
    progress("render", len(remembered))
    rendered = [known.file for known in remembered.values()]
    anew = {path: known.file.digest for path, known in remembered.items() if known is not at_hand.get(path)}
    schemas = memory.schemas or schema_files(load_catalogue(order.config.language))
    files = [*rendered, *_plain_files(theme, schemas)]
    digests = write(files, trees, held | anew, SEARCH_FOLDER if order.search else "")
    progress("write", len(files))
    if order.search:
        digests |= index(rendered, trees, held)
        progress("index", len(digests))
    also = ("sitemap.xml", "robots.txt", *(path for path in digests if path.startswith(SEARCH_FOLDER)))
    problems = [*inspect(files, also, order.config.base_path), *check_ledger(_ledger(order), files)]
    seal(files, digests, order.config, trees)
    if problems:
        return _stopped(checked, problems)
    # A site with drafts is for looking at, as is one that is served while somebody writes: nobody was promised anything.
    new = publish(trees, _ledger(order), addresses_in(rendered) if order.promises and not order.drafts else [])
    remember(
        _memory_folder(order),
        Memory(memory.base, pages=remembered, files=checked.files, templates=COMPILED.codes, schemas=schemas),
    )
    return Built(checked.problems, len(rendered), len(anew), new)


def _content(order: Order) -> Path:
    return order.root / order.config.paths.content


def _ledger(order: Order) -> Path:
    return order.root / order.config.paths.ledger


def _memory_folder(order: Order) -> Path:
    return order.root / order.config.paths.memory


def _base(order: Order, theme: Theme) -> str:
    settings = f"{order.config!r} {order.drafts} {order.search}"
    return digest_of(f"{digest_of_code()} {theme.digest} {settings}".encode())


def _voice(language: str, order: Order, library: Library, theme: Theme) -> Voice:
    return Voice(language, theme.catalogue(language), order.config, library, order.build_date, order.search)


def _plain_files(theme: Theme, schemas: Mapping[str, bytes]) -> Iterator[SiteFile]:
    for name, data in theme.assets():
        yield site_file(f"assets/{name}", data)
    for name, data in schemas.items():
        yield site_file(name, data)
