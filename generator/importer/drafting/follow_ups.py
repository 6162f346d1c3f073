"""What an item's minutes announce to drafts of follow-ups: who will do what, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importer.drafting.draft import DraftFile
from generator.importer.drafting.frame import Frame
from generator.importer.items.item import ReadItem
from generator.importer.language.sentences import sentences_of
from generator.importer.language.when_written import first_date
from generator.sorting import slugify

_MARKS = re.compile(r"^[#>\-\d. ]+")
_TITLE = 80  # characters of a title


def announced(item: ReadItem, identifier: str, frame: Frame) -> Iterator[DraftFile]:
    """A draft for each sentence of the minutes that announces something."""
    if item.says.closed:
        return
    sentences = [one for row in item.minutes.split("\n") for one in sentences_of(_MARKS.sub("", row), frame.wording)]
    found = [one.strip() for one in sentences if frame.wording.any_of("follow_ups").search(one)]
    for number, sentence in enumerate(dict.fromkeys(found), start=1):
        name = f"{identifier}-{slugify(frame.text('follow_up_key'))}-{number}"
        due = first_date(sentence, frame.wording.language)
        title = sentence if len(sentence) <= _TITLE else f"{sentence[:_TITLE].rpartition(' ')[0]} …"
        fields = {
            "id": name,
            "title": title.rstrip("."),
            "status": frame.word("record_status", "draft"),
            "promised_in": f"item:{identifier}",
            "quote": sentence,
            "due": due[0].isoformat() if due else frame.word("unknown", "not_stated"),
        }
        yield DraftFile(f"follow-ups/{name}.md", fields)
