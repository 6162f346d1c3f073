"""Reading a file: raw texts, exact positions, every line end, and no input that it cannot cope with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.messages import load_catalogue
from generator.problems import Code, Problem, in_order
from generator.reports import FORMATS
from generator.source import SourceFile, offset_of, parse_source, place_of
from tests import examples
from tests.examples import FOLDER, TYPES, library_in, problems_in

HEAD = """\
---
id: eksempel
title: "Et eksempel"
summary: >
  Et langt ord,
  og et til.
roles:
  - role: formand
    attested: 2024
  - {role: direktør, attested: 2023~}
note: |
    Først [et](x:y).

    Så [et](x:y) igen.
---

Brødtekst.
"""


def read(text: str) -> SourceFile:
    source, problems = parse_source("content/people/eksempel.md", text.encode())
    assert problems == []
    return source


def test_scalars_stay_the_text_that_was_written() -> None:
    written = ["0751", "12:30", "no", "yes", "3.10", "1e3", "0x10", "2024-03-06", ".inf", "1_000", "NULL", "true"]
    source, _ = parse_source("content/x.yml", "".join(f"f{n}: {text}\n" for n, text in enumerate(written)).encode())
    assert list(source.fields.values()) == written


def test_a_tilde_and_null_are_empty() -> None:
    source, _ = parse_source("content/x.yml", b"a: ~\nb: null\nc:\nd: ''\ne: '~'\n")
    assert source.fields == {"a": "", "b": "", "c": "", "d": "", "e": "~"}


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("id", (2, 5)),
        ("id:", (2, 1)),
        ("title", (3, 8)),
        ("summary", (4, 10)),
        ("roles", (8, 3)),
        ("roles[0]", (8, 5)),
        ("roles[0].role", (8, 11)),
        ("roles[0].attested:", (9, 5)),
        ("roles[1].attested", (10, 32)),
        ("note", (11, 7)),
        ("body", (17, 1)),
        ("roles[0].until", (8, 5)),
        ("roles[7].until", (8, 3)),
        ("unheard", (2, 1)),
        ("unheard.of[3].", (2, 1)),
        ("[", (2, 1)),
    ],
)
def test_every_field_has_its_place_and_a_missing_one_that_of_what_is_around_it(field: str, place: tuple[int, int]) -> None:
    assert read(HEAD).position(field) == place


@pytest.mark.parametrize(
    ("field", "word", "which", "place"),
    [
        ("title", "eksempel", 0, (3, 12)),
        ("summary", "til", 0, (6, 9)),
        ("note", "x:y", 0, (12, 16)),
        ("note", "x:y", 1, (14, 13)),
        ("body", "tekst", 0, (17, 5)),
    ],
)
def test_a_place_in_a_text_is_found_in_the_file(field: str, word: str, which: int, place: tuple[int, int]) -> None:
    source = read(HEAD)
    text = source.body.strip("\n") if field == "body" else source.fields[field]
    offset = [match.start() for match in re.finditer(re.escape(word), text)][which]
    assert source.place_in(field, text, offset) == place


def test_a_place_in_a_text_with_escapes_is_at_least_the_field() -> None:
    source = read('---\nid: eksempel\nnote: "f\\u00f8rst og s\\u00e5"\n---\n')
    assert source.place_in("note", "først og så", 9) == (3, 7)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_mark_at_the_start_change_nothing(line_end: str, mark: str) -> None:
    plain, other = read(HEAD), read(mark + HEAD.replace("\n", line_end))
    assert (other.fields, other.positions, other.body) == (plain.fields, plain.positions, plain.body)


def test_a_rule_in_the_body_is_no_fence() -> None:
    source = read("---\nid: eksempel\n---\nOver.\n\n---\n\nUnder.\n")
    assert source.body == "Over.\n\n---\n\nUnder.\n"


@pytest.mark.parametrize(
    "data",
    [
        b"id: eksempel\ntitle: 'x\n",
        b'---\nid: "eksempel"\ntitle: \xf8\n---\n',
        b"\xef\xbb\xbf---\r\nid: eksempel\r\n<<<<<<< HEAD\r\n---\r\n",
        b"---\rid: eksempel\rtitle: [\r---\r",
    ],
)
def test_of_a_broken_file_the_id_is_known(data: bytes) -> None:
    source, problems = parse_source("content/people/eksempel.md", data)
    assert problems
    assert not source.whole
    assert source.fields == {"id": "eksempel"}


def test_positions_of_bytes_that_are_not_utf_8_count_letters() -> None:
    _, found = parse_source("content/x.md", "---\ntitle: æøå ".encode() + b"\xff")
    assert (found[0].code, found[0].line, found[0].column) == (Code.NOT_UTF8, 2, 12)


@given(st.text(alphabet="ab\n"), st.integers(min_value=0, max_value=20))
def test_an_offset_and_its_line_and_column_are_one_place(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert offset_of(text, *place_of(text, offset)) == offset


# From here on: whatever is in a file, checking it gives problems and nothing else.

_LETTERS = st.characters(codec="utf-8")
_WEIRD = st.sampled_from([
    "~", "null", "[]", "{}", "''", "2024-02-30", "2024/..", "2024~", "9999-12-31", "0000", "1e999", "&a", "*a", "!!x", "@", "`",
    "|", ">", '"\\0"', "\x00", "\x85", "\u2028", "\ufeff", "\r", "\t", "1.000", "knap 2 mio.", "9" * 40, "-0", "٣",
    "person:asta-proeve", "item:fjordraadet-2024-03-06-1#godkendt", "example", "document:example", "P0405", "P0419",
    "[a](b:c)", "](", "[x]: y:z", "<a:b>", "ja", "udkast", "ophørt", "erstattet", "holdt", "planlagt", "udsat", "godkendt",
    "ikke oplyst", "møde den 29. februar 2023", "mandag den 31. december 9999", "\n", "\n---\n", ": ", "- ", "#", "'", '"',
    "[" * 10_000, "{a: " * 2_000, "a" * 100_000, "x" * 100 + ": y", "](" * 2_000, "<" * 2_000, "- " * 500, "310299-9999",
])  # fmt: skip


def _kept(kind: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted((FOLDER / kind).glob("*/*")):
        if path.is_file() and path.suffix != ".problems":
            yield path.parent.name, path.read_bytes()


KEPT = [*_kept("valid"), *_kept("invalid")]


@st.composite
def changed_examples(draw: st.DrawFn) -> tuple[str, bytes]:
    """An example with some of its lines and values replaced, doubled, cut or moved."""
    type_name, data = draw(st.sampled_from(KEPT))
    lines = data.decode("utf-8", errors="replace").split("\n")
    for _ in range(draw(st.integers(1, 5))):
        number = draw(st.integers(0, max(0, len(lines) - 1)))
        change = draw(st.sampled_from(["value", "insert", "double", "cut", "other"]))
        line = lines[number] if lines else ""
        if change == "value":
            lines[number : number + 1] = [line.partition(": ")[0] + ": " + draw(_WEIRD)]
        elif change == "insert":
            at = draw(st.integers(0, len(line)))
            lines[number : number + 1] = [line[:at] + draw(st.one_of(_WEIRD, st.text(_LETTERS))) + line[at:]]
        elif change == "double":
            lines.insert(draw(st.integers(0, len(lines))), line)
        elif change == "cut":
            del lines[number : number + draw(st.integers(1, 3))]
        else:
            lines[number:number] = draw(st.sampled_from(KEPT))[1].decode("utf-8", errors="replace").split("\n")[:4]
    return type_name, "\n".join(lines).encode()


_TREES = st.recursive(
    st.one_of(_WEIRD, st.text(_LETTERS, max_size=20)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(_LETTERS, max_size=8), inner, max_size=4)),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_in(tmp_path_factory.mktemp("library"))


def check_with(library: Path, type_name: str, data: bytes, forms: Iterable[str] = FORMATS) -> tuple[Problem, ...]:
    """Check the library with one more file, and put what is found into words in both languages."""
    target = library / examples.place_of(TYPES[type_name])
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    try:
        problems = problems_in(library.parent)
        for language in ("da", "en"):
            for form in forms:
                FORMATS[form](problems, load_catalogue(language), library.parent)
    finally:
        target.unlink()
    assert problems == in_order(problems)
    for found in problems:
        assert found.line >= 1
        assert found.column >= 1
    return problems


once_more = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
types = st.sampled_from(sorted(TYPES))


@once_more
@given(types, st.binary(max_size=300))
@example("person", b"---\n" + b"\xff" * 1000)
@example("person", b"---\n---\n---\n")
@example("meeting", b"--- \x00")
def test_any_bytes_can_be_checked(library: Path, type_name: str, data: bytes) -> None:
    assert check_with(library, type_name, data)


@once_more
@given(types, st.text(_LETTERS, max_size=300), st.text(_LETTERS, max_size=100))
def test_any_text_can_be_checked(library: Path, type_name: str, head: str, body: str) -> None:
    assert check_with(library, type_name, f"---\n{head}\n---\n{body}".encode())


@once_more
@given(types, st.dictionaries(st.text(_LETTERS, max_size=8), _TREES, max_size=6))
def test_any_fields_can_be_checked(library: Path, type_name: str, fields: dict[str, object]) -> None:
    head = yaml.safe_dump({"id": "example", "title": "Et eksempel", **fields}, allow_unicode=True)
    check_with(library, type_name, f"---\n{head}---\n".encode() if type_name != "meeting" else head.encode())


@settings(once_more, max_examples=150)
@given(changed_examples())
def test_any_change_of_an_example_can_be_checked(library: Path, changed: tuple[str, bytes]) -> None:
    check_with(library, *changed)


@pytest.mark.long
@settings(once_more, max_examples=5_000, derandomize=False)
@given(changed_examples())
def test_any_change_of_an_example_can_be_checked_however_long_one_looks(library: Path, changed: tuple[str, bytes]) -> None:
    check_with(library, *changed)


FLOODS = {
    "brackets": "topics: " + "[" * 1_000_000,
    "braces": "topics: " + "{a: " * 100_000,
    "hyphens": "topics:\n  " + "- " * 100_000 + "x",
    "one key a million letters long": "a" * 1_000_000 + ": b",
    "thirty thousand unknown fields": "\n".join(f"f{n}: {n}" for n in range(30_000)),
    "a field five thousand times": "summary: x\n" * 5_000,
    "one line of a million letters": "summary: " + "a" * 1_000_000,
    "one number of a million digits": "summary: " + "1" * 1_000_000,
    "one unclosed quote and a million letters": 'summary: "' + "a\n" * 500_000,
    "colons": "summary: " + ": " * 200_000,
    "entries of the wrong kind": "topics:\n" + "  - {a: b}\n" * 10_000,
}
BODIES = {
    "opened links": "](" * 400_000,
    "opened link targets": "[a](<" * 200_000,
    "links to nothing": "[a](person:ukendt) " * 50_000,
    "different links to nothing": "".join(f"[a](person:ukendt-{n}) " for n in range(50_000)),
    "spaces after an opened link": "[a](" + " " * 1_000_000,
    "autolinks": "<ab:" * 300_000,
    "reference definitions": "[a]: b\n" * 50_000,
    "a million letters before an at sign": "a" * 1_000_000 + "@",
    "at signs": "a@" * 300_000,
    "dates": "mandag den 6. marts 2024 " * 2_000,
    "numbers": "1.2,3." * 200_000,
    "telephones": "tlf. " * 200_000,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_fields_can_be_checked(library: Path, flood: str) -> None:
    assert check_with(library, "person", f"---\nid: example\n{FLOODS[flood]}\n---\n".encode(), ["text"])


@pytest.mark.parametrize("flood", BODIES)
def test_a_flood_in_the_body_can_be_checked(library: Path, flood: str) -> None:
    head = "---\nid: example\ntitle: Et eksempel\nsummary: Et tal, 7.\nkind: notat\n---\n"
    assert check_with(library, "document", f"{head}{BODIES[flood]}\n".encode(), ["text"])
