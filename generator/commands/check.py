"""`protokol check`: the records to every problem, once or after every change."""

from __future__ import annotations

import argparse

from generator.commands.command import OF_SITE, OK, PROBLEMS, Command, argument, in_site
from generator.commands.saying import say, say_problems
from generator.explained import explained_at
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import check_content
from generator.problems import Problem, has_errors
from generator.watching import watch


def _check(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    problems = _checked(chosen, order, t)
    if chosen.watch:
        for _ in watch(order.root, order.config):
            print(t("command.checking_again"), flush=True)
            problems = _checked(chosen, order, t)
    return PROBLEMS if has_errors(problems) else OK


def _checked(chosen: argparse.Namespace, order: Order, t: Catalogue) -> tuple[Problem, ...]:
    problems = check_content(order).problems
    say_problems(problems, chosen.format, t, order.root, explained_at(order.config))
    sure = sum(found.sure for found in problems)
    if sure and chosen.format == "text":
        say(t("command.fixable", count=sure))
    return problems


CHECK = Command("check", in_site(_check), (*OF_SITE, argument("--watch", action="store_true")))
