"""Matters: an archive to its cases, initiatives, agreements with their cost shares, documents and follow-ups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bench.agendas import meeting_title
from bench.archive import Archive, Made, Sitting, To
from bench.parties import inhabitants, printed
from bench.words import TOPICS, Pen

_HANDLINGS = 10  # how many of a case's items its record tells of
_EQUAL, _BY_BASIS = 40, 60  # percent of a shared cost


def cases(archive: Archive) -> Iterator[Made]:
    """Every case, with its first handlings."""
    for record_id in archive.ids["case"]:
        pen = Pen(archive.chance(record_id))
        head = _opening(archive, "case", record_id)
        head["handlings"] = [
            {
                "key": f"trin-{number}",
                "date": str(archive.sitting_of(index).day),
                "by": To("organization", archive.sitting_of(index).body),
                "item": To("item", archive.item(index), bare=True),
                "text": pen.sentence(),
                "state": "gennemført" if archive.sitting_of(index).held else "planlagt",
            }
            for number, index in enumerate(archive.case_items.get(record_id, ())[:_HANDLINGS], 1)
        ]
        yield Made("case", f"cases/{record_id}.md", head, pen.prose(800))


def initiatives(archive: Archive) -> Iterator[Made]:
    """Every initiative, with its partners and milestones."""
    for number, record_id in enumerate(archive.ids["initiative"]):
        chance = archive.chance(record_id)
        pen = Pen(chance)
        parties = chance.sample(archive.municipalities, 5)
        step = archive.sittings[number * 7 % len(archive.sittings)]
        head = _opening(archive, "initiative", record_id) | {
            "what": pen.paragraph(3),
            "why": pen.paragraph(2),
            "lead": To("organization", chance.choice(archive.ids["organization"])),
            "partners": [{"party": To("municipality", party), "role": "Deltager"} for party in parties],
            "start": str(step.day),
            "milestones": [
                {
                    "key": "begyndelse",
                    "date": str(step.day),
                    "text": pen.sentence(),
                    "state": "gennemført" if step.held else "planlagt",
                    "where": To("meeting", step.id),
                }
            ],
        }
        yield Made("initiative", f"initiatives/{record_id}.md", head, pen.prose(900))


def agreements(archive: Archive) -> Iterator[Made]:
    """Every agreement, with the division of its cost after it."""
    for number, record_id in enumerate(archive.ids["agreement"]):
        chance = archive.chance(record_id)
        pen = Pen(chance)
        head = _opening(archive, "agreement", record_id) | {
            "kind": "samarbejdsaftale",
            "state": "indgået",
            "parties": [
                {"party": To("municipality", party), "approved": "2019-12", "role": "Part"} for party in archive.municipalities
            ],
            "start": f"{2008 + number % 14}-01-01",
            "end": "2027-12-31",
            "purpose": pen.paragraph(2),
            "clauses": [
                {"key": key, "number": str(place), "title": pen.title(), "text": pen.paragraph(4)}
                for place, key in enumerate(("formaal", "organisering", "oekonomi", "opsigelse"), 1)
            ],
            "goals": [
                {
                    "key": f"maal-{place}",
                    "number": str(place),
                    "title": pen.title(),
                    "goal": pen.sentence(),
                    "method": pen.sentence(),
                    "indicators": [{"key": f"indikator-{place}", "title": pen.sentence()}],
                }
                for place in range(1, 4)
            ],
        }
        yield Made("agreement", f"agreements/{record_id}.md", head)
        yield _cost_share(archive, record_id, 1_000_000 + 50_000 * number)


def _cost_share(archive: Archive, agreement: str, budget: int) -> Made:
    basis = {municipality: inhabitants(archive, municipality) for municipality in archive.municipalities}
    whole = sum(basis.values())
    equal = budget * _EQUAL / 100 / len(basis)
    head = _opening(archive, "cost_share", f"fordeling-{agreement}") | {
        "concerns": To("agreement", agreement),
        "version": "vedtaget",
        "date": "2019-12",
        "division": {
            "text": "En del fordeles ligeligt, resten efter indbyggertal.",
            "equal_percent": str(_EQUAL),
            "basis_percent": str(_BY_BASIS),
            "basis": "indbyggertal",
        },
        "shares": [
            {
                "key": municipality,
                "payer": To("municipality", municipality),
                "basis": printed(people),
                "amount": printed(round(equal + budget * _BY_BASIS / 100 * people / whole)),
            }
            for municipality, people in basis.items()
        ],
        "printed_totals": {"basis": printed(whole), "amount": printed(budget)},
    }
    return Made("cost_share", f"cost-shares/fordeling-{agreement}.md", head)


def documents(archive: Archive) -> Iterator[Made]:
    """The minutes of every meeting as a document, and the notes that are annexes to items."""
    for sitting in archive.sittings:
        yield _minutes(archive, sitting)
    for number, record_id in enumerate(archive.ids["note"]):
        index = number * 40 + 3
        pen = Pen(archive.chance(record_id))
        head = _opening(archive, "document", record_id) | {"kind": "notat"}
        if index <= archive.sittings[-1].items[-1]:
            head |= {
                "annex_to": [To("item", archive.item(index))],
                "found_with": To("meeting", archive.sitting_of(index).id, bare=True),
            }
        yield Made("document", f"documents/{record_id}.md", head, pen.prose(1_500))


def _minutes(archive: Archive, sitting: Sitting) -> Made:
    record_id = f"referat-{sitting.id}"
    head = _opening(archive, "document", record_id) | {
        "title": f"Referat af {meeting_title(archive, sitting).lower()}",
        "kind": "referat",
        "date": str(sitting.day),
        "found_with": To("meeting", sitting.id, bare=True),
        "authors": [To("organization", sitting.body)],
    }
    return Made("document", f"documents/{record_id}.md", head, Pen(archive.chance(record_id)).paragraph(3))


def follow_ups(archive: Archive) -> Iterator[Made]:
    """What items promised."""
    last = archive.sittings[-1].items[-1]
    for number, record_id in enumerate(archive.ids["follow_up"]):
        index = (number * 20 + 5) % (last + 1)
        sitting = archive.sitting_of(index)
        chance = archive.chance(record_id)
        pen = Pen(chance)
        head = _opening(archive, "follow_up", record_id) | {
            "promised_in": To("item", sitting.item(index)),
            "quote": pen.paragraph(2),
            "responsible": [To("organization", chance.choice(archive.ids["organization"]))],
            "owed_to": [To("municipality", chance.choice(archive.municipalities))],
            "due": str(sitting.day + timedelta(days=200)),
        }
        yield Made("follow_up", f"follow-ups/{record_id}.md", head)


def _opening(archive: Archive, type_name: str, record_id: str) -> dict[str, Any]:
    """The fields with which the record of any matter begins."""
    chance = archive.chance(f"opening:{record_id}")
    return {
        "id": record_id,
        "title": archive.title(type_name, record_id),
        "summary": Pen(chance).sentence(),
        "topics": chance.sample(TOPICS, 1),
    }
