"""The kinds of scalar that a field can be: how its raw text is read, and what JSON Schema says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from urllib.parse import urlsplit

from pydantic.json_schema import JsonSchemaValue

from generator.declaration.kind import Kind, ReadingRules, WrongValue
from generator.declaration.pointer import Pointer, read_pointer
from generator.problems import Code
from generator.suggest import Suggestion, suggestion_for
from generator.values.amount import Amount, parse_amount
from generator.values.when import PATTERN, When, parse_when
from generator.values.written_date import standard_date, standard_day
from generator.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class TextKind(Kind):
    """One line of plain text."""

    def read(self, text: str, rules: ReadingRules) -> str:
        stripped = text.strip()
        if "\n" in stripped:
            raise WrongValue(Code.BAD_LINE_BREAK)
        return stripped

    def schema(self) -> JsonSchemaValue:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class FileKind(TextKind):
    """A file of the site, by its place below the folder of files."""


@dataclass(frozen=True, slots=True)
class AreaCodeKind(TextKind):
    """A municipality's official code, in the form that the site's settings state."""

    def read(self, text: str, rules: ReadingRules) -> str:
        if not re.fullmatch(rules.area_code, text):
            raise WrongValue(Code.BAD_PATTERN, rules.area_code)
        return text


@dataclass(frozen=True, slots=True)
class ProseKind(Kind):
    """Text of any length, in Markdown."""

    def read(self, text: str, rules: ReadingRules) -> str:
        return text.strip("\n")

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "contentMediaType": "text/markdown"}


@dataclass(frozen=True, slots=True)
class PatternKind(Kind):
    """Text of a fixed form; `example` shows the form in messages."""

    pattern: str = ""
    example: str = ""

    def read(self, text: str, rules: ReadingRules) -> str:
        if not re.fullmatch(self.pattern, text):
            raise WrongValue(Code.BAD_PATTERN, self.example)
        return text

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class ChoiceKind(Kind):
    """A word of a vocabulary; the value is the word's key."""

    vocabulary: str = ""

    def read(self, text: str, rules: ReadingRules) -> str:
        vocabulary = load_vocabulary(self.vocabulary)
        term = vocabulary.find(text, rules.languages)
        if term is None:
            words = vocabulary.words(rules.languages[0])
            raise WrongValue(Code.NOT_IN_VOCABULARY, ", ".join(words), suggestion_for(text, words))
        return term.key

    def schema(self) -> JsonSchemaValue:
        return {"enum": load_vocabulary(self.vocabulary).every_word()}


@dataclass(frozen=True, slots=True)
class DateKind(Kind):
    """One day: 2020-08-28."""

    def read(self, text: str, rules: ReadingRules) -> date:
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return date.fromisoformat(text)
        except ValueError as error:
            raise WrongValue(Code.BAD_DATE, "2020-08-28") from error
        meant = standard_day(text, rules.locale)
        raise WrongValue(Code.BAD_DATE, "2020-08-28", Suggestion(meant, sure=bool(meant)))

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class WhenKind(Kind):
    """A point or span of time, possibly vague (EDTF)."""

    def read(self, text: str, rules: ReadingRules) -> When:
        try:
            return parse_when(text)
        except ValueError as error:
            forms = "2020, 2020-09, 2020-09-16, 2020-09-16/2023-06-30, 2021~"
            meant = standard_date(text, rules.locale)
            raise WrongValue(Code.BAD_DATE, forms, Suggestion(meant, sure=bool(meant))) from error

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^{PATTERN}$"}


@dataclass(frozen=True, slots=True)
class ClockKind(Kind):
    """A time of day: 10:00."""

    def read(self, text: str, rules: ReadingRules) -> time:
        match = re.fullmatch(r"([01][0-9]|2[0-3])[:.]([0-5][0-9])", text)
        if match is None:
            said = re.fullmatch(r"(?:kl\.? ?)?([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?", text)
            meant = f"{said[1]:0>2}:{said[2] or '00'}" if said else ""
            raise WrongValue(Code.BAD_TIME, "10:00", Suggestion(meant, sure=bool(meant)))
        return time(int(match[1]), int(match[2]))

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3])[:.][0-5][0-9]$"}


@dataclass(frozen=True, slots=True)
class NumberKind(Kind):
    """A whole number, zero or more."""

    def read(self, text: str, rules: ReadingRules) -> int:
        if not re.fullmatch(r"[0-9]{1,12}", text):
            raise WrongValue(Code.BAD_NUMBER, "19")
        return int(text)

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "pattern": "^[0-9]{1,12}$"}


@dataclass(frozen=True, slots=True)
class AmountKind(Kind):
    """A sum or number as printed, in the number format of the content: 498.053 kr., 2-3 mio., knap 69 mio.

    `is_money` is whether it is a sum of money, which readers see with its unit also where none is printed beside it.
    """

    is_money: bool = False

    def read(self, text: str, rules: ReadingRules) -> Amount:
        try:
            return parse_amount(text, rules.locale)
        except ValueError as error:
            raise WrongValue(Code.BAD_AMOUNT, "498.053, 36,792 mio. kr., 2-3 mio. kr.") from error

    def schema(self) -> JsonSchemaValue:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class WebAddressKind(Kind):
    """An address on the web, http or https."""

    def read(self, text: str, rules: ReadingRules) -> str:
        try:
            parts = urlsplit(text)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)
        except ValueError:
            usable = False
        if not usable:
            raise WrongValue(Code.BAD_ADDRESS, "https://www.example.dk/side")
        return text

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


@dataclass(frozen=True, slots=True)
class YesNoKind(Kind):
    """Yes or no, in words of the content's languages or as true and false."""

    def read(self, text: str, rules: ReadingRules) -> bool:
        term = load_vocabulary("yes_no").find(text, rules.languages)
        if term is None and text not in ("true", "false"):
            words = load_vocabulary("yes_no").words(rules.languages[0])
            raise WrongValue(Code.BAD_YES_NO, ", ".join(words))
        return text == "true" or (term is not None and term.key == "yes")

    def schema(self) -> JsonSchemaValue:
        return {"enum": [True, False, *load_vocabulary("yes_no").every_word(), "true", "false"]}


@dataclass(frozen=True, slots=True)
class PointerKind(Kind):
    """The id of another record; `type:id` where more than one type is allowed."""

    types: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """How it is written in a file, by an example of its types: id, or municipality:id."""
        return "id" if len(self.types) == 1 else f"{self.types[0]}:id"

    def read(self, text: str, rules: ReadingRules) -> Pointer:
        try:
            return read_pointer(text, self.types)
        except ValueError as error:
            form = " | ".join((["id"] if len(self.types) == 1 else []) + [f"{name}:id" for name in self.types])
            raise WrongValue(Code.BAD_POINTER, form) from error

    def schema(self) -> JsonSchemaValue:
        prefix = f"({'|'.join(self.types)}):"
        prefix = f"({prefix})?" if len(self.types) == 1 else prefix
        return {"type": "string", "pattern": f"^{prefix}[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9-]+)?$"}
