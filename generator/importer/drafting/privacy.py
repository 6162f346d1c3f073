"""Texts to the same texts without personal numbers, e-mail addresses and telephone numbers."""

from __future__ import annotations

from typing import TypeVar

from generator.rules.private_words import replaced

Value = TypeVar("Value")
HIDDEN = "[…]"


def without_private(value: Value) -> Value:
    """A text, or all texts in lists and mappings, with what is private replaced by dots."""
    if isinstance(value, str):
        return replaced(value, lambda _: HIDDEN)  # type: ignore[return-value]
    if isinstance(value, list):
        return [without_private(one) for one in value]  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: without_private(one) for key, one in value.items()}  # type: ignore[return-value]
    return value
