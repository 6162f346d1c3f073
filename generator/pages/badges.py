"""Badges: words of vocabularies as readers see them, each with its meaning and the group that has a sign."""

from __future__ import annotations

from dataclasses import dataclass

from generator.vocabulary import load_vocabulary
from generator.voice import Voice

# The group of a word, which the theme gives a sign. An outcome has that of its class, but for those that send the matter on.
_OUTCOMES = {"referred": "onward", "sent_to_consultation": "onward", "sent_back": "onward", "approved_with_changes": "changed"}
_GROUPS = {
    "relation": {"followed": "final-yes", "followed_with_change": "changed", "departed": "departed", "pending": "pending"},
    "step_state": {"done": "final-yes", "planned": "planned"},
    "follow_up_status": {
        "not_started": "planned", "under_way": "pending", "late": "pending", "done": "final-yes", "partly_done": "changed",
        "given_up": "final-no", "replaced": "onward",
    },
    "stand": {
        "agreed": "final-yes", "reservation": "changed", "not_agreed": "final-no", "awaiting": "pending",
        "not_concerned": "information",
    },
    "meeting_state": {
        "planned": "planned", "held": "final-yes", "cancelled": "final-no", "moved": "onward", "broken_off": "changed",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Badge:
    """A word, what it means here in a sentence, and its group: the name of its sign in the theme."""

    word: str
    meaning: str
    group: str

    def __str__(self) -> str:
        """The word alone."""
        return self.word


def badge(vocabulary: str, key: str, voice: Voice) -> Badge:
    """The badge of a vocabulary's key."""
    return Badge(voice.word(vocabulary, key), voice.meaning(vocabulary, key), group_of(vocabulary, key))


def group_of(vocabulary: str, key: str) -> str:
    """The group of a vocabulary's key; a word without one has that of what is not known."""
    if vocabulary == "outcome":
        return _OUTCOMES.get(key) or load_vocabulary("outcome").terms[key].group
    return _GROUPS.get(vocabulary, {}).get(key, "unknown")
