"""Sentences of minutes that decide nothing, whatever their words: they propose, announce, or tell how things are."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from generator.importer.items.point_answers import without_point
from generator.importer.labels.label import begins_recommendation
from generator.importer.language.damage import skeleton
from generator.importer.language.telling import is_about_person, says_what_came
from generator.importer.language.vocabulary import Wording

_VERB = 4  # words at the beginning of a sentence among which its verb is
_LONG = 6  # letters; shorter words are too often taken for each other
_STEP = 6  # the same where two persons or more may stand before it
_ANNOUNCES = (",", ":", " at", " that")
_OPEN_FOR_WISHES = (None, "not_approved", "recommended")
_NOW = re.compile(r"\b(?:er|har|is|are|has|have)\b")
_PARTY = re.compile(r"(?:[A-ZÆØÅ]{1,3}|[A-ZÆØÅ](?:, [A-ZÆØÅ])* og [A-ZÆØÅ]) (?=[a-zæøå])")  # "V foreslog", "A og F stillede"
_PLACE = re.compile(r"[A-ZÆØÅ@][\w-]+(?<!en)(?<!et)s (?=[a-zæøå])")  # "Torslevs byråd", and not "Foreningens bestyrelse"
_OF_ITEMS = ("postponed", "withdrawn", "not_dealt_with")  # what becomes of an item when the agenda is approved
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
    """The sentences; one that only names what the item is about, "Orientering om ...", decides nothing if another does."""
    names = [_only_announces(one[1], wording) for one in said]
    if not any(one[2] for one, name in zip(said, names, strict=True) if not name):
        return said
    return [(*one[:2], None) if name else one for one, name in zip(said, names, strict=True)]


def _only_announces(sentence: str, wording: Wording) -> bool:
    """Whether a sentence names a matter and does not go on to say what was done with it: "Drøftelsen blev udsat"."""
    return wording.any_of("announcing").match(sentence) is not None and not wording.any_of("passive").search(sentence)


def without_proposals(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what somebody proposed at the meeting, and what came of that, is no decision on the item."""
    found: list[Said] = []
    proposed = False
    for at, sentence, outcome in said:
        proposes = _proposes(sentence, wording)
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


def without_others(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what another body recommends decides nothing, where the body of the meeting then says what it did:
    "Rådet anbefaler ... Bestyrelsen tog det til efterretning."
    """
    bodies = [_body_of(one[1], wording) if one[2] else "" for one in said]
    own = next((body for body in reversed(bodies) if body), "")
    return [
        (*one[:2], None) if one[2] == "recommended" and body not in ("", own) else one
        for one, body in zip(said, bodies, strict=True)
    ]


def with_wishes(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences, where a body that approves of nothing says what it proposes instead, "Rådet foreslår, at ..."."""
    if not {one[2] for one in said} <= {*_OPEN_FOR_WISHES}:
        return [*said]
    return [(*one[:2], "recommended") if not one[2] and body_does("proposing", one[1], wording) else one for one in said]


def body_does(verbs: str, sentence: str, wording: Wording) -> bool:
    """Whether a body that meets, and no office, does in the first words of a sentence what some words of the wording say."""
    verb = wording.any_of(verbs).search(sentence)
    return verb is not None and _is_body(sentence[: verb.start()], wording)


def _is_body(subject: str, wording: Wording) -> bool:
    """Whether what stands before a verb is a body that meets, and no office: "Teknik- og Miljøudvalget"."""
    who = subject.casefold().split()
    ends = tuple(map(skeleton, wording.words("body_words")))
    office = any(stem in word for word in who for stem in wording.words("offices"))
    return 0 < len(who) <= _VERB and skeleton(who[-1]).endswith(ends) and not office


def with_dealt(said: Sequence[Said], recommended: str, wording: Wording) -> list[Said]:
    """The sentences, where below a decision stands what is done with a thing that a point of what is recommended is about:
    "Regnskabet blev godkendt. Overskuddet betales tilbage.".
    """
    things = {_thing(word) for word in recommended.split()}
    found: list[Said] = []
    for at, sentence, outcome in said:
        words = without_point(sentence, wording).casefold().split()
        decided = any(one[2] and one[2] not in wording.words("weak") for one in found)
        deals = decided and not outcome and _thing(words[0]) in things and _is_passive(words[1:], wording)
        found.append((at, sentence, "decided" if deals else outcome))
    return found


def _thing(word: str) -> str:
    """A word as it is looked for, a long one also where a scan misread it."""
    bare = word.strip(".,").casefold()
    return skeleton(bare) if len(bare) > _LONG else bare


def with_instead(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what is given in place of what the sentence before refuses is decided: "Der gives et tilskud på ..."."""
    found: list[Said] = []
    for at, sentence, outcome in said:
        refused = bool(found) and found[-1][2] == "not_approved"
        gives = refused and outcome in (None, "decided_softly") and wording.any_of("granting").match(sentence) is not None
        found.append((at, sentence, "decided" if gives else outcome))
    return found


def with_next_step(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; where a matter was discussed, what a paragraph of its own below says will be done is decided: "Drøftet.",
    "Formanden udarbejder et svar."
    """
    outcomes = {one[2] for one in said}
    found: list[Said] = []
    for at, sentence, outcome in said:
        talked = outcomes <= {None, "discussed"} and any(one[2] == "discussed" and one[0] < at for one in found)
        first = talked and not outcome and (not found or found[-1][0] != at)
        found.append((at, sentence, "decided" if first and _will_be_done(sentence, wording) else outcome))
    return found


def _will_be_done(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what somebody will do, or what will be done, and not what will not."""
    begun = " ".join(sentence.split()[:_STEP])
    step = any(wording.any_of(steps).search(begun) for steps in ("follow_ups", "next_steps"))
    return step and not wording.negation.search(sentence) and not wording.any_of("conditions").match(sentence)


def _is_passive(words: Sequence[str], wording: Wording) -> bool:
    """Whether a verb that says what is done stands early among some words: "betales tilbage", and not "kommunernes andel"."""
    done, owners = tuple(wording.words("passive_endings")), tuple(wording.words("owning_endings"))
    return any(word.endswith(done) and not word.endswith(owners) for word in words[:_VERB])


def _body_of(sentence: str, wording: Wording) -> str:
    """The body that a sentence begins with; empty where it begins with anything else."""
    found = wording.any_of("body_words").match(sentence)
    return found[0].casefold() if found else ""


def body_discussed(one: Said, wording: Wording) -> bool:
    """Whether a sentence says in its first words that the body discussed the matter, "Bestyrelsen drøftede planen.", and not
    only a question that what was decided then answers: "Gruppen drøftede, hvordan ...".
    """
    verb = next(pattern for key, pattern in wording.outcomes if key == "discussed").search(one[1])
    if verb is None or one[2] != "discussed" or not _is_body(one[1][: verb.start()], wording):
        return False
    return wording.any_of("asking").match(one[1][verb.end() :].lstrip(" ,")) is None


def says_asked(sentence: str, recommended: str, wording: Wording) -> bool:
    """Whether a sentence says again what was recommended, up to its first comma."""
    said = " ".join(without_point(sentence, wording).partition(",")[0].strip(" .").casefold().split())
    return len(said.split()) >= _VERB and said in " ".join(recommended.casefold().split())


def is_now(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what is or has been done, and not what was once, or will be if something else is."""
    other = wording.any_of("conditions").match(sentence) or wording.any_of("earlier").search(sentence)
    return _NOW.search(sentence) is not None and not other and not _is_of_another(sentence, wording)


def _is_of_another(sentence: str, wording: Wording) -> bool:
    """Whether a sentence begins with the body of a place that it names: "Torslevs byråd har vedtaget"."""
    place = _PLACE.match(sentence)
    return place is not None and wording.any_of("body_words").match(sentence, place.end()) is not None


def only_tells(sentence: str, wording: Wording) -> bool:
    """Whether a sentence only tells how things are, or what happened: its verb is one of a state, or in the past."""
    told = wording.any_of("only_told").search(sentence)
    if told is not None:
        return not sentence[told.end() :].lstrip()[:1].isupper()  # "Udvalget er Ane Test og Ib Prøve" names it
    words = [word.casefold() for word in sentence.split()[:_VERB]]
    past = tuple(wording.words("past_endings"))
    return any(word.endswith(past) and before not in wording.words("articles") for before, word in pairwise(words))
