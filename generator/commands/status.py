"""`protokol status`: the records to what is missing, overdue, about to end or not yet approved, in words."""

from __future__ import annotations

import argparse
import json
import re
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
from generator.values.spoken import long_day, long_month
from generator.values.when import When

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")  # 2020-21 is a spring
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
    """A day, a month or a span of them in words; what is vaguer as it is written."""
    if when.about:
        return when.text
    if not when.is_span:
        return _point(when.text, when.first, t)
    first, last = when.text.split("/")
    start, end = _point(first, when.first, t), _point(last, when.last, t)
    key = "span_both" if when.first and when.last else "span_from" if when.first else "span_until"
    return t(f"status.{key}", start=start, end=end)


def _point(text: str, day: date | None, t: Catalogue) -> str:
    if day is None or not (_DAY.fullmatch(text) or _MONTH.fullmatch(text)):
        return text
    return _day(day, t) if _DAY.fullmatch(text) else long_month(day, t.language, alone=True)


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
