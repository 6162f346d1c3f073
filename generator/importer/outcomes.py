"""What minutes say to decisions: the sentences that decide, each with its outcome, unknown where that is unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from babel.dates import get_month_names

from generator.importer.sentences import sentences_of, unquoted
from generator.importer.vocabulary import Wording
from generator.importer.when_written import first_date

UNKNOWN = "unknown"
_WORDS = re.compile(r"[\w@&]+")
_MARK = re.compile(r"^\W{0,2}(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+")  # of an item of a list
_SHORT = 16  # words of an item that only names a day
_FEW = 3  # words of a sentence that is nothing but a decision
_BEFORE = 500  # characters in which the two words before another stand
# Outcomes that "not" before their word turns into a refusal.
_REFUSED = {"approved": "not_approved", "approved_with_changes": "not_approved"}
_APPROVING = ("approved_with_changes", "approved")
_OF_PERSONS = ("elected", "appointed", "postponed", "withdrawn")
_NAME = re.compile(r"^[A-ZÆØÅ@][\w.'-]+(?: [A-ZÆØÅ@][\w.'-]*)+(?: ?\([^)]*\))?(?:,? (?:og|and) .{3,60}?)?(?= [a-zæøå])")
_NOW = re.compile(r"\b(?:er|har|is|are|has|have)\b")
_NEXT = ("discussed", "postponed", "referred", "sent_to_consultation")  # what leaves a matter open
_SUM = re.compile(r"\d[\d.]*(?:,\d+)?(?=\s*(?:kr|mio|mia|EUR|DKK))")


Said = tuple[int, str, str | None]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: its words, its outcome and how it came about, words of the vocabularies `outcome` and `mode`."""

    text: str
    outcome: str
    mode: str


def decisions_of(
    paragraphs: Sequence[str], wording: Wording, *, labelled: bool, recommended: str = "", certain: bool = True
) -> list[Decided]:
    """The decisions in some paragraphs. Where a label says that all of it is the decision, all of it is kept."""
    sentences = [(at, one) for at, paragraph in enumerate(paragraphs) for one in sentences_of(paragraph, wording)]
    said = [
        (at, one, outcome_of(text, wording, strict=not labelled) if text else None)
        for (at, one), text in zip(sentences, unquoted([one for _, one in sentences]), strict=True)
    ]
    said = _without_proposals(said, wording)
    weak = wording.words("weak")
    strong = [one for one in said if one[2] and (one[2] not in weak or _concludes(one[1], wording) or _is_formal(one))]
    if not strong and not labelled and not any(one[2] for one in said):
        # Nothing was decided in so many words: then what "is" or "has been" decided counts.
        said = [(at, one, outcome_of(one, wording, strict=False) if _NOW.search(one) else None) for at, one, _ in said]
        strong = [one for one in said if one[2] and one[2] not in weak]
    if not strong:
        found = {outcome for _, _, outcome in said}
        best = next((outcome for outcome in weak if outcome in found), None)
        strong = [one for one in said if best and one[2] == best]
    first = next((one for one in said if one[2]), None)
    if labelled and first and first[2] == "discussed" and all(one[2] in _NEXT for one in strong):
        strong = [first, *(one for one in strong if one is not first)]
    if strong and all(one[2] == "discussed" for one in strong):
        strong = [one for one in said if one[2] == "discussed"]
    if labelled:
        said, strong = _by_label(said, strong, wording) if certain else (said, strong)
        return _whole(said, strong, wording, recommended)
    if not strong:
        return [_made(_dated(said, wording), wording, recommended)] if said else []
    if all(one[2] == "discussed" for one in strong):
        return [_made(strong, wording, recommended)]
    said, strong = _with_steps(said, strong, wording)
    grouped = groupby(_with_runs(said, strong), key=lambda pair: pair[0])
    return [_made([pair[1] for pair in group], wording, recommended) for _, group in grouped]


def _by_label(said: list[Said], strong: list[Said], wording: Wording) -> tuple[list[Said], list[Said]]:
    """The same, but where no sentence has a word for what was done the label says it: the first was decided.

    What says no, and what is no sentence, stays unknown.
    """
    if strong or any(one[2] for one in said) or not said:
        return said, strong
    at, sentence, _ = said[0]
    if sum(word.islower() for word in sentence.split()) < 2 or wording.negation.search(sentence):
        return said, strong
    first = (at, sentence, "decided")
    return [first, *said[1:]], [first]


def _dated(said: list[Said], wording: Wording) -> list[Said]:
    """The same, but where all that is said is a day, as below "Next meeting", that is information."""
    at, sentence, _ = said[0]
    short = sum(len(one[1].split()) for one in said) <= _SHORT
    return [(at, sentence, "informed"), *said[1:]] if short and _names_day(sentence, wording.language) else said


def _names_day(sentence: str, language: str) -> bool:
    """Whether a sentence names a day, with its year or without."""
    return first_date(sentence, language) is not None or _day(language).search(sentence) is not None


@cache
def _day(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, get_month_names("wide", locale=language).values())))
    return re.compile(rf"\b\d{{1,2}}\.? (?:{months})\b|\b(?:{months}) \d{{1,2}}\b", re.IGNORECASE)


def _is_formal(one: Said) -> bool:
    """Whether a sentence is nothing but the word for what was done: "Drøftet."."""
    return one[2] == "discussed" and len(one[1].split()) < _FEW


def _without_proposals(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what somebody proposed at the meeting, and what came of that, is no decision on the item."""
    found: list[Said] = []
    proposed = False
    for at, sentence, outcome in said:
        proposes = wording.any_of("proposing").search(sentence) is not None and _is_about_person(sentence, wording)
        answers = proposed and wording.any_of("proposal").match(sentence) is not None
        proposed = proposes or answers
        found.append((at, sentence, None if proposed else outcome))
    return found


def _with_steps(said: Sequence[Said], strong: Sequence[Said], wording: Wording) -> tuple[list[Said], list[Said]]:
    """The same, where the next step that a decision's paragraph goes on to announce is part of the decision."""
    found = list(said)
    chosen = []
    for at, one in enumerate(found):
        before = found[at - 1] if at else None
        if one in strong:
            chosen.append(one)
        elif before in chosen and before and before[0] == one[0] and not one[2] and wording.any_of("follow_ups").search(one[1]):
            found[at] = (one[0], one[1], before[2])
            chosen.append(found[at])
    return found, chosen


def _with_runs(said: Sequence[Said], chosen: Sequence[Said]) -> Iterable[tuple[int, Said]]:
    """Each chosen sentence with the number of its run: sentences of one paragraph and outcome that follow each other."""
    run, last = -1, -2
    before: Said | None = None
    for one in chosen:
        at = said.index(one, last + 1 if last >= 0 else 0)
        if before is None or at != last + 1 or before[0] != one[0] or before[2] != one[2]:
            run += 1
        last, before = at, one
        yield run, one


def _whole(said: Sequence[Said], strong: Sequence[Said], wording: Wording, recommended: str) -> list[Decided]:
    """All sentences, divided where another outcome begins."""
    groups: list[list[Said]] = []
    chosen = set(strong)
    current: str | None = None
    for one in said:
        outcome = one[2] if one in chosen else None
        if not groups or (outcome and current and outcome != current):
            groups.append([])
            current = outcome
        groups[-1].append(one)
        current = current or outcome
    return [_made([one if one in chosen else (*one[:2], None) for one in group], wording, recommended) for group in groups]


def _made(group: Sequence[Said], wording: Wording, recommended: str) -> Decided:
    text = "\n\n".join(" ".join(one[1] for one in part) for _, part in groupby(group, key=lambda one: one[0]))
    outcome = next((one[2] for one in group if one[2]), UNKNOWN).removesuffix("_softly")
    if outcome in ("approved", "decided") and _other_sum(" ".join(one[1] for one in group if one[2]), recommended):
        outcome = "approved_with_changes"
    mode = next((key for key, pattern in wording.modes if pattern.search(text)), "not_stated")
    return Decided(text, outcome, mode)


def _other_sum(text: str, recommended: str) -> bool:
    """Whether a sum is decided that is another than each that was recommended."""
    asked, given = set(_SUM.findall(recommended)), set(_SUM.findall(text))
    return bool(asked and given) and not asked & given


def outcome_of(sentence: str, wording: Wording, *, strict: bool) -> str | None:
    """The outcome that a sentence states. `strict` passes over what is only told: that something had been decided."""
    if wording.any_of("on_the_way").search(sentence):
        return None
    sentence = _MARK.sub("", sentence)
    strict = strict and not wording.any_of("resolving").match(sentence)
    weak = wording.words("weak")
    told_of_person = _is_about_person(sentence, wording) and not _concludes(sentence, wording)
    approving = next(pattern for key, pattern in wording.outcomes if key == "approved").match(sentence.lstrip(' "”*_'))
    for key, pattern in wording.outcomes:
        if approving and key not in _APPROVING:
            continue  # what a sentence begins with is done, whatever else it tells of
        for found in pattern.finditer(sentence):
            before = _WORDS.findall(sentence[max(0, found.start() - _BEFORE) : found.start()])
            if strict and _is_told(before, found[0], wording):
                continue
            if key == "recommended" and before[-1:] == [wording.words("as")[0]]:
                continue  # "approved as recommended"
            if told_of_person and key not in weak and key not in _OF_PERSONS:
                continue
            if wording.negation.search(" ".join(before[-2:])) and key not in weak:
                if key in _REFUSED:
                    return _REFUSED[key]
                continue
            return key
    said = (pattern.match(sentence) for kind, pattern in wording.labels if kind == "decision")
    return "decided" if any(found and found["rest"] for found in said) else None  # "Beslutning: Det venter vi med."


def _is_told(before: Sequence[str], word: str, wording: Wording) -> bool:
    if {word.casefold() for word in before[-2:]} & set(wording.words("telling")):
        return True
    if {one.casefold() for one in before[-2:]} & set(wording.words("passive")):
        return False  # "blev det aftalt"
    articles = wording.words("articles")
    if before and before[-1].casefold() in articles:
        return not word.endswith("s")
    described = len(before) > 1 and " " not in word and before[-1].endswith("e") and word.endswith("e")
    return described and before[-2].casefold() in articles  # "de oprindelige udpegede ..."


def _is_about_person(sentence: str, wording: Wording) -> bool:
    name = _NAME.match(sentence)
    return name is not None and not wording.any_of("body_words").search(name[0])


def _concludes(sentence: str, wording: Wording) -> bool:
    return wording.any_of("concluding").search(sentence) is not None
