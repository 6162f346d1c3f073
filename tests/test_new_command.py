"""`protokol new`: a record of any type from a few answers, checked at once, with proposals, and never over a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.commands import new
from generator.raw_yaml import parse_mapping
from generator.record_text import record_text
from generator.records import RECORD_TYPES
from generator.source import parse_source
from tests.examples import BUILD_DATE, library_in, problems_in
from tests.sites import copy_of, site_of
from tests.test_other_region import OTHER_REGION

DAY = f"--date={BUILD_DATE}"
# What must be said of each type where nothing in the library leads to it.
SAID: dict[str, dict[str, str]] = {
    "meeting": {},
    "item": {"title": "Budget"},
    "agreement": {"title": "Aftale om is", "parties": "Solbæk, municipality:tranevig"},
    "initiative": {"title": "Is til alle", "what": "Alle får is."},
    "municipality": {"title": "Nyby", "code": "0999"},
    "organization": {"title": "Isudvalget"},
    "person": {"title": "Ib Prøve"},
    "post": {"title": "Menigt medlem", "role": "medlem"},
    "appointment": {"post": "havneudvalgets-medlem"},
    "case": {"title": "Sagen om is"},
    "cost_share": {"title": "Hvad is koster", "concerns": "initiative:faergen", "version": "1", "shares": "ikke oplyst"},
    "table": {"title": "Is", "columns": "Forår 2024; Efterår 2024", "rows": "Vanilje, Jordbær"},
    "grant": {"title": "Til is", "funder": "havneudvalget", "applicant": "solbaek"},
    "document": {"title": "Brev om is"},
    "follow_up": {"title": "Is senest til maj", "promised_in": "case:faergen", "quote": "Vi køber is."},
    "position": {"title": "Hvem vil have is?", "on": "initiative:faergen", "question": "Vil I have is?"},
    "consultation": {"title": "Høring om is", "concerns": "initiative:faergen", "run_by": "Fjordrådet", "asks": "Hvilken is?"},
    "glossary_term": {"title": "is", "explanation": "Frosset vand."},
    "correction": {"corrects": "solbaek", "kind": "fejl", "reason": "Det var forkert."},
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site without a problem, in which the command runs."""
    library_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def files(site: Path) -> Iterator[set[Path]]:
    """The files that a test adds; those that were there before are still the same."""
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    added: set[Path] = set()
    yield added
    assert {path: path.read_bytes() for path in before} == before


def settings_of(said: dict[str, str]) -> list[str]:
    return [word for path, value in said.items() for word in ("--set", f"{path}={value}")]


def added_to(site: Path, *words: str) -> list[Path]:
    """The files that a run of the command adds, which must go well."""
    before = {*site.rglob("*")}
    assert main(["new", *words, DAY]) == 0
    return sorted(path for path in {*site.rglob("*")} - before if path.is_file())


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits at the terminal and gives these answers, then goes; gives the prompts that they see."""
    waiting, prompts = list(answers), []

    def read(prompt: str = "") -> str:
        prompts.append(prompt)
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    monkeypatch.setattr("builtins.input", read)
    monkeypatch.setattr(new, "someone_answers", lambda: True)
    return prompts


def test_there_is_an_example_of_every_type() -> None:
    assert list(SAID) == [one.type_name for one in RECORD_TYPES]


@pytest.mark.parametrize("name", SAID)
def test_a_skeleton_of_any_type_passes_the_check(name: str, site: Path, files: set[Path]) -> None:
    [path] = added_to(site, name, *settings_of(SAID[name]))
    assert problems_in(site, drafts=True) == ()
    text = path.read_text(encoding="utf-8")
    assert "status: kladde\n" in text
    assert "\n## " in text, "the fields that are left stand as comments, each with its help"


@pytest.mark.parametrize("name", SAID)
def test_it_passes_the_check_when_it_is_published_too(name: str, site: Path) -> None:
    added_to(site, name, *settings_of(SAID[name]), "--set", "status=offentliggjort")
    assert problems_in(site) == ()


@pytest.mark.parametrize("name", SAID)
def test_every_field_that_is_set_free_is_a_field_of_the_type(name: str, site: Path) -> None:
    """Taking away the marks gives fields that the check knows; of those without a value it asks for none but in parts."""
    [path] = added_to(site, name, *settings_of(SAID[name]))
    freed = "".join(
        line.removeprefix("# ") if line.startswith("# ") and not line.startswith("# #") else line
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
    )
    path.write_text(freed, encoding="utf-8")
    assert {found.code for found in problems_in(site, drafts=True)} <= {"P0201"}


def test_a_meeting_proposes_body_date_title_state_and_folder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [path] = added_to(site, "meeting")
    assert path.relative_to(site).as_posix() == "content/meetings/2024-06-01-fjordraadet/meeting.yml"
    fields = parse_mapping("", path.read_text(encoding="utf-8"))[0]
    assert fields == {
        "id": "fjordraadet-2024-06-01",
        "title": "Møde i Fjordrådet den 1. juni 2024",
        "status": "kladde",
        "bodies": ["fjordraadet"],
        "date": "2024-06-01",
        "state": "planlagt",
    }
    assert "Titel: Møde i Fjordrådet den 1. juni 2024 (forslag)\n" in capsys.readouterr().out


def test_a_meeting_whose_day_is_gone_is_proposed_as_held(site: Path) -> None:
    [path] = added_to(site, "meeting", "--set", "date=2024-05-01")
    assert "state: holdt\n" in path.read_text(encoding="utf-8")


def test_a_second_meeting_of_a_day_gets_a_suffix_and_an_address_of_its_own(site: Path) -> None:
    added_to(site, "meeting")
    [path] = added_to(site, "meeting")
    assert path.parent.name == "2024-06-01-fjordraadet-2"
    assert "suffix: '2'\n" in path.read_text(encoding="utf-8")
    assert problems_in(site, drafts=True) == ()


def test_a_meeting_brings_its_items_in_order(site: Path) -> None:
    paths = added_to(site, "møde", "--item", "Budget", "--item", "Valg af formand: Ø")
    assert [path.name for path in paths] == ["01-budget.md", "02-valg-af-formand-oe.md", "meeting.yml"]
    assert problems_in(site, drafts=True) == ()


def test_an_item_without_any_meeting_says_what_comes_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site_of({"content/people/ib.md": "---\nid: ib\ntitle: Ib Prøve\n---\n"}, tmp_path)
    assert main(["new", "item", "--set", "title=Budget", "-c", str(tmp_path / "site_config.yml")]) == 2
    assert "protokol new meeting" in capsys.readouterr().out


def test_an_item_goes_to_its_meeting_with_the_next_number(site: Path) -> None:
    said = ("--set", "meeting=fjordraadet-2024-03-06", "--set", "title=Eventuelt")
    first, second = added_to(site, "item", *said)[0], added_to(site, "dagsordenspunkt", *said)[0]
    numbers = [parse_source("", path.read_bytes())[0].fields["number"] for path in (first, second)]
    assert int(numbers[1]) == int(numbers[0]) + 1
    assert first.parent.name == "2024-03-06-fjordraadet"


def test_an_item_of_a_meeting_that_was_held_says_that_no_outcome_is_minuted(site: Path) -> None:
    [path] = added_to(site, "item", "--set", "meeting=fjordraadet-2024-03-06", "--set", "title=Eventuelt")
    [decision] = parse_source("", path.read_bytes())[0].fields["decisions"]
    assert decision["outcome"] == "ikke refereret"


def test_without_a_terminal_all_that_is_missing_is_said_at_once_and_nothing_is_written(
    site: Path, files: set[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {*site.rglob("*")}
    assert main(["new", "initiative", DAY]) == 2
    assert {*site.rglob("*")} == before
    shown = capsys.readouterr().out
    assert "title mangler (Titel); giv den med --set title=…" in shown
    assert "what mangler (Hvad); giv den med --set what=…" in shown
    assert "id mangler" not in shown, "it is made of the title"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["document", "--set", "title=T", "--set", "kind=notad"], "kind: ordet “notad” kan ikke bruges her"),
        (["document", "--set", "title=T", "--set", "date=i går"], "date: datoen findes ikke: “i går”"),
        (["document", "--set", "title=T", "--set", "titel=T"], "feltet titel findes ikke; her kendes: title"),
        (["document", "--set", "title=T", "--set", "a[999999999]=T"], "feltet a[999999999] findes ikke"),
        (["document", "--set", "title=T", "--set", "id=Ø"], "id: forkert form: “Ø”"),
        (["document", "--set", "title=T", "--set", "id=referat-2024-03-06"], "id'et referat-2024-03-06 er allerede brugt"),
        (["meeting", "--set", "bodies=fjor"], "1 Fjordrådet (organization:fjordraadet)\n2 Fjordsekretariatet"),
        (["meeting", "--set", "bodies=havneudvallget"], "1 Havneudvalget (organization:havneudvalget)"),
        (["meeting", "--set", "bodies=raad"], "bodies: registreringen raad findes ikke\nDet kan være:\n1 Fjordrådet"),
        (["appointment", "--set", "post=havneudvalgets-medlem", "--set", "holder=Bo Eks"], "registreringen Bo Eks findes ikke"),
        (["initiative", "--set", "title=T", "--set", "what[0]=T"], "feltet what[0] findes ikke"),
        (["agreement", "--set", "title=T", "--set", "parties.party=solbaek"], "feltet parties.party findes ikke"),
        (["person", "--set", "=x", "--set", "title=Bo"], "“=x” nævner ikke både et felt og en værdi"),
        (["person", "--set", "title"], "“title” nævner ikke både et felt og en værdi"),
        (["aftalex"], "der er ingen type, der hedder aftalex"),
    ],
)
def test_a_wrong_value_is_said_in_the_words_of_the_check(
    words: list[str], said: str, site: Path, files: set[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {*site.rglob("*")}
    assert main(["new", *words, DAY]) == 2
    assert said in capsys.readouterr().out
    assert {*site.rglob("*")} == before


def test_whole_words_of_one_name_are_enough_and_what_they_mean_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [path] = added_to(site, "appointment", *settings_of(SAID["appointment"]), "--set", "holder=Prøve")
    assert "holder: asta-proeve\n" in path.read_text(encoding="utf-8")
    assert "Indehaver: Asta Prøve (person:asta-proeve)\n" in capsys.readouterr().out


def fields_of(path: Path) -> dict[str, object]:
    return parse_source("", path.read_bytes())[0].fields


def test_parts_that_were_given_answer_their_field(site: Path) -> None:
    given = {
        "title": "T",
        "parties[0].party": "municipality:solbaek",
        "parties[1].party": "Tranevig",
        "parties[1].role": "vært",
    }
    [path] = added_to(site, "agreement", *settings_of(given))
    assert fields_of(path)["parties"] == [
        {"party": "municipality:solbaek"},
        {"party": "municipality:tranevig", "role": "vært"},
    ]


DIVIDED = {
    "title": "Hvad is koster",
    "concerns": "organization:havneudvalget",
    "version": "1",
    "municipalities": "solbaek, tranevig",
}


@pytest.mark.parametrize("name", ["shares[0]", "shares[0].amount"])
def test_an_entry_of_a_list_is_given_whole_or_by_its_field(name: str, site: Path) -> None:
    [path] = added_to(site, "cost_share", *settings_of({**DIVIDED, name: "1.000"}))
    assert fields_of(path)["shares"] == [{"key": "1", "amount": "1.000"}]


def test_what_an_entry_lacks_is_proposed_and_the_payer_is_its_key(site: Path) -> None:
    given = {"shares[0].payer": "Solbæk", "shares[1].payer": "municipality:tranevig", "shares[1].amount": "1.000,50"}
    [path] = added_to(site, "cost_share", *settings_of(DIVIDED | given))
    assert fields_of(path)["shares"] == [
        {"key": "solbaek", "payer": "municipality:solbaek", "amount": "ikke oplyst"},
        {"key": "tranevig", "payer": "municipality:tranevig", "amount": "1.000,50"},
    ]


def test_amounts_alone_are_numbered(site: Path) -> None:
    [path] = added_to(site, "cost_share", *settings_of({**DIVIDED, "shares": "1.000,50; 2.000"}))
    assert fields_of(path)["shares"] == [{"key": "1", "amount": "1.000,50"}, {"key": "2", "amount": "2.000"}]


def test_who_pays_is_asked_for_without_a_terminal_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "cost_share", *settings_of(DIVIDED), DAY]) == 2
    assert "shares[0].payer mangler (Betaler)" in capsys.readouterr().out


def test_each_payer_is_asked_for_until_none_is_named(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # date; two payers and their amounts; no third payer; id; no more fields
    answering(monkeypatch, "", "Solbæk", "1.000", "Tranevig", "", "", "", "")
    shares = fields_of(added_to(site, "cost_share", *settings_of(DIVIDED))[0])["shares"]
    assert shares == [
        {"key": "solbaek", "payer": "municipality:solbaek", "amount": "1.000"},
        {"key": "tranevig", "payer": "municipality:tranevig", "amount": "ikke oplyst"},
    ]
    assert "Andele 2, Betaler. " in capsys.readouterr().out


def test_a_suffix_that_is_taken_is_said_at_its_field(site: Path, files: set[Path], capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        added_to(site, "meeting")
    before = {*site.rglob("*")}
    assert main(["new", "meeting", "--set", "suffix=2", DAY]) == 2
    shown = capsys.readouterr().out
    taken = "content/meetings/2024-06-01-fjordraadet-2/meeting.yml"
    assert f"suffix: adressen /moeder/fjordraadet/2024-06-01-2/ er allerede brugt af {taken}\n" in shown
    assert {*site.rglob("*")} == before


def test_a_suffix_that_is_given_makes_the_id_and_the_next_one_is_free(site: Path) -> None:
    added_to(site, "meeting")
    [given] = added_to(site, "meeting", "--set", "suffix=3")
    [proposed] = added_to(site, "meeting")
    assert [path.parent.name for path in (given, proposed)] == ["2024-06-01-fjordraadet-3", "2024-06-01-fjordraadet-4"]
    assert "id: fjordraadet-2024-06-01-3\n" in given.read_text(encoding="utf-8")


def test_a_folder_in_which_there_is_another_meeting_is_left_to_it(site: Path) -> None:
    other = site / "content/meetings/2024-06-01-fjordraadet/meeting.yml"
    other.parent.mkdir()
    other.write_text("id: en-anden\ntitle: T\nbodies: [fjordraadet]\ndate: 2024-05-09\nstate: planlagt\n", encoding="utf-8")
    [path] = added_to(site, "meeting")
    assert path.relative_to(site).as_posix() == "content/meetings/2024-06-01-fjordraadet-2/meeting.yml"


def test_of_a_meeting_and_its_items_all_are_written_or_none(
    site: Path, files: set[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {*site.rglob("*")}
    items = ("--item", "Budget", "--item", "Ring til bo@example.dk", "--item", "Eventuelt")
    assert main(["new", "meeting", *items, DAY]) == 1
    assert {*site.rglob("*")} == before
    shown = capsys.readouterr().out
    assert "02-ring-til-bo-example-dk.md:3:" in shown
    assert "title: Eventuelt\n" in shown, "the text of each is shown, so that nothing is lost"


def test_a_title_that_is_taken_gets_another_id_and_file(site: Path, files: set[Path]) -> None:
    [first] = added_to(site, "person", "--set", "title=Asta Prøve")
    assert first.name == "asta-proeve-2.md"
    (site / "content/people/ny.md").write_text("---\nid: gammel\ntitle: Gammel\n---\n", encoding="utf-8")
    [second] = added_to(site, "person", "--set", "title=Ny")
    assert second.name == "ny-2.md", "a file is never written over, whatever its id"


def test_a_rule_between_records_keeps_the_file_back_and_shows_its_text(
    site: Path, files: set[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {*site.rglob("*")}
    said = {**SAID["correction"], "date": "2024-01-01", "title": "T"}
    said |= {"corrects": "solbaek", "reason": "Tirsdag den 1. januar 2024."}  # it was a Monday
    assert main(["new", "correction", *settings_of(said), DAY]) == 1
    shown = capsys.readouterr().out
    assert "P0417" in shown
    assert "reason: Tirsdag den 1. januar 2024." in shown
    assert {*site.rglob("*")} == before


def test_at_the_terminal_each_field_is_asked_with_its_help_and_proposal(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # bodies, date, title, state, id; no more fields; no item
    prompts = answering(monkeypatch, "", "2024-07-01", "", "", "", "", "")
    [path] = added_to(site, "meeting")
    assert path.parent.name == "2024-07-01-fjordraadet"
    assert prompts[:3] == ["  [fjordraadet] ", "  [2024-06-01] ", "  [Møde i Fjordrådet den 1. juli 2024] "]
    shown = capsys.readouterr().out
    assert "Organer. De organer, der holder mødet; det første giver mødets adresse. Skriv noget af navnet eller id'et." in shown
    assert "planlagt · holdt · aflyst" in shown


def test_a_wrong_answer_is_asked_again_and_a_near_name_is_chosen_by_its_number(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "fjord", "2", "i morgen", "?", "2024-07-01", "", "", "", "", "")
    [path] = added_to(site, "meeting")
    assert "bodies: [fjordsekretariatet]\n" in path.read_text(encoding="utf-8")
    shown = capsys.readouterr().out
    assert "datoen findes ikke: “i morgen”" in shown
    assert shown.count("Den dag, mødet holdes, fx 2020-08-28.") == 2, "a question mark shows the help again"


def test_after_a_wrong_answer_enter_takes_what_was_meant_and_else_what_was_proposed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts = answering(monkeypatch, "", "1. juli 2024", "", "", "afholdt til tiden", "", "", "", "")
    [path] = added_to(site, "meeting")
    fields = parse_mapping("", path.read_text(encoding="utf-8"))[0]
    assert (fields["date"], fields["state"]) == ("2024-07-01", "planlagt")
    assert prompts.count("  [2024-07-01] ") == 1
    assert prompts.count("  [planlagt] ") == 2


def test_a_municipalitys_code_of_another_form_is_asked_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "Nyby", "99", "0999", "", "")
    [path] = added_to(site, "municipality")
    assert parse_mapping("", path.read_text(encoding="utf-8").split("---")[1])[0]["code"] == "0999"


def test_of_several_records_that_are_called_so_none_is_said_to_be_missing(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "faergen", "1", "Is i maj", "Vi køber is.", "", "")
    added_to(site, "follow_up")
    shown = capsys.readouterr().out
    assert "Hvilken?" in shown
    assert "findes ikke" not in shown


def test_fields_that_need_not_be_filled_are_asked_for_by_name(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "", "", "", "", "", "Sted", "Rådhuset", "start", "kl. ti", "10:00", "hat", "", "")
    [path] = added_to(site, "meeting")
    text = path.read_text(encoding="utf-8")
    assert "place: Rådhuset\n" in text
    assert "start: '10:00'\n" in text


def test_a_hyphen_leaves_a_field_empty_that_may_be(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # meeting, number, title (which must be), type, id; no more fields
    answering(monkeypatch, "", "-", "Budget", "", "", "")
    [path] = added_to(site, "item")
    assert path.name == "budget.md"
    assert "number" not in parse_source("", path.read_bytes())[0].fields


@pytest.mark.parametrize("words", ["meeting", "Møde", "moede", "moeder", "mø", "meet"])
def test_a_type_is_named_in_either_language_or_by_how_it_alone_begins(words: str, site: Path) -> None:
    assert [path.name for path in added_to(site, words)] == ["meeting.yml"]


def test_items_follow_a_meeting_for_as_long_as_somebody_names_one(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting, item = ["", "", "", "", "", ""], ["", "", "", ""]  # an item: number, type, id, no more fields
    answering(monkeypatch, *meeting, "Budget", *item, "Eventuelt", *item, "")
    assert [path.name for path in added_to(site, "meeting")] == ["01-budget.md", "02-eventuelt.md", "meeting.yml"]


def test_whoever_goes_in_the_middle_leaves_nothing_behind(
    site: Path, files: set[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "", "2024-07-01")
    before = {*site.rglob("*")}
    assert main(["new", "meeting", DAY]) == 1
    assert {*site.rglob("*")} == before
    assert "Stoppet" in capsys.readouterr().out


def test_with_yes_nobody_is_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch)
    assert len(added_to(site, "meeting", "--yes")) == 1


def test_an_english_site_is_asked_and_written_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = copy_of(OTHER_REGION, tmp_path / "other", "records").folder
    assert main(["new", "meeting", "--date", "2026-05-01", "-c", str(site / "site_config.yml")]) == 0
    text = (site / "records/meetings/2026-05-01-ferry-board/meeting.yml").read_text(encoding="utf-8")
    assert "title: 'Joint Ferry Board: meeting on 1 May 2026'\nstatus: draft\n" in text
    assert "## Place: " in text
    assert "Date: 2026-05-01 (proposed)" in capsys.readouterr().out


texts = st.text(st.characters(blacklist_categories=["C"], blacklist_characters="\u2028\u2029"), min_size=1, max_size=30)
lines = st.lists(texts, min_size=1, max_size=4).map("\n".join)
keys = st.from_regex(r"[a-z_]{1,10}", fullmatch=True)
values = st.recursive(
    lines,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@example({"a": "Møde: nr. 3 # ja", "b": "0751", "c": "no", "d": "2020-01-02", "e": "- x", "f": "it's", "g": "  spaced "})
@example({"a": "  indrykket\nlinje\n", "b": "a\tb", "d": "@x", "e": "a:b", "f": "a: b", "g": "a #b", "h": "a:", "i": "~"})
@settings(max_examples=40, deadline=None)
@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_what_is_written_reads_back_the_same(fields: dict[str, object]) -> None:
    assert parse_mapping("", record_text(fields, yaml_only=True)) == (fields, [])


def test_dates_and_short_lists_are_written_as_people_write_them() -> None:
    fields = {"date": "2026-01-15", "number": "5", "bodies": ["forum", "raad"], "text": "En\nTo"}
    head = "date: 2026-01-15\nnumber: '5'\nbodies: [forum, raad]\ntext: |-\n  En\n  To\n# place:\n"
    assert record_text(fields, "Tekst.\n", comments=["place:"]) == f"---\n{head}---\nTekst.\n"
