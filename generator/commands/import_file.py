"""`protokol import`: a file with minutes, an agreement or appointments to drafts of records, and a report."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.commands.command import CONFIG, DATE, LANGUAGE, OK, PROBLEMS, WRONG_USAGE, Command, argument, in_site
from generator.commands.saying import say, say_problems
from generator.explained import explained_at, handbook_at
from generator.extraction import ExtractedText, Reason, Unreadable, extract
from generator.extraction.limits import OutOfTime, in_time
from generator.importer.drafting.acknowledging import acknowledged
from generator.importer.drafting.draft import Draft, DraftFile
from generator.importer.importing import NothingFound, Site, Wish, import_text
from generator.importer.reporting import report_of
from generator.importer.writing import AlreadyThere, bytes_of, write_draft
from generator.messages import Catalogue, load_catalogue
from generator.order import Order
from generator.pipeline import Checked, check_as_if, check_content
from generator.problems import Problem, Severity
from generator.records.organization import Organization
from generator.suggest import nearest

_LARGEST_TEXT = 2_000_000  # characters, a book of a thousand pages; more is not tried, for it would end too late
_SECONDS = 16  # of an import; starting the command and saying why it ends takes the rest of 20
_FEW = 10  # bodies that are named where none is like the one that was asked for
_ROUNDS = 3  # an acknowledgement may bring another rule's problem to light


def _import(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    began = time.monotonic()
    order = replace(order, drafts=True)  # the records of a draft name each other
    checked = check_content(order)
    bodies = [one.id for one in checked.library.all(Organization)]
    if chosen.body and chosen.body not in bodies:
        print(t("import.no_such_body", found=chosen.body, near=nearest(chosen.body, bodies) or ", ".join(bodies[:_FEW]) or "–"))
        return WRONG_USAGE
    try:
        with _refused_late(chosen.file.name, _SECONDS - (time.monotonic() - began)):
            draft, problems = _drafted(chosen, order, checked)
    except Unreadable as reason:
        print(t(f"unreadable.{reason.reason}", file=reason.file, **reason.details))
        return PROBLEMS
    except NothingFound:
        print(t("import.nothing_found", file=chosen.file.name))
        return PROBLEMS
    if problems:
        print(t("import.problems_left"))
        say_problems(problems, chosen.format, t, order.root, explained_at(order.config))
        return PROBLEMS
    folder = Path(chosen.to) if chosen.to else order.content
    try:
        write_draft(draft.files, folder)
    except AlreadyThere as there:
        print(t("import.already_there", paths=", ".join(there.paths)))
        return PROBLEMS
    say("\n".join(report_of(draft, t)))
    print()
    print(t("import.written", folder=folder / draft.folder, record=_to_approve(draft)))
    if handbook := handbook_at(order.config):
        print(t("import.more", address=handbook + load_catalogue(order.config.language)("import.page")))
    return OK


@contextmanager
def _refused_late(file: str, seconds: float) -> Iterator[None]:
    """Raise Unreadable in what runs within where it takes longer."""
    try:
        with in_time(seconds):
            yield
    except OutOfTime as late:
        raise Unreadable(Reason.TOO_SLOW, file, seconds=_SECONDS) from late


def _drafted(chosen: argparse.Namespace, order: Order, checked: Checked) -> tuple[Draft, list[Problem]]:
    """The draft, and what would stop the check all the same. Raises Unreadable where the file has no text to be had."""
    text = _text_of(chosen.file)
    site = Site(checked.library, order.config, order.build_date)
    draft = import_text(text, site, Wish(chosen.file.name, chosen.body or "", chosen.repair))
    draft.files, problems = _as_it_stands(draft.files, order, checked)
    return draft, problems


def _text_of(path: Path) -> ExtractedText:
    """The text of a file. Raises Unreadable where it has none, or more than can be imported in time."""
    text = extract(path)
    if not text.blocks:  # words in no order
        raise Unreadable(Reason.UNKNOWN_TYPE, path.name, found=path.suffix)
    if sum(len(block.text) for block in text.blocks) > _LARGEST_TEXT:
        raise Unreadable(Reason.TOO_LARGE, path.name)
    return text


def _to_approve(draft: Draft) -> str:
    """The ids with which all of a draft is approved: a meeting brings along what belongs to it."""
    files = draft.files[:1] if draft.kind == "minutes" else draft.files
    return " ".join(str(file.fields["id"]) for file in files)


def _as_it_stands(files: Sequence[DraftFile], order: Order, checked: Checked) -> tuple[list[DraftFile], list[Problem]]:
    """The files, contradictions of the source acknowledged in them, and what would stop the check all the same."""
    content = order.config.content_name
    explanation = load_catalogue(order.config.language)("import.as_printed")
    problems: list[Problem] = []
    for _ in range(_ROUNDS):
        data = {f"{content}/{file.path}": bytes_of(file) for file in files}
        found = check_as_if(order, checked, data).problems
        problems = [one for one in found if one.path in data and one.severity is Severity.ERROR]
        if not problems:
            break
        files = acknowledged(files, problems, content, explanation)
    return list(files), problems


IMPORT = Command(
    "import",
    in_site(_import),
    (
        argument("file", type=Path, metavar="FILE", text="import_file"),
        argument("--body", metavar="ID", text="import_body"),
        argument("--to", metavar="FOLDER", text="import_to"),
        argument("--repair", action="store_true", text="import_repair"),
        CONFIG, DATE, LANGUAGE,
        argument("--format", choices=("text", "json", "github"), default="text"),
    ),
)  # fmt: skip
