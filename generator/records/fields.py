"""The kinds of field that record declarations are written with, each under a short name."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

from generator.declaration import (
    AmountKind,
    AreaCodeKind,
    ChoiceKind,
    ClockKind,
    DateKind,
    FileKind,
    NumberKind,
    PatternKind,
    Pointer,
    PointerKind,
    ProseKind,
    TextKind,
    WebAddressKind,
    WhenKind,
    YesNoKind,
)
from generator.declaration.pointer import ID_PATTERN
from generator.values.amount import Amount
from generator.values.unknown import Unknown
from generator.values.when import When

Text = Annotated[str, TextKind()]
TextOrUnknown = Annotated[str | Unknown, TextKind(or_unknown=True)]
AreaCode = Annotated[str, AreaCodeKind()]
FilePlace = Annotated[str, FileKind()]
Prose = Annotated[str, ProseKind()]
Key = Annotated[str, PatternKind(pattern=ID_PATTERN.pattern, example="punkt-1")]
# A topic has a page of its own, so there must be something to make an address of.
Topic = Annotated[str, PatternKind(pattern=r"[^\n]*[0-9A-Za-zÀ-ɏ][^\n]*", example="klima")]
RecordId = Annotated[str, PatternKind(pattern=ID_PATTERN.pattern, example="fjordraadet-2024-03-06")]
Address = Annotated[str, PatternKind(pattern=r"/(?:[a-z0-9-]+/)+", example="/aftaler/broen/")]
Language = Annotated[str, PatternKind(pattern=r"[a-z]{2}", example="da")]
Checksum = Annotated[str, PatternKind(pattern=r"[0-9a-f]{64}", example="sha-256, 64 × 0-9 a-f")]
ProblemCode = Annotated[str, PatternKind(pattern=r"P04\d\d|P021[789]", example="P0405")]
Day = Annotated[date, DateKind()]
Clock = Annotated[time, ClockKind()]
Moment = Annotated[When, WhenKind()]
MomentOrUnknown = Annotated[When | Unknown, WhenKind(or_unknown=True)]
Number = Annotated[int, NumberKind()]
Sum = Annotated[Amount, AmountKind()]
SumOrUnknown = Annotated[Amount | Unknown, AmountKind(or_unknown=True)]
Money = Annotated[Amount, AmountKind(is_money=True)]
MoneyOrUnknown = Annotated[Amount | Unknown, AmountKind(or_unknown=True, is_money=True)]
WebAddress = Annotated[str, WebAddressKind()]
YesNo = Annotated[bool, YesNoKind()]

ToMunicipality = Annotated[Pointer, PointerKind(types=("municipality",))]
ToOrganization = Annotated[Pointer, PointerKind(types=("organization",))]
ToPerson = Annotated[Pointer, PointerKind(types=("person",))]
ToPersonOrUnknown = Annotated[Pointer | Unknown, PointerKind(or_unknown=True, types=("person",))]
ToPost = Annotated[Pointer, PointerKind(types=("post",))]
ToAppointment = Annotated[Pointer, PointerKind(types=("appointment",))]
ToMeeting = Annotated[Pointer, PointerKind(types=("meeting",))]
ToItem = Annotated[Pointer, PointerKind(types=("item",))]
ToCase = Annotated[Pointer, PointerKind(types=("case",))]
ToAgreement = Annotated[Pointer, PointerKind(types=("agreement",))]
ToInitiative = Annotated[Pointer, PointerKind(types=("initiative",))]
ToDocument = Annotated[Pointer, PointerKind(types=("document",))]
ToCostShare = Annotated[Pointer, PointerKind(types=("cost_share",))]
ToTable = Annotated[Pointer, PointerKind(types=("table",))]

# Whoever can act: sign, pay, attend, promise, hold a stand.
_PARTIES = ("municipality", "organization", "person")
ToParty = Annotated[Pointer, PointerKind(types=_PARTIES)]
# Whatever a decision, promise, stand or table can be about or stand in.
_MATTERS = ("item", "agreement", "initiative", "document", "case", "consultation", "organization", "meeting")
ToMatter = Annotated[Pointer, PointerKind(types=_MATTERS)]
_ANYTHING = (
    *_PARTIES, "post", "appointment", "meeting", "item", "case", "agreement", "cost_share", "table", "grant",
    "initiative", "document", "follow_up", "position", "consultation", "glossary_term",
)  # fmt: skip
ToAnything = Annotated[Pointer, PointerKind(types=_ANYTHING)]


def choice(vocabulary: str, *, or_unknown: bool = False) -> ChoiceKind:
    """The kind of a field whose value is a word of a vocabulary."""
    return ChoiceKind(or_unknown=or_unknown, vocabulary=vocabulary)
