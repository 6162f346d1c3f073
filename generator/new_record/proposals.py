"""A draft and the site around it to what is proposed for a field: from the other answers and the records that there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from generator.config import SiteConfig
from generator.declaration import ChoiceKind, FieldPlace, Pointer, PointerKind
from generator.library import Library
from generator.messages import load_catalogue
from generator.new_record.draft import Draft, place_of
from generator.new_record.references import name_for, records_for
from generator.records.meeting import Meeting
from generator.sorting import slugify
from generator.values.spoken import long_day
from generator.values.when import parse_when
from generator.vocabulary import load_vocabulary

_LONGEST = 60  # letters of a name in an address that is made of a title
_FREQUENT = ("bodies", "body_of", "region")  # references that most records of a site share
_NOT_SAID = ("not_stated", "not_minuted", "unknown")  # what a word list has for what no source says


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The site that a record is written for: its records, drafts too, its settings, and the day."""

    library: Library
    config: SiteConfig
    today: date

    def text(self, key: str, **blanks: object) -> str:
        """A text in the language of the content, whatever language its editor is spoken to in."""
        return load_catalogue(self.config.language)(key, **blanks)


def proposal(draft: Draft, path: str, site: Surroundings) -> str:
    """What is proposed for a field as its file would have it; empty where nothing in the site leads to a value."""
    own = _OWN.get((draft.record_type.type_name, path)) or _OWN.get(("", path))
    if own is not None:
        return own(draft, site)
    place = place_of(draft.record_type, path)
    if place is None or place.kind is None:
        return ""
    if path in _FREQUENT and (usual := _most_frequent(draft, place, site)):
        return usual
    if place.kind.or_unknown:
        return load_vocabulary("unknown").terms["not_stated"].word(site.config.language)
    if isinstance(place.kind, PointerKind):
        return _only_one(place.kind, site)
    return _usual_word(draft, path, place, site)


def _most_frequent(draft: Draft, place: FieldPlace, site: Surroundings) -> str:
    """The value that most records of the type have; of several the first by name."""
    values = (getattr(record, place.name) for record in site.library.all(draft.record_type))
    firsts = (next(iter(value), None) if place.many else value for value in values)
    counted = Counter(str(one) if isinstance(place.kind, ChoiceKind) else one for one in firsts if one is not None)
    found = min(counted, key=lambda one: (-counted[one], str(one)), default=None)
    if isinstance(found, Pointer) and isinstance(place.kind, PointerKind):
        return found.id if len(place.kind.types) == 1 else str(found)
    return str(found or "") if not isinstance(found, Pointer) else ""


def _only_one(kind: PointerKind, site: Surroundings) -> str:
    there = [record for name in kind.types for record in site.library.by_type.get(name, ())]
    return name_for(there[0], kind) if len(there) == 1 else ""


def _usual_word(draft: Draft, path: str, place: FieldPlace, site: Surroundings) -> str:
    """Of a word list: what says that nothing is said, else what most records of the type have."""
    if not isinstance(place.kind, ChoiceKind):
        return ""
    terms = load_vocabulary(place.kind.vocabulary).terms
    unsaid = next((key for key in _NOT_SAID if key in terms), "")
    key = unsaid or ("" if "." in path else _most_frequent(draft, place, site))
    return terms[key].word(site.config.language) if key else ""


def _id(draft: Draft, site: Surroundings) -> str:
    """A name that no record of the type has yet."""
    base = _id_base(draft)
    if not base:
        return ""
    name = draft.record_type.type_name
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(one for one in candidates if Pointer(name, one) not in site.library.records)


def _id_base(draft: Draft) -> str:
    if draft.meeting is not None:
        number = slugify(draft.value("number"))
        return "-".join(filter(None, (draft.meeting.id, number.zfill(2) if number else slug_of(draft.value("title")))))
    if draft.record_type is Meeting:
        name = (draft.value("bodies"), slugify(draft.value("date")), draft.value("suffix"))
        return "-".join(filter(None, name))
    return slug_of(draft.value("title"))


def slug_of(title: str) -> str:
    """A title as a part of an address, of whole words, and not much too long."""
    slug = slugify(title)
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def _title_of(path: str, draft: Draft, site: Surroundings) -> str:
    """The title of the record that a field names; empty where it names none."""
    place = place_of(draft.record_type, path)
    if place is None or not isinstance(place.kind, PointerKind):
        return ""
    found = records_for(draft.value(path), place.kind, site.library)
    return found.records[0].title if found.sure else ""


def _meeting_title(draft: Draft, site: Surroundings) -> str:
    body = _title_of("bodies", draft, site)
    return site.text("new.meeting_title", body=body, day=_day(draft, site)) if body else ""


def _day(draft: Draft, site: Surroundings) -> str:
    try:
        when = parse_when(draft.value("date"))
    except ValueError:
        return draft.value("date")
    return long_day(when.first, site.config.language) if when.first and when.is_day else when.text


def _meeting_state(draft: Draft, site: Surroundings) -> str:
    """A meeting whose day has passed is proposed as held, any other as planned; its editor knows better."""
    try:
        last = parse_when(draft.value("date")).last
    except ValueError:
        last = None
    key = "held" if last and last < site.today else "planned"
    return load_vocabulary("meeting_state").terms[key].word(site.config.language)


def _next_number(draft: Draft, site: Surroundings) -> str:
    """One more than the highest whole number among the meeting's items; 1 where there is none."""
    items = site.library.items_of(draft.meeting) if draft.meeting else ()
    numbers = [int(one.number) for one in items if one.number and re.fullmatch(r"\d{1,4}", one.number)]
    return str(max(numbers, default=0) + 1)


def _appointment_title(draft: Draft, site: Surroundings) -> str:
    post = _title_of("post", draft, site)
    holder = _title_of("holder", draft, site) or site.text("new.nobody_named")
    return site.text("new.appointment_title", holder=holder, post=post) if post else ""


def _correction_title(draft: Draft, site: Surroundings) -> str:
    title = _title_of("corrects", draft, site)
    return site.text("new.correction_title", title=title) if title else ""


def _not_minuted(draft: Draft, site: Surroundings) -> str:
    return load_vocabulary("outcome").terms["not_minuted"].word(site.config.language)


def same_day(draft: Draft, site: Surroundings) -> list[Meeting]:
    """The meetings that its first body has on a meeting's day already; where there is one, the next needs a suffix."""
    row = site.library.meetings_by_body.get(Pointer("organization", draft.value("bodies")), ())
    return [one for one in row if one.date.text == draft.value("date")]


def _next_suffix(draft: Draft, site: Surroundings) -> str:
    there = same_day(draft, site)
    taken = {one.suffix for one in there}
    return next(suffix for number in count(len(there) + 1) if (suffix := str(number)) not in taken)


def latest_meeting(site: Surroundings) -> str:
    """The id of the meeting that comes last; empty where there is none."""
    meetings = site.library.all(Meeting)
    return max(meetings, key=lambda one: (one.date.sort_key, one.id)).id if meetings else ""


# By type and path; without a type for every type.
_OWN: Mapping[tuple[str, str], Callable[[Draft, Surroundings], str]] = {
    ("", "id"): _id,
    ("meeting", "title"): _meeting_title,
    ("meeting", "date"): lambda draft, site: site.today.isoformat(),
    ("meeting", "state"): _meeting_state,
    ("meeting", "suffix"): _next_suffix,
    ("item", "number"): _next_number,
    ("item", "decisions[0].outcome"): _not_minuted,
    ("item", "decisions[0].text"): _not_minuted,
    ("appointment", "title"): _appointment_title,
    ("correction", "title"): _correction_title,
    ("correction", "date"): lambda draft, site: site.today.isoformat(),
}
