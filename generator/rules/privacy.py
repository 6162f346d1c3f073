"""Rules about what may not be published: closed items' contents, personal numbers, private contact details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records import Record
from generator.records.item import Item
from generator.rules.fault import fault, fault_in_text
from generator.rules.one_record import OneRecord

# A Danish personal number (CPR): a day and month, a year, a dash or space, four digits. Source: CPR-loven, § 3.
_CPR = re.compile(r"(?<![\w-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d[-– ]\d{4}(?![\w-])")
_CPR_BARE = re.compile(r"\bcpr\W{0,8}(?:nr\.?|nummer)?\W{0,3}\d{6}\W?\d{4}\b", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_TELEPHONE = re.compile(
    r"\b(?:tlf|tel|telefon|mobil|direkte|phone)\b[.: ]*(?:nr\.? ?)?(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}\b", re.IGNORECASE
)
# The digits or the mark without which none of them is there; most texts have neither, and one look tells.
_SUSPECT = re.compile(r"@|\d\d ?\d\d ?\d\d")
# What may stand in no text, by name.
PRIVATE = (("cpr", _CPR), ("cpr", _CPR_BARE), ("email", _EMAIL), ("telephone", _TELEPHONE))
# What of an item shows what it is about.
_SHOWS = (
    "body", "minutes", "recommendation", "statements", "decisions", "after_meeting", "summary", "annexes",
)  # fmt: skip


def no_private_data(one: OneRecord[Record]) -> Iterator[Problem]:
    """No personal number, e-mail address or direct telephone number stands in any field of any record."""
    for path, value in one.texts:
        if not _SUSPECT.search(value):
            continue
        for name, pattern in PRIVATE:
            if match := pattern.search(value):
                hidden = match.group()[:3] + "…"  # the report must not spread what it warns of
                yield fault_in_text(one.record, Code.PRIVATE_DATA, path, value, match.start(), found=hidden, expected=name)


def personal_number_in(text: str) -> str:
    """The first personal number in a text, empty where there is none."""
    found = (match for name, pattern in PRIVATE if name == "cpr" and (match := pattern.search(text)))
    return next((match.group() for match in found), "")


def closed_items_stay_closed(one: OneRecord[Item]) -> Iterator[Problem]:
    """A closed item has a legal ground, and neither case text, minutes, recommendation nor decision's words."""
    item = one.record
    if not item.closed:
        return
    if not item.closed_ground:
        yield fault(item, Code.CLOSED_ITEM_SHOWN, "closed", found="closed")
    for name in _SHOWS:
        if getattr(item, name):
            yield fault(item, Code.CLOSED_ITEM_SHOWN, name, found=name)
    if any(translation.summary or translation.body for translation in item.translations):
        yield fault(item, Code.CLOSED_ITEM_SHOWN, "translations", found="translations")
