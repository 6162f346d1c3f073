"""`protokol new`: some answers to the file of a new record, a draft that passes the check."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from generator.addresses import route
from generator.commands.command import CONFIG, DATE, LANGUAGE, OK, PROBLEMS, WRONG_USAGE, Command, argument, in_site
from generator.commands.dialogue import Interrupted, ask, someone_answers
from generator.commands.interview import CannotGoOn, Desk, filled, meeting_at
from generator.commands.saying import say_problems
from generator.explained import explained_at
from generator.field_texts import type_text
from generator.messages import LANGUAGES, Catalogue, load_catalogue
from generator.new_record.draft import Draft
from generator.new_record.proposals import Surroundings
from generator.new_record.skeleton import path_of, text_of
from generator.order import Order
from generator.pipeline import Checked, check_as_if, check_content
from generator.problems import Problem, has_errors
from generator.records import RECORD_TYPES, Record
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.sorting import slugify
from generator.suggest import nearest
from generator.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class _Made:
    """A record that is not written yet: where it is to be, its text, and what checking finds once it is."""

    path: str
    text: str
    after: Checked


def _new(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    for one in chosen.set:
        if not one.partition("=")[0].strip() or "=" not in one:
            print(t("new.no_field", found=one))
            return WRONG_USAGE
    record_type = _type_named(chosen.type)
    given = {path.strip(): value for path, _, value in (one.partition("=") for one in chosen.set)}
    order = replace(order, drafts=True)  # a draft may name a draft
    checked = check_content(order)
    desk = Desk(Surroundings(checked.library, order.config, order.build_date), given, someone_answers() and not chosen.yes, t)
    try:
        if record_type is None:
            raise CannotGoOn(_no_type(chosen.type, t))
        if desk.somebody:
            print(t("new.begin", type=type_text(record_type.type_name, "label", t)))
        return _write_with_items(record_type, chosen.item, order, checked, desk)
    except CannotGoOn as reason:
        print(reason)
        return WRONG_USAGE
    except Interrupted:
        print(f"\n{t('new.interrupted')}")
        return PROBLEMS


def _type_named(words: str) -> type[Record] | None:
    """The type that is called so, or alone begins so, in the program, in its labels or in addresses: møde, moede, punkt."""
    slug = slugify(words)
    names = {one: {slugify(name) for name in _names_of(one.type_name)} for one in RECORD_TYPES}
    exact = [one for one in RECORD_TYPES if slug in names[one]]
    begun = [one for one in RECORD_TYPES if slug and any(name.startswith(slug) for name in names[one])]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None


def _names_of(type_name: str) -> Iterator[str]:
    yield type_name
    for language in LANGUAGES:
        yield type_text(type_name, "label", load_catalogue(language))
        yield route(type_name, language)


def _no_type(words: str, t: Catalogue) -> str:
    names = {type_text(one.type_name, "label", t): one.type_name for one in RECORD_TYPES}
    types = ", ".join(f"{name} ({label})" for label, name in names.items())
    near = nearest(words, (*names, *names.values()))
    return t("new.no_type", found=words, types=types) + (f" {t('report.suggestion', found=near)}" if near else "")


def _write_with_items(record_type: type[Record], items: Sequence[str], order: Order, checked: Checked, desk: Desk) -> int:
    """Write the record; with a meeting the items named beforehand, all or none, and after it those that somebody names."""
    draft = filled(_begun(record_type, desk, meeting_at(desk) if record_type is Item else None), desk)
    made = [_made(draft, order, checked)]
    if record_type is Meeting and not has_errors(_new_problems(made, checked)):
        for title in items:
            made.append(_item_made(title, draft, order, made[-1].after, desk))
    if not _written(made, order, checked, desk.t):
        return PROBLEMS
    after = made[-1].after
    for title in _titles_asked(desk) if record_type is Meeting and not items else ():
        item = _item_made(title, draft, order, after, desk)
        if not _written([item], order, after, desk.t):
            return PROBLEMS
        after = item.after
    return OK


def _item_made(title: str, of: Draft, order: Order, after: Checked, desk: Desk) -> _Made:
    meeting = next(one for one in after.library.all(Meeting) if one.id == of.value("id"))
    here = replace(desk, site=replace(desk.site, library=after.library), given={"title": title})
    return _made(filled(_begun(Item, here, meeting), here), order, after)


def _begun(record_type: type[Record], desk: Desk, meeting: Meeting | None) -> Draft:
    status = load_vocabulary("record_status").terms["draft"].word(desk.site.config.language)
    return Draft(record_type, {"status": status}, meeting)


def _titles_asked(desk: Desk) -> Iterator[str]:
    """The titles of a new meeting's items, for as long as somebody names one."""
    while desk.somebody and (title := ask(desk.t("new.item"), "", desk.t("new.item_help"), (), desk.t)):
        yield title


def _made(draft: Draft, order: Order, checked: Checked) -> _Made:
    path = _free(path_of(draft, order.config.content_name), order.root, checked)
    text = text_of(draft, order.config.language, load_catalogue(order.config.language))
    return _Made(path, text, check_as_if(order, checked, {path: text.encode()}))


def _new_problems(made: Sequence[_Made], before: Checked) -> tuple[Problem, ...]:
    known = set(before.problems)
    return tuple(one for one in made[-1].after.problems if one not in known)


def _written(made: Sequence[_Made], order: Order, before: Checked, t: Catalogue) -> bool:
    """Write the files if the check has nothing new against any; else say what it has, and the texts."""
    found = _new_problems(made, before)
    if has_errors(found):
        say_problems(found, "text", t, order.root, explained_at(order.config))
        print(f"\n{t('new.not_written')}")
        for one in made:
            print(f"\n{one.path}\n\n{one.text}")
        return False
    for one in made:
        (order.root / one.path).parent.mkdir(parents=True, exist_ok=True)
        with (order.root / one.path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(one.text)
        print(t("new.written", path=one.path))
    return True


def _free(path: str, root: Path, checked: Checked) -> str:
    """The path, or where there is a file already the next that is free: a record is never written over.

    A meeting is a folder, in which its file has its one name.
    """
    stem, mark, ending = path.rpartition("/" if path.endswith("/meeting.yml") else ".")
    candidates = (path if number == 1 else f"{stem}-{number}{mark}{ending}" for number in count(1))
    return next(one for one in candidates if one not in checked.files and not (root / one).exists())


NEW = Command(
    "new",
    in_site(_new),
    (
        argument("type", metavar="TYPE"),
        argument("--set", action="append", default=[], metavar="FIELD=VALUE"),
        argument("--item", action="append", default=[], metavar="TITLE"),
        argument("--yes", action="store_true"),
        CONFIG,
        DATE,
        LANGUAGE,
    ),
)
