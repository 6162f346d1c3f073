"""Sentences of minutes that decide although they have no word for it: the next step, what is given instead, a task taken on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from generator.importer.items.next_steps import is_done, sets, settles
from generator.importer.items.point_answers import without_point
from generator.importer.items.said import Said
from generator.importer.language.damage import skeleton
from generator.importer.language.telling import is_about_person
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import names_day

_VERB = 4  # words at the beginning of a sentence among which its verb is
_LONG = 6  # letters; shorter words are too often taken for each other
_STEP = 6  # words likewise where two persons or more may stand before the verb
_QUOTES = ('"', "”", "“", "»", "«")
_OPEN_FOR_WISHES = (None, "not_approved", "recommended")
_TOLD = (None, "informed", "discussed")


def below_label(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences below a label that says that they decide: also what a body wishes, gives instead, or does with a part."""
    return with_part(with_instead(with_wishes(said, wording), wording), wording)


def with_wishes(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences, where a body that approves of nothing says what it proposes instead, "Rådet foreslår, at ..."."""
    if not {one[2] for one in said} <= {*_OPEN_FOR_WISHES}:
        return [*said]
    return [(*one[:2], "recommended") if not one[2] and _wishes(one[1], wording) else one for one in said]


def with_waiting(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; a body that finds that a matter ought to wait puts it off, "Udvalget fandt, at sagen burde afvente", and
    so does one who tells that the item comes later: "orienterede om, at punktet først drøftes på det kommende møde".
    """
    return [(*one[:2], "postponed") if _waits(one, wording) else one for one in said]


def _waits(one: Said, wording: Wording) -> bool:
    told = one[2] in _TOLD and _comes_later(one[1], wording)
    return told or (not one[2] and _ought_to_wait(one[1], wording))


def _comes_later(sentence: str, wording: Wording) -> bool:
    """Whether the last clause tells that the item itself, and no matter elsewhere, is put off."""
    clause = sentence.rpartition(",")[2]
    item = wording.any_of("that_this_item").match(clause.lstrip())
    return item is not None and wording.outcome("postponed").search(clause) is not None


def _ought_to_wait(sentence: str, wording: Wording) -> bool:
    waits = wording.any_of("ought_to_wait").search(sentence)
    clause = sentence[: waits.start()].casefold().rpartition(",")[2].split() if waits is not None else []
    matter = any(word.startswith(tuple(wording.words("matters"))) for word in clause)
    return matter and body_does("finding", sentence, wording)


def _wishes(sentence: str, wording: Wording) -> bool:
    """Whether a body says what it proposes, or what it finds that others ought to do."""
    if sentence[:1] in _QUOTES:
        return False  # an answer that is quoted
    ought = wording.any_of("ought_to").search(sentence) is not None and body_does("finding", sentence, wording)
    return ought or body_does("proposing", sentence, wording)


def body_does(verbs: str, sentence: str, wording: Wording) -> bool:
    """Whether a body that meets, and no office, does in the first words of a sentence what some words of the wording say."""
    verb = wording.any_of(verbs).search(sentence)
    return verb is not None and _is_body(sentence[: verb.start()], wording)


def _is_body(subject: str, wording: Wording) -> bool:
    """Whether what stands before a verb is a body that meets, and no office: "Teknik- og Miljøudvalget"."""
    who = subject.casefold().split()
    ends = wording.words("body_words")
    office = any(stem in word for word in who for stem in wording.words("offices"))
    if not 0 < len(who) <= _VERB or office:
        return False
    named = len(who) > 1 and subject.istitle()  # "Tina Nørgård" is no council that a scan misread
    return who[-1].endswith(tuple(ends)) or (not named and skeleton(who[-1]).endswith(tuple(map(skeleton, ends))))


def begins_with_body(sentence: str, wording: Wording) -> bool:
    """Whether the first word of a sentence is a body that meets, and no office."""
    return _is_body(sentence.partition(" ")[0], wording)


def with_dealt(said: Sequence[Said], recommended: str, wording: Wording) -> list[Said]:
    """The sentences, where below a decision stands what is done with a thing that a point of what is recommended is about:
    "Regnskabet blev godkendt. Overskuddet betales tilbage.".
    """
    things = {_thing(word) for word in recommended.split()}
    found: list[Said] = []
    for at, sentence, outcome in said:
        words = without_point(sentence, wording).casefold().split()
        decided = any(one[2] and one[2] not in wording.words("weak") for one in found)
        named = words[0] not in wording.words("there") and _thing(words[0]) in things
        deals = decided and not outcome and named and any(is_done(word, wording) for word in words[1 : _VERB + 1])
        found.append((at, sentence, "decided" if deals else outcome))
    return found


def _thing(word: str) -> str:
    """A word as it is looked for, a long one also where a scan misread it."""
    bare = word.strip(".,").casefold()
    return skeleton(bare) if len(bare) > _LONG else bare


def with_instead(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what is given in place of what the sentence before refuses is decided: "Der gives et tilskud på ...",
    "Bestyrelsen tilbyder i stedet et lån.".
    """
    found: list[Said] = []
    for at, sentence, outcome in said:
        refused = bool(found) and found[-1][2] == "not_approved"
        open_yet = refused and outcome in (None, "decided_softly")
        gives = open_yet and (
            wording.any_of("granting").match(sentence) is not None
            or wording.any_of("in_its_place").search(sentence) is not None
            or sets(sentence, wording)
        )
        found.append((at, sentence, "decided" if gives else outcome))
    return found


def with_part(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what is done with a thing at once is decided where the next sentence puts off the rest: "Ordningen gøres
    permanent i byen. De øvrige byer udsættes."
    """
    found: list[Said] = []
    for one, following in zip_longest(said, said[1:]):
        at, sentence, outcome = one
        rest = following and following[2] == "postponed" and wording.any_of("rest_of_matter").search(following[1])
        part = rest and outcome in (None, "decided_softly") and sets(sentence, wording)
        found.append((at, sentence, "decided" if part else outcome))
    return found


def settled_below_talk(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences of minutes without a label; what is done at once with a thing is decided right below what says that the
    body discussed the matter.
    """
    found: list[Said] = []
    for one in said:
        below = bool(found) and found[-1][0] == one[0] and body_discussed(found[-1], wording)
        done = below and one[2] in (None, "decided_softly") and settles(one[1], wording)
        found.append((*one[:2], "decided") if done else one)
    return found


def with_tasks(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; where none states an outcome, what members take on is decided: "Ane Test og Ib Prøve står for kaffen."."""
    takes = not any(one[2] for one in said)
    return [(*one[:2], "decided" if takes and _takes_on(one[1], wording) else one[2]) for one in said]


def with_tasks_beside(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; what a member takes on is decided also right below what somebody pointed out: "Ane Test gjorde opmærksom
    på, at lyset er gået ud. Ib Prøve kontakter kommunen."
    """
    pointed = wording.any_of("pointing_out")
    found: list[Said] = []
    for before, one in pairwise((None, *said)):
        raised = before is not None and before[2] == "informed" and pointed.search(before[1]) is not None
        takes = raised and one is not None and not one[2] and _takes_on(one[1], wording)
        found += [(*one[:2], "decided" if takes else one[2])] if one is not None else []
    return found


def with_day(said: Sequence[Said], wording: Wording, *, labelled: bool) -> list[Said]:
    """The sentences; where none says what else was done, one that says on which day something will be held decides that:
    "Festen holdes den 18. marts." Where no label says that it is decided, what tells of no more than a day only informs.
    """
    only = {one[2] for one in said} <= {None, "informed", "elected", "appointed"}
    open_yet = (None, "informed") if labelled else (None,)
    return [(*one[:2], "decided") if only and one[2] in open_yet and _sets_day(one[1], wording) else one for one in said]


def _sets_day(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says in its first words that something will be held, and then on which day, or of a meeting that it
    will not: "Mødet i marts er aflyst."
    """
    if wording.negation.search(sentence) or any(wording.any_of(one).match(sentence) for one in ("conditions", "asking")):
        return False
    off = wording.any_of("called_off").search(sentence)
    if off is not None:
        ends = tuple(wording.words("meeting_ends"))
        subject = sentence[: off.start()].casefold().split()
        return len(subject) <= _STEP and any(word.endswith(ends) for word in subject[:2])
    held = wording.any_of("held_on").search(sentence)
    subject = sentence[: held.start()].split() if held is not None else []
    return held is not None and 0 < len(subject) <= _VERB and names_day(sentence[held.end() :], wording.language)


def _takes_on(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says at once what members, or one with a single name, take on, and not what they tell of."""
    task = wording.any_of("tasks").search(sentence)
    who = sentence[: task.start()].split() if task is not None else []
    officer = len(who) == 1 and who[0].casefold() in wording.words("officers")
    single = len(who) == 1 and who[0].istitle() and not who[0].casefold().endswith(tuple(wording.words("definite_endings")))
    named = bool(who) and all(word[:1].isupper() or word in wording.words("joining") for word in who)
    tells = any(f" {that} " in f" {sentence} " for that in wording.words("that"))
    takes = single or officer or (named and is_about_person(sentence, wording))
    return takes and not tells and not wording.negation.search(sentence)


def body_discussed(one: Said, wording: Wording) -> bool:
    """Whether a sentence says in its first words that the body discussed the matter, "Bestyrelsen drøftede planen.", and not
    only a question that what was decided then answers: "Gruppen drøftede, hvordan ...".
    """
    verb = wording.outcome("discussed").search(one[1])
    if verb is None or one[2] != "discussed" or not _is_body(one[1][: verb.start()], wording):
        return False
    return wording.any_of("asking").match(one[1][verb.end() :].lstrip(" ,")) is None
