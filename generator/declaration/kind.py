"""What every kind of scalar has: raw text in, a value or what is wrong with it out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.declaration.bare import bare_types
from generator.problems import Code
from generator.suggest import NO_SUGGESTION, Suggestion, suggestion_for
from generator.values.unknown import read_unknown
from generator.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What reading a scalar depends on: the number format, the languages whose words are accepted, how area codes look."""

    locale: str = "da"
    languages: tuple[str, ...] = ("da", "en")
    area_code: str = r"\d{4}"


DEFAULT_RULES = ReadingRules()


class WrongValue(Exception):
    """Raw text that is wrong for its field; `expected` and the suggestion are for the message."""

    def __init__(self, code: Code, expected: str = "", suggestion: Suggestion = NO_SUGGESTION) -> None:
        super().__init__(code)
        self.code, self.expected, self.suggestion = code, expected, suggestion


@dataclass(frozen=True, slots=True)
class Kind(ABC):
    """One kind of scalar. With `or_unknown`, the words of the vocabulary `unknown` are values too."""

    or_unknown: bool = False

    @abstractmethod
    def read(self, text: str, rules: ReadingRules) -> Any:
        """The value that the raw text means; raises WrongValue where it means none."""

    @abstractmethod
    def schema(self) -> JsonSchemaValue:
        """The JSON Schema of the raw text; what other programs make of such a text without quotes is added to its type."""

    def _validate(self, raw: Any, info: ValidationInfo) -> Any:
        rules = getattr(info.context, "rules", DEFAULT_RULES)
        if not isinstance(raw, str):
            raise PydanticCustomError(Code.EXPECTED_SCALAR.value, "", {"found": shape_of(raw)})
        if self.or_unknown and (unknown := read_unknown(raw, rules.languages)):
            return unknown
        try:
            return self.read(raw, rules)
        except WrongValue as error:
            wrong = self._or_unknown_meant(raw, error, rules) if self.or_unknown else error
            near, sure = wrong.suggestion
            details = {"found": raw, "expected": wrong.expected, "suggestion": near, "sure": sure}
            raise PydanticCustomError(wrong.code.value, "", details) from error

    def _or_unknown_meant(self, raw: str, wrong: WrongValue, rules: ReadingRules) -> WrongValue:
        """The same, with the words for not knowing among what is expected, and as what may have been meant."""
        words = load_vocabulary("unknown").words(rules.languages[0])
        expected = ", ".join(filter(None, (wrong.expected, *words)))
        own, other = wrong.suggestion, suggestion_for(raw, words)
        better = other if not own.suggestion or (other.sure and not own.sure) else own
        return WrongValue(wrong.code, expected, better)

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        written = self.schema()
        if "type" in written and (bare := bare_types(self._means_something)):
            written = {**written, "type": [written["type"], *bare]}
        return {"anyOf": [written, {"enum": load_vocabulary("unknown").every_word()}]} if self.or_unknown else written

    def _means_something(self, text: str) -> bool:
        try:
            self.read(text, DEFAULT_RULES)
        except WrongValue:
            return False
        return True


def shape_of(raw: Any) -> str:
    """What was written in place of something else: a text as it is, otherwise `mapping` or `list`."""
    return raw if isinstance(raw, str) else "mapping" if isinstance(raw, dict) else "list"
