"""What a command is: its name, its arguments, and what it does; and the site that most of them work in."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.commands.saying import say_problems
from generator.config import SiteConfig
from generator.messages import LANGUAGES, Catalogue
from generator.order import Order
from generator.problems import Problem
from generator.reports import FORMATS

OK, PROBLEMS, WRONG_USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: its names, what argparse is to know of it, and the key of its help in the catalogue."""

    names: tuple[str, ...]
    options: Mapping[str, Any]
    text: str


def argument(*names: str, text: str = "", **options: Any) -> Argument:
    """Declare an argument; its help is the catalogue's `command.<text>`, which is the last name unless said."""
    return Argument(names, options, f"command.{text or names[-1].lstrip('-').replace('-', '_')}")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command: what was chosen, the site it was called in (its settings, or why there are none), the texts."""

    chosen: argparse.Namespace
    config_path: Path
    config: SiteConfig | None
    config_problems: Sequence[Problem]
    t: Catalogue


@dataclass(frozen=True, slots=True)
class Command:
    """A command; `run` gives the code with which it ends. `stays` is whether it goes on until it is stopped."""

    name: str
    run: Callable[[Call], int]
    arguments: tuple[Argument, ...]
    stays: bool = False


CONFIG = argument("-c", "--config", default="site_config.yml", metavar="FILE")
DATE = argument("--date", metavar="2026-11-21")
LANGUAGE = argument("--language", choices=LANGUAGES)
# What the commands know that check it: which problems they show, and how.
OF_SITE = (
    CONFIG,
    DATE,
    LANGUAGE,
    argument("--format", choices=tuple(FORMATS), default="text"),
    argument("--drafts", action="store_true"),
    argument("--quiet", action="store_true"),
)
# What the commands know that build it.
OF_BUILD = (argument("--output", metavar="FOLDER"), argument("--no-search", action="store_true"))


def in_site(run: Callable[[argparse.Namespace, Order, Catalogue], int]) -> Callable[[Call], int]:
    """A command that needs a site: without settings, or with a day that is none, it says so and does nothing."""

    def run_in_site(call: Call) -> int:
        chosen, config = call.chosen, call.config
        if config is None:
            form = getattr(chosen, "format", "text")  # a command that asks questions knows one form alone
            say_problems(call.config_problems, form, call.t, call.config_path.parent)
            return PROBLEMS
        try:
            order = order_of(chosen, config, call.config_path, call.config_problems)
        except (ValueError, OverflowError):
            given = chosen.date or os.environ.get("SOURCE_DATE_EPOCH")
            print(call.t("command.bad_date", found=given), file=sys.stderr)
            return WRONG_USAGE
        return run(chosen, order, call.t)

    return run_in_site


def order_of(chosen: argparse.Namespace, config: SiteConfig, config_path: Path, warnings: Sequence[Problem] = ()) -> Order:
    """What is to be done in the site of these settings, with the warnings that they gave.

    Raises ValueError or OverflowError for a day that is none.
    """
    root = config_path.resolve().parent
    output = Path(getattr(chosen, "output", None) or root / config.paths.output)
    search, drafts = not getattr(chosen, "no_search", False), getattr(chosen, "drafts", False)
    day = build_date(chosen.date, os.environ, config.time_zone)
    return Order(root, config, output, day, drafts, search, warnings=tuple(warnings))


def build_date(given: str | None, environment: os._Environ[str] | dict[str, str], time_zone: str) -> date:
    """The one day for which a site is built: `--date`, else SOURCE_DATE_EPOCH, else today where the site is at home.

    Raises ValueError where a given date is none.
    """
    if given:
        return date.fromisoformat(given)
    try:
        zone: ZoneInfo | None = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        zone = None
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone or UTC).date()
    return datetime.now(zone).date()
