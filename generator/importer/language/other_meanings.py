"""What stands around an outcome's word and says that it is none: "approved as recommended", "the choice fell on her"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.importer.language.around import Around
from generator.importer.language.conditions import comes_only_if
from generator.importer.language.only_named import (
    describes,
    goes_to_nobody,
    is_consent,
    is_left_to_each,
    names_dropout,
    names_refusal,
)
from generator.importer.language.sentences import begins_with_letter
from generator.importer.language.telling import is_one_officer, is_somebody, waits_elsewhere
from generator.importer.language.vocabulary import Wording

_WORDS = re.compile(r"[\w@&]+")
_PERSON = re.compile(r"(?:[A-ZÆØÅ@][\w.'’-]+ )+[A-ZÆØÅ@][\w'’-]+")
_GIVEN_NAMES = re.compile(r"[A-ZÆØÅ][\w'’-]+(?:, [A-ZÆØÅ][\w'’-]+)* (?:og|and) [A-ZÆØÅ]")  # "Ane, Ib og Per"
_FOR_POST = re.compile(r"[A-ZÆØÅ][\w-]+ (?:blev|er|was|is) (?:\w+ )?\w+ (?:til|som|to|as) ")
_TRADE = re.compile(r"([a-zæøå]{3,}) (?=[A-ZÆØÅ@])")
_CLAUSE_END = re.compile(r"[,;:]")
_WAITS = 12  # letters of a word that says that something waits
_SOON = 3  # words among which the one stands who is to do something
_CLAUSE = 9  # words of a clause among which its verb is
_FEW = 3  # words of a sentence that need no name
_PEOPLE = ("titles_of_people", "posts_of_meetings", "chosen_ones")


def means_other(key: str, around: Around, wording: Wording) -> bool:
    """Whether what stands around an outcome's word says that it is none: "approved as recommended"."""
    if {*around.before[-2:]} & {*wording.words("wished")}:
        return True  # "burde være valgt"
    return key in _OTHERWISE and _OTHERWISE[key](around, wording)


def _is_as_recommended(around: Around, wording: Wording) -> bool:
    return around.before[-1:] == [wording.words("as")[0]]


def _is_reached(around: Around, wording: Wording) -> bool:
    """Whether a matter was dealt with and only came to nothing: "nåede ikke frem til en beslutning"."""
    reached = around.upto.endswith(tuple(wording.words("reached")))
    return reached and wording.any_of("as_far_as").match(around.after) is not None


def _names_nobody(around: Around, wording: Wording) -> bool:
    """Whether what may name a person names another thing, "peger på behovet for flere pladser", or says of whom a body that is
    told of consists: "gruppen, som består af Ane Test og Ib Prøve".
    """
    told = not {*around.before[-1:]}.isdisjoint(wording.words("relative"))
    near = around.upto.endswith(tuple(wording.words("near_to")))
    return near and (told or not _begins_with_person(around.after, wording))


def _points_out(around: Around, wording: Wording) -> bool:
    """Whether somebody says how things are: "pegede på, at overgangen er svær"."""
    that = wording.any_of("that").match(around.after.lstrip(" ,"))
    return around.upto.endswith(tuple(wording.words("near_to"))) and that is not None


def _begins_with_person(text: str, wording: Wording) -> bool:
    """Whether a text begins with a person's name, perhaps behind what that person is: "borgmester Ole Prøve"."""
    titled = wording.any_of("titles_of_people", whole=False).match(text)
    named = _PERSON.match(text.partition(" ")[2] if titled else text) or _GIVEN_NAMES.match(text)
    return named is not None and wording.any_of("body_words").match(text) is None


def _is_no_referral(around: Around, wording: Wording) -> bool:
    """Whether somebody is told to do something, or the matter goes on to its next phase: "henvises til at søge om andre
    midler", "overlades til formanden at finde en dato", "går videre til detailprojektering"; or an office is to make something:
    "Afdelingen fremsender en ny tidsplan til udvalget".
    """
    if _makes_something(around, wording) or _is_work(around, wording):
        return True
    soon = _WORDS.findall(around.after.lstrip(" ,").partition(",")[0])[:_SOON]
    if wording.words("that")[0] in soon:
        return True
    goes_on = around.upto.endswith(tuple(wording.words("moving_on"))) and not around.after[:1].isdigit()  # "til 2. behandling"
    return goes_on and not is_somebody(around.after, wording)


def _is_work(around: Around, wording: Wording) -> bool:
    """Whether somebody is given work to do: "Arbejdet overdrages til Prøve A/S"."""
    work = wording.any_of("works").match(around.sentence) is not None
    return work and wording.any_of("handing_over").match(around.found[0]) is not None


def _makes_something(around: Around, wording: Wording) -> bool:
    """Whether an office will send what is not there yet: "Forvaltningen fremsender et notat til"."""
    verb, _, thing = around.found[0].partition(" ")
    office = around.before[-1:] != [] and wording.any_of("offices", whole=False).search(around.before[-1]) is not None
    return office and verb.endswith(("r", "s")) and wording.any_of("indefinite").match(thing) is not None


def _is_wished(around: Around, wording: Wording) -> bool:
    """Whether somebody only wants a matter to be talked of: "ville gerne have en drøftelse af budgettet"."""
    clause = _CLAUSE_END.split(around.sentence[: around.found.start()])[-1]
    return wording.any_of("wanting").search(clause) is not None


def _is_view(around: Around, wording: Wording) -> bool:
    """Whether somebody agrees on how things are or ought to be, and on nothing to be done, "enighed om, at det er svært", or
    is only to arrange something.
    """
    if _is_task(around, wording):
        return True
    if not around.upto.endswith(","):
        return False
    words = [word.casefold() for word in _WORDS.findall(around.after)[:_CLAUSE]]
    return not {*words}.isdisjoint((*wording.words("only_told"), *wording.words("ought")))


def _is_task(around: Around, wording: Wording) -> bool:
    """Whether one person by office is to arrange something with others: "Formanden aftaler en dato med skolen"."""
    if not around.before or not wording.any_of("arranging").fullmatch(around.found[0]):
        return False
    clause = _CLAUSE_END.split(around.after, maxsplit=1)[0]
    whom_or_when = wording.any_of("with_whom").search(clause) or wording.any_of("arranged").match(clause.lstrip())
    return is_one_officer(around.before[-1], wording) and whom_or_when is not None


def _is_no_refusal(around: Around, wording: Wording) -> bool:
    """Whether candidates say no, a choice falls on somebody, or nothing was decided at all: "ønskede ikke genvalg", "Valget
    faldt på Ane Test", "ikke flertal for nogen af modellerne, og der er ikke truffet beslutning".
    """
    if names_refusal(around, wording) or wording.any_of("taking_stand").match(around.after):
        return True
    none = wording.outcome("no_decision").search(around.after)
    if none is not None and wording.any_of("resolutions").search(none[0]):
        return True
    otherwise = (wording.any_of(words).match(around.after) for words in ("of_candidates", "away"))
    return any(otherwise) or wording.any_of("of_election").search(around.sentence) is not None


def _is_fetched(around: Around, wording: Wording) -> bool:
    """Whether an office only gets what a case lacks: "Administrationen indhenter forinden ministeriets udtalelse"."""
    who = " ".join(around.before[-_SOON:])
    office = any(wording.any_of(one, whole=False).search(who) for one in ("offices", "titles_of_people"))
    return office and wording.any_of("fetching").match(around.found[0]) is not None


def _is_put_off_by_nobody(around: Around, wording: Wording) -> bool:
    """Whether what waits is no matter of the meeting, or somebody is only asked to one, "inviterer hende til junimødet", or it
    is agreed to bring another thing up: "enighed om, at busserne tages op på mødet med regionen".
    """
    clause = _CLAUSE_END.split(around.sentence[: around.found.start()])[-1]
    to_meeting = wording.any_of("until").match(around.found[0]) is not None
    asked = to_meeting and wording.any_of("asking_to_come").search(clause) is not None
    agreed = wording.outcome("agreed").search(around.sentence, 0, around.found.start())
    clause = [] if agreed is None else around.sentence[agreed.end() : around.found.start()].casefold().split()
    matter = any(word.startswith(tuple(wording.words("matters"))) for word in clause)
    taken = bool(clause) and not matter and around.found[0].casefold().startswith(tuple(wording.words("taking_up")))
    elsewhere = _waits_elsewhere(around, wording) or _is_resumed_by_office(around, wording)
    return asked or taken or comes_only_if(around.found, wording) or elsewhere


def _is_resumed_by_office(around: Around, wording: Wording) -> bool:
    """Whether an office goes on with what is no matter of the meeting: "Administrationen genoptager forhandlingen"."""
    office = around.before[-1:] != [] and wording.any_of("offices", whole=False).search(around.before[-1]) is not None
    thing = around.after.casefold().split()[:1]
    resumes = wording.any_of("resuming").fullmatch(around.found[0]) is not None
    return office and resumes and thing != [] and not thing[0].startswith(tuple(wording.words("matters")))


def _waits_elsewhere(around: Around, wording: Wording) -> bool:
    waits = wording.any_of("waiting").search(around.upto[-_WAITS:]) is not None
    return waits and waits_elsewhere(around.before, around.sentence, wording)


def _names_no_appointment(around: Around, wording: Wording) -> bool:
    return _names_nobody(around, wording) or is_left_to_each(around, wording)


def _is_open(around: Around, wording: Wording) -> bool:
    """Whether a verb in the present says who is to decide: "Bestyrelsen beslutter, hvem der deltager"."""
    present = around.upto.rstrip(" ,").endswith(("r", "s"))
    return present and wording.any_of("asking").match(around.after.lstrip(" ,")) is not None


def _is_no_election(around: Around, wording: Wording) -> bool:
    """Whether a thing is chosen: "valgte model B", "der vælges en anden farve"."""
    if around.upto.endswith(wording.words("chose")[0]):
        who = _without_trade(around.after, wording)
        if wording.any_of("for_post").search(who) and _begins_with_person(who, wording):
            return False  # "valgte borgmester Ane Test som formand"
        if around.before[:1] and around.before[0].casefold() in wording.words("for_post") and _PERSON.search(around.after):
            return False  # "Til formand valgte udvalget Ane Test"
        return _PERSON.match(around.after) is None or wording.any_of("body_words").match(around.after) is not None
    return not _names_somebody(around.sentence, wording)


def _without_trade(text: str, wording: Wording) -> str:
    """The same from the name on where a trade stands before it: "gartner Ane Test", and not "firmaet Ane Test"."""
    trade = _TRADE.match(text)
    return text[trade.end() :] if trade and not trade[1].endswith(tuple(wording.words("definite_endings"))) else text


def _names_somebody(sentence: str, wording: Wording) -> bool:
    """Whether a sentence has a name or an office in it, or is only the word: "Genvalgt."."""
    words = sentence.split()
    if begins_with_letter(sentence):
        return False  # "Model B vælges"
    bare = [word.strip('"(“”.,') for word in words[1:]]
    named = any(word[:1].isupper() and len(word) > 1 for word in bare)  # not "leverandør B"
    short = len(words) <= _FEW and not any(map(str.isdigit, sentence))  # not "Model 1 vælges"
    thing = words[0].casefold().endswith(tuple(wording.words("definite_endings")))
    named = named or (not thing and _FOR_POST.match(sentence) is not None)  # "Mads blev valgt til udvalget"
    return named or short or any(wording.any_of(people).search(sentence) for people in _PEOPLE)


def _is_about_consent(around: Around, wording: Wording) -> bool:
    """Whether a letter only asks others to approve: "sender et brev om tilslutning til kommunerne"."""
    front = around.sentence[: around.found.start()].rstrip()
    return any(found.end() == len(front) for found in wording.any_of("letters_about").finditer(front))


_OTHERWISE: Mapping[str, Callable[[Around, Wording], bool]] = {
    "recommended": _is_as_recommended,
    "approved": _is_about_consent,
    "not_dealt_with": _is_reached,
    "appointed": _names_no_appointment,
    "informed": describes,
    "no_decision": is_consent,
    "withdrawn": names_dropout,
    "sent_back": goes_to_nobody,
    "discussed": _is_wished,
    "decided_softly": _points_out,
    "referred": _is_no_referral,
    "agreed": _is_view,
    "not_approved": _is_no_refusal,
    "postponed": _is_put_off_by_nobody,
    "sent_to_consultation": _is_fetched,
    "decided": _is_open,
    "elected": _is_no_election,
}
