"""An agreement as a text to drafts: the agreement with its parties, period and goals, and how its costs are shared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extraction.blocks import Kind
from generator.importer.drafting.draft import DraftFile, Finding
from generator.importer.drafting.frame import Frame, filled
from generator.importer.drafting.free_names import FreeNames
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.agreed_term import agreed_term, concluded_on, notice_of, sentences_in
from generator.importer.papers.costs import Costs, costs_in
from generator.importer.papers.paper import Paper, begins_clause, cells_of, draft_fields, name_for, source_file
from generator.importer.papers.parties import Parties, head_of, parties_in
from generator.importer.papers.terms import Term
from generator.records.agreement import Agreement
from generator.sorting import slugify

_CAPITAL = re.compile(r"[A-ZÆØÅ]")


@dataclass(frozen=True, slots=True)
class ReadAgreement:
    """An agreement as it was read; what is empty is not said, or not surely."""

    title: str
    kind: str
    parties: Parties
    term: Term
    concluded: str
    notice: str
    goals: tuple[str, ...]
    costs: Costs


def read_agreement(paper: Paper, locale: str) -> ReadAgreement:
    """Read an agreement."""
    head = head_of(paper.reading.lines)
    sentences = sentences_in(paper.paragraphs, paper.wording)
    parties = parties_in(paper, head)
    return ReadAgreement(
        title=_title(paper, head),
        kind=_kind(paper),
        parties=parties,
        term=agreed_term(sentences, paper.wording, locale),
        concluded=concluded_on(sentences, paper.wording, locale),
        notice=notice_of(sentences, paper.wording),
        goals=tuple(dict.fromkeys(_goals(paper))),
        costs=costs_in(paper, parties.names),
    )


def _title(paper: Paper, head: Sequence[TextLine]) -> str:
    """The first line, and what the agreement is about where that stands below the parties."""
    about = next((line.plain for line in head[1:] if paper.wording.any_of("about").match(line.plain)), "")
    return f"{paper.title.capitalize() if paper.title.isupper() else paper.title} {about}".strip()


def _kind(paper: Paper) -> str:
    kinds = paper.wording.tree["agreement_titles"].items()
    return next((key for key, words in kinds for word in words if word in paper.title.casefold()), "other")


def _goals(paper: Paper) -> Iterator[str]:
    """The goals: lines with "Mål 1:", rows below such a heading, or the list of what the parties agree to do."""
    words = "|".join(map(re.escape, paper.wording.words("goals")))
    numbered = re.compile(rf"^(?:{words})\s*\d+\s*[:.]\s*(?P<goal>\S.*)$", re.IGNORECASE)
    heading = re.compile(rf"^\W*(?:[§$]\s*)?\d{{1,2}}[.)]?\s*(?:\w+\s)?\w*(?:{words})\b", re.IGNORECASE)
    agree = paper.wording.any_of("agree_to")
    inside, listing, before = False, False, ""
    for line in paper.reading.lines:
        text = line.plain
        found = numbered.match(text)
        if found:
            yield found["goal"]
        elif begins_clause(text) and not text.split()[0].isdecimal():
            inside, listing = heading.match(text) is not None, False
        elif listing and line.kind is Kind.LIST_ITEM:
            yield paper.writer.paragraphs([line])[0].removeprefix(line.marker).strip()
        elif inside and before.isdecimal() and len(before) < 3 and _CAPITAL.match(text):
            yield text
        else:
            cells = cells_of(line)
            if inside and len(cells) > 1 and cells[0].isdecimal():
                yield cells[1]
            listing = agree.search(text) is not None and (listing or text.rstrip(":").endswith(("at", "to", "om")))
        before = text


def agreement_files(read: ReadAgreement, paper: Paper, frame: Frame) -> list[DraftFile]:
    """The agreement's record, that of its text, and that of its cost shares."""
    name = FreeNames(one.id for one in frame.names.library.all(Agreement)).of(name_for(read.title))
    unsaid = frame.word("unknown", "not_stated")
    document = f"{name}-{slugify(frame.word('document_kind', 'agreement'))}"
    source = [{"document": document}]
    fields = filled({
        **draft_fields(frame, name, read.title),
        "kind": frame.word("agreement_kind", read.kind),
        "state": frame.word("agreement_state", "unknown"),
        "parties": [{"party": pointer} for pointer in dict.fromkeys(_pointer(one, frame) for one in read.parties.names)],
        "concluded": read.concluded,
        "start": read.term.start or unsaid,
        "end": read.term.end or unsaid,
        "notice": read.notice,
        "goals": _goal_parts(read, frame),
            "documents": [document],
        "sources": source,
    })  # fmt: skip
    fields.setdefault("parties", [])
    files = [DraftFile(f"agreements/{name}.md", fields)]
    files.append(source_file(paper, frame, document, read.title, "agreement", [f"agreement:{name}"]))
    if read.costs.shares:
        files.append(_share_file(read, name, document, frame))
    return files


def _goal_parts(read: ReadAgreement, frame: Frame) -> list[dict[str, str]]:
    key = slugify(frame.text("goal_key"))
    return [{"key": f"{key}-{number}", "title": goal, "goal": goal} for number, goal in enumerate(read.goals, 1)]


def _share_file(read: ReadAgreement, name: str, document: str, frame: Frame) -> DraftFile:
    shares = [
        {"key": slugify(party), "payer": _pointer(party, frame), "label": party, "amount": amount}
        for party, amount in read.costs.shares
    ]
    fields = filled({
        **draft_fields(frame, f"{name}-{slugify(frame.text('share_key'))}", frame.text("share_title", title=read.title)),
        "concerns": f"agreement:{name}",
        "version": read.title,
        "state": frame.word("proposal_state", "unknown"),
        "date": frame.word("unknown", "not_stated"),
        "period": f"{read.term.start}/{read.term.end}" if read.term.is_whole else "",
        "document": document,
        "shares": shares,
        "printed_totals": {"amount": read.costs.total} if read.costs.total else {},
        "sources": [{"document": document}],
    })  # fmt: skip
    return DraftFile(f"cost-shares/{fields['id']}.md", fields)


def _pointer(party: str, frame: Frame) -> str:
    return frame.names.party(party) or f"organization:{frame.names.organization(party)}"


def agreement_findings(read: ReadAgreement, frame: Frame) -> Iterator[Finding]:
    """What an agreement does not say, or not surely."""
    for key, said in (("no_parties", read.parties.names), ("no_start", read.term.start), ("no_end", read.term.end)):
        if not said:
            yield Finding(key, (0, 0))
    pointers = [_pointer(party, frame) for party in read.parties.names]
    again = (party for at, party in enumerate(read.parties.names) if pointers[at] in pointers[:at])
    yield from (Finding("parties_unsure", (0, 0), {"text": party}) for party in again)  # two names of one record
    for key, lines in (("parties_unsure", read.parties.unsure), ("costs_unread", read.costs.unread)):
        yield from (Finding(key, line.place, {"text": line.plain}) for line in lines)
