"""An item as it was read to its record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.importer.drafting.draft import DraftFile
from generator.importer.drafting.frame import Frame, filled, short
from generator.importer.items.decisions import Decided
from generator.importer.items.item import ReadItem
from generator.importer.labels.body_words import is_met
from generator.importer.labels.label_words import acts
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import first_date
from generator.importer.meeting.minutes import ReadMinutes
from generator.sorting import slugify

_CLAUSE = re.compile(r"(?<!-),|[.;:]")
_SIGNS = frozenset("-&")  # that join the words of a name


def item_file(item: ReadItem, name: str, frame: Frame, read: ReadMinutes) -> DraftFile:
    """The record of one item; `name` is its part of ids and file names."""
    points = _points(item, frame)
    fields: dict[str, Any] = {
        "id": f"{frame.identifier}-{name}",
        "title": item.says.title,
        "status": frame.word("record_status", "draft"),
        "number": item.number,
        "address_part": "" if slugify(item.number) in (name.lstrip("0"), name) else name,
        "language": frame.other_language,
        "item_type": frame.word("item_type", _type_of(item)),
        "heading": item.heading,
        "presenters": [frame.names.person(name) for name in _whole_names(item.presenters, read)],
        "recommendation": filled({"intro": item.recommendation.intro, "points": points})
        if item.recommendation and points
        else "",
        "minutes": item.minutes,
        "after_meeting": item.after_meeting,
        "decisions": _decisions(item, frame, read),
        "annexes": [filled({"title": _one_line(title), "address": address}) for title, address in item.annexes],
        "closed": frame.word("yes_no", "yes") if item.says.closed else "",
        "closed_ground": (item.closed_ground or frame.word("unknown", "not_stated")) if item.says.closed else "",
        "sources": frame.source(_place(item, frame)),
        "note": "\n\n".join(item.notes),
    }
    if item.says.closed:
        fields |= {"heading": "", "note": ""}  # nothing of it may be shown
    # A title may say too much and be mended before anybody sees it; the file's name would go on saying it.
    slug = "" if item.says.closed else short(slugify(item.says.title))
    return DraftFile(f"{frame.folder}/{name}{f'-{slug}' if slug else ''}.md", filled(fields), item.body)


def _whole_names(presenters: Iterable[str], read: ReadMinutes) -> Iterator[str]:
    """The presenters; one with a first name alone is the only one of those at the meeting who bears it, or is left out."""
    present = {one.name for one in read.head.attendance if one.name}
    for name in presenters:
        found = [one for one in present if one.startswith(f"{name} ")]
        if " " in name or len(found) == 1:
            yield name if " " in name else found[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _place(item: ReadItem, frame: Frame) -> str:
    (first_page, first), (last_page, last) = item.place
    key = "place_pages" if first_page else "place_lines"
    return frame.text(key, number=item.number or item.says.title, first=first, last=last, page=first_page, to_page=last_page)


def _points(item: ReadItem, frame: Frame) -> list[dict[str, str]]:
    points = item.recommendation.points if item.recommendation else ()
    key = slugify(frame.text("point_key"))
    return [
        {"key": f"{key}-{at}", "text": point.text, "asks": frame.word("asks", point.asks)}
        for at, point in enumerate(points, start=1)
        if point.text.strip()
    ]


def _type_of(item: ReadItem) -> str:
    """The type by what the heading says of it, else by what is asked for, else a decision."""
    if item.item_type in ("formalities", "any_other_business", "announcements"):
        return item.item_type
    asks = {point.asks for point in item.recommendation.points} if item.recommendation else set()
    only = {"note": "information", "discuss": "discussion", "appoint": "appointment"}
    if len(asks) == 1 and (asked := only.get(next(iter(asks)))):
        return asked
    outcomes = {one.outcome for one in item.decisions}
    if item.item_type == "information" and outcomes & {"approved", "approved_with_changes"}:
        return "decision"
    return item.item_type or ("information" if outcomes and outcomes <= {"noted", "informed"} and not asks else "decision")


def _decisions(item: ReadItem, frame: Frame, read: ReadMinutes) -> list[dict[str, Any]]:
    if item.says.closed or read.is_agenda or frame.lies_ahead:
        return []
    if not item.decisions:
        unsaid = frame.word("outcome", "not_minuted")
        return [{"key": slugify(f"{frame.text('decision_key')}-1"), "text": unsaid, "outcome": unsaid}]
    found = []
    for at, one in enumerate(item.decisions, start=1):
        found.append(filled(_decision(one, at, item, frame)))
    return found


def _decision(one: Decided, at: int, item: ReadItem, frame: Frame) -> dict[str, Any]:
    outcome = one.outcome
    fields: dict[str, Any] = {
        "key": slugify(f"{frame.text('decision_key')}-{at}"),
        "text": one.text,
        "answers": _answers(one, at, item, frame),
        "outcome": frame.word("outcome", outcome),
        "mode": frame.word("mode", one.mode) if one.mode != "not_stated" else "",
    }
    if outcome == "postponed":
        found = first_date(one.text, frame.wording.language)
        fields["postponed_until"] = found[0].isoformat() if found else frame.word("unknown", "not_stated")
    if outcome == "referred":
        fields["referred_to"] = f"organization:{frame.names.organization(receiver_of(one.text, frame))}"
    return fields


def _answers(one: Decided, at: int, item: ReadItem, frame: Frame) -> list[str]:
    """The points that a decision answers, where that is plain: the only decision answers all, as many answer in order."""
    points = [point["key"] for point in _points(item, frame)]
    if one.outcome in ("unknown", "not_minuted"):
        return []
    if len(item.decisions) == 1:
        return points
    return [points[at - 1]] if len(item.decisions) == len(points) else []


def receiver_of(text: str, frame: Frame) -> str:
    """To whom something was referred: the body or the office that the words after "to" name, up to the end of the clause, else
    a name; the meeting's own body where they name neither: "til 2. behandling", "til budgetforhandlingerne".
    """
    for word in frame.wording.words("forwarding"):
        _, found, after = text.partition(f" {word} ")
        if found:
            name = _CLAUSE.split(after)[0]
            words = name.split()
            called = _receiver_in(words, frame.wording)
            return called or (" ".join(words[:5]) if words and words[0][:1].isupper() else frame.body_title)
    return frame.body_title


def _receiver_in(words: Sequence[str], wording: Wording) -> str:
    """The first body or office among some words, with the capitals before it: "behandling i Teknisk Udvalg"."""
    at = next((at for at, word in enumerate(words) if is_met(word, wording.language) or acts(word, wording.language)), None)
    if at is None:
        return ""
    joints = _SIGNS.union(wording.words("joints"))
    begin = at
    while begin and (words[begin - 1][:1].isupper() or words[begin - 1].casefold() in joints or words[begin - 1].endswith("-")):
        begin -= 1
    begin += words[begin] in joints
    end = at + 1
    if (
        words[end : end + 1]
        and words[end] in wording.words("concerning")
        and words[end + 1 : end + 2]
        and words[end + 1][:1].isupper()
    ):
        end += 2
        while end < len(words) and (words[end][:1].isupper() or words[end] in joints):
            end += 1
        end -= words[end - 1] in joints
    return " ".join(words[begin:end])
