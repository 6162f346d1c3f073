"""The words that labels are put together of, so that a label is known that no list has: "Byrådets endelige beslutning"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.dates import get_day_names, get_month_names

from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import load_wording

_MOST = 14  # words of a label
_ENDING = r"\w{0,7}"  # of a stem: "beslut-ningerne"
_ACTOR_ENDING = r"(?:\w{1,4})?"
_DATE = re.compile(r"\d[\d./:-]*")
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)\d{3,}")  # "Lokalplan 1187, Ny Isby - Forslag" is a title
_DASH = re.compile(r"\s[-–—]\s")
_NAMED_MONTH = re.compile(r"\d{1,2}[-./](?P<month>[^\W\d_]{3,9})[-./]\d{2,4}")  # "05-mar-2002"
_TOKENS = re.compile(r"[^\s/,()]+")
_TWO_SENTENCES = re.compile(r"\.\s+(?P<word>[A-ZÆØÅ]\w*)")
_JOINED = re.compile(r"@(?: (?:og |for |of )?@)+")
# A day and the item of the meeting, whoever met: "Plan og Miljø, 3. november 2020, pkt. 288:".
_NUMBERED_ITEM = re.compile(
    r"(?:\d{1,2}\.? [^\W\d]{3,9} (?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}),?"
    r" (?:pkt\.?|punkt|sag)(?: nr\.?)? (?P<number>\d+)\W*$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[A-ZÆØÅ]{2,4}")  # a body by its letters: "ØU, 14. januar 2020"
_ONLY_ALONE = "minutes"  # "Referat af mødet den 3. maj" is a title


@dataclass(frozen=True, slots=True)
class Words:
    """What a line of label words says: the kind of what stands below (empty: no word tells), whether it names one who
    acts, and whether it has a date or a number.
    """

    kind: str
    acts: bool
    dated: bool


def words_of(text: str, language: str) -> Words | None:
    """What a line says where it consists of nothing but words of labels; None where it has others."""
    words = _read(text, language)
    if (
        words is not None
        and words.kind == _ONLY_ALONE
        and (words.dated or sum(any(map(str.isalnum, word)) for word in text.split()) > 1)
    ):
        return None
    return words


def teller_form(text: str, language: str) -> str:
    """The form of a line that says whose minutes follow, whoever it is: "Referat – bestyrelsen"; empty: it says no such."""
    words = _read(text, language)
    return _ONLY_ALONE if words is not None and words.kind == _ONLY_ALONE and words.acts else ""


@lru_cache(maxsize=50_000)
def _read(text: str, language: str) -> Words | None:
    if any(not _days(language).fullmatch(found["word"]) for found in _TWO_SENTENCES.finditer(text)):
        return None  # and not "BYRÅDET 9. AUGUST"
    bare = load_wording(language).any_of("label_counts").sub(" ", text)
    tokens = [token.strip(".:;*_–—\"'[]") for token in _TOKENS.findall(bare)]
    tokens = [one for one in tokens if one and one not in "-–—&"]
    if not tokens or len(tokens) > _MOST or not (tokens[0][0].isupper() or not tokens[0][0].isalnum()):
        return None
    classes = [_class_of(token, language) for token in tokens]
    classes = ["actor" if _owns(at, tokens, classes) else one for at, one in enumerate(classes)]
    if classes[0] == "" and "date" in classes and _SHORT.fullmatch(tokens[0]):
        classes[0] = "actor"
    if classes[0] == "" and len(tokens) > 1 and tokens[1].casefold() in load_wording(language).words("of_what"):
        return None
    acts, dated = "actor" in classes or _NUMBERED_ITEM.search(text) is not None, "date" in classes
    named = _named(tokens, classes)
    for at, (token, found) in enumerate(zip(tokens, classes, strict=True)):
        if not found and not (acts and token[0].isupper()) and at not in named:
            return None
    if not classes[0] and _DASH.search(text) and any(map(_COUNT.fullmatch, tokens)):
        return None
    kinds = [one.removeprefix("stem ") for one in classes if one.startswith("stem ")]
    return Words(_one_of(kinds), acts, dated)


def _owns(at: int, tokens: Sequence[str], classes: Sequence[str]) -> bool:
    """Whether a word that begins a label says whose decision it is, whatever the body is: "Stadskollegiets afgørelse"."""
    owner = at == 0 and not classes[0] and tokens[0][0].isupper() and tokens[0].endswith("s")
    return owner and len(tokens) > 1 and classes[1].startswith("stem ")


def _named(tokens: Sequence[str], classes: Sequence[str]) -> range:
    """Which words are the name of a body before a day: "Udvalget for teknik og miljø den 18-02-2019"."""
    body = classes.index("actor") if "actor" in classes else len(classes)
    follows = tokens[body + 1 : body + 2]
    if "date" not in classes[body:] or not follows or follows[0].casefold() not in ("for", "of"):
        return range(0)
    return range(body, len(classes) - classes[::-1].index("date"))


def body_named(text: str, language: str) -> str:
    """The one who acts that a label names, without the words around it: "Beslutning fra Ældrerådet", "Rådets beslutning i
    mødet", "Udvalget for Idræt"; empty: it names none.
    """
    words = [word.strip(".:") for word in text.split()]
    for at, word in enumerate(words[:-1]):
        if _is_owner(word, words[at + 1], language):
            words = [*words[:at], word.removesuffix("s")]
            break
    stems = [at for at, word in enumerate(words) if _class_of(word, language).startswith("stem ")]
    words = words[max(stems, default=-1) + 1 :]  # "Skriftlig behandling i Byrådet"
    while words and _class_of(words[0].strip(","), language) != "actor" and not _is_name(words[0], language):
        words.pop(0)
    last = _class_of(words[-1].strip(","), language) if words else ""
    of = len(words) > 2 and words[1].casefold() in ("for", "of") and _class_of(words[0], language) == "actor"
    return " ".join(words).strip(" ,") if last == "actor" or of else ""


def _is_owner(word: str, after: str, language: str) -> bool:
    """Whether a word says whose decision or meeting the next word names: "Økonomiudvalgets beslutning"."""
    bare = word.removesuffix("s")
    own = _class_of(after, language)
    return bare != word and _class_of(bare, language) == "actor" and (own == "small" or own.startswith("stem "))


def _is_name(word: str, language: str) -> bool:
    """Whether a word of a label may begin the name of a body: it has a capital and is none of a label's own words."""
    return word[:1].isupper() and not _class_of(word.strip(".:,"), language)


def item_named(text: str, language: str) -> str:
    """The number of the item that a line names behind who met and the day; empty where it says something else."""
    found = _NUMBERED_ITEM.search(text)
    words = words_of(text, language) if found is not None else None
    return found["number"] if found is not None and words is not None and not words.kind else ""


@lru_cache(maxsize=50_000)
def meeting_form(text: str, language: str) -> str:
    """The form of a line that says who met and when, whoever it was: "@ den # # #"; empty where a line says something else."""
    words = words_of(text, language)
    if words is None or words.kind or not (words.acts and words.dated):
        return ""
    signs = {"date": "#", "actor": "@", "": "@"}
    classes = [(token, _class_of(token.strip(".:;*_–—-"), language)) for token in _TOKENS.findall(text.rstrip(":"))]
    form = " ".join(signs.get(found, token.casefold()) for token, found in classes)
    return _JOINED.sub("@", form)


def _one_of(kinds: list[str]) -> str:
    """The kind that counts: the first, but of what was said and what was decided the latter."""
    if not kinds:
        return ""
    return "decision" if kinds[0] == "minutes" and "decision" in kinds else kinds[0]


def acts(word: str, language: str) -> bool:
    """Whether a word names one who acts in labels: a body, or an office."""
    return _class_of(word, language) == "actor"


@lru_cache(maxsize=50_000)
def _class_of(token: str, language: str) -> str:
    """What a word is in a label: a stem with its kind, one who acts, a date, a small word; empty for others."""
    if _DATE.fullmatch(token) or _days(language).fullmatch(token):
        return "date"
    if (day := _NAMED_MONTH.fullmatch(token)) and _days(language).fullmatch(day["month"]):
        return "date"
    if _around(language).fullmatch(token):
        return "small"
    found = [(match.end("stem"), -match.start("stem"), kind) for kind, stem in _stems(language) if (match := stem.match(token))]
    if found:  # of a compound the last word tells, and of two that end alike the longer: "sagsbehandling" is no "behandling"
        return f"stem {max(found)[2]}"
    if not _actors(language).search(token) or load_wording(language).outcome("approved").fullmatch(token):
        return ""  # "tiltrådte" is no body
    return "actor"


@cache
def _stems(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tree = load_wording(language).tree
    before = "|".join(map(pattern_of, tree["label_before"]))
    return tuple(
        (kind, re.compile(rf"(?:{before})?(?P<stem>{'|'.join(map(pattern_of, words))}){_ENDING}$", re.IGNORECASE))
        for kind, words in tree["label_stems"].items()
    )


@cache
def _around(language: str) -> re.Pattern[str]:
    words = "|".join(map(pattern_of, load_wording(language).words("label_around")))
    return re.compile(rf"(?:{words})[et]?", re.IGNORECASE)


@cache
def _actors(language: str) -> re.Pattern[str]:
    words = "|".join(map(pattern_of, load_wording(language).words("label_actors")))
    return re.compile(rf"(?:{words}){_ACTOR_ENDING}$", re.IGNORECASE)


@cache
def _days(language: str) -> re.Pattern[str]:
    names = {*get_month_names("wide", locale=language).values(), *get_month_names("abbreviated", locale=language).values()}
    names |= set(get_day_names("wide", locale=language).values())
    return re.compile("|".join(pattern_of(name.rstrip(".")) for name in sorted(names)), re.IGNORECASE)
