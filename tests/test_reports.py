"""How problems are shown: to people with the line they stand on, to programs as JSON, to git hosts as annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.messages import load_catalogue
from generator.problems import Code, Problem, problem
from generator.reports import FORMATS, as_annotations, as_code_quality, as_json, as_text, headline, message, summary

DA, EN = load_catalogue("da"), load_catalogue("en")
DANGLING = problem(
    "content/people/a.md", Code.DANGLING, at=(3, 9), field="roles[0].where", found="case:faergn", suggestion="case:faergen"
)
WARNING = problem("content/b.md", Code.NUMBER_NOT_IN_RECORD, at=(1, 1), field="summary", found="17")


def written(folder: Path, text: str, *, name: str = "a.md", encoding: str = "utf-8") -> Path:
    (folder / name).write_bytes(text.encode(encoding))
    return folder


def excerpt(folder: Path, found: Problem) -> list[str]:
    """The lines below the headline."""
    return as_text([found], EN, folder).split("\n")[1:-1]


def test_a_headline_has_place_code_field_message_and_suggestion() -> None:
    assert headline(DANGLING, EN) == (
        "content/people/a.md:3:9: P0301: roles[0].where: there is no record case:faergn. Did you mean “case:faergen”?"
    )
    assert headline(DANGLING, DA).endswith("registreringen case:faergn findes ikke. Mente du “case:faergen”?")


def test_a_warning_says_that_it_is_one() -> None:
    assert ": P0425: warning: summary: " in headline(WARNING, EN)
    assert ": P0425: advarsel: summary: " in headline(WARNING, DA)


def test_the_count_is_in_words() -> None:
    assert summary([], EN) == "Nothing is wrong."
    assert summary([DANGLING, WARNING, WARNING], EN) == "1 error, 2 warnings"
    assert as_text([DANGLING], EN, Path("/nowhere")).endswith("\n1 error, 0 warnings")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_line_is_shown_with_a_mark_below_the_place(tmp_path: Path, line_end: str, mark: str) -> None:
    folder = written(tmp_path, mark + line_end.join(["---", "id: æble", "titel: x", "---", ""]))
    assert excerpt(folder, problem("a.md", Code.MISSING, at=(2, 5), found="x")) == ["  2 | id: æble", "    |     ^"]


def test_of_a_long_line_the_surroundings_are_shown(tmp_path: Path) -> None:
    folder = written(tmp_path, "a" * 500 + "HER" + "b" * 500)
    shown, mark = excerpt(folder, problem("a.md", Code.MISSING, at=(1, 501), found="x"))
    assert len(shown) < 120
    assert shown[mark.index("^") :].startswith("HER")


def test_a_tab_and_marks_that_a_terminal_obeys_do_not_move_the_place(tmp_path: Path) -> None:
    folder = written(tmp_path, "\tx: \x1b[31mrød \u202eHER")
    shown, mark = excerpt(folder, problem("a.md", Code.CONTROL_CHARACTER, at=(1, 15), found="x"))
    assert shown[mark.index("^") :] == "HER"
    assert "\x1b" not in shown
    assert "\t" not in shown


@pytest.mark.parametrize("found", ["linje\nto", "\x1b[31m", "a\u2028b", "\ud800", "x" * 5000])
def test_whatever_was_found_a_problem_is_one_short_line(found: str) -> None:
    line = headline(problem("a\nb.md", Code.BAD_DATE, field=found, found=found, expected="2024"), EN)
    assert line.isprintable()
    assert len(line) < 600


def test_what_may_not_be_published_is_not_shown_either(tmp_path: Path) -> None:
    folder = written(tmp_path, "Ring til 310299-9999.")
    found = problem("a.md", Code.PRIVATE_DATA, at=(1, 10), found="310…", expected="cpr")
    assert "9999" not in as_text([found], EN, folder)
    assert message(found, DA) == "et CPR-nummer må ikke offentliggøres; fandt 310…"


@pytest.mark.parametrize("code", [Code.PERHAPS_PERSONAL, Code.NOT_IN_VOCABULARY, Code.DEVIATION_UNUSED])
@pytest.mark.parametrize("form", FORMATS)
def test_no_report_of_any_problem_repeats_a_personal_number(tmp_path: Path, code: Code, form: str) -> None:
    folder = written(tmp_path, "kind: 310299-9999 # eva@proeve.example")
    found = problem("a.md", code, at=(1, 7), field="kind", found="310299-9999", expected="notat")
    shown = FORMATS[form]([found], EN, folder, "")
    assert "9999" not in shown
    assert "eva@" not in shown


@pytest.mark.parametrize("line", [0, 3, 10**9])
def test_a_line_that_is_not_there_is_not_shown(tmp_path: Path, line: int) -> None:
    folder = written(tmp_path, "en\nto")
    assert excerpt(folder, problem("a.md", Code.MISSING, at=(line, 1), found="x")) == []


@pytest.mark.parametrize("path", ["gone.md", ".", "a\0b.md", "../.."])
def test_a_file_that_cannot_be_read_is_not_shown(tmp_path: Path, path: str) -> None:
    assert excerpt(tmp_path, problem(path, Code.UNREADABLE, found="x")) == []


def test_a_file_in_another_encoding_is_shown_as_well_as_can_be(tmp_path: Path) -> None:
    folder = written(tmp_path, "Ærø", encoding="latin-1")
    assert excerpt(folder, problem("a.md", Code.NOT_UTF8, at=(1, 1), found="0xc6"))[0] == "  1 | �r�"


def test_json_has_every_part_of_a_problem() -> None:
    (row, other) = json.loads(as_json([DANGLING, WARNING], EN, Path("/nowhere")))
    assert row == {
        "path": "content/people/a.md",
        "line": 3,
        "column": 9,
        "code": "P0301",
        "severity": "error",
        "field": "roles[0].where",
        "message": "there is no record case:faergn. Did you mean “case:faergen”?",
        "suggestion": "case:faergen",
        "sure": False,
        "details": {"found": "case:faergn"},
        "handbook": "",
    }
    assert other["severity"] == "warning"
    assert json.loads(as_json([], EN, Path("/nowhere"))) == []


def test_annotations_are_commands_that_a_git_host_reads() -> None:
    first, second, _ = as_annotations([DANGLING, WARNING], EN, Path("/nowhere")).split("\n")
    assert first == (
        "::error file=content/people/a.md,line=3,col=9,title=P0301 Roles 1 → Stated in"
        "::there is no record case:faergn. Did you mean “case:faergen”?"
    )
    assert second.startswith("::warning file=content/b.md,line=1,col=1,")


def test_a_field_is_named_as_in_the_form_whose_lists_are_counted_from_one() -> None:
    found = problem("content/meetings/a/01-b.md", Code.POSTPONED_UNTIL, field="decisions[1].outcome")
    assert as_text([found], DA, Path("/nowhere")).split("\n")[1] == "  Beslutninger 2 → Udfald"
    elsewhere = problem("site_config.yml", Code.MISSING, field="title")
    assert as_text([elsewhere], DA, Path("/nowhere")).split("\n")[1] == "1 fejl, 0 advarsler"


def test_where_the_site_has_a_handbook_every_form_says_where_it_explains_the_code() -> None:
    book, page = "https://fjord.example/handbook/problems/", "https://fjord.example/handbook/problems/p03/#p0301"
    twice = [DANGLING, DANGLING]
    assert as_text(twice, EN, Path("/nowhere"), book).split("\n")[-2:] == ["What it means and how it is mended:", f"  {page}"]
    assert {row["handbook"] for row in json.loads(as_json(twice, EN, Path("/nowhere"), book))} == {page}
    assert as_annotations([DANGLING], EN, Path("/nowhere"), book).split("\n")[0].endswith(f"? See {page}")
    assert json.loads(as_code_quality([DANGLING], EN, Path("/nowhere"), book))[0]["description"].endswith(f"See {page}")


def test_annotations_cannot_be_led_astray_by_what_was_found() -> None:
    found = problem("a,b:c%.md", Code.BAD_DATE, field="x::y", found="1\n::error::%0A", expected="2024")
    line, _ = as_annotations([found], EN, Path("/nowhere")).split("\n")
    assert line.startswith("::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=P0207 x%3A%3Ay::no such date: ")
    assert "%250A" in line


@pytest.mark.parametrize("code", list(Code), ids=str)
@pytest.mark.parametrize("catalogue", [DA, EN], ids=["da", "en"])
def test_every_problem_can_be_said_with_what_is_found_and_expected(code: Code, catalogue: object) -> None:
    said = message(problem("a.md", code, found="FUNDET", expected="VENTET"), catalogue)  # type: ignore[arg-type]
    assert said
    assert "{" not in said
    assert said[-1] not in ".:; "
