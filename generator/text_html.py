"""Markdown text to safe HTML: raw HTML and script addresses come out inert, record links become addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import comrak
from markupsafe import Markup, escape

from generator.declaration import Pointer
from generator.links import may_have_links, pointer_of
from generator.records import TYPE_NAMES

# A paragraph that is nothing but a link to a table or cost share stands for that table itself.
_EMBEDDED = re.compile(r"^\[[^\]\n]*\]\(((?:table|cost_share):[a-z0-9-]+)\)[ \t]*$", re.MULTILINE)
_HEADING_ANCHOR = re.compile(r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>')
# What a browser takes for a scheme: it passes over blanks and control characters.
_SCHEME = re.compile(r"[\x00-\x20a-z0-9+.-]*:", re.IGNORECASE)
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_HEADING_LEVEL = re.compile(r"<h([1-6])\b")
_HEADING_TAG = re.compile(r"<(/?)h([1-6])\b")
_BLOCK_TAG = re.compile(r"</?(?:p|ul|ol|li|h[1-6]|blockquote|pre|table|div|section|hr)\b")
_FOOTNOTE_BACK = re.compile(r'aria-label="Back to reference ([^"]*)"')
_LIST_TAG = re.compile(r'<ol(?: start="(\d+)")?>|<ul>|</[ou]l>|<li( id="[^"]*")?>(?:(\n<p>|)([a-zæøå]|[ivx]{1,4})([.)]) )?')
_PLACE = "\ue000"  # where a table stands while the text around it is rendered; no text has this character


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words that the page's language needs in rendered text."""

    table: str = "Table"
    back_to_reference: str = "Back to reference"


def _options(headings: bool) -> tuple[comrak.ExtensionOptions, comrak.RenderOptions]:
    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = extensions.strikethrough = extensions.insert = True
    if headings:
        extensions.header_id_prefix = ""
    rendering = comrak.RenderOptions()
    rendering.escape = True  # raw HTML is shown as the text that it is
    return extensions, rendering


def to_html(
    text: str, address: Callable[[Pointer], str], words: TextWords, *, prefix: str = "", headings: bool = False
) -> Markup:
    """Render Markdown (CommonMark, tables, footnotes, ~~struck~~, ++inserted++).

    `prefix` keeps the footnotes of several texts on one page apart; `headings` gives headings anchors.
    """
    if not text:
        return Markup("")
    extensions, rendering = _options(headings)
    if may_have_links(text):
        extensions.link_url_rewriter = lambda target: _rewrite(target, address)
        extensions.image_url_rewriter = lambda target: _rewrite(target, address)
    html = comrak.render_markdown(text, extension_options=extensions, render_options=rendering)
    if headings:
        html = _HEADING_ANCHOR.sub("", html)
    if "footnote" in html:
        html = html.replace('"fn-', f'"{prefix}fn-').replace('"#fn-', f'"#{prefix}fn-')
        html = html.replace('"fnref-', f'"{prefix}fnref-').replace('"#fnref-', f'"#{prefix}fnref-')
        html = _FOOTNOTE_BACK.sub(rf'aria-label="{words.back_to_reference} \1"', html)
    if "<h" in html:
        html = _below_section(html)
    if "<li" in html:
        html = _with_marks(html)
    if "<table>" in html:
        frame = f'<div class="frame" role="region" tabindex="0" aria-label="{words.table}"><table>'
        html = html.replace("<table>", frame).replace("</table>", "</table></div>")
        html = html.replace(' align="right"', ' class="number"').replace(' align="left"', "").replace(' align="center"', "")
    return Markup(html)  # noqa: S704  # comrak has escaped all that is not its own


def _below_section(html: str) -> str:
    """The headings of a text one after the other below the heading of its section, whatever levels they were written in."""
    written = sorted({int(level) for level in _HEADING_LEVEL.findall(html)})
    deepest = 2

    def moved(match: re.Match[str]) -> str:
        nonlocal deepest
        if not match[1]:
            deepest = min(3 + written.index(int(match[2])), deepest + 1, 6)
        return f"<{match[1]}h{deepest}"

    return _HEADING_TAG.sub(moved, html)


def _with_marks(html: str) -> str:
    """Lists with their marks as text: a paragraph's number belongs to it when it is copied, searched or read aloud.

    An ordered list's numbers are counted; a bullet that is followed by a printed mark (`a.`, `iv)`) gives way to it.
    """
    counts: list[int | None] = []

    def marked(match: re.Match[str]) -> str:
        start, anchor, before, printed, end = match.groups()
        tag = match[0]
        if tag.startswith("</"):
            counts.pop()
        elif not tag.startswith("<li"):
            counts.append(int(start or 1) if tag.startswith("<ol") else None)
        elif counts[-1] is not None:
            counts[-1] += 1
            rest = tag.removeprefix(f"<li{anchor or ''}>")
            return f'<li{anchor or ""} class="marked"><span class="mark">{counts[-1] - 1}.</span> {rest}'
        elif printed:
            return f'<li class="marked"><span class="mark">{printed}{end}</span> {before}'
        return tag

    return _LIST_TAG.sub(marked, html)


def _rewrite(target: str, address: Callable[[Pointer], str]) -> str:
    """The address that a link leads to: a record's, one of the web, or one within the site; none for any other scheme."""
    pointer = pointer_of(target, TYPE_NAMES)
    if pointer:
        return address(pointer)
    return "" if _SCHEME.match(target) and not _WEB.match(target) else target


def to_inline_html(text: str, address: Callable[[Pointer], str], words: TextWords) -> Markup:
    """Render a text without the paragraph around it: several become lines, and a list's or heading's marks stay as typed."""
    html = str(to_html(text, address, words)).strip()
    if not html:
        return Markup("")
    lines = html.removeprefix("<p>").removesuffix("</p>").replace("</p>\n<p>", "<br>")
    if _BLOCK_TAG.search(lines) or not html.startswith("<p>"):
        return escape(" ".join(text.split()))
    return Markup(lines)  # noqa: S704


def segments(text: str) -> Iterator[str | Pointer]:
    """A text in pieces: Markdown, and between it the tables and cost shares that stand in it."""
    end = 0
    for match in _EMBEDDED.finditer(text):
        if before := text[end : match.start()].strip("\n"):
            yield before
        kind, _, record_id = match[1].partition(":")
        yield Pointer(kind, record_id)
        end = match.end()
    if rest := text[end:].strip("\n"):
        yield rest


def pieces_to_html(pieces: Sequence[str | Pointer], render: Callable[[str], Markup]) -> Iterator[Markup | Pointer]:
    """Pieces as `segments` gives them, the texts rendered as one, so that their notes are numbered through."""
    embedded = [piece for piece in pieces if isinstance(piece, Pointer)]
    texts = (_PLACE if isinstance(piece, Pointer) else piece.replace(_PLACE, "") for piece in pieces)
    rendered = render("\n\n".join(texts)).split(f"<p>{_PLACE}</p>\n")
    for number, html in enumerate(rendered):
        if html.strip():
            yield html
        if number < len(embedded):
            yield embedded[number]
    yield from embedded[len(rendered) :]


def verbatim(text: str) -> str:
    """A text that is no Markdown, as Markdown that shows it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def plain(text: str) -> str:
    """A Markdown text without its marks, on one line: for descriptions and search results."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\^[^\]]*\]|[*_`#>|]+|~~|\+\+", "", text)
    return " ".join(text.split())
