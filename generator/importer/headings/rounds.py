"""The labels of a text to rounds: how often, before each line, an item has come to what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.extraction.blocks import Kind
from generator.importer.headings.contents import Contents
from generator.importer.labels.label import field_of
from generator.importer.labels.page import Page, opens
from generator.importer.language.when_written import dates_of


def rounds_of(page: Page, contents: Contents) -> list[int]:
    """Of each line, how many rounds of labels stand before it: by the labels of decisions, else of recommendations."""
    kinds = [_round_kind(page, at) if at not in contents.lines else "" for at in range(len(page.lines))]
    counted = Counter(kinds)
    said = max(("decision", "minutes"), key=lambda kind: counted[kind])
    chosen = said if counted[said] > 1 else "recommendation"
    total, rounds = 0, []
    for kind in kinds:
        rounds.append(total)
        total += kind == chosen
    return [*rounds, total]


def _round_kind(page: Page, at: int) -> str:
    label = page.labels[at]
    if label is not None:
        return label.kind
    named = at and (above := page.labels[at - 1]) is not None and above.kind == "recommendation"
    return "recommendation" if opens(page, at) and not named else ""


def end_of_head(page: Page, rounds: Sequence[int]) -> int:
    """The first line below the fields of the head; those that end the text are of its foot: "Referent: Ane Test"."""
    foot = len(page.lines)
    while foot and (_is_fact(page, foot - 1) or page.wording.any_of("ending", whole=False).match(page.lines[foot - 1].plain)):
        foot -= 1
    before = [at for at in range(foot) if not rounds[at] and not page.labels[at]]
    titled = next((at for at in before if _is_title_of_all(page, at)), -1)
    return max((at + 1 for at in before if at == titled or _is_fact(page, at)), default=0)


def _is_title_of_all(page: Page, at: int) -> bool:
    """Whether a line says that it heads minutes, and of which day: "Referat 3. maj 2019"."""
    text = page.lines[at].plain
    named = any(page.wording.any_of(words).match(text) for words in ("minutes_words", "agenda_words"))
    return named and bool(dates_of(text, page.wording.language))


def _is_fact(page: Page, at: int) -> bool:
    field = field_of(page.lines[at].plain, page.wording)
    return field is not None and field.kind != "agenda" and not (at and page.lines[at].kind is Kind.LIST_ITEM)
