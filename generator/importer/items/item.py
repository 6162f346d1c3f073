"""The lines of one item to its record: heading, recommendation, minutes, decisions, case text, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.importer.headings.candidates import Candidate
from generator.importer.headings.first_names import with_first_names
from generator.importer.headings.people import names_in
from generator.importer.headings.titles import Heading, read_heading, type_of
from generator.importer.items.absence import took_no_part
from generator.importer.items.agreements import agreed, agrees_beside, firm
from generator.importer.items.below_heading import facts_below
from generator.importer.items.bold_said import with_bold_said
from generator.importer.items.chosen import chosen, told
from generator.importer.items.decisions import Asked, Decided, decisions_of
from generator.importer.items.final_say import final_of
from generator.importer.items.last_said import with_last_said
from generator.importer.items.led import lead_of
from generator.importer.items.one_line import parts_of_line
from generator.importer.items.recommending import Recommended, recommended
from generator.importer.items.section import Section
from generator.importer.items.section_text import annexes_of, case_text
from generator.importer.items.sections import sections_of
from generator.importer.items.source import Source
from generator.importer.items.told_above import with_told_above
from generator.importer.labels.type_marks import type_mark, typed_sentence
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.prose import Writer
from generator.importer.lines.textlines import TextLine, as_paragraph

_ODDS = ("any_other_business", "announcements")  # types of items in which much is said that decides nothing
_TELLING = (*_ODDS, "information")
_LEGAL = re.compile(r"[§$]|\blov|\bstk\.")


@dataclass
class ReadItem:
    """An item as it was read, before it is a record."""

    number: str
    heading: str
    says: Heading
    place: tuple[tuple[int, int], tuple[int, int]]
    presenters: tuple[str, ...] = ()
    recommendation: Recommended | None = None
    minutes: str = ""
    decisions: list[Decided] = field(default_factory=list)
    after_meeting: str = ""
    body: str = ""
    annexes: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)  # what says who took no part, which ends the minutes
    item_type: str = ""
    closed_ground: str = ""
    has_minutes: bool = False


def read_item(heading: Candidate, lines: Sequence[TextLine], source: Source, *, shut: bool = False) -> ReadItem:
    """Read one item; `lines` are those below its heading, `shut` says that it stands among the closed ones."""
    says = read_heading(heading.title, source.wording, stated=source.stated, usual=source.marked)
    says = with_first_names(says) if source.named else says
    first = source.page.lines[heading.start]
    last = lines[-1] if lines else source.page.lines[heading.end - 1]
    item_type = "formalities" if type_of(says.title, source.wording) == "formalities" else says.item_type
    item = ReadItem(heading.printed, heading.title, says, (first.place, last.place), says.presenters, item_type=item_type)
    below = as_paragraph(lines, first.block)
    if below and source.typed and _is_type(below[0], source):
        item.item_type = type_mark(below[0].plain, source.wording) or item.item_type
        item.notes.append(below.pop(0).plain)
    facts = facts_below([line.plain for line in below], source.wording)
    says = item.says = replace(says, closed=says.closed or (shut if facts.closed is None else facts.closed))
    if source.typed and facts.lines:
        item.item_type = typed_sentence(below[0].plain, source.wording)[0] or item.item_type
    item.notes += [below.pop(0).plain for _ in range(facts.lines)]
    item.presenters += facts.presenters
    if not below and not says.closed:
        says = item.says = _read_one_line(item, says, source)
    sections = with_bold_said(sections_of(source.page, below, says.title), source.page, usual=source.bold_last)
    telling = type_of(says.title, source.wording) in _TELLING
    sections = with_last_said(sections, source.page, usual=source.decided_last, telling=telling)
    if says.closed:
        _read_closed(item, sections, source)
        return item
    sections = sections if source.is_agenda else with_told_above(sections, source.page)
    read_sections(item, sections, source)
    return item


def _is_type(line: TextLine, source: Source) -> bool:
    """Whether a line below a heading says the type of the item: one that is known, or a single word that could be a label."""
    label = source.page.labels[line.index]
    single = label is not None and not label.rest and " " not in line.plain and line.first and line.last
    return single or type_mark(line.plain, source.wording) != ""


def _read_one_line(item: ReadItem, says: Heading, source: Source) -> Heading:
    """An item that is one line, "2. Regnskab: Godkendt.": the title, and what was decided about it."""
    title, said, absent = parts_of_line(says.title, source.wording, usual=source.one_line, agenda=source.is_agenda)
    item.notes += absent
    if said:
        item.has_minutes, item.minutes = True, said
        decides = outcome_of(said, source.wording, strict=False) is not None
        item.decisions = decisions_of([said], source.wording, labelled=decides)
    return replace(says, title=title)


def _read_closed(item: ReadItem, sections: Sequence[Section], source: Source) -> None:
    """Of a closed item nothing is taken but the ground on which it is."""
    said = (text for section in sections for text in source.writer.paragraphs(section.lines))
    item.closed_ground = next((text.strip("*_ ") for text in (*item.notes, *said) if _LEGAL.search(text)), "")


def read_sections(item: ReadItem, sections: list[Section], source: Source) -> None:
    """Read the sections of an item into it."""
    final = final_of(sections, source.wording, source.day)
    asking = _asking(sections, source)
    if asking is not None:
        _read_recommendation(item, asking, source)
    body: list[str] = []
    for section in sections:
        if section is asking or (section.kind == "recommendation" and not section.lines):
            continue
        kind = _kind_of_open(section, sections, source) if section.kind == "open" else section.kind
        if kind == "follow_up" and all(one.kind == "reference" for one in sections[: sections.index(section)]):
            section.kind = kind = "presenter"  # "Ansvarlig: Ane Test" above all else
        others = source.is_agenda and section.label is not None  # what has a label in an agenda was decided before
        held = kind in ("decision", "minutes") and not others
        if held and (section is final or kind == "minutes" or section.kind == "open"):
            decides = kind == "decision" or final is None or final.kind == "minutes"
            beside = not decides and agrees_beside(final, source.page)
            before = item.decisions
            item.decisions = []
            _read_said(item, section, source, labelled=kind == "decision", decides=decides or beside)
            found = firm(item.decisions, source.wording) if beside else agreed(section, item.decisions, source.wording)
            item.decisions = [*before, *found]
        elif not _read_beside(item, section, kind, source):
            body += case_text(section, source.writer, first=not body)
    item.minutes = "\n\n".join(filter(None, (item.minutes, *item.apart)))
    item.decisions = chosen(item.decisions, item.says.title, source.wording, source.people)
    item.body = "\n\n".join(body)


def _read_beside(item: ReadItem, section: Section, kind: str, source: Source) -> bool:
    """Read a section that is neither what was said nor the case; False where it is the case."""
    writer = source.writer
    if kind == "follow_up" and item.has_minutes:
        item.minutes = "\n\n".join(filter(None, (item.minutes, *case_text(section, writer, first=False))))
    elif kind == "after_meeting":
        item.after_meeting = writer.markdown(section.lines)
    elif kind == "annexes":
        item.annexes += annexes_of(section, writer)
    elif kind in ("presenter", "type"):
        _read_fact(item, section, writer, source.wording)
    elif kind in ("absence", "reference"):
        said = writer.paragraphs(section.lines) if kind == "absence" else []
        apart = took_no_part(said, source.wording)
        item.apart += apart
        item.notes += [] if apart and apart == said else [line.plain for line in section.lines]
    else:
        return False
    return True


def _asking(sections: Sequence[Section], source: Source) -> Section | None:
    """The recommendation: of several the one below the label that most items of the document have, else the first, but
    what is recommended goes before what was only proposed, "Forvaltningen foreslår, at", where neither has a label.
    """
    found = [one for one in sections if one.kind == "recommendation" and one.lines]
    usual = (one for one in found if one.label is not None and one.label.text.casefold() == source.asking)
    bare = [one for one in found if one.label is None]
    formal = source.wording.any_of("formal_asking", whole=False)
    firm = (one for one in bare if formal.search(one.lines[0].plain)) if bare == found else iter(())
    return next(usual, next(firm, found[0] if found else None))


def _read_recommendation(item: ReadItem, section: Section, source: Source) -> None:
    read = recommended(section.lines, source.writer, source.wording)
    if not read.intro and len(read.points) == 1 and read.points[0].text.endswith((" at", ",", ":")):
        item.notes.append(read.points[0].text)  # "Formanden indstiller, at", and nothing
        return
    sentence = section.label.text if section.label and len(section.label.text.split()) > 1 else ""
    item.recommendation = read if read.intro else replace(read, intro=sentence)


def _kind_of_open(section: Section, sections: Sequence[Section], source: Source) -> str:
    """What text before the first label is: minutes where the document has no labels for them, else the case."""
    said = any(other.kind in ("decision", "minutes") for other in sections)
    last = next(other for other in reversed(sections) if other.kind == "open")
    if said or source.is_agenda or section is not last:
        return "case"
    if any(other.kind == "recommendation" for other in sections[: sections.index(section)]):
        return "minutes"
    rows = source.writer.rows(section.lines)
    told = any(one.outcome != "unknown" for one in decisions_of(rows, source.wording, labelled=False))
    if not source.labelled:
        return "minutes"
    return "minutes" if len(sections) == 1 or told else "case"


def _read_said(item: ReadItem, section: Section, source: Source, *, labelled: bool, decides: bool) -> None:
    """What was said and decided; the text of a labelled decision stands in the decisions, all other in the minutes."""
    text = source.writer.markdown(section.lines)
    if not text and labelled and section.label and outcome_of(section.label.text, source.wording, strict=False):
        text = section.label.text  # "NOTED."
    if not text:
        return
    item.has_minutes = True
    recommended = " ".join(point.text for point in item.recommendation.points) if item.recommendation else ""
    agenda = item.item_type == "formalities" and source.wording.any_of("agenda_words", whole=False).search(item.says.title)
    asked = Asked(
        recommended,
        discussing=item.item_type == "discussion",
        on_agenda=bool(agenda),
        kind=type_of(item.says.title, source.wording),
        applied=source.wording.any_of("applications", whole=False).search(item.says.title) is not None,
    )
    rows = source.writer.rows(section.lines) or [text]
    if labelled and (lead := lead_of(section.label, section.lines, source.wording)):
        text, rows = f"{lead}\n\n{text}", [lead, *rows]
    certain = _is_certain(item, section, source)
    found = decisions_of(rows, source.wording, labelled=labelled, asked=asked, certain=certain) if decides else []
    item.minutes = "\n\n".join(filter(None, (item.minutes, text)))
    item.decisions += told(found, item.says.title, source.wording) if labelled else found


def _is_certain(item: ReadItem, section: Section, source: Source) -> bool:
    """Whether all below a label is decided: not below "Beslutning/referat", nor among the odds and ends of a meeting. What
    stands in a column of decisions has no label of its own; there also what only informs may stand.
    """
    kind = type_of(item.says.title, source.wording)
    if section.label is None:
        return section.kind == "decision" and kind not in _TELLING
    mixed = any(stem in section.label.text.casefold() for stem in source.wording.tree["label_stems"]["minutes"])
    return not mixed and kind not in _ODDS


def _read_fact(item: ReadItem, section: Section, writer: Writer, wording: Wording) -> None:
    text = " ".join(writer.paragraphs(section.lines))
    names = names_in(text, wording) if section.kind == "presenter" else ()
    if names:
        item.presenters = (*item.presenters, *names)
    elif section.label:
        item.notes.append(text if text == section.label.text else f"{section.label.text}: {text}")
    if section.kind == "type" and item.item_type != "formalities":
        item.item_type = next(filter(None, (type_mark(word, wording) for word in text.split())), item.item_type)
