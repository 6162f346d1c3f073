"""`protokol fix`: what can only have been meant in one way is put in; every other byte stays, and no file gets worse."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.config import load_config
from generator.mended_content import mend
from generator.mending import mended
from generator.order import Order
from generator.pipeline import check_as_if, check_content
from generator.problems import Code, problem
from generator.suggest import suggestion_for
from generator.values.written_date import standard_date, standard_day
from tests.examples import BUILD_DATE, library_in

DAY = f"--date={BUILD_DATE}"
FILE = "content/documents/example.md"
WRONG = """---
id: eksempel
titel: Et eksempel   # med en note: titel
kind: "Notad"
date: 6. marts 2024
part_of: refrat-2024-03-06
---
Notad. Se [referatet](document:refrat-2024-03-06).
"""
RIGHT = """---
id: eksempel
title: Et eksempel   # med en note: titel
kind: "notat"
date: 2024-03-06
part_of: referat-2024-03-06
---
Notad. Se [referatet](document:referat-2024-03-06).
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site without a problem, in which the command runs."""
    library_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def order_in(folder: Path) -> Order:
    config, problems = load_config(folder / "site_config.yml")
    assert config is not None, problems
    return Order(folder, config, folder / "site", BUILD_DATE)


def say_nothing(stage: str, count: int) -> None:
    """Progress that nobody wants to see."""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_has_one_reading_is_mended_and_the_rest_stays_byte_for_byte(site: Path, ends: str, mark: str) -> None:
    (site / FILE).write_bytes((mark + WRONG.replace("\n", ends)).encode())
    assert main(["fix", DAY]) == 0
    assert (site / FILE).read_bytes() == (mark + RIGHT.replace("\n", ends)).encode()


def test_each_change_is_shown_before_and_after(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / FILE).write_text(WRONG, encoding="utf-8")
    main(["fix", DAY, "--language", "en"])
    shown = capsys.readouterr().out
    assert f'{FILE}:4\n  - kind: "Notad"\n  + kind: "notat"\n' in shown
    assert "Mended 5 places." in shown
    assert shown.endswith("Nothing is wrong.\n")


def test_a_line_with_several_slips_is_shown_once_as_it_was_and_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = RIGHT.replace("part_of:", "municipalities: [solbek, tranvig, birkelnd]\npart_of:").replace("date:", "dat:")
    (site / FILE).write_text(text.replace("kind:", "kindd:").replace('"notat"', "notad"), encoding="utf-8")
    main(["fix", DAY])
    shown = capsys.readouterr().out
    assert shown.split("Rettede")[0] == (
        f"{FILE}:4\n  - kindd: notad\n  + kind: notat\n"
        f"{FILE}:5\n  - dat: 2024-03-06\n  + date: 2024-03-06\n"
        f"{FILE}:6\n  - municipalities: [solbek, tranvig, birkelnd]\n  + municipalities: [solbaek, tranevig, birkelund]\n"
    )
    assert "Rettede 6 steder." in shown


def test_a_dry_run_shows_the_same_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / FILE).write_text(WRONG, encoding="utf-8")
    main(["fix", DAY, "--dry-run"])
    shown = capsys.readouterr().out
    assert (site / FILE).read_text(encoding="utf-8") == WRONG
    assert "intet er skrevet" in shown
    main(["fix", DAY])
    assert capsys.readouterr().out.split("Rettede")[0] == shown.split("Ville")[0]


def test_where_nothing_is_wrong_no_file_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert main(["fix", DAY]) == 0
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before
    assert capsys.readouterr().out.startswith("Der var intet")


def test_what_is_left_is_reported_and_ends_with_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / FILE).write_text(WRONG.replace("Notad", "zzz", 1), encoding="utf-8")
    assert main(["fix", DAY, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert {found["code"] for found in json.loads(out)} == {"P0206"}
    assert "+ date: 2024-03-06" in err


def test_what_a_mistake_had_hidden_is_no_reason_to_leave_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hidden = WRONG.replace("part_of: refrat-2024-03-06", "part_of: intet-sted")
    (site / FILE).write_text(hidden, encoding="utf-8")
    assert main(["fix", DAY]) == 1
    assert (site / FILE).read_text(encoding="utf-8") == RIGHT.replace("part_of: referat-2024-03-06", "part_of: intet-sted")
    assert "intet-sted findes ikke" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fields", "after"),
    [
        ("municipalities: [solbek, ingensteder]", "municipalities: [solbaek, ingensteder]"),
        ("dat: til foråret", "date: til foråret"),
    ],
)
def test_a_mistake_beside_a_slip_does_not_keep_it(fields: str, after: str, site: Path) -> None:
    text = RIGHT.replace("date: 2024-03-06\n", "").replace("part_of:", "{}\npart_of:")
    (site / FILE).write_text(text.format(fields), encoding="utf-8")
    assert main(["fix", DAY]) == 1
    assert (site / FILE).read_text(encoding="utf-8") == text.format(after)


def test_a_file_in_which_what_is_put_in_would_be_wrong_is_left_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = WRONG.replace("titel: Et eksempel", "titel: Et eksempel\ntilte: Et andet")
    (site / FILE).write_text(twice, encoding="utf-8")
    assert main(["fix", DAY]) == 1
    assert (site / FILE).read_text(encoding="utf-8") == twice
    assert f"{FILE}: ikke rettet" in capsys.readouterr().out


@pytest.mark.parametrize("fields", ["titel: En\ntitle: To", "title: To\ntitel: En"])
def test_a_field_that_is_there_already_was_not_meant(fields: str, site: Path) -> None:
    there = RIGHT.replace("title: Et eksempel   # med en note: titel", fields)
    (site / FILE).write_text(there, encoding="utf-8")
    main(["fix", DAY])
    assert (site / FILE).read_text(encoding="utf-8") == there


def test_a_draft_that_others_name_is_not_made_one_by_a_slip(site: Path) -> None:
    record = site / "content/organizations/fjordraadet.md"
    text = record.read_text(encoding="utf-8").replace("---\nid:", "---\nstatus: kladd\nid:", 1)
    record.write_text(text, encoding="utf-8")
    main(["fix", DAY])
    assert record.read_text(encoding="utf-8") == text, "the file would be right, but all that name it would be wrong"


def test_a_file_is_replaced_whole_with_its_rights(site: Path) -> None:
    (site / FILE).write_text(WRONG, encoding="utf-8")
    (site / FILE).chmod(0o640)
    main(["fix", DAY])
    assert (site / FILE).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (site / "content/documents").iterdir() if path.name.startswith(".")] == []


def test_a_suggestion_whose_text_stands_elsewhere_is_left_to_the_editor() -> None:
    found = problem("a.md", Code.NOT_IN_VOCABULARY, at=(2, 7), field="kind", suggestion="notat", sure=True, found="notad")
    assert mended(b"---\nkind: >\n  notad\n---\n", [found])[1] == ()
    assert mended(b"---\nkind: notader\n---\n", [found])[1] == ()
    assert mended(b"---\nkind: notad\n---\n", [found])[0] == b"---\nkind: notat\n---\n"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("godkent", "godkendt"),
        ("GODKENDT", "godkendt"),
        ("ikke_godkendt", "ikke godkendt"),
        ("ikke godknedt", "ikke godkendt"),
        ("ugodkendt", ""),  # the opposite
        ("udskudt", ""),  # not near enough
        ("ja", ""),
        ("klynge-2021", ""),  # another year
        ("kylnge-2020", "klynge-2020"),
        ("bilag-b", ""),  # another one
    ],
)
def test_a_suggestion_is_sure_only_where_it_is_a_slip_of_the_pen(word: str, meant: str) -> None:
    known = ["godkendt", "ikke godkendt", "udsat", "nej", "klynge-2020", "bilag-a"]
    near, sure = suggestion_for(word, known)
    assert (near if sure else "") == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fjordraadet", "organization:fjordraadet"),  # one record of the types that may stand there has this id
        ("Solbæk", "municipality:solbaek"),
        ("faergen", "faergen"),  # a case and an initiative have it
        ("ukendt-sag", "ukendt-sag"),
    ],
)
def test_a_name_without_its_type_gets_the_type_of_the_one_record_that_has_it(site: Path, written: str, meant: str) -> None:
    record = site / "content/follow-ups/example.md"
    record.parent.mkdir()
    text = "---\nid: x\ntitle: X\npromised_in: {}\nquote: Ja.\nowed_to: [{}]\n---\n"
    matter = written if written in ("faergen", "ukendt-sag") else "case:faergen"
    party = "municipality:solbaek" if matter == written else written
    record.write_text(text.format(matter, party), encoding="utf-8")
    main(["fix", DAY])
    after = text.format(meant, party) if matter == written else text.format(matter, meant)
    assert record.read_text(encoding="utf-8") == after


def test_the_check_says_how_many_problems_can_be_mended(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / FILE).write_text(WRONG, encoding="utf-8")
    main(["check", DAY])
    assert capsys.readouterr().out.endswith("\n3 af dem kan rettes med protokol fix.\n")


def test_who_is_meant_by_a_persons_name_is_never_sure(site: Path) -> None:
    record = site / FILE
    record.write_text(WRONG.replace("titel", "title").replace("Notad", "notat", 1), encoding="utf-8")
    text = record.read_text(encoding="utf-8").replace("part_of: refrat-2024-03-06", "authors: [person:bo-eksempell]")
    record.write_text(text, encoding="utf-8")
    main(["fix", DAY])
    assert "person:bo-eksempell" in record.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("28. august 2020", "2020-08-28"),
        ("fredag den 28. august 2020", "2020-08-28"),
        ("mandag den 28. august 2020", ""),  # it was a Friday: one of the two is wrong
        ("28/8 2020", "2020-08-28"),
        ("28.08.2020", "2020-08-28"),
        ("2020-8-28", "2020-08-28"),
        ("august 2020", "2020-08"),
        ("2020-2023", "2020/2023"),
        ("2023-2020", ""),
        ("30. februar 2020", ""),
        ("før 28. august 2020", ""),
        ("28. august", ""),
    ],
)
def test_dates_as_people_write_them_become_standard_dates(written: str, meant: str) -> None:
    assert standard_date(written, "da") == meant


def test_a_date_whose_month_may_come_first_is_left_alone() -> None:
    assert standard_date("3/4/2020", "en") == ""
    assert standard_date("4/28/2020", "en") == standard_date("28/4/2020", "en") == "2020-04-28"
    assert standard_day("august 2020", "da") == ""


def test_checking_as_if_files_had_other_bytes_is_checking_them_with_those_bytes(site: Path) -> None:
    order = order_in(site)
    before = check_content(order, say_nothing)
    new = {FILE: WRONG.encode(), "content/people/asta-proeve.md": b"---\nid: en-anden\ntitle: En anden\n---\n"}
    supposed = check_as_if(order, before, new)
    assert check_content(order, say_nothing).problems == before.problems, "nothing was written"
    for path, data in new.items():
        (site / path).write_bytes(data)
    written = check_content(order, say_nothing)
    assert supposed.problems == written.problems
    assert supposed.library.records.keys() == written.library.records.keys()


def test_a_link_to_a_file_elsewhere_is_not_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "example.md"
    elsewhere.write_text(WRONG, encoding="utf-8")
    (site / FILE).symlink_to(elsewhere)
    assert main(["fix", DAY]) == 1
    assert elsewhere.read_text(encoding="utf-8") == WRONG
    assert (site / FILE).is_symlink()


def slip(word: str, place: int, how: str) -> str:
    """The word with a letter left out, doubled, or swapped with the next; the first letter stays."""
    at = 1 + place % (len(word) - 2)
    changed = {"out": "", "double": word[at] * 2, "swap": word[at : at + 2][::-1]}[how]
    return word[:at] + changed + word[at + (2 if how == "swap" else 1) :]


slips = st.tuples(st.integers(0, 20), st.sampled_from(["out", "double", "swap"]))


@settings(max_examples=20, deadline=None)
@given(
    kind=st.tuples(st.sampled_from(["programbeskrivelse", "ændringsforslag", "oversigt", "zzzz"]), slips),
    name=st.tuples(st.sampled_from(["summary", "note", "number"]), slips),
    part=slips,
    quote=st.sampled_from(["", "'", '"']),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from(["", "\ufeff"]),
    comment=st.text(st.characters(blacklist_categories=["C", "Z"]), max_size=12),
)
def test_no_other_byte_is_touched_and_there_are_fewer_errors(  # a law, for any slips in any file
    kind: tuple[str, tuple[int, str]],
    name: tuple[str, tuple[int, str]],
    part: tuple[int, str],
    quote: str,
    ends: str,
    mark: str,
    comment: str,
) -> None:
    lines = [
        "---",
        "id: eksempel   ",
        "title:   Et eksempel",
        f"kind: {quote}{slip(kind[0], *kind[1])}{quote} # {comment}",
        f"{slip(name[0], *name[1])}: {quote}værdi{quote}",
        f"part_of: {slip('referat', *part)}-2024-03-06",
        "---",
        comment,
    ]
    data = (mark + ends.join(lines)).encode()
    with tempfile.TemporaryDirectory() as folder:
        library_in(Path(folder))
        (Path(folder) / FILE).write_bytes(data)
        order = order_in(Path(folder))
        before = check_content(order, say_nothing)
        found = mend(order, before)
    files = {file.path: file.data for file in found.files}
    assert files.keys() <= {FILE}
    after = files.get(FILE, data)
    kept = re.split(rb"(\r\n|\r|\n)", data), re.split(rb"(\r\n|\r|\n)", after)
    assert len(kept[0]) == len(kept[1])
    changed = {number // 2 + 1 for number, (one, two) in enumerate(zip(*kept, strict=True)) if one != two}
    assert changed <= {4, 5, 6}
    if changed:
        assert len(found.checked.problems) < len(before.problems)
    else:
        assert found.checked.problems == before.problems
