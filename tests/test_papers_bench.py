"""The papers of the bench are judged by the facts that a person finds in them, and the import finds them in clean ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench.minutes import papers
from bench.minutes.sets import Minutes

PAPERS = papers.papers()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_facts_of_a_clean_paper_are_found_and_no_others(paper: Minutes, tmp_path: Path) -> None:
    found = papers.score(paper, tmp_path, damaged=False)
    assert (found.missing, found.false) == ((), ())
    assert found.facts == len(papers.expected_of(paper.name)) > 3


def test_a_fact_that_the_paper_does_not_have_is_missing_and_another_one_false(tmp_path: Path) -> None:
    paper = next(one for one in PAPERS if one.name.startswith("aftale-01"))
    found = papers.score(replace(paper, text=paper.text.replace("378.000", "387.000")), tmp_path, damaged=False)
    assert found.missing == ("share Nordfjord Kommune 378000",)
    assert found.false == ("share Nordfjord Kommune 387.000",)
    said = list(papers.lines_of([found], details=True))
    assert said[-2:] == ["    missing: share Nordfjord Kommune 378000", "    false: share Nordfjord Kommune 387.000"]
