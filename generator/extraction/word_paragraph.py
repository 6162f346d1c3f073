"""The words of a paragraph of a Word file as they are gathered, to the lines and paragraphs that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extraction.blocks import Link
from generator.extraction.rows import marker_of

LINE, PAGE = "\n", "\f"  # breaks within a paragraph
_SENTENCE_ENDS = (".", "!", "?")


@dataclass
class Words:
    """The words of a paragraph as they are gathered, line by line, each with whether all of its letters are bold; `lead` is
    how many letters in bold type the first line begins with.
    """

    lines: list[str] = field(default_factory=lambda: [""])
    strong: list[bool] = field(default_factory=lambda: [True])
    marker: str = ""
    depth: int = 0
    lead: int = 0
    links: list[Link] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was gathered."""
        return LINE.join(self.lines)

    def add(self, text: str, *, bold: bool = True) -> None:
        """Add some words, or a break between lines or pages."""
        if text in (LINE, PAGE):
            self.lines += [PAGE, ""] if text == PAGE else [""]
            self.strong += [True, True] if text == PAGE else [True]
        else:
            self.lines[-1] += text.replace(LINE, " ")  # the end of a line in the file itself is a space
            self.strong[-1] = self.strong[-1] and (bold or not text.strip())
            if self.strong[0] and len(self.lines) == 1:
                self.lead = len(self.lines[0])

    def part_title(self) -> None:
        """Make two lines of the first where it begins with a title in bold type and goes on with sentences."""
        title, rest = self.lines[0][: self.lead].strip(), self.lines[0][self.lead :].strip()
        whole = title[-1:].isalnum() or title.endswith((")", "?"))
        if not self.strong[0] and whole and rest[:1].isupper() and rest.endswith(_SENTENCE_ENDS):
            self.lines[:1], self.strong[:1] = [title, rest], [True, False]


def pages_of(words: Words) -> Iterator[list[tuple[str, bool]]]:
    """The lines of a paragraph that are not blank, each with whether it is bold, parted where a page ends."""
    page: list[tuple[str, bool]] = []
    for text, bold in zip(words.lines, words.strong, strict=True):
        if text == PAGE:
            yield page
            page = []
        elif text.strip():
            page.append((text.strip(), bold))
    yield page


def parts_of(lines: Sequence[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """Lines that breaks part, as the paragraphs that they look like: one begins with a bullet or number, or with bold type."""
    part: list[tuple[str, bool]] = []
    for line in lines:
        if part and (marker_of(line[0]) or line[1] != part[-1][1]):
            yield part
            part = []
        part.append(line)
    if part:
        yield part
