"""The text of a section of an item as a record keeps it: the case in Markdown, the annexes with their addresses."""

from __future__ import annotations

import re

from generator.extraction.rows import SIGNS_OF_LISTS
from generator.importer.items.section import Section
from generator.importer.lines.prose import Writer


def annexes_of(section: Section, writer: Writer) -> list[tuple[str, str]]:
    """The annexes that a section names, each with its address (empty: it has none)."""
    links = {link.text: link.address for line in section.lines for link in line.links}
    found = []
    for text in writer.rows(section.lines):
        bare = re.sub(rf"^(?:[{SIGNS_OF_LISTS}]|\.\s?/\s?\.|o(?=\s))\s*", "", text)
        found.append((bare, links.get(bare, "")))
    return found


def case_text(section: Section, writer: Writer, *, first: bool) -> list[str]:
    """The Markdown of a section of the case text, below its label unless that only says that this is the case."""
    text = writer.markdown(section.lines)
    if not text and section.kind in ("decision", "minutes", "recommendation"):
        return []  # a label that another one follows: "Beslutning", "Byrådets beslutning den 3. maj"
    label = section.label.text if section.label else ""
    heading = (
        [f"## {label}"]
        if label and not (first and section.kind == "case" and section.label and section.label.kind == "case")
        else []
    )
    return [*heading, text] if text else heading
