"""`protokol changes`: two folders of records to what is new, changed and removed, in words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.changes import changes_between, changes_in_words, counted
from generator.commands.command import OF_SITE, OK, PROBLEMS, WRONG_USAGE, Command, argument, in_site
from generator.config import load_config
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import Checked, check_as_if, check_content, plan_content
from generator.problems import has_errors
from generator.records import Record
from generator.reports import summary


def _changes(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    if not chosen.since.is_dir():
        print(t("changes.no_folder", folder=chosen.since))
        return WRONG_USAGE
    before, checked = check_content(replace(order, root=chosen.since)), check_content(order)
    print("\n\n".join(_in_words(before, checked, chosen, order, t)) or t("changes.none"))
    problems = plan_content(order, checked)[1]
    if not has_errors(problems):
        return OK
    print(f"\n{t('changes.not_whole', summary=summary(problems, t))}")
    return PROBLEMS


def _in_words(before: Checked, checked: Checked, chosen: argparse.Namespace, order: Order, t: Catalogue) -> Iterator[str]:
    """What readers will see, then what they will not: each a piece of its own."""
    language = order.config.language
    changes = changes_between(before.library, checked.library, order.build_date, language)
    if words := changes_in_words(changes, checked.library, language, t):
        yield words
    if load_config(chosen.since / Path(chosen.config).name)[0] not in (None, order.config):
        yield t("changes.settings")
    if drafts := _drafts(before, checked, order):
        yield t("changes.drafts", counted=counted(drafts, t))


def _drafts(before: Checked, checked: Checked, order: Order) -> list[Record]:
    """The drafts that are new or changed; the site does not show them."""
    if order.drafts:
        return []
    every = check_as_if(replace(order, drafts=True), checked, {}).library.records
    hidden = [record for pointer, record in every.items() if pointer not in checked.library.records]
    known = {path: kept[0] for path, kept in before.files.items()}
    return [record for record in hidden if known.get(record.origin.path) != record.origin.digest]


SINCE = argument("--since", required=True, type=Path, metavar="FOLDER")
CHANGES = Command("changes", in_site(_changes), (*OF_SITE, SINCE))
