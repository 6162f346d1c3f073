"""The graded queries are whole and unchanged, and the scores that are made of them are the ones that the books define."""

from __future__ import annotations

import hashlib
from collections import Counter
from math import log2
from pathlib import Path

import pytest

from bench.search.queries import HALVES, NO_ANSWER, file_of, half_of, load, missing_of
from bench.search.report import judge, table
from bench.search.scores import Score, average, discounted, score, share_empty
from bench.search.site import Answer, record_of, without_ours
from bench.search.visits import Visit, cost_of

# The final half is frozen, and nothing is tuned by it. A change is a new benchmark: say so in its commit.
FINAL = "e0ecc1becb9cfa74b9619a509191f9379dab977faaf136c8fbb737fcd423d04e"


def test_the_final_half_is_as_it_was_frozen() -> None:
    assert hashlib.sha256(file_of("final").read_bytes()).hexdigest() == FINAL


@pytest.mark.parametrize("half", HALVES)
def test_every_class_has_eight_queries_in_each_half(half: str) -> None:
    kinds = Counter(query.kind for query in load(half))
    assert len(kinds) == 15
    assert min(kinds.values()) >= 8


@pytest.mark.parametrize("half", HALVES)
def test_a_query_is_in_the_half_that_its_number_says(half: str) -> None:
    assert {half_of(query.number) for query in load(half)} == {half}


def test_the_page_of_a_long_text_counts_as_its_record() -> None:
    assert record_of("/aftaler/havnepagt/tekst/") == "/aftaler/havnepagt/"
    assert record_of("/emner/havnekontekst/") == "/emner/havnekontekst/"


@pytest.mark.parametrize(("half", "first"), [*zip(HALVES, (1, 2), strict=True)])
def test_a_half_numbers_each_class_without_gaps(half: str, first: int) -> None:
    numbers: dict[str, list[int]] = {}
    for query in load(half):
        numbers.setdefault(query.kind, []).append(query.number)
    assert all(found == list(range(first, first + 2 * len(found), 2)) for found in numbers.values())


def test_no_query_stands_twice_in_a_class_and_all_are_as_someone_types_them() -> None:
    queries = load("all")
    assert len({(query.kind, query.text) for query in queries}) == len(queries)
    assert all(query.text and query.text == query.text.strip() for query in queries)


def test_what_has_an_answer_names_the_best_page_and_what_has_none_names_no_page() -> None:
    for query in load("all"):
        if query.kind == NO_ANSWER:
            assert not query.grades, query.text
        else:
            assert 3 in query.grades.values(), query.text
            assert all(address.startswith("/") and address.endswith("/") for address in query.grades), query.text


def test_a_graded_page_that_a_site_lacks_is_named(tmp_path: Path) -> None:
    queries = [query for query in load("tune") if query.text == "GovTech Midtjylland"]
    (tmp_path / "initiativer" / "govtech").mkdir(parents=True)
    (tmp_path / "initiativer" / "govtech" / "index.html").touch()
    missing = missing_of(queries, tmp_path)
    assert "/sager/govtech/" in missing
    assert "/initiativer/govtech/" not in missing


def test_the_best_order_scores_one() -> None:
    assert score(["/a/", "/b/", "/c/"], {"/a/": 3, "/b/": 2, "/c/": 1}) == Score(ndcg=1.0, mrr=1.0, first=1.0, answered=1.0)


def test_gains_are_discounted_by_place() -> None:
    # 7 / log2(2) + 3 / log2(3) + 1 / log2(4)
    assert discounted([3, 2, 1]) == pytest.approx(7 + 1.892789 + 0.5)


def test_an_answer_in_another_order_scores_what_it_does_by_hand() -> None:
    found = ["/other/", "/c/", "/b/", "/x/", "/a/"]
    scored = score(found, {"/a/": 3, "/b/": 2, "/c/": 1})
    # (1 / log2(3) + 3 / log2(4) + 7 / log2(6)) / (7 + 3 / log2(3) + 1 / log2(4)) = 4.838899 / 9.392789
    assert scored.ndcg == pytest.approx(4.838899 / 9.392789, abs=1e-6)
    assert scored.mrr == pytest.approx(1 / 3)  # /b/ answers; /c/ before it is only useful
    assert scored.first == 0.0
    assert scored.answered == 1.0


def test_a_page_that_comes_twice_gains_once() -> None:
    twice = score(["/a/", "/a/", "/b/"], {"/a/": 3, "/b/": 2})
    assert twice.ndcg == pytest.approx((7 + 3 / log2(4)) / (7 + 3 / log2(3)))


def test_what_comes_after_the_tenth_result_scores_nothing() -> None:
    late = score([f"/{number}/" for number in range(10)] + ["/a/"], {"/a/": 3})
    assert late == Score(ndcg=0.0, mrr=0.0, first=0.0, answered=0.0)


def test_more_good_pages_than_fit_are_no_loss() -> None:
    grades = {f"/{number}/": 3 for number in range(15)}
    assert score([f"/{number}/" for number in range(10)], grades).ndcg == pytest.approx(1.0)


def test_an_empty_answer_scores_nothing() -> None:
    assert score([], {"/a/": 3}) == Score(ndcg=0.0, mrr=0.0, first=0.0, answered=0.0)


def test_averages_count_every_query_the_same() -> None:
    assert average([Score(1.0, 1.0, 1.0, 1.0), Score(0.5, 0.0, 0.0, 1.0)]) == Score(0.75, 0.5, 0.5, 1.0)
    assert share_empty([[], ["/a/"], [], []]) == 0.75


def test_a_visit_costs_the_median_first_search_and_the_mean_of_the_later_bytes() -> None:
    visits = [
        Visit(100, 5, 1.0, [10, 20], [0.1, 0.3]),
        Visit(300, 9, 2.0, [30, 60], [0.2, 0.4]),
        Visit(120, 6, 9.0, [0, 0], [0.2, 0.2]),
    ]
    cost = cost_of(visits)
    assert (cost.first_bytes, cost.most_first_bytes, cost.first_requests, cost.first_seconds) == (120, 300, 6, 2.0)
    assert (cost.later_bytes, cost.most_later_bytes, cost.later_seconds) == (20, 60, 0.2)


def test_the_table_sets_apart_what_has_no_answer() -> None:
    queries = [query for query in load("tune") if query.text in ("GovTech Midtjylland", "Start Up Viborg", "hundelov")]
    answers = [Answer(["/initiativer/govtech/"], None, 0.1), Answer([], "start up", 0.1), Answer([], None, 0.1)]
    result = judge(queries, answers, {"line": cost_of([Visit(1_000, 1, 0.5, [500], [0.1])])})
    assert result.failed == ["Start Up Viborg"]
    assert result.empty == 1.0
    assert result.scores["all"].first == 0.5
    lines = list(table(queries, {"pagefind": result}))
    assert any(line.startswith("all") and "50%" in line for line in lines)
    assert any(line.startswith("no answer: stays empty") and "100%" in line for line in lines)


def test_plain_pagefind_gets_a_page_without_what_it_carries_for_this_search() -> None:
    page = (
        '<article data-pagefind-body><h1 data-pagefind-weight="4">Nettet</h1>'
        '<span hidden data-pagefind-meta="names[data-names]" data-names="netvaerk"></span>'
        '<p data-pagefind-filter="type[data-type]" data-type="organ">Et <span hidden>skjult</span> organ</p></article>'
    )
    assert without_ours(page) == (
        '<article data-pagefind-body><h1 data-pagefind-weight="4">Nettet</h1>'
        '<p data-type="organ">Et <span hidden>skjult</span> organ</p></article>'
    )
