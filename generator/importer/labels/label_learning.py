"""The labels that are a document's own: lines that come again and again where a label would stand, by what follows them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.labels.counted_labels import counted_labels
from generator.importer.labels.label import Label, begins_recommendation, field_of, heads_absent, says_absent
from generator.importer.labels.label_words import item_named, meeting_form, teller_form, words_of
from generator.importer.labels.numbering import Numbered
from generator.importer.labels.run_in_labels import run_in_labels
from generator.importer.language.damage import skeleton
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import first_date
from generator.importer.lines.textlines import TextLine

_OFTEN = 3  # times that a line comes again, with what else is said between, for it to be a label
_TWICE = 2  # times that are enough where its words speak for it as well
_LONGEST, _WORDS = 70, 9  # letters and words of a label that no list has
_FIGURES = re.compile(r"\d+")

Labels = list[Label | None]


def with_own_labels(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> Labels:
    """The labels of a document's lines, those that only this document has among them."""
    found = list(labels)
    for at, label in list(counted_labels(lines, found, wording)):
        found[at] = label
    for at, label in list(run_in_labels(lines, found, numbers, wording)):
        found[at] = label
    for _ in range(2):  # what comes once in every item is seen when other labels of items are known
        for at, label in list(_repeated(lines, found, numbers, wording)):
            found[at] = label
    return found


def _repeated(
    lines: Sequence[TextLine], labels: Labels, numbers: Sequence[Numbered | None], wording: Wording
) -> Iterator[tuple[int, Label]]:
    """Lines that come again and again between other labels or numbers, and what they announce."""
    rounds = _rounds(labels)
    known = _meetings_known(labels, wording.language)
    decided = any(label is not None and label.kind == "decision" for label in labels)
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        said = at > 0 and _is_bare(lines[at - 1], labels[at - 1], wording)  # what a label announces is none
        if (
            labels[at] is None
            and numbers[at] is None
            and (head := _head_of(line, wording))
            and (not said or _is_meeting(head, wording))
        ):
            places[_form_of(head, wording.language)].append(at)
    for form, same in places.items():
        every = same
        below = [text for at in every if (text := text_below(at, lines, numbers, wording))]
        kind = _kind_of(lines[every[0]].plain, below, [rounds[at] for at in every], wording)
        kind = "decision" if kind == "inner" and not decided and _says_decided(lines[every[0]].plain, wording) else kind
        kind = "decision" if _name_own_items(every, lines, numbers, wording) else kind
        if kind != "decision" and form in known:
            kind, every = "decision", [at for at in same if ":" in lines[at].plain]
        if kind:
            for at in every:
                head, _, rest = lines[at].plain.partition(":")
                yield at, Label(kind, head.strip(), rest.strip())
                if kind == "decision" and not rest and at + 1 < len(lines) and _is_number_alone(numbers[at + 1]):
                    yield at + 1, Label("rest", lines[at + 1].plain, "")


def _meetings_known(labels: Labels, language: str) -> frozenset[str]:
    """The forms of lines that say who met, when, and what was decided, "Byrådet den 3. maj 2016: Godkendt.", where there are
    several: what follows upon the others needs no word for what was done on its first line.
    """
    said = (label.text for label in labels if label is not None and label.kind == "decision" and label.rest)
    counted = Counter(form for text in said if (form := meeting_form(text, language)))
    return frozenset(form for form, count in counted.items() if count >= _TWICE)


def _name_own_items(
    every: Sequence[int], lines: Sequence[TextLine], numbers: Sequence[Numbered | None], wording: Wording
) -> bool:
    """Whether most lines of one form say who met, when, and the number of the item in which they stand: what follows is what
    the meeting did with it, "Byrådet, 08-05-2019, pkt. 61".
    """
    own = 0
    for before, at in pairwise((-1, *every)):
        named = item_named(lines[at].plain, wording.language)
        own += any(number is not None and number.printed == named for number in numbers[before + 1 : at]) if named else 0
    return own >= _TWICE and own * 2 > len(every)


def _is_meeting(head: str, wording: Wording) -> bool:
    """Whether a line says who met, and when or with a colon: "Byrådet, 28. september 2017:"."""
    words = words_of(head.rstrip(":"), wording.language)
    return head.endswith(":") or (words is not None and words.acts and words.dated)


def _says_when(head: str, wording: Wording) -> bool:
    """Whether a line says who met and the day: bodies may have long names."""
    return meeting_form(head, wording.language) != "" and first_date(head, wording.language) is not None


def _is_bare(line: TextLine, label: Label | None, wording: Wording) -> bool:
    found = label or field_of(line.plain, wording)
    return found is not None and not found.rest


def _rounds(labels: Labels) -> list[int]:
    """Of each line, how many labels of the commonest of the kinds that every item has once stand before it."""
    counted = [label.kind for label in labels if label is not None and label.kind in ("decision", "recommendation", "minutes")]
    kinds = Counter(counted or (label.kind for label in labels if label is not None and label.kind == "case"))
    chosen = max(kinds, key=lambda kind: (kinds[kind], kind), default="")
    total, rounds = 0, []
    for label in labels:
        rounds.append(total)
        total += label is not None and label.kind == chosen
    return rounds


def _head_of(line: TextLine, wording: Wording) -> str:
    """What of a line may be a label: what stands before its colon, or all of it where it stands alone; empty: nothing."""
    text = line.plain
    head, colon, _ = text.partition(":")
    listed = line.kind is Kind.LIST_ITEM and (line.first or bool(line.marker))
    long = len(head) > _LONGEST or len(head.split()) > _WORDS
    if line.kind is Kind.TABLE or listed or (long and not _says_when(head, wording)):
        return ""
    if (
        wording.any_of("to_top").fullmatch(text)
        or not head[:1].isupper()
        or (not colon and text.endswith((".", ",", "?", ";")))
        or field_of(text, wording)
        or heads_absent(head + colon, wording)
        or says_absent(text, wording)
    ):
        return ""
    return "" if begins_recommendation(text, wording) or _addresses(head, wording) else head + colon


def _addresses(head: str, wording: Wording) -> bool:
    """Whether a line says to whom something is recommended: "Til Økonomiudvalget og Kommunalbestyrelsen:"."""
    words = words_of(head, wording.language)
    return (
        head.split(" ", maxsplit=1)[0].casefold() in wording.words("forwarding")
        and words is not None
        and words.acts
        and not words.kind
    )


def _form_of(head: str, language: str) -> str:
    """What lines have in common that say the same, whoever it is that met or tells."""
    return meeting_form(head, language) or teller_form(head.rstrip(":"), language) or _masked(head)


def _masked(head: str) -> str:
    return " ".join(map(skeleton, _FIGURES.sub("#", head).split()))


def _kind_of(line: str, said: Sequence[str], every: Sequence[int], wording: Wording) -> str:
    """What lines that say the same announce, by the texts below them; empty where they are no label.

    `every` is of each of them how many labels of the commonest stand before it.
    """
    spread = len({*every})
    head, colon, _ = line.partition(":")
    words = words_of(head, wording.language)
    prepares = wording.any_of("offices", whole=False).search(head) is not None
    meets = words is not None and words.acts and (words.dated or (bool(colon) and not prepares))
    meets = meets or teller_form(head, wording.language) != ""
    decides = sum(outcome_of(text, wording, strict=False) is not None for text in said)
    asks = sum(begins_recommendation(text, wording) or text.startswith(("at ", "that ")) for text in said)
    if len(every) >= _TWICE and meets and decides * 2 >= len(said) > 0:
        return "decision"
    if len(every) < _OFTEN or len({_masked(text) for text in said}) * 3 < len(every) * 2:
        return ""  # what the same follows again and again is a text that is said again
    if asks * 3 >= len(said) * 2 and not wording.any_of("earlier", whole=False).match(head):
        return "recommendation"
    return "inner" if spread >= _OFTEN else ""


def _says_decided(line: str, wording: Wording) -> bool:
    """Whether the words of a label that no list has say that what follows was decided: "Det blev vi enige om i dag"."""
    head = line.partition(":")[0]
    return wording.any_of("says_decided").search(head) is not None and not wording.any_of("earlier", whole=False).match(head)


def text_below(at: int, lines: Sequence[TextLine], numbers: Sequence[Numbered | None], wording: Wording) -> str:
    """What a label announces: the rest of its line, else the line below it, who was absent left out; empty where that
    begins another item.
    """
    rest = lines[at].plain.partition(":")[2].strip()
    if at + 2 < len(lines) and (absent := field_of(lines[at + 1].plain, wording)) and absent.kind in ("absent", "apologies"):
        at += 1 if absent.rest else min(2, len(lines) - at - 2)
    while at + 2 < len(lines) and says_absent(lines[at + 1].plain, wording):
        at += 1  # "Ane Test var fraværende."
    if at + 2 < len(lines) and _is_number_alone(numbers[at + 1]):
        at += 1  # "Punkt 4:"
    below = at + 1 < len(lines) and (numbers[at + 1] is None or not lines[at + 1].first)
    return rest or (lines[at + 1].plain if below else "")


def _is_number_alone(number: Numbered | None) -> bool:
    """Whether a line only says which item of its meeting it was, "Punkt 4:"."""
    return number is not None and not number.title and " " in number.scheme
