"""A part of a Word file to the words that Word shows of it: no hidden ones, no deleted rows, no pictures; the text boxes.

A text box stands twice in a file, as a drawing for Word since 2010 and as a picture for programs before that; some
programs write only one of the two. Mammoth reads the picture, so that is the one that is kept, or made of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from xml.etree.ElementTree import Element, SubElement

from generator.extraction.word_numbers import BULLET, MC, W, value_in

_BOX = f"{W}txbxContent"
_SHOWN = f"{W}t"
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
_OFF = ("0", "false", "off")
_OF_SIGNS = ("Wingdings", "Webdings", "Symbol")  # types whose letters are signs


def leave_shown(root: Element, hidden_styles: Set[str]) -> tuple[str, ...]:
    """Take out of a part what Word does not show, and say in words what that was."""
    hidden: list[str] = []
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == f"{MC}AlternateContent" or (child.tag == f"{W}drawing" and parent.tag != f"{MC}Choice"):
                parent[place] = _for_all(child)
    for parent in list(root.iter()):
        unseen = {id(child): child for child in parent if _is_unseen(child, parent, hidden_styles)}
        hidden += ("".join(words.text or "" for words in child.iter(_SHOWN)) for child in unseen.values())
        if unseen:
            parent[:] = [child for child in parent if id(child) not in unseen]
    for run in root.iter(f"{W}r"):
        _write_signs(run)
    return tuple(filter(None, map(str.strip, hidden)))


def _for_all(drawn: Element) -> Element:
    """A drawing, or the two ways to read it, as the way that every program reads."""
    fallback = drawn.find(f"{MC}Fallback")
    if fallback is not None and next(fallback.iter(_SHOWN), None) is not None:
        drawn[:] = [fallback]
        return drawn
    picture = Element(f"{W}pict")
    for box in _outermost_boxes(drawn):
        SubElement(picture, _BOX).extend(box)
    return picture


def _outermost_boxes(element: Element) -> list[Element]:
    return [box for child in element for box in ([child] if child.tag == _BOX else _outermost_boxes(child))]


def leave_out_empty(root: Element) -> None:
    """Take out the paragraphs in which there is nothing; some documents have more of them than of others."""
    for parent in list(root.iter()):
        if any(map(_is_empty, parent)):
            parent[:] = [child for child in parent if not _is_empty(child)]


def _is_empty(element: Element) -> bool:
    return element.tag == f"{W}p" and all(child.tag == f"{W}pPr" for child in element)


def _is_unseen(element: Element, parent: Element, hidden_styles: Set[str]) -> bool:
    if element.tag in _PICTURES:
        return next(element.iter(_BOX), None) is None
    if element.tag == f"{W}tr":
        return element.find(f"{W}trPr/{W}del") is not None
    if element.tag != f"{W}r":
        return False
    properties = element.find(f"{W}rPr")
    own = None if properties is None else properties.find(f"{W}vanish")
    if own is not None:
        return own.get(f"{W}val") not in _OFF
    styles = (value_in(one, name) for one, name in _with_styles(properties, parent.find(f"{W}pPr")))
    return any(style in hidden_styles for style in styles)


def _with_styles(of_run: Element | None, of_paragraph: Element | None) -> Iterator[tuple[Element, str]]:
    if of_run is not None:
        yield of_run, "rStyle"
    if of_paragraph is not None:
        yield of_paragraph, "pStyle"


def _write_signs(run: Element) -> None:
    """Write a letter by itself that is a sign in its type, such as a bullet, as a bullet."""
    fonts = run.find(f"{W}rPr/{W}rFonts")
    if fonts is None or not (fonts.get(f"{W}ascii") or "").startswith(_OF_SIGNS):
        return
    for words in run.findall(_SHOWN):
        if words.text and len(words.text.strip()) == 1:
            words.text = words.text.replace(words.text.strip(), BULLET)
