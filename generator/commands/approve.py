"""`protokol approve`: the drafts of a meeting, or of another record, to what is published with the next change."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from generator.approving import Approved, approve, named
from generator.commands.command import CONFIG, DATE, LANGUAGE, OK, PROBLEMS, WRONG_USAGE, Command, argument, in_site
from generator.commands.fix import DRY_RUN
from generator.commands.replacing import replace_file
from generator.commands.saying import say, say_problems
from generator.explained import explained_at
from generator.library import Library
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import check_content
from generator.problems import has_errors
from generator.records import Record
from generator.suggest import nearest

_FEW = 10  # drafts that are named where none is like the one that was asked for


def _approve(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    order = replace(order, drafts=True)
    checked = check_content(order)
    found = [named(checked.library, name) for name in chosen.record]
    for name, records in zip(chosen.record, found, strict=True):
        if len(records) != 1:
            say(_which(name, records, checked.library, t))
            return WRONG_USAGE
    approved = approve(order, checked, [one for (one,) in found])
    if has_errors(approved.problems):
        say_problems(approved.problems, chosen.format, t, order.root, explained_at(order.config))
        say(t("approve.not_yet"))
        return PROBLEMS
    if not chosen.dry_run:
        for path, data in approved.files.items():
            replace_file(order.root / path, data)
    say(_in_words(approved, t, dry_run=chosen.dry_run))
    return OK


def _which(name: str, found: Sequence[Record], library: Library, t: Catalogue) -> str:
    """That a name is that of none or of several records, and which may be meant."""
    if found:
        return t("approve.several", found=name, names=", ".join(str(record.pointer) for record in found))
    drafts = [record.id for record in library.shown() if record.status == "draft"]
    return t("approve.nothing", found=name, names=nearest(name, drafts) or ", ".join(drafts[:_FEW]) or "–")


def _in_words(approved: Approved, t: Catalogue, *, dry_run: bool) -> str:
    lines = [f"  {record.title} ({record.origin.path})" for record in approved.records]
    key = "none" if not lines else "would" if dry_run else "done"
    return "\n".join([t(f"approve.{key}", count=len(lines)), *lines])


APPROVE = Command(
    "approve",
    in_site(_approve),
    (
        argument("record", metavar="ID", nargs="+", text="approve_record"),
        CONFIG, DATE, LANGUAGE,
        argument("--format", choices=("text", "json", "github"), default="text"),
        DRY_RUN,
    ),
)  # fmt: skip
