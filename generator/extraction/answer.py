"""What the process that reads a file answers, to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from generator.extraction.blocks import ExtractedText, Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no text, and what the message names beside the file."""

    reason: Reason
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A file's text, or a refusal; one of the two is there."""

    text: ExtractedText | None = None
    refusal: Refusal | None = None


_ANSWER = TypeAdapter(Answer)


def as_json(answer: Answer) -> bytes:
    """An answer as bytes."""
    return _ANSWER.dump_json(answer)


def from_json(data: bytes) -> Answer:
    """An answer from its bytes. Raises ValueError where they are none, because the process died while it wrote."""
    return _ANSWER.validate_json(data)
