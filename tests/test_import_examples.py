"""Each rule by which minutes and other papers are read is shown by an example: a source, and beside it the draft, exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.minutes_examples import FOLDER, PAPERS, draft_of, examples


@pytest.mark.parametrize("path", [*examples(), *examples(PAPERS)], ids=lambda path: path.stem)
def test_the_draft_is_the_one_beside_the_source(path: Path, tmp_path: Path) -> None:
    assert draft_of(path, tmp_path) == path.with_suffix(".draft").read_text(encoding="utf-8")


@pytest.mark.parametrize(("folder", "several"), [(FOLDER, 15), (PAPERS, 10)])
def test_there_are_examples_and_each_draft_has_its_source(folder: Path, several: int) -> None:
    assert len(examples(folder)) > several
    assert {path.stem for path in folder.glob("*.draft")} == {path.stem for path in examples(folder)}
