"""What a person's page shows: the roles that sources attest, and the posts held, along one line of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.axis import Axis, Tick, axis_of
from generator.pages.holders import Holder, holder_of
from generator.records.appointment import Appointment
from generator.records.person import AttestedRole, Person
from generator.records.post import Post
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One row: a role that is attested on a date (`role`), or a post that was held for a time (`holder`, `post`)."""

    role: AttestedRole | None
    holder: Holder | None
    post: Post | None
    first: date | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A row of the drawing, as SVG lengths: a dot at `dot`, or a bar from `start` to `end`.

    `open_end` dashes it: the end is not known, or the source gives a year where it means a day.
    """

    y: int
    dot: str
    start: str
    end: str
    open_end: bool
    is_late: bool

    @property
    def dx(self) -> int:
        """How far beside the mark its number stands, in pixels: to the left of one in the right half."""
        return -10 if self.is_late else 10

    @property
    def anchor(self) -> str:
        """Which end of the number stands there."""
        return "end" if self.is_late else "start"


@dataclass(frozen=True, slots=True)
class RoleDrawing:
    """The dated rows along a line of time; `height` in pixels without the line."""

    strokes: tuple[Stroke, ...]
    ticks: tuple[Tick, ...]
    height: int

    @property
    def has_open(self) -> bool:
        """Whether a row is dashed."""
        return any(stroke.open_end for stroke in self.strokes)


@dataclass(frozen=True, slots=True)
class PersonExtra:
    """A person's roles, the latest first."""

    lines: tuple[RoleLine, ...]
    drawing: RoleDrawing | None


_ROW = 24  # pixels
_LATE = 0.9  # of the width; further right a row's number stands to the left of its mark


def person_extra(person: Person, voice: Voice) -> PersonExtra:
    """Put a person's posts and attested roles in one list by date."""
    library = voice.library
    lines = [RoleLine(role, None, None, role.attested.first or role.attested.last) for role in person.roles]
    for one in library.naming(person.pointer, Appointment):
        if one.holder == person.pointer:
            holder = holder_of(one, library, voice.build_date)
            post = library.get(one.post)
            moment = holder.since or holder.attested
            first = (moment.first or moment.last) if moment else None
            lines.append(RoleLine(None, holder, post if isinstance(post, Post) else None, first))
    lines.sort(key=lambda line: -(line.first.toordinal() if line.first else 0))
    return PersonExtra(tuple(lines), _draw(lines, voice.build_date))


def _draw(lines: list[RoleLine], build_date: date) -> RoleDrawing | None:
    """The rows in time; None where all would lie at one point, of which a drawing says nothing."""
    dated = [line for line in lines if line.first]
    lasting = any(line.holder and line.holder.since for line in dated)
    axis = axis_of([*(line.first for line in dated), *([build_date] if lasting else [])])
    if axis is None or (len({line.first for line in dated}) < 2 and not lasting):
        return None
    strokes = tuple(_stroke(line, number, axis) for number, line in enumerate(dated))
    return RoleDrawing(strokes, axis.ticks, len(dated) * _ROW)


def _stroke(line: RoleLine, number: int, axis: Axis) -> Stroke:
    first = line.first or axis.first
    y, late = number * _ROW + _ROW // 2, axis.share(first) > _LATE
    if line.holder and line.holder.since:
        until = line.holder.until
        end = (until.last or until.first) if until else None
        return Stroke(y, "", axis.at(first), axis.at(end or axis.last), end is None, late)
    moment = line.role.attested if line.role else line.holder.attested if line.holder else None
    until = line.role.until if line.role else None
    end = until.last if until else moment.last if moment else None
    if end is None or end == first:
        return Stroke(y, axis.at(first), "", "", False, late)
    return Stroke(y, "", axis.at(first), axis.at(end), until is None, late)


def person_reads(person: Person, library: Library) -> Iterator[Pointer]:
    """What the page reads of records that neither name the person nor are named by them: posts, their bodies, places."""
    for one in library.naming(person.pointer, Appointment):
        yield from library.named_by[one.pointer]
        yield from library.named_by.get(one.post.whole, ())
