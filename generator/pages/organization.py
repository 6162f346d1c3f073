"""What a body's page shows beyond its fields: who sits there, its meetings, who belongs under whom, what it is party to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel.lists import format_list

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.holders import PostView, RoleView, in_order, post_view, reads_of_posts, roles_in
from generator.pages.parts import Crumb, Entry, entry, newest_first
from generator.pages.structure import Structure, bodies_around, children, posts_of, structure
from generator.records.agreement import Agreement
from generator.records.meeting import Meeting
from generator.records.organization import Organization
from generator.records.person import Person
from generator.voice import Voice

MEETINGS = 5  # shown of those to come, and of those that were
POSTS = 30  # shown of one body; the register has them all
ROLES = 40  # people that sources name in a body without an appointment; the lists at the page's end have them all


@dataclass(frozen=True, slots=True)
class Seats:
    """Who sits in one body: its posts, and the people whom sources name there without an appointment.

    `names` are those who hold a post now, `unnamed` is whether a post has a seat that nobody is named for.
    """

    body: Organization
    posts: tuple[PostView, ...]
    roles: tuple[RoleView, ...]
    names: tuple[Pointer, ...]
    said: str
    unnamed: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class OrganizationExtra:
    """What belongs to a body: itself and the bodies right under it with who sits there, then all else.

    `heading` is the key of the title over `seats`.
    """

    heading: str
    seats: tuple[Seats, ...]
    structure: Structure | None
    ahead: tuple[Entry, ...]
    behind: tuple[Entry, ...]
    agreements: tuple[Entry, ...]
    contents: tuple[Crumb, ...]


def organization_extra(body: Organization, voice: Voice) -> OrganizationExtra:
    """Look up what names a body as its own."""
    library, own = voice.library, body.pointer
    naming = library.backlinks(own)
    meetings = newest_first([one for one in naming if isinstance(one, Meeting) and own in one.bodies], library)
    ahead = [one for one in meetings if one.date.last and one.date.last >= voice.build_date]
    behind = [one for one in meetings if not one.date.last or one.date.last < voice.build_date]
    around = bodies_around(body, library)
    drawn = structure(around, own, voice) if len(around) > 1 else None
    agreements = [one for one in naming if isinstance(one, Agreement) and any(party.party == own for party in one.parties)]
    seats = [found for one in (body, *children(body, library)) if (found := _seats(one, own, voice))]
    # Who is only named in some role here does not therefore sit here.
    sits = any(one.posts or one.body.members for one in seats)
    heading = "bodies.who_sits" if sits else "bodies.mentioned_head"
    return OrganizationExtra(
        heading=heading,
        # Whoever asks who sits here is answered first by the body for which a source names somebody.
        seats=tuple(sorted(seats, key=lambda one: not one.names)),
        structure=drawn,
        ahead=tuple(entry(one, voice) for one in reversed(ahead[-MEETINGS:])),
        behind=tuple(entry(one, voice) for one in behind[:MEETINGS]),
        agreements=tuple(entry(one, voice) for one in newest_first(agreements, library)),
        contents=tuple(_contents(heading if seats else "", drawn is not None, bool(meetings), bool(agreements), voice)),
    )


def _contents(heading: str, drawn: bool, meetings: bool, agreements: bool, voice: Voice) -> Iterator[Crumb]:
    """The sections of the page, in their order."""
    words = voice.catalogue
    here = (
        (heading, heading, "bodies.anchors.seats"),
        (drawn, "story.structure", "bodies.anchors.structure"),
        (meetings, "bodies.meetings", "bodies.anchors.meetings"),
        (agreements, "bodies.agreements", "bodies.anchors.agreements"),
    )
    yield from (Crumb(words(title), f"#{words(anchor)}") for shown, title, anchor in here if shown)


def _seats(body: Organization, own: Pointer, voice: Voice) -> Seats | None:
    """Who sits in a body; None where no source says that it has posts, members or people."""
    posts = tuple(post_view(one, voice) for one in in_order(posts_of(body, voice.library))[:POSTS])
    names = tuple(dict.fromkeys(_names(posts)))
    roles = roles_in(body.pointer, voice, names)[:ROLES]
    if not posts and not roles and not (body.members and body.pointer == own):
        return None
    return Seats(
        body=body,
        posts=posts,
        roles=roles,
        names=names,
        said=format_list([voice.name(voice.library.get(one)) for one in names], locale=voice.language),
        unnamed=any(one.unnamed != 0 and one.post.state == "existing" for one in posts),
        is_own=body.pointer == own,
    )


def _names(posts: Iterable[PostView]) -> Iterator[Pointer]:
    """Who holds these posts by a decided appointment."""
    for post in posts:
        yield from (one.name for one in post.holders if one.name and one.appointment.state == "appointed")


def organization_reads(body: Organization, library: Library) -> Iterator[Pointer]:
    """What the page reads of records that neither name the body nor are named by it."""
    for pointer in bodies_around(body, library):
        yield pointer
        one = library.get(pointer)
        if isinstance(one, Organization):
            yield from reads_of_posts(posts_of(one, library), library)
    for one in (body, *children(body, library)):
        for other in library.naming(one.pointer, Person):
            yield other.pointer
            yield from library.named_by[other.pointer]
