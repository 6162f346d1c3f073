"""The example minutes and papers: each imported to the small library, and its draft beside what it should be.

`python -m tests.minutes_examples` writes the .draft files anew; example_minutes/README.md says how to review them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.importer.drafting.draft import Draft
from tests.minutes import imported, items_of

FOLDER = Path(__file__).parent / "example_minutes"
PAPERS = Path(__file__).parent / "example_papers"
_UNTOLD = ("id", "status", "sources", "documents", "document", "concerns")  # what follows from the rest
_SHOWN = ("number", "title", "item_type", "presenters", "closed", "after_meeting", "note")


def examples(folder: Path = FOLDER) -> list[Path]:
    """The sources of a folder, in the order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md")


def draft_of(path: Path, folder: Path) -> str:
    """What the import drafts of a source, as text: each item, and the lines that stand in no record."""
    draft = imported(path.read_text(encoding="utf-8"), folder, name=path.name)
    told = _told_of_paper(draft) if path.parent == PAPERS else _told(draft)
    return "\n".join(yaml.dump(one, allow_unicode=True, sort_keys=False, width=100) for one in told)


def _told(draft: Draft) -> Iterator[dict[str, Any]]:
    for file in items_of(draft):
        fields = file.fields
        recommendation = fields.get("recommendation", {})
        told = {name: fields.get(name) for name in _SHOWN}
        told["recommendation"] = [recommendation.get("intro"), *(point["text"] for point in recommendation.get("points", ()))]
        told["decisions"] = [f"{one['outcome']}: {one['text']}" for one in fields.get("decisions", ())]
        told["annexes"] = [one["title"] for one in fields.get("annexes", ())]
        told["minutes"], told["body"] = fields.get("minutes"), file.body
        yield {name: value for name, value in told.items() if value and value != [None]}
    yield {"in no record": [text for _, text in draft.left]}


def _told_of_paper(draft: Draft) -> Iterator[dict[str, Any]]:
    for file in draft.files:
        if not file.path.startswith("documents/"):
            yield {file.path: {name: value for name, value in file.fields.items() if name not in _UNTOLD}}
    yield {"report": [" ".join([one.key, *map(str, one.details.values())]) for one in draft.findings]}
    yield {"in no record": [text for _, text in draft.left]}


def bless() -> int:
    """Write the drafts that are missing or have changed, and print their names."""
    for path in (*examples(), *examples(PAPERS)):
        with tempfile.TemporaryDirectory() as folder:
            draft = draft_of(path, Path(folder))
        beside = path.with_suffix(".draft")
        if not beside.is_file() or beside.read_text(encoding="utf-8") != draft:
            beside.write_text(draft, encoding="utf-8")
            print(beside.relative_to(FOLDER.parent))
    return 0


if __name__ == "__main__":
    sys.exit(bless())
