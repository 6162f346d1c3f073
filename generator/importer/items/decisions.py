"""What minutes say to decisions: the sentences that decide, each with its outcome, unknown where that is unsure."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.importer.items.also_decided import (
    below_label,
    body_does,
    settled_below_talk,
    with_day,
    with_dealt,
    with_instead,
    with_tasks,
    with_tasks_beside,
    with_waiting,
)
from generator.importer.items.beside import apart, is_remark, then_done, with_told, without_dispatch
from generator.importer.items.by_label import by_label
from generator.importer.items.concluded import with_concluded
from generator.importer.items.in_minutes import dated, undecided, with_plain_of_body
from generator.importer.items.in_present import ending_in_present, with_present
from generator.importer.items.led import Led, led_in
from generator.importer.items.next_steps import with_next_step
from generator.importer.items.plainly import with_plain
from generator.importer.items.point_answers import answers_in
from generator.importer.items.said import (
    Said,
    is_now,
    is_point,
    says_asked,
    voted_on,
    with_asked,
    with_told_by_members,
    without_announced,
    without_answer,
    without_other_items,
    without_others,
    without_proposals,
)
from generator.importer.items.steps import with_steps
from generator.importer.items.sums import as_proposed, keeps, other_sum
from generator.importer.items.weak_words import counts, says_none
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import heads_what_follows, sentences_of, unquoted
from generator.importer.language.vocabulary import Wording

UNKNOWN = "unknown"
_ANSWERED = ("formalities", "appointment")  # kinds of items that ask for something by their titles
# Kinds of items in which much is said that decides nothing.
_ODDS, _NEWS, _TOLD_OF = "any_other_business", "announcements", "information"
_NEXT = ("discussed", "postponed", "referred", "sent_to_consultation", "support")  # what leaves a matter open
_OPEN = (None, "decided_softly")  # what a sentence says that only repeats what was asked


@dataclass(frozen=True, slots=True)
class Asked:
    """What is recommended, whether the item is there to be discussed, is that of the agenda or an application, and the kind
    that its title says.
    """

    recommended: str = ""
    discussing: bool = False
    on_agenda: bool = False
    kind: str = ""
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: its words, its outcome and how it came about, words of the vocabularies `outcome` and `mode`."""

    text: str
    outcome: str
    mode: str


def decisions_of(
    paragraphs: Sequence[str], wording: Wording, *, labelled: bool, asked: Asked | None = None, certain: bool = True
) -> list[Decided]:
    """The decisions in some paragraphs. Where a label says that all of it is the decision, all of it is kept."""
    decide = partial(_decisions_on, wording=wording, labelled=labelled, asked=asked or Asked(), certain=certain)
    led = led_in(paragraphs, wording)
    if led is not None:
        return _led(led, decide, wording, labelled=labelled)
    answers = answers_in(paragraphs, wording)
    points: list[Sequence[str]] = [[answer] for answer in answers] if answers else [paragraphs]
    return [one for point in points for one in decide(point)]


def _led(led: Led, decide: Callable[[Sequence[str]], list[Decided]], wording: Wording, *, labelled: bool) -> list[Decided]:
    """The decisions that a list makes with the sentence above it; where no label says that all is decided, what else was
    said counts only if it decides something.
    """
    points = [*led.points[:-1], "\n".join((*led.points[-1:], *led.after))] if labelled else led.points
    found = [one for point in points for one in decide(point.split("\n"))]
    found = [replace(one, outcome="decided") if one.outcome in (UNKNOWN, *wording.words("weak")) else one for one in found]
    groups = [[*group] for _, group in groupby(found, key=lambda one: one.outcome)]
    found = [replace(group[0], text="\n\n".join(one.text for one in group)) for group in groups]
    found[0] = replace(found[0], text=f"{led.lead}\n\n{found[0].text}")
    others = [decide(part) if part else [] for part in (led.before, () if labelled else led.after)]
    weak = () if labelled else (UNKNOWN, *wording.words("weak"))
    before, after = ([one for one in part if one.outcome not in weak] for part in others)
    return [*before, *found, *after]


def _decisions_on(paragraphs: Sequence[str], *, wording: Wording, labelled: bool, asked: Asked, certain: bool) -> list[Decided]:
    recommended, weak = asked.recommended, wording.words("weak")
    said = _read(paragraphs, wording, labelled=labelled, asked=asked, certain=certain)
    before, said = said, with_concluded(said, wording) if labelled else said
    if labelled:
        said = with_next_step(with_day(said, wording, labelled=True), wording) if certain else said
        said = with_tasks(without_dispatch(apart(said, wording), wording), wording)
    else:
        said = settled_below_talk(then_done(said, wording), wording)
        if asked.kind not in (_ODDS, _NEWS, _TOLD_OF):
            said = with_plain_of_body(ending_in_present(said, wording), wording)
    strong = [one for one in said if one[2] and (one[2] not in weak or counts(one, wording, labelled=labelled))]
    strong = [one for one in strong if one[2] != "no_decision"] or strong
    if not strong and not labelled and asked.kind != _NEWS and not any(one[2] for one in said):
        # Nothing was decided in so many words: then what "is" or "has been" decided counts.
        said = [(at, one, outcome_of(one, wording, strict=False) if is_now(one, wording) else None) for at, one, _ in said]
        strong = [one for one in said if one[2] and one[2] not in weak]
    if not strong:
        found = {outcome for _, _, outcome in said}
        best = next((outcome for outcome in weak if outcome in found), None)
        strong = [one for one in said if best and one[2] == best]
    talk = next((one for one in said if one[2] == "discussed"), None)
    held = talk is not None and not is_remark(talk[1], wording) and (labelled or body_does("talking", talk[1], wording))
    due = held and _leaves_open(talk, said, strong, stepped=said != before)
    if talk and (due or (labelled and asked.discussing) or _asks_to_discuss(recommended, wording)):
        strong = [one for one in said if one is talk or one in strong]
    strong = with_told(said, strong, wording) if labelled else strong
    if strong and all(one[2] == "discussed" for one in strong):
        strong = [one for one in said if one[2] == "discussed"]
    if labelled:
        said, strong = by_label(said, strong, wording, recommended) if certain else (said, strong)
        return _whole(said, strong, wording, recommended)
    if strong and all(one[2] == "informed" for one in strong):
        said = with_tasks_beside(said, wording)
        strong = [one for one in said if one[2] == "decided"] or strong
    if said and not strong:
        wished = asked.applied or bool(asked.recommended) or asked.kind in _ANSWERED
        said = dated(said, wording) if asked.kind in (_ODDS, _NEWS) else undecided(said, wording, asked=wished)
        strong = [one for one in said if one[2] and one[2] not in weak]
    return _parts(said, strong, wording, recommended)


def _read(paragraphs: Sequence[str], wording: Wording, *, labelled: bool, asked: Asked, certain: bool) -> list[Said]:
    """The sentences of some paragraphs, each with the outcome that it states."""
    sentences = [(at, one) for at, paragraph in enumerate(paragraphs) for one in sentences_of(paragraph, wording)]
    headings = {one for one in paragraphs[:-1] if heads_what_follows(one, wording)}
    said = [
        (at, one, outcome_of(text, wording, strict=not labelled) if text and one not in headings else None)
        for (at, one), text in zip(sentences, unquoted([one for _, one in sentences]), strict=True)
    ]
    said = with_asked(said, wording) if labelled else without_announced(said, wording)
    said = without_others(said, wording, labelled=labelled)
    said = without_other_items(said, wording) if asked.on_agenda else without_answer(said, wording)
    said = with_dealt(without_proposals(with_waiting(said, wording), wording), asked.recommended, wording)
    said = below_label(said, wording) if labelled else said
    said = with_told_by_members(said, wording) if asked.kind == _ODDS else said
    if not (labelled and certain):
        return said
    said = with_instead(with_plain(_as_asked(said, asked.recommended, wording), wording), wording)
    return said if asked.kind in (_NEWS, _TOLD_OF) else with_present(said, wording)


def _parts(said: list[Said], strong: list[Said], wording: Wording, recommended: str) -> list[Decided]:
    """The sentences that decide, each run of them a decision; where there are none, all that was said, unknown."""
    if not strong:
        return [_made(said, wording, recommended)] if said else []
    if all(one[2] == "discussed" for one in strong):  # "Rådet drøftede sagen. Der blev ikke taget nogen beslutning."
        talk = [one if one in strong else (*one[:2], None) for one in said if one in strong or says_none(one, wording)]
        return [_made(talk, wording, recommended)]
    decided = {*strong}
    said, strong = with_steps(said, strong, wording)
    grouped = groupby(_with_runs(said, strong, decided), key=lambda pair: pair[0])
    return [_made([pair[1] for pair in group], wording, recommended) for _, group in grouped]


def _as_asked(said: Sequence[Said], recommended: str, wording: Wording) -> list[Said]:
    """The sentences; one that says again what was recommended decides it."""
    said = [(*one[:2], "approved") if one[2] in _OPEN and is_point(one[1], recommended) else one for one in said]
    return [(*one[:2], "decided") if one[2] in _OPEN and says_asked(one[1], recommended, wording) else one for one in said]


def _leaves_open(talk: Said | None, said: Sequence[Said], strong: Sequence[Said], *, stepped: bool) -> bool:
    """Whether a discussion comes first and what is decided upon it is only the next step, so that both are said."""
    return talk is next((one for one in said if one[2]), None) and (stepped or all(one[2] in _NEXT for one in strong))


def _asks_to_discuss(recommended: str, wording: Wording) -> bool:
    """Whether a recommendation asks for a discussion, so that one answers it."""
    return any(key == "discuss" and pattern.search(recommended) for key, pattern in wording.asks)


def _with_runs(said: Sequence[Said], chosen: Sequence[Said], decided: Container[Said]) -> Iterable[tuple[int, Said]]:
    """Each chosen sentence with the number of its run: sentences of one paragraph and outcome that follow each other, and
    those that decide nothing by themselves.
    """
    run, last = -1, -2
    before: Said | None = None
    for one in chosen:
        at = said.index(one, last + 1 if last >= 0 else 0)
        apart = before is not None and before[0] != one[0] and one in decided
        if before is None or at != last + 1 or apart or before[2] != one[2]:
            run += 1
        last, before = at, one
        yield run, one


def _whole(said: Sequence[Said], strong: Sequence[Said], wording: Wording, recommended: str) -> list[Decided]:
    """All sentences, divided where another outcome begins."""
    groups: list[list[Said]] = []
    chosen = set(strong)
    current: str | None = None
    parting = voted_on(said, chosen, wording)
    for one in said:
        outcome = one[2] if one in chosen else None
        if not groups or one in parting or (outcome and current and outcome != current and not parting & {*groups[-1]}):
            groups.append([])
            current = outcome
        groups[-1].append(one)
        current = current or outcome
    return [_made([one if one in chosen else (*one[:2], None) for one in group], wording, recommended) for group in groups]


def _made(group: Sequence[Said], wording: Wording, recommended: str) -> Decided:
    text = "\n\n".join(" ".join(one[1] for one in part) for _, part in groupby(group, key=lambda one: one[0]))
    outcome = next((one[2] for one in group if one[2]), UNKNOWN).removesuffix("_softly")
    words = " ".join(one[1] for one in group if one[2])
    kept = outcome == "decided" and (keeps(words, wording) or keeps(recommended, wording))  # as it was, or not as it was
    if outcome in ("approved", "decided") and not kept and other_sum(words, recommended, wording):
        outcome = "approved_with_changes"
    elif outcome == "approved_with_changes" and as_proposed(words, recommended, wording):
        outcome = "approved"
    mode = next((key for key, pattern in wording.modes if pattern.search(text)), "not_stated")
    return Decided(text, outcome, mode)
