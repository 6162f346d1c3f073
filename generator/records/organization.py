"""An organization (organ): a council, network, board, committee, authority, company or secretariat."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import Moment, Prose, Text, ToOrganization, ToParty, WebAddress, choice
from generator.records.record import Record


class Member(Declared):
    """A party that belongs to an organization, in a role, for a time."""

    party: ToParty
    role: Text | None = None
    start: Moment | None = None
    end: Moment | None = None


class FormerName(Declared):
    """What the organization was called before, until when; searches for it find the organization."""

    name: Text
    until: Moment | None = None


class Organization(Record):
    """A body or other organization; its publication rule and legal basis stand here and nowhere else."""

    type_name: ClassVar[str] = "organization"
    files: ClassVar[tuple[str, ...]] = ("organizations/*.md",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:Organization",
        "abbreviations": "schema:alternateName",
        "parent": "schema:parentOrganization",
        "members": "schema:member",
        "formed": "schema:foundingDate",
        "dissolved": "schema:dissolutionDate",
        "seat": "schema:location",
        "website": "schema:sameAs",
    }

    kind: Annotated[str, choice("organization_kind")]
    abbreviations: tuple[Text, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    parent: ToOrganization | None = None
    members: tuple[Member, ...] = ()
    mandate: Prose | None = None
    legal_basis: Prose | None = None
    publication_rule: Prose | None = None
    secretariat: ToParty | None = None
    seat: Text | None = None
    formed: Moment | None = None
    dissolved: Moment | None = None
    successor: ToOrganization | None = None
    website: WebAddress | None = None
