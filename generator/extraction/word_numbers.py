"""The numbers that Word shows before paragraphs and keeps nowhere, counted as it counts them.

Source: ECMA-376, part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 3999  # no list in a document is longer; above it letters and Roman figures would fill pages


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how its number is put together ("%1.%2"), in which figures, and from which number on.

    `plain` says that the levels above it are written in plain figures here; `anew` whether it begins anew below them.
    """

    form: str = ""
    figures: str = "decimal"
    start: int = 1
    plain: bool = False
    anew: bool = True


@dataclass(slots=True)
class Numbering:
    """The lists of a document: of which family each is, what their levels are, and how far each family has counted."""

    families: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[tuple[str, int], Level] = field(default_factory=dict)
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, list_id: str, depth: int) -> str:
        """The bullet or number of the next item at a depth (0 the outermost) of a list; empty where there is none."""
        family = self.families.get(list_id, "")
        level = self._level(list_id, depth)
        if level is None:
            return ""
        counted = self._counted.setdefault(family, {})
        if (list_id, depth) in self.levels and (list_id, depth) not in self._restarted:
            self._restarted.add((list_id, depth))  # a list that says where it begins does so once
            counted.pop(depth, None)
        counted[depth] = counted.get(depth, level.start - 1) + 1
        for deeper in [other for other in counted if other > depth and (self._level(list_id, other) or level).anew]:
            del counted[deeper]
        if level.figures == "bullet":
            return BULLET
        parts = re.split(r"%([1-9])", level.form)
        parts[1::2] = [self._figure(list_id, int(above) - 1, plain=level.plain) for above in parts[1::2]]
        return "".join(parts).strip()

    def _level(self, list_id: str, depth: int) -> Level | None:
        return self.levels.get((list_id, depth)) or self.levels.get((f"family {self.families.get(list_id)}", depth))

    def _figure(self, list_id: str, depth: int, *, plain: bool) -> str:
        level = self._level(list_id, depth) or Level()
        counted = self._counted[self.families.get(list_id, "")].get(depth, level.start)
        return in_figures(counted, "decimal" if plain else level.figures)


def in_figures(number: int, figures: str) -> str:
    """A number as Word writes it in figures of a kind: letters, Roman, plain, or none at all."""
    if figures == "none":
        return ""
    if not 0 < number <= _LARGEST or not figures.endswith(("Letter", "Roman")):
        return f"{number:02}" if figures == "decimalZero" else str(number)
    written = _in_letters(number) if figures.endswith("Letter") else _in_roman(number)
    return written.upper() if figures.startswith("upper") else written


def _in_letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _in_roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def read_numbering(root: Element | None) -> Numbering:
    """The lists that a document's numbering part declares; none where there is no such part."""
    if root is None:
        return Numbering()
    levels: dict[tuple[str, int], Level] = {}
    families: dict[str, str] = {}
    declared = {family.get(f"{W}abstractNumId", ""): family for family in root.iter(f"{W}abstractNum")}
    by_style = {style: one for one, family in declared.items() if (style := value_in(family, "styleLink"))}
    for name, family in declared.items():
        for one in family.findall(f"{W}lvl"):
            levels[f"family {name}", _whole(one.get(f"{W}ilvl"))] = _read_level(one)
    for one in root.iter(f"{W}num"):
        list_id, name = one.get(f"{W}numId", ""), value_in(one, "abstractNumId")
        style = value_in(declared[name], "numStyleLink") if name in declared else ""
        families[list_id] = by_style.get(style, name)
        for changed in one.findall(f"{W}lvlOverride"):
            depth = _whole(changed.get(f"{W}ilvl"))
            base = levels.get((f"family {families[list_id]}", depth), Level())
            own = changed.find(f"{W}lvl")
            start = value_in(changed, "startOverride")
            level = base if own is None else _read_level(own)
            levels[list_id, depth] = replace(level, start=_whole(start, level.start))
    return Numbering(families, levels)


def _read_level(level: Element) -> Level:
    plain = level.find(f"{W}isLgl")
    return Level(
        form=value_in(level, "lvlText"),
        # Figures that older programs do not know, "001", stand beside those that they are to write instead.
        figures=value_in(level, "numFmt") or value_in(level, "numFmt", f"{MC}AlternateContent/{MC}Fallback/") or "decimal",
        start=_whole(value_in(level, "start"), 1),
        plain=plain is not None and plain.get(f"{W}val") not in ("0", "false", "off"),
        anew=value_in(level, "lvlRestart") != "0",
    )


def value_in(element: Element, name: str, path: str = "") -> str:
    """The value of a child element, or of one below a path; empty where there is none."""
    child = element.find(f"{path}{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,9}", text) else otherwise
