"""`protokol build`: the records to the site, published whole where nothing is wrong."""

from __future__ import annotations

import argparse
import sys
import time

from generator.commands.command import OF_BUILD, OF_SITE, OK, PROBLEMS, Command, in_site
from generator.commands.saying import progress, say_problems
from generator.explained import explained_at
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import Built, build, silent
from generator.problems import has_errors


def _build(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    began = time.monotonic()
    built = build(order, silent if chosen.quiet else progress(t))
    if built.problems:
        say_problems(built.problems, chosen.format, t, order.root, explained_at(order.config))
    if has_errors(built.problems):
        print(t("command.not_published"), file=sys.stderr)
        return PROBLEMS
    _say_built(built, order, time.monotonic() - began, t)
    return OK


def _say_built(built: Built, order: Order, seconds: float, t: Catalogue) -> None:
    print(t("command.built", count=built.pages, rendered=built.rendered, seconds=f"{seconds:.1f}"))
    if built.new_addresses:
        print(t("command.new_addresses", count=built.new_addresses, file=order.config.paths.ledger))
    print(t("command.site_at", path=(order.output / "index.html").resolve().as_uri()))


BUILD = Command("build", in_site(_build), (*OF_SITE, *OF_BUILD))
