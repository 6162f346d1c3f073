"""What minutes say to decisions: the sentences that decide, each with its outcome, unknown where that is unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.importer.vocabulary import Wording

UNKNOWN = "unknown"
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“(]?[A-ZÆØÅ@|])")
_LAST_WORD = re.compile(r"(\w+)\.$")
_WORDS = re.compile(r"[\w@&]+")
_LONGEST = 60  # letters of an abbreviation with its full stop, and some more
_BEFORE = 500  # characters in which the two words before another stand
# Outcomes that "not" before their word turns into a refusal.
_REFUSED = {"approved": "not_approved", "approved_with_changes": "not_approved"}
_OF_PERSONS = ("elected", "appointed", "postponed", "withdrawn")
_NAME = re.compile(r"^[A-ZÆØÅ@][\w.'-]+(?: [A-ZÆØÅ@][\w.'-]*)+(?: ?\([^)]*\))?(?:,? (?:og|and) .{3,60}?)?(?= [a-zæøå])")
_NOW = re.compile(r"\b(?:er|har|is|are|has|have)\b")
_NEXT = ("discussed", "postponed", "referred", "sent_to_consultation")  # what leaves a matter open
_SUM = re.compile(r"\d[\d.]*(?:,\d+)?(?=\s*(?:kr|mio|mia|EUR|DKK))")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: its words, its outcome and how it came about, words of the vocabularies `outcome` and `mode`."""

    text: str
    outcome: str
    mode: str


def sentences_of(text: str, wording: Wording) -> list[str]:
    """The sentences of a paragraph; an abbreviation ends none."""
    pieces = _SENTENCE.split(text.strip())
    sentences: list[str] = []
    short = set(wording.words("abbreviations"))
    for piece in pieces:
        last = _LAST_WORD.search(sentences[-1][-_LONGEST:]) if sentences else None
        if last and (last[1].casefold() in short or (len(last[1]) == 1 and last[1].isalpha())):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return [sentence for sentence in sentences if sentence.strip()]


def decisions_of(paragraphs: Sequence[str], wording: Wording, *, labelled: bool, recommended: str = "") -> list[Decided]:
    """The decisions in some paragraphs. Where a label says that all of it is the decision, all of it is kept."""
    said = [
        (at, sentence, outcome_of(sentence, wording, strict=not labelled))
        for at, paragraph in enumerate(paragraphs)
        for sentence in sentences_of(paragraph, wording)
    ]
    said = _without_proposals(said, wording)
    weak = wording.words("weak")
    strong = [one for one in said if one[2] and (one[2] not in weak or _concludes(one[1], wording))]
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
        return _whole(said, strong, wording, recommended)
    if not strong:
        return [_made(said, wording, recommended)] if said else []
    grouped = groupby(_with_runs(said, strong), key=lambda pair: pair[0])
    return [_made([pair[1] for pair in group], wording, recommended) for _, group in grouped]


Said = tuple[int, str, str | None]


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
    weak = wording.words("weak")
    told_of_person = _is_about_person(sentence, wording) and not _concludes(sentence, wording)
    for key, pattern in wording.outcomes:
        for found in pattern.finditer(sentence):
            before = _WORDS.findall(sentence[max(0, found.start() - _BEFORE) : found.start()])
            if strict and _is_told(before, found[0], wording):
                continue
            if told_of_person and key not in weak and key not in _OF_PERSONS:
                continue
            if wording.negation.search(" ".join(before[-2:])) and key not in weak:
                if key in _REFUSED:
                    return _REFUSED[key]
                continue
            return key
    return None


def _is_told(before: Sequence[str], word: str, wording: Wording) -> bool:
    if {word.casefold() for word in before[-2:]} & set(wording.words("telling")):
        return True
    if {one.casefold() for one in before[-2:]} & set(wording.words("passive")):
        return False  # "blev det aftalt"
    articles = wording.words("articles")
    if before and before[-1].casefold() in articles:
        return not word.endswith("s")
    described = len(before) > 1 and before[-1].endswith("e") and word.endswith("e")
    return described and before[-2].casefold() in articles  # "de oprindelige udpegede ..."


def _is_about_person(sentence: str, wording: Wording) -> bool:
    name = _NAME.match(sentence)
    return name is not None and not wording.any_of("body_words").search(name[0])


def _concludes(sentence: str, wording: Wording) -> bool:
    return wording.any_of("concluding").search(sentence) is not None
