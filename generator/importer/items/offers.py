"""Labels that look as if something were recommended below them, and only offer, list or propose it: "Forslag: 3. maj"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extraction.blocks import Kind
from generator.importer.items.asked_in_text import recommends, recommends_formally
from generator.importer.labels.label import begins_recommendation
from generator.importer.labels.page import Page
from generator.importer.language.when_written import lists_days
from generator.importer.lines.textlines import TextLine


def only_offering(lines: Sequence[TextLine], page: Page) -> set[int]:
    """The places of the lines of an item that could be labels of a recommendation and are none."""
    offers = {line.index for line in lines if _offers(page, line, lines)}
    return offers | {*_listed_papers(page, lines)} | _proposing(lines, page)


def _offers(page: Page, line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line is "Forslag: Et nyt tag", which asks for nothing, where a sentence below it recommends, or only proposes
    days, "Forslag: 3. maj og 7. juni"; not "Indstilling: Direktionen indstiller," above its points.
    """
    label = page.labels[line.index]
    if label is None or label.kind != "recommendation" or not label.rest or label.rest.startswith(("at ", "that ")):
        return False
    if begins_recommendation(label.rest, page.wording) or any(pattern.search(label.rest) for _, pattern in page.wording.asks):
        return False
    formal = page.wording.any_of("formal_asking", whole=False).search(label.text)
    if formal is None and lists_days(label.rest, page.wording.language):
        return True
    below = (one for one in lines if one.index > line.index)
    return any(page.labels[one.index] is None and recommends(one, page) for one in below)


def _listed_papers(page: Page, lines: Sequence[TextLine]) -> Iterator[int]:
    """The lines of a list of annexes that could be labels: "- Isby Vands forslag"."""
    listing = False
    for line in lines:
        label = page.labels[line.index]
        if listing and line.kind is Kind.LIST_ITEM:
            kinds = ("recommendation", "decision") if line.marker else ("recommendation",)
            if label is not None and label.kind in kinds and not label.rest and " " in label.text:
                yield line.index
        elif label is not None or line.first:
            listing = label is not None and label.kind == "annexes" and line.kind is not Kind.LIST_ITEM


def _proposing(lines: Sequence[TextLine], page: Page) -> set[int]:
    """The lines that are labels of proposals within the case, "Arbejdsgruppen foreslår:", where a line above without a label
    recommends formally: "Det indstilles, at klyngen:".
    """
    formal, proposing = page.wording.any_of("formal_asking", whole=False), page.wording.any_of("proposing")
    first = next((line.index for line in lines if page.labels[line.index] is None and recommends_formally(line, page)), None)
    return {
        line.index
        for line in lines
        if first is not None
        and line.index > first
        and (label := page.labels[line.index]) is not None
        and label.kind == "recommendation"
        and proposing.search(label.text)
        and not formal.search(label.text)
    }
