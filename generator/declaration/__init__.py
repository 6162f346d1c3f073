"""How a record type says what its fields are, and how raw text is checked against that."""

from generator.declaration.checking import Reading, check_fields
from generator.declaration.kind import Kind
from generator.declaration.kinds import (
    AmountKind,
    AreaCodeKind,
    ChoiceKind,
    ClockKind,
    DateKind,
    FileKind,
    NumberKind,
    PatternKind,
    PointerKind,
    ProseKind,
    TextKind,
    WebAddressKind,
    WhenKind,
    YesNoKind,
)
from generator.declaration.model import Declared, FieldPlace, declared_fields, parts_of, walk
from generator.declaration.pointer import Pointer

__all__ = [
    "AmountKind",
    "AreaCodeKind",
    "ChoiceKind",
    "ClockKind",
    "DateKind",
    "Declared",
    "FieldPlace",
    "FileKind",
    "Kind",
    "NumberKind",
    "PatternKind",
    "Pointer",
    "PointerKind",
    "ProseKind",
    "Reading",
    "TextKind",
    "WebAddressKind",
    "WhenKind",
    "YesNoKind",
    "check_fields",
    "declared_fields",
    "parts_of",
    "walk",
]
