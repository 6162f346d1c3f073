"""What an item's page shows of other records: the money, the follow-ups, and where parties took a stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.badges import Badge, badge
from generator.pages.payments import amount_of, whole_of
from generator.pages.phrases import fill, links
from generator.pages.promises import last_word, responsible_words
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.cost_share import CostShare
from generator.records.follow_up import FollowUp
from generator.records.grant import Grant
from generator.records.item import Item
from generator.records.position import Position
from generator.values.unknown import Unknown
from generator.voice import Voice

MOST = 12  # sums, follow-ups or stands on one item's page
NAMED = 4  # of those who owe one promise; the promise's own page has all of them

_WITH_SUMS = frozenset({"cost_share", "grant", "agreement"})


@dataclass(frozen=True, slots=True)
class SumLine:
    """One sum: what for, who pays, how much, and in a sentence what more there is to know."""

    pointer: Pointer
    payer: Markup
    amount: Markup
    aside: str
    shares: tuple[tuple[Markup, Markup], ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One promise: its title, its words, who owes it, when it is due, and how it stands as far as a source tells."""

    pointer: Pointer
    quote: Markup
    responsible: Markup
    due: Markup
    status: Badge
    came: Markup


@dataclass(frozen=True, slots=True)
class StandLine:
    """What one party said on the item about a matter."""

    party: Markup
    stand: Badge
    text: Markup
    position: Pointer


def with_sums(item: Item, library: Library) -> list[Record]:
    """The records with sums that an item names or that name it, and the cost shares of its initiatives, annexes, agreements."""
    near = [*library.named_by[item.pointer], *library.pointing_to.get(item.pointer, ())]
    found = dict.fromkeys(pointer for pointer in near if pointer.type in _WITH_SUMS)
    leads = [*item.initiatives, *(annex.document for annex in item.annexes if annex.document)]
    for pointer in (*leads, *(one for one in found if one.type == "agreement")):
        found |= dict.fromkeys(library.naming_by_type(pointer.whole).get("cost_share", ()))
    records = [record for pointer in found if (record := library.find(pointer)) and record.status != "withdrawn"]
    return records[:MOST]


def money_of(item: Item, voice: Voice) -> tuple[SumLine, ...]:
    """Every sum of the records that an item leads to."""
    return tuple(line for record in with_sums(item, voice.library) for line in _sums(record, voice))[:MOST]


def _sums(record: Record, voice: Voice) -> Iterator[SumLine]:
    if isinstance(record, CostShare):
        yield _cost_share(record, voice)
    elif isinstance(record, Grant):
        kinds = (("granted", record.granted), ("recommended", record.recommended), ("applied", record.applied))
        for name, amount in kinds:
            if amount is not None:
                aside = voice.catalogue(f"item.grant.{name}")
                yield SumLine(record.pointer, voice.link(record.funder), voice.money(amount), aside)
    elif isinstance(record, Agreement):
        for one in record.sums:
            payer = voice.link(one.payer) if one.payer else Markup("")
            yield SumLine(record.pointer, payer, voice.money(one.amount), one.title)


def _cost_share(record: CostShare, voice: Voice) -> SumLine:
    state = voice.word("proposal_state", record.state)
    key = "item.share_state_unknown" if record.state == "unknown" else "item.share_state"
    return SumLine(
        record.pointer,
        escape(voice.catalogue("item.payers", count=len(record.shares))),
        _whole(whole_of(record), voice),
        voice.catalogue(key, version=record.version, state=state) if record.state != "unknown" else record.version,
        tuple((_payer(share.payer, share.label, voice), _whole(amount_of(share, record), voice)) for share in record.shares),
    )


def _whole(amount: Decimal | None, voice: Voice) -> Markup:
    """A sum in whole units of the currency."""
    if amount is None:
        return voice.amount(Unknown("not_stated"))
    return escape(f"{voice.number(amount)} {voice.money_unit('whole')}")


def _payer(payer: Pointer | None, label: str | None, voice: Voice) -> Markup:
    return voice.link(payer) if payer else escape(label or "")


def follow_ups_of(item: Item, voice: Voice) -> tuple[FollowUpLine, ...]:
    """What was promised in an item, and how it stands."""
    naming = voice.library.backlinks(item.pointer)
    return tuple(_follow_up(one, voice) for one in naming if isinstance(one, FollowUp))[:MOST]


def _follow_up(record: FollowUp, voice: Voice) -> FollowUpLine:
    last = last_word(record)
    due = voice.when(record.due, record.due_printed) if record.due else Markup("")
    responsible = _responsible(record, voice)
    status = badge("follow_up_status", last.status if last else "not_stated", voice)
    came = voice.inline(last.text if last else None)
    return FollowUpLine(record.pointer, voice.inline(record.quote), responsible, due, status, came)


def _responsible(record: FollowUp, voice: Voice) -> Markup:
    """Who owes what was promised; of many, the first few and how many more."""
    if len(record.responsible) > NAMED:
        first = Markup(", ").join(voice.link(one) for one in record.responsible[:NAMED])
        more = voice.catalogue("item.and_more", count=len(record.responsible) - NAMED)
        return Markup("{} {}").format(first, more)
    return links(record.responsible, voice) or escape(responsible_words(record, voice))


def stands_of(item: Item, voice: Voice) -> tuple[StandLine, ...]:
    """The stands that parties took on an item."""
    positions = voice.library.naming(item.pointer, Position)
    return tuple(
        StandLine(
            voice.link(stand.party),
            badge("stand", stand.stand, voice),
            voice.inline(stand.text),
            position.pointer,
        )
        for position in positions
        for stand in position.stands
        if stand.where is not None and stand.where.whole == item.pointer
    )[:MOST]


def presented(item: Item, voice: Voice) -> Markup:
    """Who presented an item, and who was to, as far as the record says."""
    planned, did = item.presenters, item.presented_by
    if planned and not did:
        return fill("item.presented.planned_only", voice, who=links(planned, voice))
    if did and planned and set(did) != set(planned):
        return fill("item.presented.others", voice, who=links(did, voice), planned=links(planned, voice))
    return fill("item.presented.as_planned", voice, who=links(did, voice)) if did else Markup("")
