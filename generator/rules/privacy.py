"""Rules about what may not be published: closed items' contents, personal numbers, private contact details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records.item import Item
from generator.rules.review import Review, fault, fault_in_text

# A Danish personal number (CPR): a day and month, a year, a dash or space, four digits. Source: CPR-loven, § 3.
_CPR = re.compile(r"(?<![\w-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d[-– ]\d{4}(?![\w-])")
_CPR_BARE = re.compile(r"\bcpr\W{0,8}(?:nr\.?|nummer)?\W{0,3}\d{6}\W?\d{4}\b", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_TELEPHONE = re.compile(
    r"\b(?:tlf|tel|telefon|mobil|direkte|phone)\b[.: ]*(?:nr\.? ?)?(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}\b", re.IGNORECASE
)
# The digits or the mark without which none of them is there; most texts have neither, and one look tells.
_SUSPECT = re.compile(r"@|\d\d ?\d\d ?\d\d")
_PRIVATE = (("cpr", _CPR), ("cpr", _CPR_BARE), ("email", _EMAIL), ("telephone", _TELEPHONE))
# What of an item shows what it is about.
_SHOWS = (
    "body", "minutes", "recommendation", "statements", "decisions", "after_meeting", "summary", "annexes",
)  # fmt: skip


def no_private_data(review: Review) -> Iterator[Problem]:
    """No personal number, e-mail address or direct telephone number stands in any field of any record."""
    for record in review.library.records.values():
        for path, value in record.scalars:
            if not isinstance(value, str) or not _SUSPECT.search(value):
                continue
            for name, pattern in _PRIVATE:
                if match := pattern.search(value):
                    hidden = match.group()[:3] + "…"  # the report must not spread what it warns of
                    at = match.start()
                    yield fault_in_text(record, Code.PRIVATE_DATA, path, value, at, found=hidden, expected=name)


def closed_items_stay_closed(review: Review) -> Iterator[Problem]:
    """A closed item has a legal ground, and neither case text, minutes, recommendation nor decision's words."""
    for item in review.library.all(Item):
        if not item.closed:
            continue
        if not item.closed_ground:
            yield fault(item, Code.CLOSED_ITEM_SHOWN, "closed", found="closed")
        for name in _SHOWS:
            if getattr(item, name):
                yield fault(item, Code.CLOSED_ITEM_SHOWN, name, found=name)
        if any(translation.summary or translation.body for translation in item.translations):
            yield fault(item, Code.CLOSED_ITEM_SHOWN, "translations", found="translations")
