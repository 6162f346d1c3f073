"""A page's HTML to what can be asked of it: its title, headings, ids and links, and every fault in its form."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NOT_IN_PARAGRAPHS = {
    *("address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption", "figure"),
    *("footer", "form", "header", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul"),
    *_HEADINGS,
}
_PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"thead", "tbody", "tfoot"},
    "th": {"tr"},
    "td": {"tr"},
    "caption": {"table"},
    "summary": {"details"},
    "figcaption": {"figure"},
}


@dataclass
class PageForm(HTMLParser):
    """One page; `faults` says in words what a validator would."""

    language: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        where = f"<{tag}> at {self.getpos()}"
        parent = self._open[-1] if self._open else ""
        if tag in _PARENTS and parent not in _PARENTS[tag]:
            self.faults.append(f"{where} stands in <{parent}>")
        if tag in _NOT_IN_PARAGRAPHS and "p" in self._open:
            self.faults.append(f"{where} stands in a paragraph")
        if tag == "a" and "a" in self._open:
            self.faults.append(f"{where} stands in a link")
        if tag in _HEADINGS:
            self._take_heading(tag, where)
        self._take_attributes(tag, attrs, where)
        if tag not in _VOID:
            self._open.append(tag)

    def _take_heading(self, tag: str, where: str) -> None:
        deepest = int(self.headings[-1][1]) if self.headings else 0
        if int(tag[1]) > deepest + 1:
            self.faults.append(f"{where} comes after {self.headings[-1:]}")
        self.headings.append(tag)

    def _take_attributes(self, tag: str, attrs: list[tuple[str, str | None]], where: str) -> None:
        given = dict(attrs)
        if len(given) < len(attrs):
            self.faults.append(f"{where} has an attribute twice")
        if tag == "html":
            self.language = given.get("lang") or ""
        if target := given.get({"a": "href", "form": "action"}.get(tag, "")):
            self.links.append(target)
        if "id" in given:
            name = given["id"]
            if not name or name in self.ids:
                self.faults.append(f"{where} has the id {name!r}, which is empty or taken")
            self.ids.add(name or "")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes {self._open[-1:]}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title":
            self.title += data

    def close(self) -> None:
        super().close()
        if self._open:
            self.faults.append(f"never closed: {self._open}")


def form_of(html: str) -> PageForm:
    """Read one page."""
    page = PageForm()
    page.feed(html)
    page.close()
    return page
