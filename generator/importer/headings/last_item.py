"""Where the last item of a document ends: with the meeting, or before what is signed, listed or printed below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate
from generator.importer.headings.people import says_office
from generator.importer.labels.label import field_of, heads_absent
from generator.importer.labels.label_words import acts
from generator.importer.labels.page import Page, says_agenda
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.when_written import names_day

_DATED = re.compile(r"[A-ZÆØÅ@][\w.-]+,? (?:den|d\.) \d{1,2}\.? \w+ \d{4}\.?")  # "Ravnsted, den 6. juni 2008"
_SIGNED = re.compile(r"[A-ZÆØÅ@][\w.'’-]+(?:\s+[A-ZÆØÅ@][\w.'’-]+){1,19}")  # names and nothing else, perhaps a row of them
_ADDRESS = re.compile(r"(?:DK-?)?\d{4} [A-ZÆØÅ@][\w.-]+(?: [A-ZÆØÅ@]\w*\.?)?")  # "4999 Marbæk": the last line of one
_LONGER = 1.5  # times the longest other item: what comes after the last item is more than that
_NEXT = ("næste", "next")
_SAID = ("decision", "minutes")  # labels
_LIST = 3  # titles
_SHORT = 0.7  # of the width of a text: no line that goes on is shorter
_GAP = 3  # empty lines, or as good as
# "19.15 – 19.30", "Kl.19.30-19.45"
HOURS = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*[-–—]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d\d", re.IGNORECASE)
MARGIN = 40  # letters of a line that ends items and is none of their text


def end_of_last(page: Page, headings: Sequence[Candidate], spans: Sequence[tuple[int, int]], longest: int) -> int:
    """The line after the last item; `longest` is how many lines the longest other item has."""
    ends = (
        _end_of_last(page, headings[-1], spans[-1][1], longest),
        _end_of_form(page, spans),
        _end_of_list(page, headings),
        _end_of_part(page, headings),
    )
    return min(ends)


def _end_of_part(page: Page, headings: Sequence[Candidate]) -> int:
    """The end of the last item where all are headings of one level: at the next heading of a higher one, "Oversigt over
    opgaver", that is no label of what was decided.
    """
    lines = [page.lines[one.start] for one in headings]
    end = len(page.lines)
    if any(line.kind is not Kind.HEADING for line in lines) or len({line.level for line in lines}) > 1:
        return end
    below = (page.lines[at] for at in range(headings[-1].end, end))
    higher = (one.index for one in below if one.kind is Kind.HEADING and one.level < lines[-1].level)
    return next((at for at in higher if (label := page.labels[at]) is None or label.kind == "follow_up"), end)


def _end_of_last(page: Page, last: Candidate, end: int, longest: int) -> int:
    """Where the last item ends: where the meeting does, or at the first wide gap, if more follows than any item has."""
    wording, start, title = page.wording, last.end, last.title
    signing = wording.any_of("ending", whole=False).match(title) is not None  # an item of its own
    for at in range(start, end):
        if (
            (at > start or not page.lines[at].plain.casefold().startswith(_NEXT))
            and not signing
            and (
                _is_dated(page, at, end)
                or (wording.any_of("ending", whole=False).match(page.lines[at].plain) and _begins_end(page, at))
                or wording.any_of("greetings").fullmatch(page.lines[at].plain.rstrip(" ,.!"))
                or (at > start and (_says_next(page, at) or _tells_next(page, last, at) or _is_of_next(page, start, at)))
            )
        ):
            return at
    end = _before_imprint(page, start, _before_signatures(page, start, end))
    if end - start <= max(40, longest * _LONGER):
        return end
    for at in range(start + 1, end):
        before, line = page.lines[at - 1], page.lines[at]
        if line.page != before.page or line.number - before.number > _GAP or line.kind is Kind.HEADING:
            return at
    return end


def _before_imprint(page: Page, start: int, end: int) -> int:
    """Where the last item ends if a paragraph of short lines below it tells how to reach whose page it is: "CVR 12345678", or
    an address and above it "Kontakt".
    """
    imprint = page.wording.any_of("imprint")
    for at in range(start + 1, end):
        line = page.lines[at]
        address = _ADDRESS.fullmatch(line.plain) is not None and not line.first
        if address or (imprint.match(line.plain) and len(line.plain) < MARGIN and any(map(str.isdigit, line.plain))):
            first = next(above for above in range(at, -1, -1) if page.lines[above].first)
            rest = page.lines[first : at + 1 if address else end]
            heads = first > start + 1 and page.wording.any_of("contacting").match(page.lines[first - 1].plain) is not None
            heads = heads and len(page.lines[first - 1].plain) < MARGIN
            known = heads or not address or page.wording.any_of("contacting").match(page.lines[first].plain) is not None
            if known and first > start and all(len(one.plain) < MARGIN for one in rest) and not any(page.labels[first:end]):
                return first - heads
    return end


def _is_dated(page: Page, at: int, end: int) -> bool:
    """Whether a line says where and when minutes were signed, and not which body met when: "Byrådet den 6. juni 2008"."""
    text = page.lines[at].plain
    if not _DATED.fullmatch(text) or page.labels[at] is not None or acts(text.split()[0].strip(","), page.wording.language):
        return False
    above = page.labels[at - 1] if at else None
    if above is not None and above.kind in _SAID and not above.rest:
        return False  # "Beslutning:", and below it the day of the next meeting
    return all(label is None or label.kind != "decision" for label in page.labels[at:end])


def _says_next(page: Page, at: int) -> bool:
    """Whether a line says when the body meets next, and the one above it that there was nothing to say on the last item."""
    nothing = _done_above(page, at) == "no_decision"
    return nothing and page.wording.any_of("next_meeting").match(page.lines[at].plain) is not None


def _done_above(page: Page, at: int) -> str | None:
    """What the line above one says was done, behind its label if it has one."""
    label = page.labels[at - 1]
    return outcome_of(label.rest if label is not None else page.lines[at - 1].plain, page.wording, strict=True)


def _tells_next(page: Page, last: Candidate, at: int) -> bool:
    """Whether a paragraph says on which day the body meets next, below one that ends what was decided on the last item: that
    is no decision on it. Under any other business it may have been said, and a plan of meetings may set it.
    """
    wording, text, above = page.wording, page.lines[at].plain, page.lines[at - 1]
    types = wording.tree["item_types"]
    own = any(word in last.title.casefold() for word in (*types["any_other_business"], *types["formalities"]))  # "Mødeplan"
    begins = page.lines[at].first or (above.plain.endswith(".") and len(above.plain) < page.width * _SHORT)
    if own or not begins or wording.any_of("next_meeting").match(text) is None or not names_day(text, wording.language):
        return False
    labelled = any(label is not None and label.kind in _SAID for label in page.labels[last.end : at])
    done = _done_above(page, at)
    return labelled and done is not None and done not in wording.words("weak")


def _is_of_next(page: Page, start: int, at: int) -> bool:
    """Whether a line says from when to when, below what was decided: then it is of something else than the last item."""
    if not page.lines[at].first or not HOURS.fullmatch(page.lines[at].plain):
        return False
    return any(label is not None and label.kind == "decision" for label in page.labels[start:at])


def _end_of_form(page: Page, spans: Sequence[tuple[int, int]]) -> int:
    """The end of the last item where each is a table of its own: what stands below the last is of the meeting."""
    start, end = spans[-1]
    lines = [page.lines[at] for first, last in spans[:-1] for at in (first, last - 1)]
    if not all(line.boxed for line in (*lines, page.lines[start])):
        return end
    return next((at for at in range(start, end) if not page.lines[at].boxed), end)


def _end_of_list(page: Page, headings: Sequence[Candidate]) -> int:
    """The end of the last item of a list of titles that is announced as the agenda: a paragraph below the list is of none."""
    before, _ = page.announced[headings[0].start]
    listed = before >= 0 and says_agenda(page, before) and len(headings) >= _LIST
    if not listed or any(one.end != other.start for one, other in pairwise(headings)):
        return len(page.lines)
    below = range(headings[-1].end, len(page.lines))
    return next((at for at in below if page.lines[at].first and page.lines[at].kind is not Kind.LIST_ITEM), len(page.lines))


def _before_signatures(page: Page, start: int, end: int) -> int:
    """The end of the last item without the names below it, or "Referent" and a name; what goes on from a full line is none."""
    while end - 1 >= start and _signs(page, end - 1) and not page.labels[end - 1]:
        if end - 2 >= start and (page.lines[end - 2].full or heads_absent(page.lines[end - 2].plain, page.wording)):
            break
        office = field_of(f"{page.lines[end - 1].plain.split()[0]}:", page.wording)
        if end - 1 == start and (office is None or office.kind not in ("chair", "minute_taker")):
            break  # "Valg af revisor", "Ane Test"
        end -= 1
    return end


def _signs(page: Page, at: int) -> bool:
    """Whether a line is names and nothing else, or a paragraph that is a name and what that person is: "Ib Prøve, referent"."""
    line = page.lines[at]
    name, comma, post = line.plain.partition(", ")
    if _SIGNED.fullmatch(line.plain) or not (comma and line.first and _SIGNED.fullmatch(name)):
        return _SIGNED.fullmatch(line.plain) is not None
    field = field_of(f"{post}:", page.wording)
    signing = field is not None and field.kind in ("chair", "minute_taker")
    return signing or says_office(post, page.wording, only=True)


def _begins_end(page: Page, at: int) -> bool:
    """Whether a line begins a sentence, and does not tell what was said on an item, as others do: "Ref.: Taget til følge."."""
    before, label = page.lines[at - 1].plain, page.labels[at]
    above = {one.text.casefold() for one in page.labels[:at] if one is not None and one.rest}
    if label is not None and label.kind == "minutes" and label.rest and label.text.casefold() in above:
        return False
    return page.lines[at].first or before.endswith(".") or not any(map(str.isalnum, before))
