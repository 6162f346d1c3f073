"""A page as a parser of others sees it: a second look at what the generator says of its own pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

# The attributes whose value a browser follows or loads.
URL_ATTRIBUTES = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "cite", "background", "ping"})


@dataclass(frozen=True)
class Element:
    """A start tag: its name and its attributes, each with its value unescaped."""

    tag: str
    attributes: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """An attribute's value, empty where there is none."""
        return dict(self.attributes).get(name, "")


@dataclass
class ParsedPage:
    """The elements of a page in order, and the pieces of text between them."""

    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text of the page, with single spaces."""
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str) -> list[Element]:
        """The elements of one name."""
        return [element for element in self.elements if element.tag == tag]

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [value for element in self.elements for name, value in element.attributes if name == attribute]

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements with the names of their attributes: what a text must never change."""
        return [(element.tag, tuple(name for name, _ in element.attributes)) for element in self.elements]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ParsedPage()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, tuple((name, value or "") for name, value in attrs)))

    def handle_data(self, data: str) -> None:
        self.page.texts.append(data)


def parse(html: bytes) -> ParsedPage:
    """Parse a page."""
    parser = _Parser()
    parser.feed(html.decode("utf-8"))
    parser.close()
    return parser.page


def pages_of(files: dict[str, bytes]) -> dict[str, ParsedPage]:
    """The pages among the files of a site, parsed, by their paths."""
    return {path: parse(data) for path, data in files.items() if path.endswith(".html")}
