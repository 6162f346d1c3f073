"""The policy of the public pages, held by every page: nothing inline, nothing from elsewhere, scripts of the site alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.browser.built_site import BuiltSite

pytestmark = pytest.mark.browser

POLICY = "default-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
# What a page loads by itself; a link that somebody follows is another matter.
_LOADING = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("image", "href"),
    ("use", "href"),
    ("source", "src"),
    ("iframe", "src"),
    ("form", "action"),
}
_DATA = [("type", "application/ld+json")]
# A link in the head that names an address and loads nothing.
_NAMING = {"canonical", "alternate", "license", "prev", "next"}


class _Strict(HTMLParser):
    """Notes what the policy forbids, and what policy the page itself states."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        self.broken += [f"<{tag} {name}={value!r}>" for name, value in self._faults(tag, given)]
        if tag == "style" or (tag == "script" and "src" not in given and attrs != _DATA):
            self.broken.append(f"<{tag}> with its text in the page")

    def _faults(self, tag: str, given: dict[str, str | None]) -> Iterator[tuple[str, str | None]]:
        for name, value in given.items():
            inline = name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
            naming = tag == "link" and given.get("rel") in _NAMING
            foreign = (tag, name) in _LOADING and not naming and re.match(r"(?!#)(?!/(?!/))", value or "")
            if inline or foreign:
                yield name, value


def broken_in(html: str) -> _Strict:
    """A page read under the policy."""
    parser = _Strict()
    parser.feed(html)
    parser.close()
    return parser


def test_no_page_has_a_style_a_script_or_an_event_of_its_own_or_loads_from_elsewhere(site: BuiltSite) -> None:
    found = {address: broken_in(html).broken for address, html in site.pages.items()}
    assert len(found) > 600
    assert {address: broken for address, broken in found.items() if broken} == {}


def test_every_page_states_the_policy_itself(site: BuiltSite) -> None:
    stated = {broken_in(html).policy for address, html in site.pages.items() if address not in site.moved}
    assert stated == {POLICY}


def test_styles_load_nothing_from_elsewhere(site: BuiltSite) -> None:
    styles = [path.read_text(encoding="utf-8") for path in site.folder.glob("assets/**/*.css")]
    assert styles
    loaded = [address.strip("\"'") for style in styles for address in re.findall(r"url\(([^)]*)\)", style)]
    assert [address for address in loaded if re.match(r"([a-z]+:)?//", address)] == []
    assert not any("@import" in style for style in styles)


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color:red'>",
        "<p onclick='x()'>",
        "<script>x()</script>",
        "<script type=module>x()</script>",
        "<style>p{}</style>",
        "<img src='https://example.org/x.png'>",
        "<link rel=stylesheet href='//example.org/x.css'>",
        "<script src='x.js'></script>",
        "<a href='javascript:x()'>x</a>",
    ],
)
def test_the_look_for_what_breaks_the_policy_sees_it(html: str) -> None:
    assert broken_in(html).broken


def test_what_keeps_the_policy_is_not_complained_of() -> None:
    kept = (
        "<script src='/assets/x.js' defer></script><a href='https://example.org/'>x</a><use href='#x'/><form action='/soeg/'>"
    )
    assert broken_in(f'{kept}<script type="application/ld+json">{{}}</script>').broken == []
