"""The first site's own scanned minutes become drafts that say what the published records say, which two people read.

The scan in `scanned_minutes/` is the minutes and the first page of their annexes, as it is but for one line, which had an
address of one person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import frontmatter
import pytest

from generator.importer.drafting.draft import Draft
from tests.minutes import imported, items_of
from tests.sites import PROJECT
from tests.source_words.folding import words

NAME = "2020-08-28-kd-net"
SOURCE = PROJECT / "tests" / "scanned_minutes" / f"{NAME}.txt"
PUBLISHED = {
    str(record["number"]): record.metadata
    for record in map(frontmatter.load, map(str, sorted((PROJECT / "content" / "meetings" / NAME).glob("*.md"))))
}


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """What the import makes of the scan."""
    return imported(SOURCE.read_text(encoding="utf-8"), tmp_path_factory.mktemp("scanned"))


def folded(text: str) -> str:
    """A text by the letters that scans seldom damage."""
    return " ".join(word for word, _ in words(text, "skeleton"))


def points(item: Mapping[str, Any]) -> list[str]:
    """The points that are recommended."""
    return [folded(point["text"]) for point in item.get("recommendation", {}).get("points", ())]


def test_the_scan_has_the_published_items_and_no_others(drafted: Draft) -> None:
    assert [file.fields["number"] for file in items_of(drafted)] == list(PUBLISHED) == [str(one) for one in range(1, 17)]


@pytest.mark.parametrize("number", PUBLISHED)
def test_each_item_has_the_published_title_recommendation_decisions_and_outcomes(number: str, drafted: Draft) -> None:
    record = PUBLISHED[number]
    draft = next(file.fields for file in items_of(drafted) if file.fields["number"] == number)
    assert folded(draft["title"]) == folded(record["title"])
    assert points(draft) == points(record)
    made = draft.get("decisions", [])
    assert [one["outcome"] for one in made] == [one["outcome"] for one in record["decisions"]]
    for one, published in zip(made, record["decisions"], strict=True):
        assert folded(one["text"]).startswith(folded(published["text"]))  # a draft may keep the sentence after it


def test_a_letter_that_one_reading_mends_is_mended(drafted: Draft) -> None:
    titles = " ".join(file.fields["title"] for file in items_of(drafted))
    assert {"@", "¢"}.isdisjoint(titles)
    assert "KKR-mødet" in titles
    assert "uddannelsespladser på velfærdsområdet" in titles
