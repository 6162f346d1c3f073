"""Agendas: an archive to its meetings and their items, each item of about 3.5 KB."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

from bench.archive import Archive, Made, Sitting, To
from bench.words import TOPICS, Pen, person_name

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
# The type of an item, what its recommendation asks for, what came of it, how often of a hundred.
_COURSES = (
    ("orientering", "tage til efterretning", "taget til efterretning", 40),
    ("beslutning", "godkende", "godkendt", 25),
    ("beslutning", "godkende", "godkendt med ændringer", 5),
    ("beslutning", "godkende", "udsat", 4),
    ("beslutning", "godkende", "oversendt", 4),
    ("drøftelse", "drøfte", "drøftet", 14),
    ("beslutning", "anbefale", "anbefalet", 8),
)
_CASE_TEXT = 1_150  # characters at least, so that the whole file is about 3.5 KB


def meetings(archive: Archive) -> Iterator[Made]:
    """Every meeting with its items after it."""
    by_body: dict[str, list[Sitting]] = {}
    for sitting in archive.sittings:
        by_body.setdefault(sitting.body, []).append(sitting)
    pairs = [pair for held in by_body.values() for pair in pairwise(held)]
    following = {earlier.id: later for earlier, later in pairs}
    before = {later.id: earlier for earlier, later in pairs}
    for sitting in archive.sittings:
        yield Made("meeting", f"{_folder(sitting)}/meeting.yml", _meeting(archive, sitting, following.get(sitting.id)))
        for index in sitting.items:
            yield _item(archive, sitting, index, before.get(sitting.id))


def long_day(day: date) -> str:
    """A day in words, with its weekday."""
    return f"{_WEEKDAYS[day.weekday()]} den {day.day}. {_MONTHS[day.month - 1]} {day.year}"


def _minutes(sitting: Sitting) -> To:
    return To("document", f"referat-{sitting.id}", bare=True)


def _folder(sitting: Sitting) -> str:
    return f"meetings/{sitting.day}-{sitting.body}"


def meeting_title(archive: Archive, sitting: Sitting) -> str:
    """The title of a meeting, without its day."""
    return f"Møde i {archive.title('organization', sitting.body).lower()}"


def _meeting(archive: Archive, sitting: Sitting, following: Sitting | None) -> dict[str, Any]:
    chance = archive.chance(sitting.id)
    people = chance.sample(range(len(archive.ids["person"])), min(14, len(archive.ids["person"])))
    head: dict[str, Any] = {
        "id": sitting.id,
        "title": f"{meeting_title(archive, sitting)} {long_day(sitting.day)}",
        "summary": Pen(chance).sentence(),
        "bodies": [To("organization", sitting.body, bare=True)],
        "date": str(sitting.day),
        "kind": "møde",
        "start": "10:00",
        "end": "13:00",
        "form": "fysisk møde",
        "place": "Rådhuset",
        "state": "holdt" if sitting.held else "planlagt",
        "attendance": [
            {
                "key": archive.ids["person"][person],
                "person": To("person", archive.ids["person"][person], bare=True),
                "party": To("municipality", archive.municipalities[person % len(archive.municipalities)]),
                "status": chance.choice(("deltog", "deltog", "deltog", "afbud")),
            }
            for person in people
        ],
        "topics": ["møder"],
        "sources": [{"document": _minutes(sitting), "place": "mødets hoved"}],
    }
    if sitting.held and following and following.held:
        head |= {"minutes": "godkendt", "approved_at": To("meeting", following.id, bare=True)}
    return head


def _item(archive: Archive, sitting: Sitting, index: int, earlier: Sitting | None) -> Made:
    record_id = sitting.item(index)
    chance = archive.chance(record_id)
    pen = Pen(chance)
    number = index - sitting.items.start + 1
    presenter = chance.randrange(len(archive.ids["person"]))
    item_type, asks, outcome, _ = chance.choices(_COURSES, [course[3] for course in _COURSES])[0]
    head: dict[str, Any] = {
        "id": record_id,
        "title": archive.title("item", record_id),
        "summary": _summary(pen, chance, sitting),
        "number": str(number),
        "item_type": item_type,
        "heading": f"{pen.title()} v. {person_name(presenter)}",
        "presenters": [To("person", archive.ids["person"][presenter], bare=True)],
        "recommendation": {"intro": "Det indstilles, at", "points": _points(pen, chance.randint(1, 3), asks)},
    }
    if sitting.held:
        head |= {"presented_by": head["presenters"], "minutes": pen.paragraph(3)}
        head["decisions"] = [
            _decision(archive, chance, point, outcome, sitting.day) for point in head["recommendation"]["points"]
        ]
        if chance.random() < 0.3:
            head["statements"] = [_statement(archive, chance)]
    head |= _surroundings(archive, chance, sitting, index)
    links = [f"[{archive.title('case', case)}](case:{case})"] if (case := archive.case_of(index)) else []
    agreement = chance.choice(archive.ids["agreement"])
    links.append(f"[{archive.title('agreement', agreement)}](agreement:{agreement}#formaal)")
    body = pen.prose(_CASE_TEXT, links)
    if earlier:
        body = f"På mødet {long_day(earlier.day)} var sagen sidst på dagsordenen.\n\n{body}"
    return Made("item", f"{_folder(sitting)}/{number:02d}-punkt.md", head, body)


def _summary(pen: Pen, chance: Random, sitting: Sitting) -> str:
    """Two sentences; in three of ten the day too, so that the rules about figures and weekdays have something to do."""
    return f"{pen.paragraph(2)} Mødet var {long_day(sitting.day)}." if chance.random() < 0.3 else pen.paragraph(2)


def _points(pen: Pen, count: int, asks: str) -> list[dict[str, str]]:
    return [{"key": f"punkt-{number}", "text": pen.sentence(), "asks": asks} for number in range(1, count + 1)]


def _decision(archive: Archive, chance: Random, point: dict[str, str], outcome: str, day: date) -> dict[str, Any]:
    decision: dict[str, Any] = {
        "key": f"beslutning-{point['key'][-1]}",
        "text": Pen(chance).sentence(),
        "answers": [point["key"]],
        "outcome": outcome,
        "mode": chance.choice(("enighed", "uden afstemning", "ikke oplyst")),
    }
    if outcome == "udsat":
        decision["postponed_until"] = f"{day.year}-12"
    if outcome == "oversendt":
        decision["referred_to"] = To("organization", chance.choice(archive.ids["organization"]))
    if outcome == "godkendt med ændringer":
        decision["change"] = Pen(chance).sentence()
    return decision


def _statement(archive: Archive, chance: Random) -> dict[str, Any]:
    return {
        "key": "udtalelse-1",
        "by": To("person", chance.choice(archive.ids["person"]), bare=True),
        "on_behalf_of": To("municipality", chance.choice(archive.municipalities)),
        "text": Pen(chance).sentence(),
    }


def _surroundings(archive: Archive, chance: Random, sitting: Sitting, index: int) -> dict[str, Any]:
    """What an item is about, and where it stands: annexes, case, topics, municipalities, initiatives, source."""
    everybody = chance.random() < 0.35
    municipalities = archive.municipalities if everybody else chance.sample(archive.municipalities, chance.randint(1, 6))
    around: dict[str, Any] = {}
    notes = archive.ids["note"]
    if index % 40 == 3:
        note = notes[index // 40 % len(notes)]
        around["annexes"] = [
            {"title": archive.title("document", note), "number": "A", "document": To("document", note, bare=True)}
        ]
    if case := archive.case_of(index):
        around["case"] = To("case", case, bare=True)
    around["topics"] = chance.sample(TOPICS, chance.randint(1, 2))
    around["municipalities"] = [To("municipality", one, bare=True) for one in municipalities]
    if chance.random() < 0.3:
        around["initiatives"] = [To("initiative", chance.choice(archive.ids["initiative"]), bare=True)]
    number = index - sitting.items.start + 1
    around["sources"] = [{"document": _minutes(sitting), "place": f"punkt {number}"}]
    return around
