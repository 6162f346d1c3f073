"""`protokol changes`: two folders of records to what is new, changed and removed, in words."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from generator.changes import changes_between, changes_in_words
from generator.commands.command import OF_SITE, OK, PROBLEMS, Command, argument, in_site
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import check_content
from generator.problems import has_errors
from generator.reports import summary


def _changes(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    before = check_content(replace(order, root=chosen.since)).library
    checked = check_content(order)
    changes = changes_between(before, checked.library, order.build_date)
    print(changes_in_words(changes, checked.library, order.config.language, t), end="")
    if not has_errors(checked.problems):
        return OK
    print(f"\n{t('changes.not_whole', summary=summary(checked.problems, t))}")
    return PROBLEMS


SINCE = argument("--since", required=True, type=Path, metavar="FOLDER")
CHANGES = Command("changes", in_site(_changes), (*OF_SITE, SINCE))
