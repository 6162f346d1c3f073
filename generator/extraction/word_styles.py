"""What a Word document's styles say of its paragraphs: level of heading, bold type, and which list they count in.

Source: ECMA-376, part 1, 17.7 (styles) and 17.3.1.20 (outline levels).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.extraction.word_numbers import W, value_in

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TITLE = "title"
_OUTLINE = re.compile(r"[0-8]")
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph is set: the level of heading (0: none), whether in bold type, its list and the depth in that."""

    level: int
    strong: bool
    list_id: str
    depth: int


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document by their ids; each may be based on another. The ids of styles of bold words, and
    of those of words or paragraphs that are hidden.
    """

    by_id: Mapping[str, Element]
    bold: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    def manner_of(self, paragraph: Element) -> Manner:
        """How a paragraph is set: by itself, else by its style, else by what that is based on."""
        own = paragraph.find(f"{W}pPr")
        style_id = "" if own is None else value_in(own, "pStyle")
        styles = list(self._bases(style_id))
        sources = [source for source in (own, *(style.find(f"{W}pPr") for style in styles)) if source is not None]
        numbers = [number for source in sources if (number := source.find(f"{W}numPr")) is not None]
        list_id = next(filter(None, (value_in(number, "numId") for number in numbers)), "")
        depth = next(filter(None, (value_in(number, "ilvl") for number in numbers)), "0")
        return Manner(
            level=_level(sources, styles),
            strong=next((bold for style in styles if (bold := _is_bold(style)) is not None), False),
            list_id="" if list_id == "0" else list_id,
            depth=int(depth) if _OUTLINE.fullmatch(depth) else 0,
        )

    def _bases(self, style_id: str) -> Iterator[Element]:
        """A style and those that it is based on, each once."""
        seen: set[str] = set()
        while style_id and style_id not in seen and style_id in self.by_id:
            seen.add(style_id)
            yield self.by_id[style_id]
            style_id = value_in(self.by_id[style_id], "basedOn")


def read_styles(root: Element | None) -> Styles:
    """The styles of paragraphs and of words that a document's part of styles declares."""
    styles = [] if root is None else list(root.iter(f"{W}style"))
    of_words = {style.get(f"{W}styleId", "") for style in styles if style.get(f"{W}type") == "character" and _is_bold(style)}
    of_paragraphs = {style.get(f"{W}styleId", ""): style for style in styles if style.get(f"{W}type") == "paragraph"}
    hidden = {style.get(f"{W}styleId", "") for style in styles if _says(style, "vanish")}
    return Styles(of_paragraphs, frozenset(of_words), frozenset(hidden))


def _level(sources: list[Element], styles: list[Element]) -> int:
    for source in sources:
        outline = value_in(source, "outlineLvl")
        if outline:
            return int(outline) + 1 if _OUTLINE.fullmatch(outline) else 0
    for style in styles:
        name = value_in(style, "name")
        if found := _HEADING.fullmatch(name):
            return int(found[1])
        if name.lower() == _TITLE:
            return 1
    return 0


def _is_bold(style: Element) -> bool | None:
    """Whether a style is in bold type; None where it does not say."""
    return _says(style, "b")


def _says(style: Element, name: str) -> bool | None:
    """Whether a style switches something of its words on or off; None where it does not say."""
    switch = style.find(f"{W}rPr/{W}{name}")
    return None if switch is None else switch.get(f"{W}val") not in _OFF
