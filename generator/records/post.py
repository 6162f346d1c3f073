"""A post: a seat, chair or job in a body, whoever holds it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.records.fields import MomentOrUnknown, Number, Prose, Text, ToOrganization, ToParty, choice
from generator.records.record import Record


class Post(Record):
    """A post in a body: how many seats it is, who appoints to it, on which terms, and whether it exists yet."""

    type_name: ClassVar[str] = "post"
    files: ClassVar[tuple[str, ...]] = ("posts/*.md",)

    body_of: ToOrganization
    role: Text
    kind: Annotated[str, choice("post_kind")]
    seats: Number | None = None
    seats_printed: Text | None = None
    appointed_by: ToParty | None = None
    voting: Annotated[str, choice("voting")] = "not_stated"
    requirements: Prose | None = None
    term: Text | None = None
    state: Annotated[str, choice("post_state")] = "existing"
    start: MomentOrUnknown | None = None
    end: MomentOrUnknown | None = None
