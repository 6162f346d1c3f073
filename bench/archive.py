"""Archive: how many items are wanted, and a seed, to what exists in the corpus and how it hangs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.words import MUNICIPALITIES, Pen

BUILD_DATE = date(2026, 3, 31)
ITEMS_OF_A_MEETING = 16
_FIRST_DAY, _LAST_DAY = date(2006, 1, 10), date(2026, 6, 20)
_BODIES = 12  # organizations that hold meetings

# How many records of each type stand beside 10,000 items; fewer items have fewer of them.
_BESIDE = {"organization": 60, "person": 300, "case": 100, "initiative": 40, "agreement": 60, "follow_up": 500, "note": 250}


@dataclass(frozen=True, slots=True)
class To:
    """A field that names another record; `bare` is whether its declaration allows one type only."""

    type: str
    id: str
    bare: bool = False

    def __str__(self) -> str:
        return self.id if self.bare else f"{self.type}:{self.id}"


@dataclass(frozen=True, slots=True)
class Made:
    """One record of the corpus: its type, its file below the content folder, its fields and its text."""

    type: str
    path: str
    head: Mapping[str, Any]
    body: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting before it is written: its body, its day, and the running numbers of its items."""

    id: str
    body: str
    day: date
    items: range

    @property
    def held(self) -> bool:
        """Whether it lies before the day for which the site is built."""
        return self.day <= BUILD_DATE

    def item(self, index: int) -> str:
        """The id of the item with a running number."""
        return f"{self.id}-{index - self.items.start + 1:02d}"


@dataclass(frozen=True, slots=True)
class Archive:
    """The ids of every type, and the meetings in the order of their days."""

    seed: int
    municipalities: tuple[str, ...]
    ids: Mapping[str, tuple[str, ...]]
    sittings: tuple[Sitting, ...]
    case_items: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def chance(self, name: str) -> Random:
        """The chance for one record, whatever was made before it."""
        return Random(f"{self.seed}:{name}")

    def pen(self, name: str) -> Pen:
        """The pen for one record's title, the same wherever the title is needed."""
        return Pen(self.chance(f"title:{name}"))

    def sitting_of(self, index: int) -> Sitting:
        """The meeting that has the item with a running number."""
        return self.sittings[index // ITEMS_OF_A_MEETING]

    def item(self, index: int) -> str:
        """The id of the item with a running number."""
        return self.sitting_of(index).item(index)

    def case_of(self, index: int) -> str | None:
        """The case of an item; three items of five have one."""
        chance = self.chance(f"case of {index}")
        return chance.choice(self.ids["case"]) if chance.random() < 0.6 else None

    def title(self, type_name: str, record_id: str) -> str:
        """The title of a record, for links to it; the same as in its own file."""
        return self.pen(f"{type_name}:{record_id}").title()


def plan_archive(items: int, seed: int) -> Archive:
    """What exists in an archive of so many agenda items."""
    ids = {
        name: tuple(f"{name.replace('_', '-')}-{number:04d}" for number in range(1, _scaled(count, items) + 1))
        for name, count in _BESIDE.items()
    }
    archive = Archive(seed, tuple(map(ascii_name, MUNICIPALITIES)), ids, _sittings(items, ids["organization"][:_BODIES]))
    of_case: dict[str, tuple[int, ...]] = {}
    for index in range(items):
        if case := archive.case_of(index):
            of_case[case] = (*of_case.get(case, ()), index)
    return Archive(archive.seed, archive.municipalities, archive.ids, archive.sittings, of_case)


def _scaled(count: int, items: int) -> int:
    return max(4, round(count * items / 10_000))


def _sittings(items: int, bodies: tuple[str, ...]) -> tuple[Sitting, ...]:
    count = -(-items // ITEMS_OF_A_MEETING)
    days = (_LAST_DAY - _FIRST_DAY).days
    sittings = []
    for number in range(count):
        body = bodies[number % len(bodies)]
        day = _FIRST_DAY + timedelta(days=number * days // count)
        first = number * ITEMS_OF_A_MEETING
        sittings.append(Sitting(f"{body}-{day}", body, day, range(first, min(items, first + ITEMS_OF_A_MEETING))))
    return tuple(sittings)


def ascii_name(name: str) -> str:
    """A name as an id."""
    spelled = name.lower().translate(
        {ord(mark): spelling for mark, spelling in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), (" ", "-"))}
    )
    return "".join(mark for mark in spelled if mark.isascii())
