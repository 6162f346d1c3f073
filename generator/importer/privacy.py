"""Texts to the same texts without personal numbers, e-mail addresses and telephone numbers."""

from __future__ import annotations

from typing import TypeVar

from generator.rules.private_words import private_words

Value = TypeVar("Value")
HIDDEN = "[…]"


def without_private(value: Value) -> Value:
    """A text, or all texts in lists and mappings, with what is private replaced by dots."""
    if isinstance(value, str):
        text: str = value
        for found in sorted(private_words(text), key=lambda one: -one.offset):
            text = text[: found.offset] + HIDDEN + text[found.offset + len(found.words) :]
        return text  # type: ignore[return-value]
    if isinstance(value, list):
        return [without_private(one) for one in value]  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: without_private(one) for key, one in value.items()}  # type: ignore[return-value]
    return value
