"""Clauses that say under which condition something is done: "hvis ...", "er der ikke et ja inden maj, ...".

What such a clause says is neither done nor refused.
"""

from __future__ import annotations

import re

from generator.importer.language.vocabulary import Wording

_FEW = 3  # words of a clause before its verb
_JOINT = re.compile(r"(?:, ?|^)(?:(?:og|men|and|but) )?")


def is_condition(clause: str, wording: Wording) -> bool:
    """Whether a sentence, or a clause after "and", begins as a condition, also one that has its verb before its subject."""
    bare = _JOINT.sub("", clause.strip(), count=1)
    if wording.any_of("only_if").match(bare):
        return True
    return wording.any_of("if_inverted").match(bare) is not None and "," in bare


def is_in_condition(found: re.Match[str], wording: Wording) -> bool:
    """Whether a word stands in the condition that a sentence begins with, its verb first: "Får selskabet afslag, kommer sagen
    igen", and not in "Er godkendt, når" or "Kan godkendes, dog".
    """
    clause, comma, rest = found.string.partition(",")
    begins = wording.any_of("if_inverted").match(clause) is not None
    if not comma or found.end() > len(clause) or len(clause.split()) < _FEW or not begins:
        return False
    verb = rest.split()[0] if rest.split() else ""
    return verb.endswith(("r", "s", *wording.words("ought"))) and verb not in wording.words("subordinating")


def comes_only_if(found: re.Match[str], wording: Wording) -> bool:
    """Whether a matter that is closed comes up again only on a condition: "tages op igen, hvis ventelisten vokser", "Kun hvis
    tallet falder, tages sagen op igen", "Falder tallet, behandles sagen igen".
    """
    if found[0].casefold().startswith(tuple(wording.words("putting_off"))):
        return False
    after = wording.any_of("again").sub("", found.string[found.end() :].lstrip(), count=1).lstrip(" ,")
    front, comma, clause = found.string[: found.start()].rpartition(",")
    led = bool(comma) and len(clause.split()) < _FEW and is_condition(f"{front},", wording)
    return led or wording.any_of("only_if").match(after) is not None
