"""What the pages of a post and of an appointment show: who holds the post, seen from the build date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.holders import Holder, PostView, holder_of, post_view, reads_of_posts
from generator.records import Record
from generator.records.appointment import Appointment
from generator.records.post import Post
from generator.voice import Voice

HOLDERS = 100  # of one post on its own page


@dataclass(frozen=True, slots=True)
class AppointmentExtra:
    """The holder, and the post; `name` is the holder's in a sentence."""

    holder: Holder
    post: Record
    name: str


def post_extra(post: Post, voice: Voice) -> PostView:
    """All who hold and held a post."""
    return post_view(post, voice, HOLDERS)


def appointment_extra(appointment: Appointment, voice: Voice) -> AppointmentExtra:
    """An appointment with its post."""
    holder = holder_of(appointment, voice.library, voice.build_date)
    name = voice.name(voice.library.get(holder.name)) if holder.name else voice.catalogue("bodies.somebody")
    return AppointmentExtra(holder, voice.library.get(appointment.post), name)


def post_reads(post: Post, library: Library) -> Iterator[Pointer]:
    """What a post's page reads."""
    return reads_of_posts((post,), library)


def appointment_reads(appointment: Appointment, library: Library) -> Iterator[Pointer]:
    """What an appointment's page reads of records that it does not name itself."""
    yield from library.named_by.get(appointment.post.whole, ())
    if isinstance(appointment.holder, Pointer):
        yield from library.named_by.get(appointment.holder.whole, ())
