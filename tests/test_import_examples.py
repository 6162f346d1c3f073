"""Each rule by which minutes are read is shown by an example: a source, and beside it the draft, exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.minutes_examples import FOLDER, draft_of, examples


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_the_draft_is_the_one_beside_the_source(path: Path, tmp_path: Path) -> None:
    assert draft_of(path, tmp_path) == path.with_suffix(".draft").read_text(encoding="utf-8")


def test_there_are_examples_and_each_draft_has_its_source() -> None:
    assert len(examples()) > 15
    assert {path.stem for path in FOLDER.glob("*.draft")} == {path.stem for path in examples()}
