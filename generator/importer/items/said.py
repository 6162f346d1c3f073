"""Sentences of minutes that decide nothing, whatever their words: they propose, announce, or tell how things are."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise, zip_longest

from generator.extraction.rows import SIGNS_OF_LISTS, marker_of
from generator.importer.items.point_answers import without_point
from generator.importer.labels.label import begins_recommendation
from generator.importer.language.telling import is_about_person, is_one_officer, says_what_came
from generator.importer.language.vocabulary import Wording

_VERB = 4  # words at the beginning of a sentence among which its verb is
_FACT = re.compile(rf"\s*[{SIGNS_OF_LISTS}]\s+[^\W\d][^:.]{{2,30}}: \S")
_ANNOUNCES = (",", ":", " at", " that")
_NOW = re.compile(r"\b(?:er|har|is|are|has|have)\b")
_PARTY = re.compile(r"(?:[A-ZÆØÅ]{1,3}|[A-ZÆØÅ](?:, [A-ZÆØÅ])* og [A-ZÆØÅ]) (?=[a-zæøå])")  # "V foreslog", "A og F stillede"
_PLACE = re.compile(r"[A-ZÆØÅ@][\w-]+(?<!en)(?<!et)s (?=[a-zæøå])")  # "Torslevs byråd", and not "Foreningens bestyrelse"
_OF_ITEMS = ("postponed", "withdrawn", "not_dealt_with")  # what becomes of an item when the agenda is approved
_POINTS = re.compile(r"\n|(?<=[.;,])\s|^\W{0,2}(?:at|that)\s|(?<=\W)(?:og |and )?(?:at|that)\s", re.IGNORECASE | re.MULTILINE)
_POINT = re.compile(r"\W{0,2}(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?(?:at|that)\b")

Said = tuple[int, str, str | None]
"""The number of a sentence's paragraph, the sentence, and the outcome that it states."""


def with_asked(said: list[Said], wording: Wording) -> list[Said]:
    """The sentences, where a body recommends in a list, "Udvalget indstiller," and below it "at ...", that as one."""
    found: list[Said] = []
    asks = False
    for at, sentence, outcome in said:
        asks = (asks and _POINT.match(sentence) is not None) or _asks(sentence, wording)
        found.append((at, sentence, ("recommended" if _asks(sentence, wording) else None) if asks else outcome))
    return found


def _asks(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says that a body recommends what stands below it."""
    return sentence.endswith(_ANNOUNCES) and begins_recommendation(sentence, wording)


def without_announced(said: list[Said], wording: Wording) -> list[Said]:
    """The sentences; one that only names what the item is about, "Orientering om ...", or is a fact of a list, "- Kvalitet:
    ingen bemærkninger", decides nothing if another does.
    """
    names = [_only_announces(one[1], wording) or _FACT.match(one[1]) is not None for one in said]
    if not any(one[2] for one, name in zip(said, names, strict=True) if not name):
        return said
    return [(*one[:2], None) if name else one for one, name in zip(said, names, strict=True)]


def _only_announces(sentence: str, wording: Wording) -> bool:
    """Whether a sentence names a matter and does not go on to say what was done with it: "Drøftelsen blev udsat"."""
    return wording.any_of("announcing").match(sentence) is not None and not wording.any_of("passive").search(sentence)


def without_answer(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; the points of an answer that a body decides to give, "Rådet afgiver følgende høringssvar:", decide nothing
    by themselves: "2. Rådet kan ikke støtte en højere pris".
    """
    found: list[Said] = []
    within, announced = False, -1
    for at, sentence, outcome in said:
        within = within and (at == announced or marker_of(sentence) != "" or at == found[-1][0])
        found.append((at, sentence, None if within and at != announced else outcome))
        if sentence.endswith(":") and wording.any_of("answers_given", whole=False).search(sentence):
            within, announced = True, at
    return found


def without_proposals(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what somebody proposed at the meeting, and what came of that, is no decision on the item."""
    found: list[Said] = []
    proposed = False
    for (at, sentence, outcome), following in zip_longest(said, said[1:]):
        proposes = _proposes(sentence, wording) or _wishes_in_vain(sentence, following, wording)
        answers = proposed and wording.any_of("proposal").match(sentence) is not None
        votes = proposed and not outcome and _votes(sentence, wording)
        proposed = proposes or answers or votes
        found.append((at, sentence, None if proposed else outcome))
    return found


def _proposes(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says that somebody or some of the members proposed something, and not also what came of it."""
    if wording.any_of("proposing").search(sentence) is None or says_what_came(sentence, wording):
        return False  # "foreslog X, hvilket bestyrelsen tiltrådte"
    some = _PARTY.match(sentence) or wording.any_of("proposers").match(sentence)
    return some is not None or is_about_person(sentence, wording)


def _wishes_in_vain(sentence: str, following: Said | None, wording: Wording) -> bool:
    """Whether a person says something that falls at once: "Ane Test ønskede, at prisen deles. Det forslag faldt."."""
    if following is None or following[2] != "not_approved" or not is_about_person(sentence, wording):
        return False
    return wording.any_of("proposal").match(following[1]) is not None


def _votes(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says no more than who voted for something and who against it."""
    return any(mode == "majority" and pattern.search(sentence) for mode, pattern in wording.modes)


def without_other_items(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences of the item of the agenda; what becomes of another item, "Punkt 28 udsat.", is decided there, where the
    agenda is approved with it.
    """
    if not any(one[2] in ("approved", "approved_with_changes") for one in said):
        return [*said]
    other = re.compile(rf"\W{{0,2}}(?:{wording.before_number})\s*\d{{1,3}}\b", re.IGNORECASE)
    return [(*one[:2], None) if one[2] in _OF_ITEMS and other.match(one[1]) else one for one in said]


def voted_on(said: Sequence[Said], decided: Container[Said], wording: Wording) -> frozenset[Said]:
    """The sentences below a decision with which another matter begins, that was voted on and came to something: "Om sag 92 bad
    Venstre om en afstemning. For stemte: V. Imod stemte: A. Forslaget faldt dermed."
    """
    found: set[Said] = set()
    run: list[Said] = []
    for one in said:
        if one not in decided:
            run.append(one)
            continue
        words = {word.strip(".,").casefold() for word in one[1].split()}
        votes = [_votes(other[1], wording) for other in run]
        if any(votes) and not votes[0] and one is not said[len(run)] and words & {*wording.words("thereby")}:
            found.add(run[0])
        run = []
    return frozenset(found)


def without_others(said: Sequence[Said], wording: Wording, *, labelled: bool) -> list[Said]:
    """The sentences; what another body recommends, or one person by office, decides nothing where the body of the meeting then
    says what it did: "Rådet anbefaler ... Bestyrelsen tog det til efterretning.", "Rektor anbefalede ... Bestyrelsen valgte".
    Below the label of a decision only a person is another.
    """
    bodies = [_body_of(one[1], wording) if one[2] else "" for one in said]
    own = next((body for body in reversed(bodies) if body and not _is_office(body, wording)), "")
    return [(*one[:2], None) if own and _is_of_other(one, own, wording, labelled=labelled) else one for one in said]


def _is_of_other(one: Said, own: str, wording: Wording, *, labelled: bool) -> bool:
    """Whether another than the body of the meeting recommends something."""
    if one[2] != "recommended":
        return False
    body = _body_of(one[1], wording)
    return is_one_officer(one[1].partition(" ")[0], wording) if labelled or not body else body != own


def _is_office(body: str, wording: Wording) -> bool:
    return any(stem in body for stem in wording.words("offices"))


def _body_of(sentence: str, wording: Wording) -> str:
    """The body that a sentence begins with; empty where it begins with anything else."""
    found = wording.any_of("body_words").match(sentence)
    return found[0].casefold() if found else ""


def says_asked(sentence: str, recommended: str, wording: Wording) -> bool:
    """Whether a sentence says again what was recommended, up to its first comma."""
    said = " ".join(without_point(sentence, wording).partition(",")[0].strip(" .").casefold().split())
    return len(said.split()) >= _VERB and said in " ".join(recommended.casefold().split())


def is_point(sentence: str, recommended: str) -> bool:
    """Whether a sentence is one of the points that are recommended, whole and word for word: "Dispensationen meddeles."."""
    said = " ".join(sentence.strip(" .").casefold().split())
    points = [" ".join(one.strip(" .,;").casefold().split()) for one in _POINTS.split(recommended)]
    return " " in said and said in points


def is_now(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what is or has been done, and not what was once, or will be if something else is."""
    other = wording.any_of("conditions").match(sentence) or wording.any_of("earlier").search(sentence)
    return _NOW.search(sentence) is not None and not other and not _is_of_another(sentence, wording)


def _is_of_another(sentence: str, wording: Wording) -> bool:
    """Whether a sentence begins with the body of a place that it names: "Torslevs byråd har vedtaget"."""
    place = _PLACE.match(sentence)
    return place is not None and wording.any_of("body_words").match(sentence, place.end()) is not None


def with_told_by_members(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences of any other business; that something will be held informs, and where none states an outcome, what a
    member by name said, "Ane Test inviterede til øvelsen i juni.", and not what one urged others to do.
    """
    if any(one[2] for one in said):
        held = wording.any_of("held_on")  # "Der afholdes kajvandring den 2. december."
        return [(*one[:2], "informed") if one[2] == "decided_softly" and held.search(one[1]) else one for one in said]
    urges = wording.outcome("recommended")
    told = [is_about_person(text, wording) and only_tells(text, wording) and not urges.search(text) for _, text, _ in said]
    return [(*one[:2], "informed") if tells else one for one, tells in zip(said, told, strict=True)]


def only_tells(sentence: str, wording: Wording) -> bool:
    """Whether a sentence only tells how things are, or what happened: its verb is one of a state, or in the past."""
    every = wording.any_of("only_told").finditer(sentence)
    told = next((found for found in every if not found[0].isdigit()), None)  # "13" may be misread for "lå"
    if told is not None:
        return not sentence[told.end() :].lstrip()[:1].isupper()  # "Udvalget er Ane Test og Ib Prøve" names it
    words = [word.casefold().strip(".,:;") for word in sentence.split()[:_VERB]]
    past = tuple(wording.words("past_endings"))
    return any(word.endswith(past) and before not in wording.words("articles") for before, word in pairwise(words))
