"""A voice: how a site in one language says dates, sums, words and names of records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from babel.numbers import format_decimal, get_currency_symbol
from markupsafe import Markup, escape

from generator.addresses import address_of_pointer, route
from generator.config import SiteConfig
from generator.declaration import Pointer
from generator.library import Library
from generator.messages import Catalogue
from generator.records import Record
from generator.text_html import TextWords, pieces_to_html, plain, to_html, to_inline_html, verbatim
from generator.values.amount import Amount
from generator.values.spoken import long_day, moment_in_words
from generator.values.unknown import Unknown
from generator.values.when import When
from generator.vocabulary import load_vocabulary

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Voice:
    """One language of a site. Addresses that it gives begin with the base path and the language's prefix."""

    language: str
    catalogue: Catalogue
    config: SiteConfig
    library: Library
    build_date: date
    searched: bool = True  # whether the site is indexed, so that its pages say what they are found by
    # What was once looked up: every page asks for the same addresses and lines again.
    _hrefs: dict[Pointer, str] = field(default_factory=dict, compare=False, repr=False)
    _links: dict[Pointer, Markup] = field(default_factory=dict, compare=False, repr=False)
    _made: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """What many pages show alike, made for the first of them; the same key always stands for the same thing."""
        made: Thing | None = self._made.get(key)
        if made is None:
            made = self._made[key] = make()
        return made

    @cached_property
    def prefix(self) -> str:
        """What stands before every address of this language: the base path, then `en/` for a second language."""
        base = self.config.base_path.rstrip("/")
        return base if self.language == self.config.language else f"{base}/{self.language}"

    def at(self, address: str) -> str:
        """A site address as a link: with base path and language."""
        return self.prefix + address

    def asset(self, name: str) -> str:
        """The link to a file of the theme."""
        return f"{self.config.base_path}assets/{name}"

    def page(self, name: str) -> str:
        """The link to the index page of a route: `voice.page("meeting")`."""
        return self.at(f"/{route(name, self.language)}/")

    @property
    def handbook(self) -> str:
        """The link to the handbook, which is in the main language alone."""
        return f"{self.config.base_path}{route('handbook', self.config.language)}/"

    def href(self, pointer: Pointer) -> str:
        """The link to a record or a part of one."""
        found = self._hrefs.get(pointer)
        if found is None:
            found = self._hrefs[pointer] = self.at(address_of_pointer(pointer, self.library, self.language))
        return found

    def name(self, record: Record) -> str:
        """The title of a record, in this language where it is translated; a withdrawn one says no more than that it is."""
        if record.status == "withdrawn":
            return self.catalogue("interface.withdrawn")
        for translation in record.translations:
            if translation.language == self.language:
                return translation.title
        return record.title

    def link(self, pointer: Pointer) -> Markup:
        """A link to a record, named by its title."""
        found = self._links.get(pointer)
        if found is None:
            name = self.name(self.library.get(pointer))
            found = self._links[pointer] = Markup('<a href="{}">{}</a>').format(self.href(pointer), name)
        return found

    def word(self, vocabulary: str, key: str) -> str:
        """The word for a key of a vocabulary."""
        return load_vocabulary(vocabulary).terms[key].word(self.language)

    def meaning(self, vocabulary: str, key: str) -> str:
        """What that word means here."""
        return load_vocabulary(vocabulary).terms[key].meaning(self.language)

    def day(self, day: date) -> str:
        """A day in words: 28. august 2020."""
        return long_day(day, self.language)

    def when(self, moment: When | Unknown, printed: str | None = None) -> Markup:
        """A point or span of time in words; the source's own words, where given, stand first."""
        if isinstance(moment, Unknown):
            text = printed or moment.word(self.language)
            return Markup('<span class="unknown">{}</span>').format(text)
        shown = self.span(moment)
        if printed and not printed.endswith(shown):
            return Markup('{} <span class="aside">({})</span>').format(printed, shown)
        return escape(printed or shown)

    def dated(self, moment: When | Unknown) -> Markup:
        """A date where nothing beside it says that it is one: where none is stated, so much is said."""
        return self.when(moment, self.catalogue("interface.date_not_stated") if isinstance(moment, Unknown) else None)

    def span(self, moment: When) -> str:
        """A point or span of time as plain text."""
        return moment_in_words(moment, lambda key, **blanks: self.catalogue(f"interface.{key}", **blanks), self.language)

    def clock(self, clock: time) -> str:
        """A time of day: 10.00 in Danish, 10:00 in English."""
        return clock.strftime("%H.%M" if self.language == "da" else "%H:%M")

    def number(self, number: Decimal | int) -> str:
        """A number in the language's format."""
        return format_decimal(number, locale=self.language)

    def fixed(self, number: Decimal, places: int) -> str:
        """A number rounded to so many decimals, all of them written: 2,70."""
        return format_decimal(number, format=f"#,##0.{'0' * places}" if places else "#,##0", locale=self.language)

    def signed(self, number: Decimal) -> str:
        """A difference with its sign, none for nought: +6.003."""
        return f"{'+' if number > 0 else '−' if number < 0 else ''}{self.number(abs(number))}"

    def signed_fixed(self, number: Decimal, places: int) -> str:
        """A difference with its sign, rounded to so many decimals: +10,1."""
        shown = self.fixed(abs(number), places)
        sign = "" if round(number, places) == 0 else "+" if number > 0 else "−"
        return f"{sign}{shown}"

    def money_unit(self, key: str, where: str = "money_unit") -> str:
        """What one unit of an amount is, in the site's currency: kr., thousand €. `where` it stands changes the words."""
        symbol = get_currency_symbol(self.config.currency, locale=self.language)
        return self.catalogue(f"interface.{where}.{key}", currency=symbol)

    def amount(self, amount: Amount | Unknown) -> Markup:
        """A number or sum as printed, where its unit stands beside it already."""
        if isinstance(amount, Unknown):
            return Markup('<span class="unknown">{}</span>').format(amount.word(self.language))
        return escape(amount.printed)

    def money(self, amount: Amount | Unknown, unit: str = "whole") -> Markup:
        """A sum of money as printed, with what one of it is worth (a word of `money_unit`) where it does not say so itself."""
        shown = self.amount(amount)
        return (
            shown if isinstance(amount, Unknown) or amount.names_currency else shown + " " + self.money_unit(unit, "after_sum")
        )

    def text(self, text: str | None, *, prefix: str = "", headings: bool = False) -> Markup:
        """Markdown as HTML."""
        return to_html(text or "", self.href, self._words, prefix=prefix, headings=headings)

    def pieces(
        self, pieces: Sequence[str | Pointer], *, prefix: str = "", headings: bool = False
    ) -> tuple[Markup | Pointer, ...]:
        """A text with tables in it as HTML, and between it the tables."""
        return tuple(pieces_to_html(pieces, lambda text: self.text(text, prefix=prefix, headings=headings)))

    def verbatim(self, text: str) -> str:
        """A text that is no Markdown, to stand in one that is."""
        return verbatim(text)

    def inline(self, text: str | None) -> Markup:
        """Markdown of one paragraph as HTML without the paragraph."""
        return to_inline_html(text or "", self.href, self._words)

    def plain(self, text: str | None) -> str:
        """Markdown as plain text on one line."""
        return plain(text or "")

    @cached_property
    def _words(self) -> TextWords:
        return TextWords(self.catalogue("interface.table"), self.catalogue("interface.back_to_reference"))
