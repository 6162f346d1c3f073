"""A story: dated steps in one line, each done, planned or of unknown outcome, with a drawing of where they lie in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.declaration import Pointer
from generator.pages.axis import Tick, axis_of, percent
from generator.pages.badges import Badge
from generator.values.unknown import Unknown
from generator.values.when import When

Day = date  # by another name, for a step has a field of that name
_COLUMNS = 30  # of the drawing: marks of one column stand on each other, so that each has room on a phone
_HIGHEST = 8  # marks in one column; what is more is said by the words beside the drawing


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a story: when, what, and where it is told.

    `state` is done, planned or unknown, as the source has it; `passed` is whether it was planned for a time that is
    over, so that its outcome is what nobody stated. `came` says in words, as HTML, what came of a step that was
    planned, where a source does. `stands` is the day by which the step is sorted, where its record says more of that
    than its date.
    `is_title` is whether the text is a record's title, and so no Markdown. `place` is what `where` is called in the
    story; `status` what a source says of a promise, in a word.
    `version` says which version of a proposal the step brings, from 1, of `versions` (0: none), `siblings` what comes
    with that version. `promises` is how many promises were made in that place.
    """

    date: When | Unknown
    printed: str
    text: str
    state: str
    where: Pointer | None
    is_title: bool = False
    place: str = ""
    status: str = ""
    passed: bool = False
    came: str = ""
    stands: Day | None = None
    outcomes: tuple[Badge, ...] = ()
    siblings: tuple[Pointer, ...] = ()
    version: int = 0
    versions: int = 0
    promises: int = 0

    @property
    def look(self) -> str:
        """How the step is drawn: filled (done), outlined (planned), dashed (nobody says whether it came about)."""
        return "done" if self.came else "unknown" if self.passed else self.state


@dataclass(frozen=True, slots=True)
class Mark:
    """A step in the drawing: its middle in percent across, its row from the line up (from 0), and its look."""

    x: str
    row: int
    look: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The dated steps along a line of time; `rows` is the highest column, `counts` is by look, `today` the build date."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    today: str
    is_late: bool
    rows: int
    counts: dict[str, int]
    first: date
    last: date

    @property
    def total(self) -> int:
        """How many steps are drawn or counted."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Story:
    """The steps before the build date, those after it, those without a date, and the drawing (None: nothing to draw)."""

    before: tuple[Step, ...]
    ahead: tuple[Step, ...]
    undated: tuple[Step, ...]
    drawing: Drawing | None

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in the order in which they stand."""
        return (*self.before, *self.ahead, *self.undated)

    @property
    def latest(self) -> Step | None:
        """The last step that a source says is done."""
        return next((step for step in reversed(self.before) if step.state == "done"), None)

    @property
    def unanswered(self) -> tuple[Step, ...]:
        """The steps whose time is over and whose outcome no source states."""
        return tuple(step for step in self.before if step.look == "unknown")


def story_of(steps: Iterable[Step], build_date: date) -> Story:
    """Put steps in time: the earliest first, those of one time as given, those without a date last."""
    unique = {(str(step.date), step.text): _seen_from(step, build_date) for step in steps}.values()
    dated = sorted((step for step in unique if _day(step) is not None), key=_time)
    before = tuple(step for step in dated if (_day(step) or date.max) <= build_date)
    return Story(
        before=before,
        ahead=tuple(dated[len(before) :]),
        undated=tuple(step for step in unique if _day(step) is None),
        drawing=_draw(dated, build_date),
    )


def _seen_from(step: Step, build_date: date) -> Step:
    over = isinstance(step.date, When) and step.date.last is not None and step.date.last < build_date
    return replace(step, passed=over) if step.state == "planned" and not step.came else step


def _day(step: Step) -> date | None:
    """The day on which a step stands or begins; one without a beginning belongs to its end."""
    return (step.stands or step.date.first or step.date.last) if isinstance(step.date, When) else None


def _time(step: Step) -> tuple[date, date]:
    day = _day(step) or date.max
    return (day, (step.date.last or date.max) if isinstance(step.date, When) else day)


def _draw(dated: list[Step], build_date: date) -> Drawing | None:
    days = [day for step in dated if (day := _day(step))]
    axis = axis_of([*days, build_date])
    if axis is None or len(days) < 2:
        return None
    height: dict[int, int] = {}
    marks = []
    for step, day in zip(dated, days, strict=True):
        column = min(_COLUMNS - 1, int(axis.share(day) * _COLUMNS))
        row = height.get(column, 0)
        height[column] = row + 1
        if row < _HIGHEST:
            marks.append(Mark(percent((column + 0.5) * 100 / _COLUMNS), row, step.look))
    looks = [step.look for step in dated]
    counts = {look: looks.count(look) for look in ("done", "planned", "unknown")}
    return Drawing(
        marks=tuple(marks),
        ticks=axis.ticks,
        today=axis.at(build_date),
        is_late=axis.share(build_date) > 0.5,
        rows=min(_HIGHEST, max(height.values())),
        counts=counts,
        first=days[0],
        last=days[-1],
    )
