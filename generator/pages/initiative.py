"""What an initiative's page shows: where it stands, its story, who takes part, who steers it, its money, its promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.cost_views import CostView, cost_views
from generator.pages.criteria import Criteria, criteria_of
from generator.pages.holders import reads_of_posts
from generator.pages.listing import PAGE_LENGTH
from generator.pages.money import cost_share_reads
from generator.pages.participation import Participation, participation_of
from generator.pages.parts import Crumb, Entry, entry
from generator.pages.promised import Promises, promised_among
from generator.pages.stands import concerns_municipalities, stand_map
from generator.pages.steps import steps_of
from generator.pages.structure import Structure, children, posts_of, structure
from generator.pages.tiles import TileMap, municipalities_shown
from generator.pages.timeline import Story, story_of
from generator.records import Record
from generator.records.agreement import AgreedSum, Agreement, Earmark
from generator.records.cost_share import CostShare
from generator.records.document import Document
from generator.records.initiative import Initiative
from generator.records.organization import Organization
from generator.records.position import Position
from generator.records.post import Post
from generator.records.table import Table
from generator.voice import Voice

# The fields that the page's template shows in its own way.
SHOWN_BY_INITIATIVE = frozenset({"milestones", "success_criteria", "partners", "outcome", "budgets", "documents"})


@dataclass(frozen=True, slots=True)
class AgreedFor:
    """What an agreement says that an initiative costs: the parts that it sets aside for it, or else its own sums.

    `is_divided` is whether a cost share says what each payer pays.
    """

    agreement: Agreement
    sums: tuple[AgreedSum, ...]
    earmarks: tuple[Earmark, ...]
    is_divided: bool


@dataclass(frozen=True, slots=True)
class InitiativeExtra:
    """The initiative's story and state on the build date."""

    story: Story
    participation: tuple[tuple[Participation, TileMap | None], ...]
    structure: Structure | None
    criteria: Criteria | None
    cost_shares: tuple[CostView, ...]
    budgets: tuple[Table, ...]
    agreed: tuple[AgreedFor, ...]
    promises: Promises | None
    documents: tuple[Entry, ...]
    agreements: tuple[Entry, ...]
    contents: tuple[Crumb, ...]


def initiative_extra(initiative: Initiative, voice: Voice) -> InitiativeExtra:
    """Put together all that concerns an initiative."""
    library = voice.library
    naming = library.backlinks(initiative.pointer)
    story = story_of(steps_of(initiative, naming, voice), voice.build_date)
    budgets = [library.find(pointer) for pointer in initiative.budgets]
    positions = [one for one in naming if isinstance(one, Position) and one.on == initiative.pointer]
    extra = InitiativeExtra(
        story=story,
        participation=tuple((participation_of(one), _map(one, voice)) for one in positions),
        structure=structure(governing_bodies(initiative, library), None, voice),
        criteria=criteria_of(initiative, naming, voice.build_date),
        cost_shares=cost_views(
            (one for one in naming if isinstance(one, CostShare) and one.concerns == initiative.pointer), voice
        ),
        budgets=tuple(one for one in budgets if isinstance(one, Table) and one.status != "withdrawn"),
        agreed=tuple(agreed_for(initiative, library)),
        promises=promised_among(naming, voice),
        documents=tuple(entry(one, voice) for one in _documents(initiative, naming, library)[:PAGE_LENGTH]),
        agreements=tuple(entry(one, voice) for one in naming if one.type_name == "agreement"),
        contents=(),
    )
    return replace(extra, contents=tuple(_contents(extra, voice)))


def agreed_for(initiative: Initiative, library: Library) -> Iterator[AgreedFor]:
    """What agreements say that an initiative costs.

    An agreement that sets a part aside for the initiative is about more than that, so that its whole sums are not told.
    """
    for one in library.naming(initiative.pointer, Agreement):
        aside = tuple(earmark for earmark in one.earmarks if earmark.initiative == initiative.pointer)
        sums = one.sums if not aside and initiative.pointer in one.initiatives else ()
        if aside or sums:
            divided = any(share.concerns == one.pointer for share in library.naming(one.pointer, CostShare))
            yield AgreedFor(one, sums, aside, divided)


def _map(position: Position, voice: Voice) -> TileMap | None:
    return stand_map(position, voice) if concerns_municipalities(position) else None


def _contents(extra: InitiativeExtra, voice: Voice) -> Iterator[Crumb]:
    """The sections of the page, in their order."""
    words = voice.catalogue
    yield Crumb(words("interface.story"), f"#{words('interface.anchors.story')}")
    yield Crumb(words("story.who"), f"#{words('story.anchors.participation')}")
    if extra.structure:
        yield Crumb(words("story.structure"), f"#{words('story.anchors.structure')}")
    yield Crumb(words("story.money"), f"#{words('story.anchors.money')}")
    if extra.criteria:
        yield Crumb(extra.criteria.newest.title, f"#{words('interface.anchors.criteria')}")
    if extra.promises:
        yield Crumb(words("story.promises"), f"#{words('story.anchors.promises')}")
    if extra.agreements:
        yield Crumb(words("fields.agreement._type.plural"), f"#{words('story.anchors.agreements')}")
    if extra.documents:
        yield Crumb(words("story.documents"), f"#{words('story.anchors.documents')}")


def _documents(initiative: Initiative, naming: list[Record], library: Library) -> list[Record]:
    """The documents that the initiative names, then those that name it; none of them twice."""
    named = [library.find(pointer) for pointer in initiative.documents]
    found = [one for one in (*named, *naming) if isinstance(one, Document) and one.status != "withdrawn"]
    return list({one.pointer: one for one in found}.values())


def governing_bodies(initiative: Initiative, library: Library) -> tuple[Pointer, ...]:
    """The bodies that steer an initiative: those that name it and have a post that does, and those that belong with them.

    A body that only names it (a supplier, a network it works with) steers nothing.
    """
    naming = library.backlinks(initiative.pointer)
    bodies = {one.pointer: one for one in naming if isinstance(one, Organization)}
    steering = [one.body_of for one in naming if isinstance(one, Post) and one.body_of in bodies]
    found: dict[Pointer, None] = {}
    for pointer in dict.fromkeys(steering):
        above: Organization | None = bodies[pointer]
        while above and above.pointer in bodies and above.pointer not in found:
            found[above.pointer] = None
            above = bodies.get(above.parent) if above.parent else None
    for pointer in list(found):
        found.update(dict.fromkeys(one.pointer for one in children(bodies[pointer], library) if one.pointer in bodies))
    return tuple(pointer for pointer in bodies if pointer in found)


def initiative_reads(initiative: Initiative, library: Library) -> Iterator[Pointer]:
    """What the page reads of records that neither name the initiative nor are named by it."""
    for pointer in governing_bodies(initiative, library):
        body = library.get(pointer)
        yield from library.named_by[pointer]
        if isinstance(body, Organization):
            yield from reads_of_posts(posts_of(body, library), library)
    for one in library.backlinks(initiative.pointer):
        if isinstance(one, CostShare):
            yield from cost_share_reads(one, library)
        elif isinstance(one, Position):
            yield from municipalities_shown(library) if concerns_municipalities(one) else ()
        if one.type_name in ("follow_up", "document", "cost_share", "agreement"):
            yield from library.named_by[one.pointer]
        if isinstance(one, Agreement):
            yield from (share.pointer for share in library.naming(one.pointer, CostShare))
