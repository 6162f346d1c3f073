"""The way through, stage by stage: read, check, link, review, plan, render, write, index, handbook, inspect, seal, publish."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generator.config import SiteConfig
from generator.drafts import drafts_among
from generator.editor import editor_files
from generator.examined import Examined
from generator.file_by_file import Kept, examined
from generator.ledger import addresses_in, check_ledger
from generator.library import Library
from generator.memory import EMPTY, Memory, digest_of_code, recall, remember
from generator.messages import load_catalogue
from generator.order import Order
from generator.page import Page, SiteFile, path_of
from generator.problems import Code, Problem, has_errors, in_order, problem
from generator.schemas import schema_files
from generator.side_by_side import beside
from generator.source import FileInContent, digest_of, parse_source
from generator.stages.attach import annex_files, attach
from generator.stages.check import check
from generator.stages.handbook import HandbookFailed, folder_of, make_handbook, written_pages
from generator.stages.index import FOLDER as SEARCH_FOLDER
from generator.stages.index import index
from generator.stages.inspect import inspect
from generator.stages.link import link, own_problems
from generator.stages.plan import plan
from generator.stages.publish import publish
from generator.stages.read import find, read
from generator.stages.render import render, site_file
from generator.stages.review import review
from generator.stages.seal import seal
from generator.stages.write import LostFile, put, write
from generator.staging import Trees, is_ours, open_staging, opening, read_manifest, trees_for
from generator.theme import COMPILED, Theme, ThemeBroken, load_theme
from generator.unchanged import digests_in, inputs_of, note_build, nothing_to_do
from generator.voice import Voice

Progress = Callable[[str, int], None]
Found = Sequence[tuple[Examined, Kept]]


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


def silent(stage: str, count: int) -> None:
    """Progress that nobody wants to see."""


def check_content(
    order: Order, progress: Progress = silent, digests: Mapping[str, str] = MappingProxyType({}), memory: Memory = EMPTY
) -> Checked:
    """Read, check, link and review the content; what the memory knows of files that are unchanged is taken from it."""
    files, problems = find(order.content, order.config.content_name)
    progress("read", len(files))
    found = list(examined(files, partial(_examine, order.config), digests, memory.files))
    return _linked(order, found, problems, progress, digests)


def check_as_if(order: Order, checked: Checked, data: Mapping[str, bytes]) -> Checked:
    """What checking would find if some files had these bytes, by path, new ones among them; nothing is read or written."""
    files = dict(checked.files)
    for path, new in data.items():
        source, problems = parse_source(path, new)
        one = check(source, order.config, problems)
        files[path] = (one.digest, pickle.dumps(one))
    # They were pickled by this very run.
    found = [(pickle.loads(kept[1]), kept) for _, kept in sorted(files.items())]  # noqa: S301
    return _linked(order, found, [], silent, {})


def plan_content(order: Order, checked: Checked) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The pages that checked content makes, none where it has errors; every problem, that published addresses are gone too."""
    if has_errors(checked.problems):
        return (), checked.problems
    pages, problems = plan(checked.library, order.config)
    paths = [*(path_of(page, order.config.language) for page in pages), *(file.path for file in annex_files(checked.library))]
    return pages, in_order((*checked.problems, *problems, *check_ledger(order.ledger, paths)))


def _linked(order: Order, found: Found, problems: list[Problem], progress: Progress, digests: Mapping[str, str]) -> Checked:
    """Link and review what is known of each file by itself, and find the files that documents name."""
    known = [one for one, _ in found]
    problems = [*order.warnings, *problems, *own_problems(known)]
    progress("check", sum(one.record is not None for one in known))
    library, faults = link(known, frozenset() if order.drafts else drafts_among(known))
    problems += faults
    annexes, wrong = attach(library, order.content, order.config, digests, order.memory)
    library, problems = replace(library, annexes=annexes), [*problems, *wrong]
    problems += review(library, order.config, order.build_date, whole=not has_errors(problems))
    progress("link", len(problems))
    return Checked(library, in_order(problems), {one.path: held for one, held in found})


def _examine(config: SiteConfig, file: FileInContent) -> Examined:
    """All that one file needs by itself."""
    source, problems = read(file)
    return check(source, config, problems)


def build(order: Order, progress: Progress = silent) -> Built:
    """Build the site; where any problem is an error, the live site stays as it was."""
    try:
        theme = load_theme(order.root, order.config.paths.theme)
        base, trees = _base(order, theme), trees_for(order.output)
        digests, written = digests_in(order.content), written_pages(order.root, order.config)
        handbook = digests_in(written).values() if written else ()
        inputs = inputs_of(digests, base, f"{order.build_date} {order.search} {order.promises} {order.warnings}", *handbook)
        if last := nothing_to_do(order.memory, inputs, trees.live, order.ledger):
            return Built(last.problems, last.pages)
        built = _build_anew(order, theme, base, digests, progress)
    except ThemeBroken as broken:
        path = broken.path.relative_to(order.root) if broken.path.is_relative_to(order.root) else broken.path
        return Built((problem(path.as_posix(), Code.THEME_BROKEN, at=(broken.line, 1), found=broken),))
    if not has_errors(built.problems):
        folder, ledger = order.memory, order.ledger
        note_build(folder, inputs, trees.live, ledger, pages=built.pages, problems=built.problems)
    return built


def _build_anew(order: Order, theme: Theme, base: str, digests: Mapping[str, str], progress: Progress) -> Built:
    trees, name = trees_for(order.output), order.config.content_name
    with opening(trees) as opened:
        memory = recall(order.memory, base)
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
    voices = {language: voice_of(language, order, checked.library, theme) for language in order.config.languages}
    made = partial(put, trees=trees, held=held)
    remembered = {known.file.path: known for known in render(pages, voices, theme, memory.base, at_hand, made)}
    progress("render", len(remembered))
    rendered = [known.file for known in remembered.values()]
    anew = {path: known.file.digest for path, known in remembered.items() if known is not at_hand.get(path)}
    schemas = memory.schemas or schema_files(load_catalogue(order.config.language))
    files = [*rendered, *_plain_files(order, theme, schemas), *annex_files(checked.library)]
    digests = write(files, trees, held | anew, _of_other_stages(order))
    progress("write", len(files))
    if order.search:
        digests |= index(rendered, trees, held, order.config.base_path, order.memory)
        progress("index", len(digests))
    also = ("sitemap.xml", "robots.txt", *(path for path in digests if path.startswith(SEARCH_FOLDER)))
    handbook, problems = _handbook(order, trees)
    digests |= {file.path: file.digest for file in handbook}
    left = Memory(memory.base, pages=remembered, files=checked.files, templates=COMPILED.codes, schemas=schemas)
    # It tells of files by their digests, so that it is right whatever becomes of this site.
    with beside(partial(remember, order.memory, left)) as kept:
        problems = problems or _inspected(order, files, handbook, also)
        seal([*files, *handbook], digests, order.config, trees)
        if has_errors(problems):
            return _stopped(checked, problems)
        # A site with drafts is for looking at, as is one that is served while somebody writes: nobody was promised anything.
        new = publish(trees, order.ledger, addresses_in(rendered) if order.promises and not order.drafts else [])
        kept()
    return Built(in_order((*checked.problems, *problems)), len(rendered), len(anew), new)


def _inspected(order: Order, files: list[SiteFile], handbook: list[SiteFile], also: Iterable[str]) -> list[Problem]:
    """What is wrong between the files of the site, and with those that were promised."""
    problems = inspect([*files, *handbook], also, order.config.base_path)
    return [*problems, *check_ledger(order.ledger, (file.path for file in files))]


def _of_other_stages(order: Order) -> tuple[str, ...]:
    """The folders of the site that no page or plain file lies in."""
    handbook = (folder_of(order.config),) if order.config.paths.handbook else ()
    return (SEARCH_FOLDER, *handbook) if order.search else handbook


def _handbook(order: Order, trees: Trees) -> tuple[list[SiteFile], list[Problem]]:
    """The handbook's files in staging, where the settings name one, or why there are none."""
    written = written_pages(order.root, order.config)
    try:
        return make_handbook(written, order.config, trees) if written else [], []
    except HandbookFailed as failed:
        path = Path(order.config.paths.handbook or "").as_posix()
        return [], [problem(path, Code.HANDBOOK_BROKEN, expected=failed)]


def _base(order: Order, theme: Theme) -> str:
    settings = f"{order.config!r} {order.drafts} {order.search}"
    return digest_of(f"{digest_of_code()} {theme.digest} {settings}".encode())


def voice_of(language: str, order: Order, library: Library, theme: Theme) -> Voice:
    """The voice of one of a site's languages."""
    return Voice(language, theme.catalogue(language), order.config, library, order.build_date, order.search)


def _plain_files(order: Order, theme: Theme, schemas: Mapping[str, bytes]) -> Iterator[SiteFile]:
    for name, data in theme.assets():
        yield site_file(f"assets/{name}", data)
    if order.config.editor or not order.promises:  # without a git host, only the folder of a site being served is edited
        for name, data in editor_files(order.config, theme.folder, load_catalogue(order.config.language)).items():
            yield site_file(name, data)
    for name, data in schemas.items():
        yield site_file(name, data)
