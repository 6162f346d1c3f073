"""A page of the handbook to the same page whose tables stand in frames: on a phone a wide one scrolls, and not the page.

mkdocs calls what stands here by its name (https://www.mkdocs.org/user-guide/configuration/#hooks).
"""

from __future__ import annotations

import html as marks
import re
from collections import Counter

from mkdocs.structure.pages import Page

_HEADING_OR_TABLE = re.compile(r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>.*?</table>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_MARK = re.compile(r"<[^>]+>")


def on_page_content(html: str, *, page: Page, **_: object) -> str:
    """Each table in a frame that the keyboard reaches, named by the heading above it; a second one there has a number, too."""
    above, seen = marks.unescape(str(page.title)), Counter[str]()

    def framed(found: re.Match[str]) -> str:
        nonlocal above
        if found["heading"] is not None:
            above = marks.unescape(_MARK.sub("", _PERMALINK.sub("", found["heading"]))).strip()
            return found[0]
        seen[above] += 1
        name = marks.escape(above if seen[above] == 1 else f"{above} ({seen[above]})")
        return f'<div class="frame" role="region" tabindex="0" aria-label="{name}">{found[0]}</div>'

    return _HEADING_OR_TABLE.sub(framed, html)
