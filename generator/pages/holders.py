"""Who holds a post, as far as a source says so: holders now, holders before, and seats of which nobody is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.declaration import Pointer
from generator.library import Library
from generator.records.appointment import Appointment
from generator.records.person import AttestedRole, Person
from generator.records.post import Post
from generator.values.when import When
from generator.voice import Voice

SHOWN = 20  # holders of one post on a page about more than that post; the post's own page has them all

_KINDS = ("chair", "deputy_chair", "seat", "office", "job")  # the order in which a body's posts are read


@dataclass(frozen=True, slots=True)
class Holder:
    """One appointment to a post, seen on a day.

    `name` is the person or party that holds it (None: a source says that someone does, not who). `since` and `until`
    are None where no source says them. `over` is whether it has ended, by its state or by its end. `attested` is the
    date of the place that attests it. `roles` are what the same place says of the person besides.
    """

    appointment: Appointment
    name: Pointer | None
    on_behalf_of: Pointer | None
    since: When | None
    until: When | None
    over: bool
    attested: When | None
    where: Pointer | None
    roles: tuple[AttestedRole, ...]


@dataclass(frozen=True, slots=True)
class PostView:
    """A post with who holds it and who held it. `unnamed` is how many of its seats nobody is named for; None where
    the number of seats is not known and nobody is named.
    """

    post: Post
    holders: tuple[Holder, ...]
    former: tuple[Holder, ...]
    unnamed: int | None
    more: int = 0


@dataclass(frozen=True, slots=True)
class RoleView:
    """A person and the roles that sources attest in one body, the latest first."""

    person: Person
    roles: tuple[AttestedRole, ...]


def post_view(post: Post, voice: Voice, shown: int = SHOWN) -> PostView:
    """A post with its holders on the build date, the latest appointed first."""
    found = holders_of(post, voice.library, voice.build_date)
    holders = [one for one in found if not one.over]
    former = [one for one in found if one.over]
    former.sort(key=lambda one: -_ordinal(one.until))
    unnamed = seats_unnamed(post, found)
    return PostView(post, tuple(holders[:shown]), tuple(former[:shown]), unnamed, max(0, len(found) - 2 * shown))


def holders_of(post: Post, library: Library, build_date: date) -> list[Holder]:
    """Everyone who was ever appointed to a post, as seen on a day."""
    appointments = [one for one in library.naming(post.pointer, Appointment) if one.post == post.pointer]
    return [holder_of(one, library, build_date) for one in appointments]


def seats_unnamed(post: Post, holders: Iterable[Holder]) -> int | None:
    """How many of a post's seats nobody is named for; None where neither a number of seats nor a name is known."""
    taken = sum(one.name is not None and one.appointment.state == "appointed" and not one.over for one in holders)
    return max(0, post.seats - taken) if post.seats is not None else (None if not taken else 0)


def holder_of(appointment: Appointment, library: Library, build_date: date) -> Holder:
    """An appointment as its reader sees it on a day."""
    person = appointment.holder if isinstance(appointment.holder, Pointer) else None
    where = appointment.attested_in or appointment.decided_in
    place = library.find(where) if where else None
    until = appointment.end if isinstance(appointment.end, When) else None
    since = next((one for one in (appointment.start, appointment.appointed) if isinstance(one, When)), None)
    return Holder(
        appointment=appointment,
        name=person or appointment.holder_party,
        on_behalf_of=appointment.on_behalf_of,
        since=since,
        until=until,
        over=appointment.state == "ended" or bool(until and until.last and until.last < build_date),
        attested=library.moment_of(place) if place else None,
        where=where,
        roles=tuple(_roles_there(person, where, library)),
    )


def _roles_there(person: Pointer | None, where: Pointer | None, library: Library) -> Iterator[AttestedRole]:
    """What the place that attests an appointment says of the person's municipality: whom he or she comes from."""
    record = library.find(person) if person else None
    if isinstance(record, Person) and record.status != "withdrawn":
        for role in record.roles:
            if role.where == where and role.organization and role.organization.type == "municipality":
                yield role


def in_order(posts: Iterable[Post]) -> list[Post]:
    """Posts as a body's are read: the chair first, abolished ones last."""
    return sorted(posts, key=lambda post: (post.state == "abolished", _KINDS.index(post.kind), post.title))


def roles_in(body: Pointer, voice: Voice, besides: Iterable[Pointer] = ()) -> tuple[RoleView, ...]:
    """Whom sources name in a body, without the people `besides`; those who were named last come first."""
    left_out = set(besides)
    found = []
    for person in voice.library.naming(body, Person):
        if person.pointer not in left_out:
            roles = sorted((one for one in person.roles if one.organization == body), key=lambda one: -_ordinal(one.attested))
            if roles:
                found.append(RoleView(person, tuple(roles)))
    return tuple(sorted(found, key=lambda one: (-_ordinal(one.roles[0].attested), one.person.title)))


def reads_of_posts(posts: Iterable[Post], library: Library) -> Iterator[Pointer]:
    """Every record that `post_view` and the macro that shows it read."""
    for post in posts:
        yield post.pointer
        yield from library.named_by[post.pointer]
        for one in library.naming(post.pointer, Appointment):
            yield one.pointer
            yield from library.named_by[one.pointer]
            if isinstance(one.holder, Pointer):
                yield from library.named_by.get(one.holder.whole, ())


def _ordinal(moment: When | None) -> int:
    day = (moment.last or moment.first) if moment else None
    return day.toordinal() if day else 0
