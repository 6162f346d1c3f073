"""A text to what in it may not be published: personal numbers, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

# A Danish personal number (CPR) is the day of birth, ddmmyy, and four digits. Source: CPR-loven, § 3.
_BIRTH = r"(?:0[1-9]|[12]\d|3[01])([. ]?)(?:0[1-9]|1[0-2])\1\d\d"
_HYPHEN = r"[ \u00a0]?[-\u00ad\u2010-\u2015\u2212][ \u00a0\n]?"
_APART = re.compile(rf"(?<!\d)(?<!\d-){_BIRTH}(?:{_HYPHEN}|[ \u00a0])\d{{4}}(?!\d|-\d)")
_TOGETHER = re.compile(r"(?<!\d)(?<!\d-)\d{10}(?!\d|-\d)")
_NAMED = re.compile(r"\b(?:cpr|personnummer)(?:\W|nr|nummer|numre|et|er){0,9}\d{6}\W{0,3}\d{4}(?!\d)", re.IGNORECASE)
# No address ends in a number: "M@LB.R1.04" is an area of a plan of which a scan has read the Ø so.
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[(\[]at[)\]]\s?)[\w-]{1,63}(?:\.[\w-]{1,63})*\.(?:xn--[\w-]{2,59}|[^\W\d_]{2,63})"
)
_NUMBER = r"\d{2}[ \u00a0]?\d{2}[ \u00a0]?\d{2}[ \u00a0]?\d{2}(?!\d)"
_TELEPHONE = re.compile(
    r"\b(?:tlf|tel|telefon|mobil|mobiltelefon|mobile|phone|direkte)(?:\W{0,2}(?:nr|nummer|number))?\W{0,3}(?:(?:\+|00)?45 ?)?"
    rf"{_NUMBER}|(?<![\d+])(?:\+|00)45[ \u00a0]?{_NUMBER}"
    r"|(?<![\d,.-])(?<!\d )[2-9]\d(?: \d\d){3}(?! ?\d|[,.]\d)",  # four pairs: how Danes write one, and nothing else
    re.IGNORECASE,
)
# The digits or the mark without which none of them is there; most texts have neither, and one look tells.
_SUSPECT = re.compile(r"@|\d\d[ .\u00a0]?\d\d[ .\u00a0]?\d\d|[(\[]at[)\]]")
_KINDS = (
    ("cpr", _NAMED), ("perhaps_cpr", _APART), ("perhaps_cpr", _TOGETHER), ("email", _EMAIL), ("telephone", _TELEPHONE),
)  # fmt: skip
_CHECK = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Private:
    """Something private in a text: of which kind (cpr, perhaps_cpr, email, telephone), its words, where it starts."""

    kind: str
    words: str
    offset: int


def private_words(text: str) -> Iterator[Private]:
    """Everything private in a text, each place once."""
    if not _SUSPECT.search(text):
        return
    taken: list[range] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            if pattern is _TOGETHER and not may_be_personal(match.group()):
                continue
            if not any(match.start() in one for one in taken):
                taken.append(range(*match.span()))
                yield Private(kind, match.group(), match.start())


def masked(text: str) -> str:
    """A text in which of everything private only the beginning is left: a report must not spread what it warns of."""
    return replaced(text, beginning_of)


def replaced(text: str, by: Callable[[Private], str]) -> str:
    """A text in which something else stands for everything private."""
    for found in sorted(private_words(text), key=lambda one: -one.offset):
        text = f"{text[: found.offset]}{by(found)}{text[found.offset + len(found.words) :]}"
    return text


def beginning_of(found: Private) -> str:
    """As much of something private as tells whoever has the file what is meant."""
    return f"{found.words[:3]}…"


def may_be_personal(digits: str) -> bool:
    """Whether ten digits in a row are so much like a personal number that they must not pass unseen.

    They begin with a day that exists, and agree with the check digit (modulus 11). Since 2007 numbers without one are
    given out where a day has no more with one; those days are the first of January of some years. Source: the CPR
    office, "Personnumre uden kontrolciffer (modulus 11 kontrol)". Without the check every thirtieth number of another
    kind would be stopped, and of the Danish numbers of production units (which begin with 10) two of five.
    """
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        date(2000 + year, month, day)  # a leap year of this century was one in the last, but for 1900
    except ValueError:
        return False
    checked = sum(int(digit) * weight for digit, weight in zip(digits, _CHECK, strict=True)) % 11 == 0
    return checked or (day, month) == (1, 1)
