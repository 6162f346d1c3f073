"""`protokol status`: the records to what is missing, overdue, about to end or not yet approved, in words."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.commands.command import CONFIG, DATE, LANGUAGE, OK, PROBLEMS, Command, argument, in_site
from generator.commands.saying import say
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import Checked, check_content
from generator.problems import Severity, has_errors
from generator.reports import summary, visible
from generator.status import Matter, Waiting, matters
from generator.values.spoken import long_day, moment_in_words
from generator.values.when import When

SHOWN = 10  # records of one kind; the others are counted, unless all are asked for


def _status(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    checked = check_content(replace(order, drafts=True))  # a draft is what awaits its author
    found = matters(checked.library, order.build_date)
    if chosen.format == "json":
        say(_as_json(found, checked, order.build_date, t))
    else:
        shown = None if chosen.all else SHOWN
        say("\n".join(_in_words(found, checked, order.build_date, shown, t)))
    return PROBLEMS if has_errors(checked.problems) else OK


def _in_words(found: tuple[Matter, ...], checked: Checked, today: date, shown: int | None, t: Catalogue) -> Iterator[str]:
    yield t("status.title", day=_day(today, t))
    yield t("status.check", summary=summary(checked.problems, t)) if checked.problems else summary((), t)
    for matter in found:
        yield ""
        yield f"{t(f'status.{matter.key}')} ({len(matter.waiting)})"
        yield from (f"  {_line(one, t)}" for one in matter.waiting[:shown])
        if shown and (more := len(matter.waiting) - shown) > 0:
            yield f"  {t('status.more', count=more)}"
    if not found:
        yield t("status.nothing")


def _line(one: Waiting, t: Catalogue) -> str:
    when = f"{_moment(one.when, t)}: " if one.when else ""
    return f"{when}{visible(one.record.title)} ({one.record.origin.path})"


def _moment(when: When, t: Catalogue) -> str:
    return moment_in_words(when, lambda key, **blanks: t(f"status.{key}", **blanks), t.language)


def _day(day: date, t: Catalogue) -> str:
    return long_day(day, t.language)


def _as_json(found: tuple[Matter, ...], checked: Checked, today: date, t: Catalogue) -> str:
    errors = sum(one.severity is Severity.ERROR for one in checked.problems)
    groups = [
        {"key": one.key, "title": t(f"status.{one.key}"), "records": [_as_row(waiting) for waiting in one.waiting]}
        for one in found
    ]
    warnings = len(checked.problems) - errors
    status = {"date": today.isoformat(), "errors": errors, "warnings": warnings, "matters": groups}
    return json.dumps(status, ensure_ascii=False, indent=2)


def _as_row(one: Waiting) -> dict[str, str | None]:
    record = one.record
    when = one.when.text if one.when else None
    return {"record": str(record.pointer), "title": record.title, "path": record.origin.path, "date": when}


FORMAT = argument("--format", choices=("text", "json"), default="text", text="status_format")
ALL = argument("--all", action="store_true")
STATUS = Command("status", in_site(_status), (CONFIG, DATE, LANGUAGE, FORMAT, ALL))
