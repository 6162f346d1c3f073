"""What one sentence says to two things, and what was told or talked of beside what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.items.also_decided import body_does
from generator.importer.items.said import Said
from generator.importer.language.outcomes import stated
from generator.importer.language.vocabulary import Wording

_CUT = re.compile(r"(?<=[\w.)%])(?P<mark>[,;]) (?=[^\W\d_])")
_WHOLE = ("approved_with_changes", "postponed")  # of these what follows is a part: "Godkendt, men punkt 3 udsættes"
_TOLD = ("informed", "discussed")


def apart(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; one with two main clauses that each say what was done with another thing is two: "Regnskabet godkendt, og
    oversigten taget til efterretning."
    """
    return [part for one in said for part in _clauses(one, wording)]


def then_done(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; one that goes on from what was told to what was done states that: "..., hvorefter rådet godkendte"."""
    return [(*one[:2], _next_clause(one, wording)[-1][2]) for one in said]


def _next_clause(one: Said, wording: Wording) -> list[Said]:
    """What somebody told or the body talked of, and what it then did: "orienterede om sagen, hvorefter udvalget drøftede den";
    the sentence alone where it does not say both.
    """
    at, sentence, _ = one
    for cut in _CUT.finditer(sentence):
        joint, _, rest = sentence[cut.end() :].partition(" ")
        if joint not in wording.words("next_clause"):
            continue
        first, then = (stated(part, wording, strict=True) for part in (sentence[: cut.start()], rest))
        if first in _TOLD and then not in (None, first):
            return [(at, sentence[: cut.start() + 1], first), (at, sentence[cut.end() :], then)]
    return [one]


def _clauses(one: Said, wording: Wording) -> list[Said]:
    parts = _next_clause(one, wording)
    if len(parts) > 1:
        return parts
    at, sentence, outcome = one
    weak = {*wording.words("weak")} - {"discussed"}
    if outcome is None or outcome in (*weak, *_WHOLE):
        return [one]
    for cut in _CUT.finditer(sentence):
        first, second = sentence[: cut.start() + 1], sentence[cut.end() :]
        joint, _, rest = second.partition(" ")
        joined = joint in wording.words("clause_joints")
        if not joined and cut["mark"] == ",":
            continue
        bare = rest if joined else second
        outcomes = stated(first, wording, strict=True), stated(bare, wording, strict=True)
        own = not any(pattern.match(bare) for _, pattern in wording.outcomes)  # a clause that has a subject of its own
        if own and None not in outcomes and outcomes[0] != outcomes[1] and not weak & {*outcomes} and outcomes[1] not in _TOLD:
            return [(at, first, outcomes[0]), (at, second, outcomes[1])]
    return [one]


def is_remark(sentence: str, wording: Wording) -> bool:
    """Whether a sentence only adds something, or says that the body itself went through its papers."""
    return wording.any_of("remarks").search(sentence) is not None or body_does("going_through", sentence, wording)


def without_dispatch(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; that what was approved is then sent on only carries it out, "fremsendes herefter til kommunerne", and for
    how long something is sent out is of that: "Fristen forlænges til den 3. maj".
    """
    found: list[Said] = []
    for at, sentence, outcome in said:
        words = {word.strip(".,").casefold() for word in sentence.split()}
        sent = outcome == "referred" and words & {*wording.words("thereby")} and any(one[2] == "approved" for one in found)
        heard = outcome == "decided" and wording.any_of("prolonging").search(sentence) is not None
        term = heard and any(one[2] == "sent_to_consultation" for one in found)
        found.append((at, sentence, None if sent or term else outcome))
    return found


def with_told(said: Sequence[Said], strong: Sequence[Said], wording: Wording) -> list[Said]:
    """What decides, and what was told or talked of in sentences before it, each of which says that for itself."""
    chosen = {*strong}
    first = next((place for place, one in enumerate(said) if one in chosen and one[2] not in _TOLD), len(said))
    only = {one[2] for one in strong}
    if only == {"noted"}:
        return [*strong]
    told = [one for one in said[:first] if one[2] in _TOLD and not is_remark(one[1], wording)]
    if only == {"no_decision"}:
        told = [one for one in told if one[2] == "informed" and wording.any_of("resolutions").search(strong[0][1])]
    talked = any(one[2] == "discussed" for one in (*strong, *told))
    if first == len(said) and not talked:
        return [*strong]
    return [one for one in said if one in chosen or one in told]
