"""An agreement as a text to drafts: the agreement with its parties, period and goals, and how its costs are shared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extraction.blocks import Kind
from generator.importer.drafting.draft import DraftFile, Finding
from generator.importer.drafting.frame import Frame, filled
from generator.importer.drafting.free_names import FreeNames
from generator.importer.labels.label import label_of
from generator.importer.language.likeness import likeness
from generator.importer.language.when_written import dates_of, first_period
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.paper import Paper, cells_of, draft_fields, name_for, source_file
from generator.records.agreement import Agreement
from generator.sorting import slugify

_CLAUSE = re.compile(r"^(?:[§$]\s*)?\d{1,2}[.)]?\s+\S|^[§$]")  # a scan reads § as $
_LIST = re.compile(r"\s*,\s*(?:og\s+|and\s+)?|\s+(?:og|and|samt)\s+")
_SUM = re.compile(r"^\d[\d.]*(?:,\d+)?$")
_SAME = 0.95  # of two names that are one, each as a scan may have read it
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")


@dataclass
class ReadAgreement:
    """An agreement as it was read; what is None or empty is not said, or not surely."""

    title: str
    kind: str
    parties: list[str] = field(default_factory=list)
    start: str = ""
    end: str = ""
    goals: list[str] = field(default_factory=list)
    shares: list[tuple[str, str]] = field(default_factory=list)
    total: str = ""


def read_agreement(paper: Paper, locale: str) -> ReadAgreement:
    """Read an agreement."""
    lines = paper.reading.lines
    head = list(_head(lines))
    first = next((line.plain for line in lines if line.plain), "")
    kinds = paper.wording.tree["agreement_titles"].items()
    kind = next((key for key, words in kinds for word in words if word in first.casefold()), "other")
    about = next((line.plain for line in head[1:] if paper.wording.any_of("about").match(line.plain)), "")
    read = ReadAgreement(f"{first.capitalize() if first.isupper() else first} {about}".strip(), kind)
    read.parties = _parties(paper, head)
    read.start, read.end = _period(paper, locale)
    read.goals = list(dict.fromkeys(_goals(paper)))
    read.shares, read.total = _shares(paper, read.parties)
    return read


def _head(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines before the first clause."""
    for line in lines:
        if _CLAUSE.match(line.plain):
            return
        yield line


def _parties(paper: Paper, head: Sequence[TextLine]) -> list[str]:
    """The parties: those that a sentence lists, else the lines with names before the first clause."""
    wording = paper.wording
    said = wording.any_of("parties_are").search(paper.text)
    if said:
        sentence = re.split(r"\.\s", paper.text[said.end() :])[0]
        return [name for piece in _LIST.split(sentence) if (name := _named(piece))]
    joins = {*wording.words("joints"), *wording.words("between")}
    found = []
    fresh = True  # whether a name may begin here; what follows a name is its address
    for line in head[1:]:
        text = line.plain.strip(" ,")
        if text.casefold() in joins:
            fresh = True
        elif wording.any_of("about").match(text):
            break
        elif _CAPITAL.match(text) and (fresh or wording.any_of("body_words").search(text)) and not _DIGIT.search(text):
            found.append(text)
            fresh = False
    return list(dict.fromkeys(found))


def _named(piece: str) -> str:
    """The name in a piece of a list: what begins with a capital, "foreningen" and the like left out."""
    found = _CAPITAL.search(piece)
    return piece[found.start() :].strip(" .:;,") if found else ""


def _period(paper: Paper, locale: str) -> tuple[str, str]:
    """Start and end as the records write them; empty where not said, or where it hangs on a condition."""
    until = "|".join(paper.wording.words("until"))
    found = first_period(paper.text, locale, until)
    if found:
        return found[0].isoformat(), found[1].isoformat()
    for sentence in re.split(r"(?<=[a-zæøå])\.\s", paper.text):
        force = paper.wording.any_of("in_force").search(sentence)
        dates = dates_of(sentence, locale)
        if force and dates and not paper.wording.any_of("conditions").search(sentence):
            return dates[0][2].isoformat(), ""
    return "", ""


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
        elif _CLAUSE.match(text) and not text.split()[0].isdecimal():
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


def _shares(paper: Paper, parties: Sequence[str]) -> tuple[list[tuple[str, str]], str]:
    """The rows of a table in which parties have sums, and its total."""
    rows: list[tuple[str, str]] = []
    total = ""
    for line in paper.reading.lines:
        cells = cells_of(line)
        if len(cells) < 2 or not _SUM.match(cells[-1]) or label_of(line, paper.wording):
            continue
        if party := next((one for one in parties if likeness(one, cells[0]) > _SAME), ""):  # a scan may misread either
            rows.append((party, cells[-1]))
        elif rows and not total and cells[0].casefold() in paper.wording.words("totals"):
            total = cells[-1]
    return (rows, total) if len(rows) > 1 else ([], "")


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
        "parties": [{"party": _pointer(party, frame)} for party in read.parties],
        "start": read.start or unsaid,
        "end": read.end or unsaid,
        "goals": _goal_parts(read, frame),
            "documents": [document],
        "sources": source,
    })  # fmt: skip
    fields.setdefault("parties", [])
    files = [DraftFile(f"agreements/{name}.md", fields)]
    files.append(source_file(paper, frame, document, read.title, "agreement", [f"agreement:{name}"]))
    if read.shares:
        files.append(_share_file(read, name, document, frame))
    return files


def _goal_parts(read: ReadAgreement, frame: Frame) -> list[dict[str, str]]:
    key = slugify(frame.text("goal_key"))
    return [{"key": f"{key}-{number}", "title": goal, "goal": goal} for number, goal in enumerate(read.goals, 1)]


def _share_file(read: ReadAgreement, name: str, document: str, frame: Frame) -> DraftFile:
    shares = [
        {"key": slugify(party), "payer": _pointer(party, frame), "label": party, "amount": amount}
        for party, amount in read.shares
    ]
    fields = filled({
        **draft_fields(frame, f"{name}-{slugify(frame.text('share_key'))}", frame.text("share_title", title=read.title)),
        "concerns": f"agreement:{name}",
        "version": read.title,
        "state": frame.word("proposal_state", "unknown"),
        "date": frame.word("unknown", "not_stated"),
        "period": f"{read.start}/{read.end}" if read.start and read.end else "",
        "document": document,
        "shares": shares,
        "printed_totals": {"amount": read.total} if read.total else {},
        "sources": [{"document": document}],
    })  # fmt: skip
    return DraftFile(f"cost-shares/{fields['id']}.md", fields)


def _pointer(party: str, frame: Frame) -> str:
    return frame.names.party(party) or f"organization:{frame.names.organization(party)}"


def agreement_findings(read: ReadAgreement) -> Iterator[Finding]:
    """What an agreement does not say, or not surely."""
    for key, said in (("no_parties", read.parties), ("no_start", read.start), ("no_end", read.end)):
        if not said:
            yield Finding(key, (0, 0))
