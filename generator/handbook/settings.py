"""The settings of a site to a page: each with what may stand in it, and what holds where nothing does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import SiteConfig
from generator.declaration import Declared, declared_fields
from generator.handbook.chapter import Chapter, code, joined, plain, table
from generator.handbook.fields import what_may_stand
from generator.messages import Catalogue


def settings_chapters(t: Catalogue) -> Iterator[Chapter]:
    """One page with every setting."""
    head = [t(f"handbook.settings.{column}") for column in ("setting", "default", "kind", "about")]
    rows = list(_rows(SiteConfig, "", t))
    text = joined([t("handbook.settings.intro"), table(head, rows)])
    yield Chapter(f"{t('handbook.settings.file')}.md", t("handbook.settings.title"), text)


def settings(model: type[Declared], before: str = "") -> Iterator[str]:
    """The dotted name of every setting."""
    for place in declared_fields(model):
        if place.part is not None:
            yield from settings(place.part, f"{before}{place.name}.")
        else:
            yield before + place.name


def _rows(model: type[Declared], before: str, t: Catalogue) -> Iterator[tuple[str, str, str, str]]:
    for place in declared_fields(model):
        name = before + place.name
        if place.part is not None:
            yield from _rows(place.part, f"{name}.", t)
        else:
            default = t("handbook.settings.required") if place.required else _default(model, place.name)
            yield code(name), default, what_may_stand(place, t), plain(t(f"handbook.setting.{name}"))


def _default(model: type[Declared], name: str) -> str:
    held = model.model_fields[name].default
    if held is None or isinstance(held, bool):
        return ""
    return code(", ".join(held) if isinstance(held, tuple) else str(held))
