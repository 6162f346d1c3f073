"""Lines and ends of lines that only name a case, "J.nr. 16.06.04 A 26", and say nothing of what it is about."""

from __future__ import annotations

import re

from generator.importer.language.vocabulary import Wording

_CASE = re.compile(r"(?:sag|j\.? ?nr|journal|brevid)[^\d]{0,14}\d", re.IGNORECASE)
_FEW = 4  # words of a case number
# "00.22.02-A21-1-21", or a word or two and such a number, "J.nr. 01.00-2019/3", but no day: "Regnskab pr. 30/9 2014".
_REFERENCE = re.compile(
    r"^[A-ZÆØÅ]{2,5}-\d[\d-]+(?:\s+[a-zæøå]{2,4})?$"  # "SAG-2024-04871 mkr"
    r"|^(?:Sag|Dok|Dokument|Akt)\.? \d+(?:[-/]\d+){2,}$"  # "Sag 377-2010-512"; "Sag 12/19" may be the number of an item
    r"|^[A-ZÆØÅ@]{2,8} ?/ ?\d[\d/-]+(?:\s+\w+ \w+)?$"  # "HELEN / 08/3208   ÅBEN SAG"
    r"|^(?:[^\W\d][\w.]{0,14}(?: (?!pr\b|d\b)[\w.]{1,10})?[.:]+\s*)?(?=\S*\d)[\w.@]+(?:[-/][\w.@]*)*$|^\S*\d\S*-\S*\d\S*$|^\W*$"
)
# The same in several words, with the letters of the archive between: "J.nr. 16.06.04 A 26", "(Journalnr.: 94 / 1123-4)".
_FILED = re.compile(
    r"^(?:[^\W\d][\w.-]{0,20}(?: (?!pr\b|d\b)[^\W\d][\w.]{0,10})?(?:[.:]|(?<=nr)|(?<=no)|(?<=id))\s*)?\d[\d./-]*"
    r"(?:[ /-]{0,3}(?:[A-ZÆØÅ@]{1,3}\b|(?:[A-ZÆØÅ@]{1,3}[ .-]?)?\d[\d./-]*))*$"
)
# What is counted itself, and no case: "Høringssvar nr. 2", "Lokalplan nr. 47", "Økonomirapport nr. 1/2014".
_THING = re.compile(
    r"(?!(?:j|brev|akt|arkiv|journal|dok|dokument|esdh|bilag|side|blad|case|file|item|page)\b|\w*(?:sags?|punkts?|pkt)\b)"
    r"[^\W\d_]{4,} (?:nr|no)\.? \d{1,3}(?:/(?:19|20)\d\d)?",
    re.IGNORECASE,
)
# Several facts beside each other, the first a number: "Sagsid.: 11/20412   Initialer: JBO   Åben sag".
_FACTS = re.compile(r"^[A-ZÆØÅ][\w.]{2,15}(?: \w{1,10})?[.:]*:\s*\S*\d\S*\s.*[^\W\d][\w.]{1,20}:\s")
_BESIDE = re.compile(r"\s{2,}|\t|\s[-–—|·]\s|[,;]\s|\s(?=(?:j\.? ?|journal ?|sags?|arkiv ?)nr\b)", re.IGNORECASE)
# What sets off the number of a case at the end of its title: a wide gap, or a word that says what it is.
_IN_MARGIN = re.compile(r"(?:\t+|\s{3,})(?P<case>\S(?:\S| (?! ))*?)\s*$")
# The same in the form that municipalities have for it: a space is enough, "Grusveje 05.01.02-G01-6-18".
_OF_SUBJECT = re.compile(r"(?<!\bsag)(?<!\bsagen)(?<!nr)(?<!nr\.)\s+(?P<case>\d\d\.\d\d\.\d\d-[A-ZÆØÅ@]\d\d-\d{1,5}-\d\d)\s*$")
_WITH_WORD = re.compile(
    r"(?P<gap>[\s.,;:([–—-]*[\s([])(?P<case>(?:j\.?|journal|sags?|arkiv|akt|brev|esdh|dok|dokument)[ -]?(?:nr|no|id|nummer)\b"
    r"[.:]*\s*\S*\d.*?)[)\]]?\s*$",
    re.IGNORECASE,
)
# "04.04.00Ø54 sagsnr. 2008-20931": the number of the subject, and that of the case.
_TWICE = re.compile(r"\s+(?=(?:sags?|journal|j\.?)[ -]?(?:nr|id|nummer)\b)", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d][\w./]{1,20}(?: [\w.]{1,12})?:\s*\S{1,12}")  # "Sagsbeh.: HJ/lm", "Bilag: 2"


# "Sagsnr. 301446 Beredskabskommissionen Åbent punkt": whatever else of an item's head stands beside it.
_BEGINS = re.compile(r"(?:sags?|journal|j\.?)[ -]?(?:nr|id|nummer)\b[.:]*\s*\d[\d./-]{4,}", re.IGNORECASE)


def is_filed(text: str) -> bool:
    """Whether a line begins with the number of a case, longer than any that counts the items of a meeting."""
    return _BEGINS.match(text) is not None


def is_case_number(text: str) -> bool:
    """Whether a line is the number of a case and calls itself one: "Sagsnr. 15/20917"."""
    return _CASE.match(text) is not None and is_reference(text)


def is_reference(text: str) -> bool:
    """Whether a line is the number of a case, or nothing."""
    text = text.strip("()[] ")
    parts = _TWICE.split(text)
    if len(parts) > 1 and parts[0][:1].isdigit():
        return all(_is_number(part) for part in parts)
    return _is_number(text)


def _is_number(text: str) -> bool:
    if _THING.fullmatch(text):
        return False
    return any(pattern.match(text) for pattern in (_REFERENCE, _FILED, _FACTS))


def without_case(title: str, wording: Wording) -> str:
    """A title without the number of its case at the end; one that the title goes on with is of it: "Genoptagelse af sag
    nr. 142".
    """
    found = _IN_MARGIN.search(title) or _WITH_WORD.search(title) or _OF_SUBJECT.search(title)
    if found is None or not is_reference(found["case"]) or not any(map(str.isdigit, found["case"])):
        return title
    before = title[: found.start()]
    goes_on = before.rpartition(" ")[2].casefold() in wording.words("leading")
    return title if goes_on or not before.strip(" (-–") else before


def says_only_facts(text: str, wording: Wording) -> bool:
    """Whether what stands beside an item's number is no title but the case's number, perhaps with other facts: "J.nr. 94/12
    Bilag: 2", "Sagsnr. 19/3   Åben".
    """
    office = wording.any_of("offices", whole=False)
    front = without_case(text, wording).strip(" .")
    if front != text and front.isalpha() and not office.search(front):
        return False  # "Orientering J.nr. 00.01.00"
    if is_reference(text) and (len(text.split()) < _FEW or _FILED.match(text)):
        return True
    parts = [_without_fact(part.strip("() "), wording) for part in _BESIDE.split(text)]
    others = [one for one in parts if one and not is_reference(one)]
    return any(map(_FILED.match, parts)) and all(" " not in one and office.search(one) for one in others)


def _without_fact(text: str, wording: Wording) -> str:
    """A part without the fact that ends it, where a scan has lost the gap before that."""
    named = [*_NAMED.finditer(text)]
    text = text[: named[-1].start()].rstrip() if named and named[-1].end() == len(text) else text
    front, _, last = text.rpartition(" ")
    return front if any(wording.any_of(state).fullmatch(last) for state in ("open", "closed")) else text
