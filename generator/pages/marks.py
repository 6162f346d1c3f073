"""Glossary marks: the first time that a page uses a term, the word opens its explanation in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from markupsafe import Markup, escape

from generator.addresses import address_of
from generator.library import Library
from generator.records.glossary_term import GlossaryTerm
from generator.source import digest_of
from generator.text_html import plain
from generator.voice import Voice

# Text within these is somebody's own words, a heading, or leads elsewhere already.
_CLOSED = frozenset(
    {"a", "button", "blockquote", "q", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "del", "ins", "summary"}
)
_PIECE = re.compile(r"(<(/?)([a-z0-9]+)[^>]*>|[^<]+)")
_QUOTED = re.compile(r"(»[^«]*«|“[^”]*”|”[^”]*”|&quot;.*?&quot;|&#34;.*?&#34;)")
_QUOTING = ("»", "“", "”", "&quot;", "&#34;")
_APOSTROPHE = "(?:'|’|&#39;)"
# The ids and keys of records have no underscore, so that no other anchor of a page can be the same.
_ANCHOR = "ord_"


@dataclass(frozen=True, slots=True)
class Explained:
    """A term as its mark shows it: the term, its long form, the explanation as plain text, where the term's page is."""

    slug: str
    title: str
    long_form: str
    explanation: str
    address: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms of a site in one language: one pattern for all their forms, and which term each form means.

    `digest` changes whenever a mark could: pages with marks depend on it.
    """

    by_form: Mapping[str, Explained] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    digest: str = ""


NO_GLOSSARY = Glossary()


@dataclass(slots=True)
class Marks:
    """Marks terms in the texts of one page; each term once, where it comes first."""

    glossary: Glossary
    voice: Voice
    _seen: set[str] = field(default_factory=set)

    def __call__(self, html: Markup | str) -> Markup:
        """HTML (or a text, which is escaped) with its first terms marked."""
        text = str(escape(html))
        pattern = self.glossary.pattern
        if pattern is None:
            return Markup(text)  # noqa: S704  # escaped above
        made: list[str] = []
        closed = 0
        for whole, end, tag in _PIECE.findall(text):
            if tag:
                closed += 0 if tag not in _CLOSED else -1 if end else 1
            made.append(whole if tag or closed else self._in_text(whole, pattern))
        return Markup("".join(made))  # noqa: S704

    def _in_text(self, text: str, pattern: re.Pattern[str]) -> str:
        """A text without tags, with its terms marked; what stands in quotation marks is somebody's own words."""
        if not any(mark in text for mark in _QUOTING):
            return pattern.sub(self._mark, text)
        pieces = _QUOTED.split(text)  # every other one is a quotation
        return "".join(one if place % 2 else pattern.sub(self._mark, one) for place, one in enumerate(pieces))

    def _mark(self, found: re.Match[str]) -> str:
        term = self.glossary.by_form[_straight(unescape(found[0]))]
        if term.slug in self._seen:
            return found[0]
        self._seen.add(term.slug)
        more = self.voice.catalogue("glossary.more", term=term.title)
        return _mark_of(term, found[0], more, self.voice.at(term.address))


def glossary_of(library: Library, language: str) -> Glossary:
    """The glossary of a site, to be made once for each language of a build."""
    by_form: dict[str, Explained] = {}
    for term in library.all(GlossaryTerm):
        explained = _explained(term, library, language)
        for form in _forms(term):
            by_form.setdefault(_straight(form), explained)
    # A word as it is written comes before what it may become at the start of a sentence.
    for form, explained in list(by_form.items()):
        by_form.setdefault(_other_case(form), explained)
    digest = digest_of(repr(sorted((form, repr(one)) for form, one in by_form.items())).encode())
    return Glossary(by_form, _pattern(by_form) if by_form else None, digest)


def _explained(term: GlossaryTerm, library: Library, language: str) -> Explained:
    title = next((one.title for one in term.translations if one.language == language), term.title)
    return Explained(term.slug, title, term.long_form or "", plain(term.explanation), address_of(term, library, language))


def _forms(term: GlossaryTerm) -> Iterable[str]:
    """The words that mean the term. One whose title names a field in brackets means it there only, and is not marked."""
    return () if term.title.endswith(")") else (term.title, *term.forms)


def _other_case(form: str) -> str:
    """A word with its first letter the other way; an abbreviation, a name or a short word as it is."""
    if len(form) <= 3 or any(mark.isupper() for mark in form[1:]):
        return form
    return form[0].swapcase() + form[1:]


def _straight(form: str) -> str:
    return form.replace("’", "'")


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all forms, the longest first, as whole words; in groups by first letter, which is far faster."""
    groups: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        groups.setdefault(form[0], []).append(form[1:])
    inner = "|".join(f"{_spelled(first)}(?:{'|'.join(map(_spelled, rest))})" for first, rest in groups.items())
    return re.compile(rf"(?<![\w&-])(?:{inner})(?!\w|-\w)")


def _spelled(form: str) -> str:
    """A form as it stands in HTML, where an apostrophe is straight, curved or written as a number."""
    return "".join(_APOSTROPHE if mark == "'" else re.escape(str(escape(mark))) for mark in form)


@lru_cache(maxsize=4_096)
def _mark_of(term: Explained, shown: str, more: str, href: str) -> str:
    long_form = Markup('<span class="term-long">{}</span> ').format(term.long_form) if term.long_form else ""
    text = Markup(
        '<button type="button" class="term" popovertarget="{id}">{shown}</button>'
        '<span class="explanation" popover id="{id}" data-pagefind-ignore><strong>{title}</strong> {long_form}'
        '<span class="term-meaning">{meaning}</span> <a href="{href}">{more}</a></span>'
    )
    return str(
        text.format(
            id=_ANCHOR + term.slug.replace("-", "_"),
            shown=Markup(shown),  # noqa: S704  # a piece of HTML that the pattern found, without a tag in it
            title=term.title,
            long_form=long_form,
            meaning=term.explanation,
            href=href,
            more=more,
        )
    )
