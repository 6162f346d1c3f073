"""The register of appointments: every body's posts with who holds them, and what ends next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.holders import Holder, PostView, holder_of, in_order, post_view, reads_of_posts
from generator.pages.listing import PAGE_LENGTH
from generator.pages.parts import Crumb, named_once
from generator.records import Record
from generator.records.appointment import Appointment
from generator.records.post import Post
from generator.sorting import alphabetical
from generator.values.when import When
from generator.voice import Voice

HOLDERS = 10  # shown of one post; its own page has them all
SOON = 30  # appointments that end next, and as many that ended last, shown at the top


@dataclass(frozen=True, slots=True)
class BodyPosts:
    """A body with those of its posts that stand on one page of the register; `goes_on` is whether it began before.

    `planned` is whether none of all its posts exists, as far as the sources say: such bodies come last.
    """

    body: Record
    posts: tuple[PostView, ...]
    anchor: str
    goes_on: bool
    planned: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """An appointment whose end a source states."""

    holder: Holder
    post: Post


@dataclass(frozen=True, slots=True)
class Counts:
    """How many posts and appointments there are; how many posts are only proposed, how many that exist have no name."""

    posts: int
    bodies: int
    proposed: int
    without_name: int
    appointments: int
    with_end: int


@dataclass(frozen=True, slots=True)
class RegisterData:
    """One page of the register; what ends next, and the counts, stand on the first."""

    title: str
    crumbs: tuple[Crumb, ...]
    bodies: tuple[BodyPosts, ...]
    index: tuple[Crumb, ...]
    counts: Counts | None
    ahead: tuple[Ending, ...]
    behind: tuple[Ending, ...]
    number: int
    pages: tuple[Crumb, ...]


def register_pages(library: Library, language: str) -> Iterator[Page]:
    """The register's pages, so many posts on each."""
    ordered = _ordered(library, language)
    chunks = [ordered[start : start + PAGE_LENGTH] for start in range(0, len(ordered), PAGE_LENGTH)] or [[]]
    dates = [one for one in library.all(Appointment) if isinstance(one.end, When)]
    for number, posts in enumerate(chunks, 1):
        seeds = [*reads_of_posts(posts, library), *(pointer for post in posts for pointer in library.named_by[post.body_of])]
        bodies = dict.fromkeys(post.body_of.whole for post in posts)
        seeds += [one.pointer for body in bodies for one in _posts_of(body, library)]
        if number == 1:
            seeds += [one.pointer for one in library.all(Post)] + [one.pointer for one in library.all(Appointment)]
            seeds += [pointer for one in dates for pointer in library.named_by[one.pointer]]
        before = ordered[(number - 1) * PAGE_LENGTH - 1].body_of if number > 1 else None
        yield Page(
            address=_address(number, language),
            language=language,
            template="register.html",
            build=partial(_register_data, posts, before, number, len(chunks)),
            made_of=named_once(library, seeds),
            extra=str(len(chunks)),
            dated=True,
        )


def _ordered(library: Library, language: str) -> list[Post]:
    """All posts: the bodies by name, those without any post that exists last, and each body's as it is read."""
    by_body: dict[Pointer, list[Post]] = {}
    for post in library.all(Post):
        by_body.setdefault(post.body_of.whole, []).append(post)
    bodies = alphabetical([library.get(pointer) for pointer in by_body], lambda one: one.title, language)
    bodies.sort(key=lambda body: _is_planned(by_body[body.pointer]))
    return [post for body in bodies for post in in_order(by_body[body.pointer])]


def _is_planned(posts: Iterable[Post]) -> bool:
    return all(post.state == "proposed" for post in posts)


def _address(number: int, language: str) -> str:
    base = f"/{route('appointment', language)}/"
    return base if number == 1 else f"{base}{route('page', language)}/{number}/"


def _register_data(posts: list[Post], before: Pointer | None, number: int, count: int, voice: Voice) -> RegisterData:
    library = voice.library
    bodies = tuple(
        BodyPosts(
            library.get(body),
            tuple(post_view(one, voice, HOLDERS) for one in group),
            body.id,
            goes_on=body == before,
            planned=_is_planned(_posts_of(body, library)),
        )
        for body, group in groupby(posts, key=lambda post: post.body_of)
    )
    title = voice.catalogue("bodies.register_title")
    numbers = range(1, count + 1) if count > 1 else ()
    endings = endings_in(library, voice.build_date) if number == 1 else []
    return RegisterData(
        title=title if number == 1 else voice.catalogue("interface.page_of_list", title=title, number=number),
        crumbs=(Crumb(voice.catalogue("interface.home"), voice.at("/")),),
        bodies=bodies,
        index=tuple(Crumb(voice.name(one.body), f"#{one.anchor}") for one in bodies if not one.planned),
        counts=_counts(voice) if number == 1 else None,
        ahead=tuple(one for one in endings if not one.holder.over)[:SOON],
        behind=tuple(one for one in reversed(endings) if one.holder.over and one.holder.appointment.state != "ended")[:SOON],
        number=number,
        pages=tuple(Crumb(str(each), voice.at(_address(each, voice.language))) for each in numbers),
    )


def _posts_of(body: Pointer, library: Library) -> list[Post]:
    return [post for post in library.naming(body, Post) if post.body_of.whole == body]


def endings_in(library: Library, build_date: date) -> list[Ending]:
    """The appointments whose end is known, the first to end first."""
    found = []
    for one in library.all(Appointment):
        post = library.get(one.post)
        if isinstance(one.end, When) and isinstance(post, Post):
            found.append(Ending(holder_of(one, library, build_date), post))
    return sorted(found, key=lambda one: one.holder.until.sort_key[::-1] if one.holder.until else ())


def _counts(voice: Voice) -> Counts:
    library = voice.library
    posts, appointments = library.all(Post), library.all(Appointment)
    named = {
        one.post.whole
        for one in appointments
        if one.state == "appointed" and (one.holder_party or isinstance(one.holder, Pointer))
    }
    return Counts(
        posts=len(posts),
        bodies=len({post.body_of.whole for post in posts}),
        proposed=sum(post.state == "proposed" for post in posts),
        without_name=sum(post.pointer not in named and post.state == "existing" for post in posts),
        appointments=len(appointments),
        with_end=sum(isinstance(one.end, When) for one in appointments),
    )
