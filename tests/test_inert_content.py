"""Content is data: whatever a text holds, it comes out as text, and no page runs, loads or follows what the theme does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import has_errors
from generator.records import RECORD_TYPES
from generator.text_html import TextWords, to_html, to_inline_html
from tests.conftest import MakeSite
from tests.made_records import made_records
from tests.parsed_page import URL_ATTRIBUTES, Element, ParsedPage, pages_of, parse
from tests.sites import CONFIG, SMALL, codes

LINE = """"><script>alert(1)</script><img src=x onerror=alert(1)>' onclick='alert(1)' {{7*7}} {% include 'x' %} <!-- ${7*7}"""
# Words as long as those of the hostile line: how long they are decides how a name is set on the map.
HARMLESS, HARMLESS_PROSE = re.sub(r"[^\s-]", "x", LINE), "other words"
PROSE = """\
<script>alert(1)</script>

<iframe src="https://evil.example"></iframe> <img src=x onerror=alert(1)> <p style="color:red" onclick="alert(1)">p</p>

<style>* {display: none}</style> <base href="https://evil.example/"> <a href="javascript:alert(1)">a</a>

``` js" onclick="alert(1)
</code><script>alert(1)</script>
```

{{7*7}} {% include "x" %} {# not a comment #}
"""
# What a link may not lead to, as written by somebody who hopes that it is read otherwise than it is checked.
TARGETS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "%6aavascript:alert(1)",
    r"javascript\:alert(1)",
    "vbscript:alert(1)",
    "VBSCRIPT:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:image/svg+xml,<svg/onload=alert(1)>",
    "file:///etc/passwd",
    "feed:javascript:alert(1)",
    "view-source:javascript:alert(1)",
    'x" onclick="alert(1)',
    "x' onclick='alert(1)",
)
FORMS = (
    "[x]({})",
    "[x](<{}>)",
    "[x]( {} )",
    "[x](\n{}\n)",
    "![x]({})",
    "<{}>",
    "[x][y]\n\n[y]: {}",
    "[x][y]\n\n[y]: <{}>",
    "![x][y]\n\n[y]: {}",
    '[x]({} "a title")',
    '<a href="{}">x</a>',
)
SAFE_TAGS = frozenset(
    {"p", "a", "em", "strong", "del", "ins", "code", "pre", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
     "hr", "br", "img", "sup", "section", "div", "span", "table", "thead", "tbody", "tr", "th", "td"}
)  # fmt: skip
SAFE_ATTRIBUTES = frozenset(
    {"href", "src", "alt", "title", "id", "class", "start", "role", "tabindex", "aria-label",
     "data-footnotes", "data-footnote-ref", "data-footnote-backref", "data-footnote-backref-idx"}
)  # fmt: skip
WORDS = TextWords()


def dangers_in(page: ParsedPage, *, drawings: bool = False) -> Iterator[Element]:
    """The elements that would run something, or load or follow what is no address of the web or the site.

    `drawings` is whether the theme's own drawings may stand there, which a text may never make.
    """
    for element in page.elements:
        data = element.tag == "script" and element.attributes == (("type", "application/ld+json"),)  # which no browser runs
        own = re.fullmatch(r"/[\w/.-]*assets/[\w./-]+\.js", element.get("src"))
        scripted = element.tag == "script" and not data and not own
        embedding = element.tag in ("iframe", "object", "embed", "style", "base", "frame", "applet", "foreignobject", "math")
        embedding = embedding or (element.tag == "svg" and not drawings)
        refreshing = element.get("http-equiv") == "refresh" and not re.fullmatch(r"0; url=/[\w/.-]*", element.get("content"))
        names = [name for name, _ in element.attributes]
        acting = any(name.startswith("on") or name in ("style", "srcdoc", "formaction") for name in names)
        leading = any(name in URL_ATTRIBUTES and not _is_safe(value) for name, value in element.attributes)
        if scripted or embedding or refreshing or acting or leading:
            yield element


def _is_safe(address: str) -> bool:
    """Whether a browser reads an address as one of the web, of mail, or of the site; it drops blanks and control characters."""
    read = re.sub(r"[\x00-\x20\x7f]", "", address).casefold()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", read)
    return scheme is None or scheme[1] in ("http", "https", "mailto")


def test_the_look_for_dangers_sees_them() -> None:
    for html in ("<script>x</script>", "<p onclick=x>", "<a href=' java\tscript:x'>", "<svg>", "<p style=x>", "<iframe>"):
        assert list(dangers_in(parse(html.encode()))), html
    assert not list(dangers_in(parse(b"<a href='https://example.org/'>x</a><a href='/x/#y'>z</a>")))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("target", TARGETS)
def test_a_hostile_link_is_dead(form: str, target: str) -> None:
    text = form.replace("{}", target)
    for html in (to_html(text, str, WORDS), to_inline_html(text, str, WORDS)):
        page = parse(html.encode())
        assert not list(dangers_in(page)), html
        assert "onclick" not in {name for element in page.elements for name, _ in element.attributes}


FRAGMENTS = st.sampled_from(
    [*TARGETS, *FORMS, LINE, "[x](", ")", "](", "![", "[^1]", "[^1]: ", "<", ">", '"', "'", "`", "```", "\n", "\n\n", "| a |\n",
     "| -: |\n", "- ", "a) ", "> ", "# ", "~~", "++", "**", "_", "\\", "&quot;", "&#34;", "&lt;script&gt;", "<!--", "-->",
     "<![CDATA[", "]]>", "<?php", "\t", "    ", '" onclick="alert(1)', "{{7*7}}", "item:x", "\ue000", "<li", '<ol start="1">',
     'class="footnote', '"fn-', "Back to reference 1", "</table>", "é", "æ)"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=14).map("".join), st.booleans())
def test_no_text_makes_an_element_that_markdown_has_not(text: str, headings: bool) -> None:
    page = parse(to_html(text, str, WORDS, prefix="body-", headings=headings).encode())
    assert not list(dangers_in(page))
    assert {element.tag for element in page.elements} <= SAFE_TAGS
    assert {name for element in page.elements for name, _ in element.attributes} <= SAFE_ATTRIBUTES


def _site_of_every_type(content: MakeSite, line: str, prose: str, title: str, term: str = "") -> dict[str, ParsedPage]:
    config = CONFIG.replace("[da]", "[da, en]") + "    municipality_code: '.*'\n"
    for word in ("Prøvesiden", "En side til prøve", "Prøvesekretariatet"):
        config = config.replace(word, "'" + title.replace("'", "''") + "'")
    named = ("glossary_term.title", "glossary_term.forms")
    records = made_records(lambda path, many: term if term and path in named else prose if many else line)
    site = content({"site_config.yml": config, **records})
    built = site.build(search=True)
    assert not has_errors(built.problems), built.problems
    return pages_of(site.built())


def test_every_text_of_every_type_comes_out_as_text(content: MakeSite) -> None:
    pages = _site_of_every_type(content, LINE, PROSE, LINE)
    assert len(pages) > 2 * len(RECORD_TYPES)
    assert {path: found for path, page in pages.items() if (found := list(dangers_in(page, drawings=True)))} == {}
    shown = next(page for path, page in pages.items() if path.startswith("personer/en-person"))
    assert " ".join(LINE.split()) in shown.text
    assert '{% include "x" %} {# not a comment #}' in shown.text
    assert "<script>alert(1)</script>" in shown.text


def test_a_hostile_line_changes_no_element_of_any_page(content: MakeSite) -> None:
    pages = {line: _site_of_every_type(content, line, HARMLESS_PROSE, line, "et ord") for line in (LINE, HARMLESS)}
    # The glossary's term is another word: where a text has one, it is marked, and that is an element more.
    # The addresses of topics have the topic in them; otherwise the pages are the same ones.
    topics = {line: [path for path in pages[line] if re.search(r"(^|/)(emner|topics)/[^/]+/index", path)] for line in pages}
    assert len(topics[LINE]) == len(topics[HARMLESS]) == 2
    shapes = [{path: page.shape() for path, page in pages[line].items() if path not in topics[line]} for line in pages]
    assert {path for path in shapes[0] if shapes[0][path] != shapes[1].get(path)} == set()
    assert [pages[LINE][path].shape() for path in topics[LINE]] == [pages[HARMLESS][path].shape() for path in topics[HARMLESS]]


def test_addresses_made_of_hostile_words_are_plain(content: MakeSite) -> None:
    pages = _site_of_every_type(content, LINE, HARMLESS, LINE)
    assert [path for path in pages if not re.fullmatch(r"[a-z0-9/.-]+", path)] == []


@pytest.mark.parametrize("form", [form for form in FORMS if "<a " not in form])
@pytest.mark.parametrize("target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_hostile_link_is_refused_where_it_stands(content: MakeSite, form: str, target: str) -> None:
    text = form.replace("{}", target)
    site = content({**SMALL, "content/glossary/ord.md": f"---\nid: ord\ntitle: ord\nexplanation: x\n---\nSe\n\n{text}\n"})
    found = [one for one in site.check().problems if one.code == "P0306"]
    assert [one.path for one in found] == ["content/glossary/ord.md"]
    assert 8 <= found[0].line <= 10


@pytest.mark.parametrize(
    "target", ["ftp://example.org/", "java&#115;cript:x", "notes.html", "//example.org/", "", "item", "item:", "sag:x"]
)
def test_a_link_to_neither_a_record_nor_a_web_page_is_refused(content: MakeSite, target: str) -> None:
    site = content(
        {**SMALL, "content/glossary/ord.md": f"---\nid: ord\ntitle: ord\nexplanation: x\n---\nSe\n[her]({target}).\n"}
    )
    found = [one for one in site.check().problems if one.code == "P0306"]
    assert [(one.path, one.line) for one in found] == [("content/glossary/ord.md", 7)]


@pytest.mark.parametrize("text", ["![x](https://example.org/x.png)", "![x][y]\n\n[y]: https://example.org/x.png"])
def test_a_picture_from_elsewhere_is_refused(content: MakeSite, text: str) -> None:
    site = content({**SMALL, "content/glossary/ord.md": f"---\nid: ord\ntitle: ord\nexplanation: x\n---\n{text}\n"})
    assert codes(site.build()) == ["P0504"]


@pytest.mark.parametrize("mark", ["\\0", "\\x08", "\\u2028", "\\uFFFE"])
def test_a_control_character_does_not_get_in_as_an_escape(content: MakeSite, mark: str) -> None:
    site = content({**SMALL, "content/glossary/ord.md": f'---\nid: ord\ntitle: "a{mark}b"\nexplanation: x\n---\n'})
    assert codes(site.check()) == ["P0102"]
