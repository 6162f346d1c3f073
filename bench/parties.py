"""Parties: an archive to its municipalities, organizations and people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.archive import Archive, Made, To
from bench.words import MUNICIPALITIES, Pen, person_name

_KINDS = ("netværk", "styregruppe", "udvalg", "arbejdsgruppe", "bestyrelse", "sekretariat", "fælles enhed")


def printed(number: int) -> str:
    """A whole number with its group marks, as a Danish text prints it."""
    return f"{number:,}".replace(",", ".")


def inhabitants(archive: Archive, municipality: str) -> int:
    """How many live in a municipality."""
    return archive.chance(f"people:{municipality}").randint(4_000, 320_000)


def municipalities(archive: Archive) -> Iterator[Made]:
    """Every municipality."""
    for number, (record_id, name) in enumerate(zip(archive.municipalities, MUNICIPALITIES, strict=True)):
        population = {"date": "2025", "inhabitants": printed(inhabitants(archive, record_id)), "source": "opdigtet"}
        head = {
            "id": record_id,
            "title": name,
            "summary": f"{name} er en af kommunerne i samarbejdet.",
            "code": f"9{number:03d}",
            "long_name": f"{name} Kommune",
            "populations": [population],
        }
        yield Made("municipality", f"municipalities/{record_id}.md", head)


def organizations(archive: Archive) -> Iterator[Made]:
    """Every organization; all but the first lie below another."""
    ids = archive.ids["organization"]
    for number, record_id in enumerate(ids):
        chance = archive.chance(record_id)
        pen = Pen(chance)
        head: dict[str, Any] = {
            "id": record_id,
            "title": archive.title("organization", record_id),
            "summary": pen.sentence(),
            "kind": _KINDS[number % len(_KINDS)],
            "members": [{"party": To("municipality", one)} for one in chance.sample(archive.municipalities, 6)],
            "mandate": pen.paragraph(2),
            "topics": ["organisation"],
        }
        if number:
            head["parent"] = To("organization", ids[number // 4], bare=True)
        yield Made("organization", f"organizations/{record_id}.md", head, pen.paragraph(3))


def people(archive: Archive) -> Iterator[Made]:
    """Every person, with one role that a meeting attests."""
    for number, record_id in enumerate(archive.ids["person"]):
        sitting = archive.sittings[number % len(archive.sittings)]
        home = number % len(archive.municipalities)
        role = {
            "role": "kommunaldirektør",
            "organization": To("municipality", archive.municipalities[home]),
            "attested": str(sitting.day),
            "where": To("meeting", sitting.id),
        }
        head = {
            "id": record_id,
            "title": person_name(number),
            "summary": f"Kommunaldirektør i {MUNICIPALITIES[home]}.",
            "roles": [role],
        }
        yield Made("person", f"people/{record_id}.md", head)
