"""A paragraph of a Word file to the same words in fewer elements, because Mammoth needs much memory for each.

Word parts a paragraph wherever somebody edited it or the spelling was checked; none of that is read here.
"""

from __future__ import annotations

from collections.abc import Set
from xml.etree.ElementTree import Element, SubElement

from generator.extraction.word_numbers import W, value_in

_RUN, _RUN_PROPERTIES, _BOLD = f"{W}r", f"{W}rPr", f"{W}b"
_OFF = ("0", "false", "off")
# What holds no words, breaks or pictures.
_DROPPED = {
    f"{W}{name}" for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak")
}
_DROPPED |= {f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")}
_KEPT_OF_PARAGRAPH = {f"{W}pStyle", _RUN_PROPERTIES}


def make_slim(paragraph: Element, bold_styles: Set[str]) -> None:
    """Leave of a paragraph's runs their content and whether they are bold, and join those that are alike."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        for one in [one for one in properties if one.tag not in _KEPT_OF_PARAGRAPH]:
            properties.remove(one)
    _make_slim_inside(paragraph, bold_styles)


def _make_slim_inside(holder: Element, bold_styles: Set[str]) -> None:
    """The same for whatever holds runs: a paragraph, a link, an insertion."""
    before: Element | None = None
    for child in list(holder):
        if child.tag in _DROPPED:
            holder.remove(child)
        elif child.tag != _RUN:
            if child.tag not in (f"{W}pPr", f"{W}p", f"{W}tbl"):
                _make_slim_inside(child, bold_styles)
            before = None
        else:
            _make_plain(child, bold_styles)
            if before is not None and _is_bold(before) == _is_bold(child):
                before.extend(one for one in child if one.tag != _RUN_PROPERTIES)
                holder.remove(child)
            else:
                before = child


def _make_plain(run: Element, bold_styles: Set[str]) -> None:
    properties = run.find(_RUN_PROPERTIES)
    for one in [one for one in run if one.tag in _DROPPED]:
        run.remove(one)
    if properties is None:
        return
    run.remove(properties)
    bold = properties.find(_BOLD)
    styled = value_in(properties, "rStyle") in bold_styles
    if styled if bold is None else bold.get(f"{W}val") not in _OFF:
        kept = Element(_RUN_PROPERTIES)
        SubElement(kept, _BOLD)
        run.insert(0, kept)


def _is_bold(run: Element) -> bool:
    return run.find(_RUN_PROPERTIES) is not None
