"""Markdown text to safe HTML: raw HTML and script addresses come out inert, record links become addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import comrak
from markupsafe import Markup

from generator.declaration import Pointer
from generator.library import TYPE_NAMES
from generator.links import pointer_of

# A paragraph that is nothing but a link to a table or cost share stands for that table itself.
_EMBEDDED = re.compile(r"^\[[^\]\n]*\]\(((?:table|cost_share):[a-z0-9-]+)\)[ \t]*$", re.MULTILINE)
_HEADING_ANCHOR = re.compile(r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>')
_FOOTNOTE_BACK = re.compile(r'aria-label="Back to reference ([^"]*)"')


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
    if "](" in text:
        extensions.link_url_rewriter = lambda target: _rewrite(target, address)
    html = comrak.render_markdown(text, extension_options=extensions, render_options=rendering)
    if headings:
        html = _HEADING_ANCHOR.sub("", html)
    if "footnote" in html:
        html = html.replace('"fn-', f'"{prefix}fn-').replace('"#fn-', f'"#{prefix}fn-')
        html = html.replace('"fnref-', f'"{prefix}fnref-').replace('"#fnref-', f'"#{prefix}fnref-')
        html = _FOOTNOTE_BACK.sub(rf'aria-label="{words.back_to_reference} \1"', html)
    if "<table>" in html:
        frame = f'<div class="frame" role="region" tabindex="0" aria-label="{words.table}"><table>'
        html = html.replace("<table>", frame).replace("</table>", "</table></div>")
        html = html.replace(' align="right"', ' class="number"').replace(' align="left"', "").replace(' align="center"', "")
    return Markup(html)  # noqa: S704  # comrak has escaped all that is not its own


def _rewrite(target: str, address: Callable[[Pointer], str]) -> str:
    pointer = pointer_of(target, TYPE_NAMES)
    return address(pointer) if pointer else target


def to_inline_html(text: str, address: Callable[[Pointer], str], words: TextWords) -> Markup:
    """Render a text that is one paragraph without the paragraph around it; a longer one as it is."""
    html = to_html(text, address, words)
    if html.count("<p>") == 1 and html.startswith("<p>") and html.rstrip().endswith("</p>"):
        return Markup(html.rstrip()[3:-4])  # noqa: S704
    return html


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


def plain(text: str) -> str:
    """A Markdown text without its marks, on one line: for descriptions and search results."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\^[^\]]*\]|[*_`#>|]+|~~|\+\+", "", text)
    return " ".join(text.split())
