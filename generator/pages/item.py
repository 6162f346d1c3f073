"""What an agenda item's page shows beyond its fields: the verdict, the case around it, money, follow-ups, neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.case_line import CaseLine, case_lines, cases_of
from generator.pages.item_parts import (
    FollowUpLine,
    StandLine,
    SumLine,
    follow_ups_of,
    money_of,
    presented,
    stands_of,
    with_sums,
)
from generator.pages.parts import Crumb, Entry, entry
from generator.pages.phrases import bodies
from generator.pages.verdict import Verdict, answer_of, verdict_of
from generator.records import Record
from generator.records.document import Document
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.voice import Voice

# The fields that the page shows in its own way.
SHOWN_BY_ITEM = frozenset(
    {"number", "item_type", "heading", "presenters", "presented_by", "recommendation", "minutes", "after_meeting", "decisions",
     "statements", "annexes", "case", "taken_with", "closed", "closed_ground"}
)  # fmt: skip
_WORD = re.compile(r"\w[\w’'.,-]*")  # good enough to say how long a text is
SHORT = 400  # words of a text that stands open; a longer one is folded behind its heading


@dataclass(frozen=True, slots=True)
class Length:
    """How many words a text has, in the language's format, and whether it is short enough to stand open."""

    words: int
    shown: str
    is_short: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What other records say around an item: sums, stands, its cases, promises, and documents that say they are annexes."""

    money: tuple[SumLine, ...]
    stands: tuple[StandLine, ...]
    cases: tuple[CaseLine, ...]
    follow_ups: tuple[FollowUpLine, ...]
    documents: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class ItemExtra:
    """All that stands around an item; `answer` is the sentence that says what was decided, for items without a summary."""

    meeting: Meeting
    bodies: str
    day: str
    kind: str
    answer: str
    verdict: Verdict
    presented: Markup
    around: Around
    lengths: dict[str, Length]
    contents: tuple[Crumb, ...]
    citation: str
    previous: Entry | None
    next: Entry | None


def item_extra(item: Item, voice: Voice) -> ItemExtra:
    """Look up what stands around an item."""
    meeting = voice.library.meeting_of(item)
    siblings = voice.library.items_of(meeting)
    index = next((number for number, one in enumerate(siblings) if one.id == item.id), 0)
    following = siblings[index + 1 : index + 2]
    around = _around(item, voice)
    return ItemExtra(
        meeting=meeting,
        bodies=bodies(meeting, voice),
        day=voice.span(meeting.date),
        kind=_kind(item, voice),
        answer=answer_of(item, voice),
        verdict=verdict_of(item, voice),
        presented=presented(item, voice),
        around=around,
        lengths={name: length_of(getattr(item, name), voice) for name in ("minutes", "after_meeting", "body")},
        contents=tuple(_contents(item, around, voice)),
        citation=_citation(item, meeting, voice),
        previous=entry(siblings[index - 1], voice) if index else None,
        next=entry(following[0], voice) if following else None,
    )


def item_reaches(item: Item, library: Library) -> Iterator[Pointer]:
    """The records of which an item's page reads whom they name as well: what has sums, what was promised."""
    yield from (record.pointer for record in with_sums(item, library))
    yield from library.naming_by_type(item.pointer).get("follow_up", ())


def item_around(item: Item, library: Library) -> Iterator[Pointer]:
    """The records of which an item's page reads whatever names them as well: its cases."""
    return (case.pointer for case in cases_of(item, library))


def _around(item: Item, voice: Voice) -> Around:
    return Around(
        money=money_of(item, voice),
        stands=stands_of(item, voice),
        cases=case_lines(item, voice),
        follow_ups=follow_ups_of(item, voice),
        documents=_further_documents(item, voice),
    )


def _contents(item: Item, around: Around, voice: Voice) -> Iterator[Crumb]:
    """The sections that the page has, in their order."""
    t = voice.catalogue
    sections = (
        (item.recommendation or item.decisions, t("interface.recommended_and_decided"), t("interface.anchors.decision")),
        (around.stands, t("item.stands"), t("item.anchors.stands")),
        (around.money, t("item.money"), t("item.anchors.money")),
        (item.minutes, t("item.minutes"), t("interface.anchors.minutes")),
        (item.after_meeting, t("item.after_meeting"), t("item.anchors.after")),
        (item.statements, t("item.statements"), t("item.anchors.statements")),
        (item.body, t("item.case_text"), t("interface.anchors.body")),
        (item.annexes or around.documents, t("item.annexes"), t("interface.anchors.annexes")),
        (around.cases, t("item.case"), t("item.anchors.case")),
        (around.follow_ups, t("item.follow_ups"), t("item.anchors.follow_ups")),
    )
    yield from (Crumb(title, f"#{anchor}") for held, title, anchor in sections if held)


def _kind(item: Item, voice: Voice) -> str:
    """What kind of item it is, and what that means."""
    word = voice.word("item_type", item.item_type)
    return f"{word[:1].upper()}{word[1:]}. {voice.meaning('item_type', item.item_type)}"


def length_of(text: str | None, voice: Voice) -> Length:
    """How long a text is, its marks left aside."""
    words = len(_WORD.findall(text or ""))
    return Length(words, voice.number(words), words < SHORT)


def _further_documents(item: Item, voice: Voice) -> tuple[Record, ...]:
    """The documents that say that they are annexes to the item, but for those that the item lists itself."""
    listed = {annex.document for annex in item.annexes}
    naming = voice.library.backlinks(item.pointer)
    return tuple(
        one for one in naming if isinstance(one, Document) and item.pointer in one.annex_to and one.pointer not in listed
    )


def _citation(item: Item, meeting: Meeting, voice: Voice) -> str:
    """How to cite an item: body, date and number, title, address."""
    config = voice.config
    number = voice.catalogue("interface.item_number", number=item.number) if item.number else ""
    place = ", ".join(part for part in (voice.span(meeting.date), number) if part)
    names = ", ".join(voice.name(voice.library.get(body)) for body in meeting.bodies)
    return voice.catalogue(
        "item.citation",
        body=names,
        place=place,
        title=voice.name(item),
        site=config.title,
        address=config.address.rstrip("/") + voice.href(item.pointer),
    )
