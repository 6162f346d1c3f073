"""The order of what the search found: words close together first, and a record once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_NEARNESS = """async ([places, length]) => {
  const { nearness } = await import("/assets/search/nearness.js");
  return nearness(places.map((words, index) => ({ index, light: false, at: [{ words, worth: 1 }] })), length);
}"""
# Of each term the pages that have it, and how well, all in the same place; and their order.
_FOUND = """async (given) => {
  const { Found, firstOf } = await import("/assets/search/found.js");
  const { ranked } = await import("/assets/search/ranking.js");
  const foundOf = (terms) => terms.map((pages, term) => {
    const answer = { pages: pages.map(([place]) => place), scores: pages.map(([, raw]) => raw), at: () => [20 + term] };
    const found = new Found(9);
    found.add(answer, { weight: 1, best: 1 });
    return found;
  });
  const inOrder = (...question) => {
    const { places, scores } = ranked(...question);
    return firstOf(places, 9, scores);
  };
  return (%s)(given);
}"""
# Three pages, each found for one word as well as the others; the second is the long text of the first.
_ORDER = (
    _FOUND
    % """(kinds) => {
  const types = ["agreement", "item"];
  const pages = { size: 9, kinds, parents: [0, 1, 0], days: [0, 0, 0], children: new Map(), names: new Map() };
  const vocabulary = { ...pages, typeOf: (place) => types[kinds[place]] };
  const terms = [{ text: "kaj", light: false, forms: [{ word: "kaj", count: 3, weight: 1, how: "same" }] }];
  const found = foundOf([[[0, 0.5], [1, 1], [2, 0.1]]]);
  const none = { whole: new Set(), inside: new Map(), kinds: new Set() };
  return inOrder(terms, found, vocabulary, none);
}"""
)

# A meeting with two items, which have the word less and much less well than its page.
_LISTED = (
    _FOUND
    % """(raw) => {
  const types = ["meeting", "item"];
  const pages = { size: 9, kinds: [0, 1, 1], parents: [0, 1, 1], days: [0, 0, 0], children: new Map(), names: new Map() };
  const vocabulary = { ...pages, typeOf: (place) => types[pages.kinds[place]] };
  const terms = [{ text: "kaj", light: false, forms: [{ word: "kaj", count: 3, weight: 1, how: "same" }] }];
  const none = { whole: new Set(), inside: new Map(), kinds: new Set() };
  return inOrder(terms, foundOf([[[0, 1], [1, raw], [2, 0.1]]]), vocabulary, none);
}"""
)

# Two pages: one is about the first word and hardly has the second, the other is all about the first.
_HARDLY = (
    _FOUND
    % """([raw, names]) => {
  const pages = { size: 9, kinds: [0, 0], parents: [0, 0], days: [0, 0], children: new Map(), names: new Map(names) };
  const vocabulary = { ...pages, typeOf: (place) => (place > 1 ? "municipality" : "item") };
  const form = { count: 3, weight: 1, how: "same" };
  const terms = ["kaj", "mole"].map((word) => ({ text: word, light: false, forms: [{ word, ...form }] }));
  const found = foundOf([[[0, 0.2], [1, 1]], [[0, raw]]]);
  const none = { whole: new Set(), inside: new Map(), kinds: new Set() };
  return inOrder(terms, found, vocabulary, none);
}"""
)

# Seven pages in their order; what the first one points at, and what the order is then.
_LIFTED = """async ([words, links]) => {
  const { Order } = await import("/assets/search/order.js");
  const scores = Float64Array.from([7, 6, 5, 4, 3, 2, 1, 0]);
  const pages = [0, 1, 2, 3, 4, 5, 6];
  const of = async (place) => (links === null ? Promise.reject(new Error()) : place === 0 ? links : []);
  const order = new Order(pages, { scores, terms: Array(words).fill({}), links: { of } });
  return [await order.between(0, 4), await order.between(4, 7), await order.between(2, 6)];
}"""

# The first pages of many whose days and scores are often the same, and whether they are those of all pages sorted.
_FIRST = """async ([size, count]) => {
  const { firstOf } = await import("/assets/search/found.js");
  const pages = Array.from({ length: size }, (_, page) => page).reverse();
  const [days, scores] = [pages.map((page) => (page * 7) % 5), pages.map((page) => ((page * 31) % 11) / 3)];
  const sorted = [...pages].sort((one, other) => days[other] - days[one] || scores[other] - scores[one] || one - other);
  return [firstOf(pages, count, days, scores), sorted.slice(0, count)];
}"""


@pytest.mark.parametrize(
    ("places", "length", "share"),
    [
        ([[20], [21]], 2, 1),  # side by side
        ([[20], [500]], 2, 0.5),  # in two passages
        ([[3], [500]], 2, 1),  # one of them in the title
        ([[20], [26], [500]], 3, 1 / 2),  # two in a passage, and none as close as in the question
        ([[20], [21], [22]], 3, 1),
        ([[20]], 1, 1),
    ],
)
def test_words_of_a_question_count_as_far_as_they_stand_together(
    places: list[list[int]], length: int, share: float, page: Page
) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_NEARNESS, [places, length]) == pytest.approx(share)


def test_a_record_and_its_long_text_come_once_as_the_better_of_the_two(page: Page) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_ORDER, [0, 0, 1]) == [1, 2]


def test_an_item_and_the_meeting_that_lists_it_both_come(page: Page) -> None:
    page.goto("/soeg/")
    assert set(page.evaluate(_ORDER, [0, 1, 1])) == {0, 1, 2}


@pytest.mark.parametrize(("raw", "order"), [(0.5, [1, 0, 2]), (0.1, [0, 1, 2])])
def test_a_meeting_stands_behind_its_best_item_where_it_has_little_more(raw: float, order: list[int], page: Page) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_LISTED, raw) == order


@pytest.mark.parametrize(("raw", "order"), [(0.01, [1, 0]), (0.1, [0, 1])])
def test_a_page_that_hardly_has_a_word_has_not_all_of_the_question(raw: float, order: list[int], page: Page) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_HARDLY, [raw, []]) == order


def test_a_page_is_of_a_place_although_it_names_it_once(page: Page) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_HARDLY, [0.01, [["mol", [2]]]]) == [0, 1]


@pytest.mark.parametrize(("size", "count"), [(400, 10), (400, 1), (8, 10), (10, 10), (0, 10), (400, 0)])
def test_the_first_pages_are_those_that_come_first_where_all_are_sorted(size: int, count: int, page: Page) -> None:
    page.goto("/soeg/")
    first, expected = page.evaluate(_FIRST, [size, count])
    assert first == expected
    assert len(first) == min(size, count)


@pytest.mark.parametrize(
    ("words", "links", "later"),
    [
        (3, [{"page": 6, "share": 1}], [6, 4, 5]),
        (3, [{"page": 5, "share": 0.5}, {"page": 3, "share": 1}], [5, 4, 6]),  # the first keep their places
        (3, [{"page": 7, "share": 1}], [4, 5, 6]),  # what does not answer is not lifted
        (2, [{"page": 6, "share": 1}], [4, 5, 6]),  # nor where a question has few words
        (3, None, [4, 5, 6]),  # and what cannot be loaded is not missed
    ],
)
def test_behind_the_first_come_the_pages_that_these_point_at(
    words: int, links: list[dict[str, float]] | None, later: list[int], page: Page
) -> None:
    page.goto("/")
    assert page.evaluate(_LIFTED, [words, links]) == [[0, 1, 2, 3], later, [2, 3, *later[:2]]]
