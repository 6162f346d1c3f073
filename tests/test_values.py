"""Values: what is written is read exactly, in the format of the content's language, or refused."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates_in_text import dates_in
from generator.declaration import ClockKind, DateKind, NumberKind, Pointer, TextKind, WebAddressKind, YesNoKind
from generator.declaration.kind import Kind, ReadingRules, WrongValue
from generator.declaration.pointer import read_pointer
from generator.library import TYPE_NAMES
from generator.links import links_in
from generator.problems import Code, Problem, in_order, problem
from generator.sorting import alphabetical, initial
from generator.suggest import nearest
from generator.text_html import TextWords, to_html
from generator.values.amount import parse_amount
from generator.values.spoken import day_of_week, long_day, long_month
from generator.values.unknown import read_unknown
from generator.values.when import parse_when

numbers = st.decimals(min_value=0, max_value=10**12, places=3).map(lambda number: number.normalize() + 0)
locales = st.sampled_from(["da", "en"])


def printed(number: Decimal, locale: str) -> str:
    return format_decimal(number, locale=locale, decimal_quantization=False)


@given(numbers, locales)
def test_a_printed_number_is_read_as_that_number(number: Decimal, locale: str) -> None:
    amount = parse_amount(printed(number, locale), locale)
    assert amount.value == amount.high == number
    assert amount.printed == printed(number, locale)
    assert amount.is_exact


@given(numbers, numbers)
def test_a_range_has_two_ends(one: Decimal, other: Decimal) -> None:
    low, high = sorted([one, other])
    amount = parse_amount(f"{printed(low, 'da')}-{printed(high, 'da')} kr.", "da")
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier", "unit"),
    [
        ("498.053", 498053, 498053, "", 1),
        ("36,792 mio. kr.", 36792000, 36792000, "", 1000),
        ("2-3 mio. kr.", 2000000, 3000000, "", 1000000),
        ("knap 69 mio.", 69000000, 69000000, "knap", 1000000),
        ("op til 1,5 mia. kr.", 1500000000, 1500000000, "op til", 100000000),
        ("-50.000", -50000, -50000, "", 1),
        ("9,0", 9, 9, "", Decimal("0.1")),
        ("0751", 751, 751, "", 1),
        ("5.000 kr.", 5000, 5000, "", 1),
    ],
)
def test_a_sum_is_read_with_its_scale_and_the_worth_of_its_last_digit(
    text: str, low: int, high: int, qualifier: str, unit: Decimal
) -> None:
    amount = parse_amount(text, "da")
    assert (amount.printed, amount.low, amount.high, amount.qualifier, amount.unit) == (text, low, high, qualifier, unit)


@pytest.mark.parametrize(
    "text",
    ["", "mange", "1.00.000", "12,345.6", "1,2,3", "3-2", "1e5", "٣", "9" * 19, "0x10", "- ", "kr.", "1 2 3", "½", "1-2-3"],
)
def test_what_is_no_number_of_the_format_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_amount(text, "da")


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[-0-9.,–kr mio]{0,20}", fullmatch=True)), locales)
def test_any_text_is_a_sum_or_refused(text: str, locale: str) -> None:
    try:
        amount = parse_amount(text, locale)
    except ValueError:
        return
    assert amount.low <= amount.high
    assert amount.printed == text.strip()


days = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))


@given(days)
def test_a_day_begins_and_ends_on_itself(day: date) -> None:
    when = parse_when(day.isoformat())
    assert (when.text, when.first, when.last, when.is_day, when.about) == (day.isoformat(), day, day, True, False)


@given(days, st.sampled_from([4, 7]), st.sampled_from(["", "~", "?", "%"]))
def test_a_month_or_year_lasts_until_the_day_before_the_next(day: date, length: int, mark: str) -> None:
    when = parse_when(day.isoformat()[:length] + mark)
    assert when.first
    assert when.last
    assert when.first <= day <= when.last
    same = str(when.first)[:length] == str(when.last)[:length] == str(day)[:length]
    assert same
    assert str(when.last + timedelta(days=1))[:length] != str(day)[:length]
    assert when.about == bool(mark)


@given(days, days)
def test_a_span_has_the_start_of_the_first_and_the_end_of_the_second(one: date, other: date) -> None:
    first, last = sorted([one, other])
    when = parse_when(f"{first.isoformat()[:7]}/{last}")
    assert (when.first, when.last, when.is_span) == (first.replace(day=1), last, True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024/..", "2024-01-01", None),
        ("2024/", "2024-01-01", None),
        ("../2024", None, "2024-12-31"),
        ("/2024", None, "2024-12-31"),
        ("2020-23", "2020-09-01", "2020-11-30"),
    ],
)
def test_an_open_end_is_none_and_a_season_has_three_months(text: str, first: str | None, last: str | None) -> None:
    when = parse_when(text)
    assert (when.first and str(when.first), when.last and str(when.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "06-03-2024",
        "2024-13",
        "2024-00",
        "24",
        "2024-3-6",
        "2024/2020",
        "..",
        "/",
        "../..",
        "medio 2021",
        "2024-02-30/2024-03-01",
        "y17e8",
        "?2024S3X",
        "2024-03-06T10:00",
        "２０２４",
        "0000",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_when(text)


@given(st.one_of(st.text(max_size=20), st.from_regex(r"[-0-9./~?%XYuopenS]{0,14}", fullmatch=True)))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        when = parse_when(text)
    except ValueError:
        return
    assert when.text == text
    assert when.first or when.last


ids = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}", fullmatch=True)


@given(st.sampled_from(TYPE_NAMES), ids, st.one_of(st.just(""), ids))
def test_a_pointer_is_read_as_it_is_written(type_name: str, record_id: str, part: str) -> None:
    pointer = Pointer(type_name, record_id, part)
    assert read_pointer(str(pointer), TYPE_NAMES) == pointer
    assert read_pointer(str(pointer).removeprefix(f"{type_name}:"), (type_name,)) == pointer
    assert [link.pointer for link in links_in(f"Se [her]({pointer}).", TYPE_NAMES)] == [pointer]


@pytest.mark.parametrize(
    "text", ["", "Person", "person:", "a--b", "-a", "a#", "a#b#c", "person:a", "organization:a", "a b", "æ"]
)
def test_what_is_no_pointer_of_an_allowed_type_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_pointer(text, ("meeting", "item") if ":" in text else ("meeting",))


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](person:x) og ![b](b.png)", ["person:x", "b.png"]),
        ('[a](<person:x> "titel") [b]( /c )', ["person:x", "/c"]),
        ("[a](\n  person:x)", ["person:x"]),
        ("[a](person\\:x) [a](person&#58;x)", ["person:x", "person:x"]),
        ("[a](javascript:alert(1))", ["javascript:alert(1)"]),
        ("<person:x> <mailto:os> a < b: c >", ["person:x", "mailto:os"]),
        ("[a][b]\n\n> [b]: person:x 'titel'\n", ["person:x"]),
        ("Tekst.[^1]\n\n[^1]: person:x\n", []),
        ("[sic]: ikke et mål", []),
        ("[a]()", [""]),
        ("a](b uden slutning", []),
    ],
)
def test_every_kind_of_link_is_found(text: str, targets: list[str]) -> None:
    assert [link.target for link in links_in(text, TYPE_NAMES)] == targets


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (ClockKind(), "09.30", "09:30:00"),
        (ClockKind(), "23:59", "23:59:00"),
        (DateKind(), "2024-02-29", "2024-02-29"),
        (NumberKind(), "0019", "19"),
        (TextKind(), " no ", "no"),
        (YesNoKind(), "ja", "True"),
        (YesNoKind(), "no", "False"),
        (YesNoKind(), "true", "True"),
        (WebAddressKind(), "https://example.dk/æ?q=1#a", "https://example.dk/æ?q=1#a"),
    ],
)
def test_a_scalar_is_read_by_its_kind(kind: Kind, text: str, value: str) -> None:
    assert str(kind.read(text, ReadingRules())) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (ClockKind(), "24:00", Code.BAD_TIME),
        (ClockKind(), "9:30", Code.BAD_TIME),
        (ClockKind(), "१२:३०", Code.BAD_TIME),
        (DateKind(), "2023-02-29", Code.BAD_DATE),
        (DateKind(), "20240229", Code.BAD_DATE),
        (NumberKind(), "-1", Code.BAD_NUMBER),
        (NumberKind(), "٣", Code.BAD_NUMBER),
        (NumberKind(), "1" * 13, Code.BAD_NUMBER),
        (TextKind(), "to\nlinjer", Code.BAD_LINE_BREAK),
        (YesNoKind(), "måske", Code.BAD_YES_NO),
        (WebAddressKind(), "javascript:alert(1)", Code.BAD_ADDRESS),
        (WebAddressKind(), "https://", Code.BAD_ADDRESS),
        (WebAddressKind(), "http://[x", Code.BAD_ADDRESS),
        (WebAddressKind(), 'https://example.dk/"><script>', Code.BAD_ADDRESS),
    ],
)
def test_a_scalar_that_is_wrong_for_its_kind_is_refused(kind: Kind, text: str, code: Code) -> None:
    with pytest.raises(WrongValue) as wrong:
        kind.read(text, ReadingRules())
    assert wrong.value.code is code


@pytest.mark.parametrize(
    ("text", "key"), [("ikke oplyst", "not_stated"), ("illegible", "illegible"), ("not_measured", "not_measured")]
)
def test_unknown_is_a_value(text: str, key: str) -> None:
    unknown = read_unknown(text, ("da", "en"))
    assert unknown
    assert unknown.key == key


@pytest.mark.parametrize("text", ["0", "nej", "", "ikke"])
def test_nothing_else_is_unknown(text: str) -> None:
    assert read_unknown(text, ("da", "en")) is None


def test_dates_are_found_in_texts_of_either_language() -> None:
    danish = [*dates_in("Fredag den 28. august 2020, og 31. februar 2020, og 1. maj 2021.", "da")]
    assert [(one.day, one.weekday) for one in danish] == [(date(2020, 8, 28), 4), (date(2021, 5, 1), None)]
    english = [*dates_in("On Friday 28 August 2020", "en")]
    assert [(one.day, one.weekday, one.offset) for one in english] == [(date(2020, 8, 28), 4, 10)]


@pytest.mark.parametrize(("word", "near"), [("godkent", "godkendt"), ("UDSAT", "udsat"), ("xyz", ""), ("", "")])
def test_the_nearest_word_is_suggested_or_none(word: str, near: str) -> None:
    assert nearest(word, ["godkendt", "udsat", "oversendt"]) == near


problems = st.builds(
    problem,
    st.sampled_from(["a.md", "b.md"]),
    st.sampled_from(list(Code)),
    at=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    field=st.sampled_from(["", "title"]),
    found=st.text(max_size=2),
)


@given(st.lists(problems))
def test_problems_are_sorted_by_place_and_each_is_said_once(found: list[Problem]) -> None:
    ordered = in_order(found + found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))
    places = [(one.path, one.line, one.column, one.code) for one in ordered]
    assert places == sorted(places)


PIECES = [
    "[a](",
    "![",
    "](",
    "person:x",
    "case:y#z",
    ")",
    "<",
    ">",
    "[b]",
    "[b]:",
    "]:",
    " ",
    "\n",
    "\n\n",
    "a",
    '"t"',
    "(",
    "`",
    "> ",
    "- ",
]
PIECES += ["\\", "&#58;", "person", ":", "x", "[^1]", "[^1]:", "*", "    ", "https://a.example/"]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_link_is_rendered_that_was_not_looked_at(text: str) -> None:
    rendered: list[Pointer] = []

    def address(pointer: Pointer) -> str:
        rendered.append(pointer)
        return "/"

    to_html(text, address, TextWords())
    assert set(rendered) <= {link.pointer for link in links_in(text, TYPE_NAMES)}


@pytest.mark.parametrize(
    ("language", "day", "of_week", "month"),
    [
        ("da", "28. august 2020", "fredag 28. august", "august 2020"),
        ("en", "28 August 2020", "Friday 28 August", "August 2020"),
    ],
)
def test_a_day_is_said_as_europeans_write_it(language: str, day: str, of_week: str, month: str) -> None:
    friday = date(2020, 8, 28)
    assert (long_day(friday, language), day_of_week(friday, language), long_month(friday, language)) == (day, of_week, month)
    assert [found.day for found in dates_in(f"on {long_day(friday, language)}.", language)] == [friday]


def test_names_of_the_neighbours_stand_where_a_language_puts_their_letters() -> None:
    names = ["Zebraby", "Östra Göinge", "Älmhult", "Aarhus", "Åstorp", "Ærø", "Øster", "Arden"]
    assert alphabetical(names, str, "da") == ["Arden", "Zebraby", "Älmhult", "Ærø", "Øster", "Östra Göinge", "Aarhus", "Åstorp"]
    assert alphabetical(["Öland", "Ängel", "Åmål", "Zorn", "Øster"], str, "sv") == ["Zorn", "Åmål", "Ängel", "Öland", "Øster"]
    assert [initial(name, "da") for name in ("Älmhult", "Östra", "Aarhus", "Élan", "1 a")] == ["Æ", "Ø", "Å", "E", "#"]
