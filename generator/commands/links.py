"""`protokol links`: the addresses on the web that the records name, to those that do not answer."""

from __future__ import annotations

import argparse

from generator.commands.command import OF_SITE, OK, PROBLEMS, Command, in_site
from generator.commands.saying import say_problems
from generator.explained import explained_at
from generator.messages import Catalogue
from generator.order import Order
from generator.outside_links import ask_the_web, dead_links
from generator.pipeline import check_content


def _links(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    found = dead_links(check_content(order).library, ask_the_web)
    say_problems(found, chosen.format, t, order.root, explained_at(order.config))
    return PROBLEMS if found else OK


LINKS = Command("links", in_site(_links), OF_SITE)
