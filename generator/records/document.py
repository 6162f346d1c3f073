"""A document: an annex, letter, proposal, note or report, with its text where it is public."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.records.fields import (
    Checksum,
    FilePlace,
    MomentOrUnknown,
    Number,
    Text,
    ToDocument,
    ToMatter,
    ToMeeting,
    ToParty,
    WebAddress,
    YesNo,
    choice,
)  # fmt: skip
from generator.records.record import Record


class Document(Record):
    """A document; the body is its text. `found_with` is the meeting among whose papers it lay."""

    type_name: ClassVar[str] = "document"
    files: ClassVar[tuple[str, ...]] = ("documents/*.md",)

    kind: Annotated[str, choice("document_kind")]
    number: Text | None = None
    annex_to: tuple[ToMatter, ...] = ()
    part_of: ToDocument | None = None
    found_with: ToMeeting | None = None
    date: MomentOrUnknown | None = None
    version: Text | None = None
    replaces: ToDocument | None = None
    supplements: ToDocument | None = None
    derived_from: ToDocument | None = None
    authors: tuple[ToParty, ...] = ()
    author_text: Text | None = None
    letter_from: tuple[ToParty, ...] = ()
    letter_to: tuple[ToParty, ...] = ()
    reply_to: ToDocument | None = None
    journal_numbers: tuple[Text, ...] = ()
    file: FilePlace | None = None
    address: WebAddress | None = None
    pages: Number | None = None
    checksum: Checksum | None = None
    scanned: YesNo = False
    accessible: YesNo | None = None
    withheld: Text | None = None
