"""`protokol check`: the records to every problem, once or after every change."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from generator.commands.command import OF_SITE, OK, PROBLEMS, Command, argument, in_site
from generator.commands.following import follow
from generator.commands.saying import say, say_problems
from generator.explained import explained_at
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import check_content, plan_content
from generator.problems import Problem, has_errors


def _check(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    problems: Sequence[Problem] = _found(order)
    _say(problems, chosen, order, t)
    for burst in follow(chosen, order) if chosen.watch else ():
        print(t("command.checking_again"), flush=True)
        problems = burst.wrong or _found(burst.order)
        _say(problems, chosen, burst.order, t)
    return PROBLEMS if has_errors(problems) else OK


def _found(order: Order) -> tuple[Problem, ...]:
    return plan_content(order, check_content(order))[1]


def _say(problems: Sequence[Problem], chosen: argparse.Namespace, order: Order, t: Catalogue) -> None:
    say_problems(problems, chosen.format, t, order.root, explained_at(order.config))
    sure = sum(found.sure for found in problems)
    if sure and chosen.format == "text":
        say(t("command.fixable", count=sure))


CHECK = Command("check", in_site(_check), (*OF_SITE, argument("--watch", action="store_true")))
