"""Numbers and sums of money as a Danish (or other) text prints them, with the exact value beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.numbers import NumberFormatError, get_decimal_symbol, get_group_symbol, parse_decimal

# Words that stand before a sum and say how exact it is, by language; kept in the printed text too.
_QUALIFIERS = {
    "da": ("knap", "godt", "ca.", "cirka", "omkring", "op til", "op mod", "mindst", "højst", "max", "over", "under"),
    "en": ("almost", "just over", "about", "up to", "at least", "at most", "over", "under"),
}
_SCALES = {
    "": 0, "t.": 3, "1.000": 3, "mio.": 6, "mill.": 6, "mio": 6, "mia.": 9, "millioner": 6, "m": 6, "million": 6,
}  # fmt: skip
_MOST_DIGITS = 18  # far more than any budget has, and far less than exact arithmetic would round
_CURRENCIES = ("kr.", "kroner", "kr", "DKK", "EUR", "€", "$", "USD", "SEK", "NOK", "mill.kr.")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or number: `low` and `high` are equal unless the text gives a range; exact, never binary.

    `printed` is the text as written; `qualifier` is the word that says it is not exact, or empty; `unit` is what
    the last printed digit is worth: 1,25 mio. is printed to ten thousand.
    """

    printed: str
    low: Decimal
    high: Decimal
    qualifier: str = ""
    unit: Decimal = Decimal(1)

    def __reduce__(self) -> tuple[type[Amount], tuple[object, ...]]:
        # Many are kept from one build to the next; a dataclass's own way is slow.
        return Amount, (self.printed, self.low, self.high, self.qualifier, self.unit)

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, without a word such as "about" before it."""
        return self.low == self.high and not self.qualifier

    @property
    def names_currency(self) -> bool:
        """Whether the printed text says itself what it is a sum of."""
        return any(currency in self.printed for currency in _CURRENCIES)

    @property
    def value(self) -> Decimal:
        """The number, or the lower end of a range."""
        return self.low


@lru_cache(maxsize=65_536)
def parse_amount(text: str, locale: str) -> Amount:
    """Read a number or sum in the number format of a locale: `498.053`, `2-3 mio. kr.`, `knap 69 mio.`.

    Raises ValueError where the text is no number of that format.
    """
    rest = text.strip()
    qualifier = ""
    for word in sorted(_QUALIFIERS.get(locale.split("_", maxsplit=1)[0], ()), key=len, reverse=True):
        if rest.casefold().startswith(word + " "):
            qualifier, rest = word, rest[len(word) + 1 :].strip()
            break
    for currency in _CURRENCIES:
        if rest.startswith(currency + " "):
            rest = rest[len(currency) + 1 :].strip()
        if rest.endswith(currency):
            rest = rest[: -len(currency)].strip()
    number, _, scale = rest.partition(" ")
    if scale not in _SCALES:
        raise ValueError(text)
    sign = number[:1] if number[:1] in "-−–" else ""
    ends = re.split(r"[-–]", number[len(sign) :])
    if not 1 <= len(ends) <= 2:
        raise ValueError(text)
    values = [parse_number(end, locale).scaleb(_SCALES[scale]) for end in ends]
    if sign:
        values = [-value for value in values]
    if values[-1] < values[0]:
        raise ValueError(text)
    decimals = max(len(end.rpartition(mark)[2]) if (mark := get_decimal_symbol(locale)) in end else 0 for end in ends)
    unit = Decimal(1).scaleb(_SCALES[scale] - decimals)
    return Amount(text.strip(), _plain(values[0]), _plain(values[-1]), qualifier, unit)


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent, so that it prints as digits."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def parse_number(text: str, locale: str) -> Decimal:
    """Read one number in a locale's format, group marks in their right places or not at all, of up to 18 digits.

    Raises ValueError for anything else, also for a decimal mark of another locale.
    """
    group, mark = re.escape(get_group_symbol(locale)), re.escape(get_decimal_symbol(locale))
    digits = sum(letter.isdigit() for letter in text)
    if digits > _MOST_DIGITS or not re.fullmatch(rf"([0-9]+|[0-9]{{1,3}}({group}[0-9]{{3}})+)({mark}[0-9]+)?", text):
        raise ValueError(text)
    try:
        return parse_decimal(text, locale=locale)
    except NumberFormatError as error:
        raise ValueError(text) from error
