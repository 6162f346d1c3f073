"""What an organization's page shows beyond its fields: its meetings, the bodies below it, its posts and who holds them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Entry, entry, newest_first
from generator.records.appointment import Appointment
from generator.records.meeting import Meeting
from generator.records.organization import Organization
from generator.records.post import Post
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post and who was appointed to it."""

    post: Post
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class OrganizationExtra:
    """What belongs to an organization."""

    meetings: tuple[Entry, ...]
    below: tuple[Entry, ...]
    posts: tuple[PostLine, ...]


def organization_extra(organization: Organization, voice: Voice) -> OrganizationExtra:
    """Look up what names an organization as its own."""
    library, own = voice.library, organization.pointer
    naming = library.backlinks(own)
    posts = [one for one in naming if isinstance(one, Post) and one.body_of == own]
    return OrganizationExtra(
        meetings=tuple(
            entry(one, voice) for one in newest_first([one for one in naming if isinstance(one, Meeting)], library)[:10]
        ),
        below=tuple(entry(one, voice) for one in naming if isinstance(one, Organization) and one.parent == own),
        posts=tuple(
            PostLine(post, tuple(one for one in library.backlinks(post.pointer) if isinstance(one, Appointment)))
            for post in posts
        ),
    )
