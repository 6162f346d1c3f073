"""Which text of the catalogue belongs to a declared field: what its owner calls it, else what every record does."""

from __future__ import annotations

from generator.messages import Catalogue


def field_text(owner: str, name: str, form: str, catalogue: Catalogue) -> str:
    """A field's `label` or `help`; `owner` is the type's name, or a part's class in snake case."""
    own = f"fields.{owner}.{name}"
    return catalogue(f"{own if f'{own}.label' in catalogue else f'fields.record.{name}'}.{form}")


def type_text(owner: str, form: str, catalogue: Catalogue) -> str:
    """The `label`, `plural` or `help` of a type or part as a whole; its own name where the catalogue has no label."""
    key = f"fields.{owner}._type.{form}"
    return catalogue(key) if key in catalogue else owner
