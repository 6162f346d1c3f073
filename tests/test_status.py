"""`protokol status`: what waits is said in words, by kind, the nearest day first; what is settled is not said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.messages import LANGUAGES, load_catalogue
from generator.status import FINDERS, matters
from tests.sites import SMALL, Site, site_of

TODAY = date(2026, 1, 15)
DAY = f"--date={TODAY}"


def record(name: str, **fields: str) -> str:
    lines = "".join(f"{field}: {value}\n" for field, value in {"id": name, "title": name.capitalize(), **fields}.items())
    return f"---\n{lines}---\n"


def meeting(day: str, **fields: str) -> dict[str, str]:
    text = record(f"forum-{day}", bodies="[forum]", date=day, **fields).strip("-\n")
    return {f"content/meetings/{day}-forum/meeting.yml": text + "\n"}


PROMISE = {"promised_in": "item:forum-2025-03-04-1", "quote": "Vi gør det."}
WAITING: Mapping[str, dict[str, str]] = {
    "drafts": {"content/glossary/ord.md": record("ord", explanation="et ord", status="kladde")},
    "held": meeting("2025-12-01", state="planlagt"),
    "minutes": meeting("2025-12-01", state="holdt"),
    "unapproved": meeting("2025-12-01", state="holdt", minutes="udkast"),
    "outcome": {
        "content/meetings/2025-03-04-forum/02.md": record(
            "punkt", item_type="drøftelse", decisions="[{key: a, text: Intet., outcome: ikke refereret}]"
        )
    },
    "overdue": {"content/follow-ups/loefte.md": record("loefte", due="2026-01-14", **PROMISE)},
    "soon": {"content/follow-ups/loefte.md": record("loefte", due="2026-01-15", **PROMISE)},
    "agreements_over": {
        "content/agreements/gammel.md": record(
            "gammel", kind="samarbejdsaftale", state="indgået", parties="[{party: municipality:fjordby}]", end="2026-01-14"
        )
    },
    "agreements_ending": {
        "content/agreements/ny.md": record(
            "ny",
            kind="samarbejdsaftale",
            state="indgået",
            parties="[{party: municipality:fjordby}]",
            start="2025",
            end="2026-07-17",
        )
    },
    "appointments_ending": {
        "content/posts/post.md": record("post", body_of="forum", role="medlem", kind="plads"),
        "content/appointments/udpeget.md": record(
            "udpeget", post="post", holder_party="municipality:fjordby", start="2025", end="2026-01"
        ),
    },
    "vacant": {"content/posts/post.md": record("post", body_of="forum", role="medlem", kind="plads", seats="2")},
    "annexes": {
        "content/meetings/2025-03-04-forum/02.md": record(
            "punkt",
            item_type="orientering",
            decisions="[{key: a, text: Nu., outcome: orienteret}]",
            annexes="[{title: Et bilag}]",
        )
    },
    "agreement": {"content/agreements/ny.md": record("ny", kind="samarbejdsaftale", parties="[{party: municipality:fjordby}]")},
    "period": {
        "content/cost-shares/deling.md": record(
            "deling",
            concerns="agreement:aftalen",
            version="1",
            date="2025-01-01",
            shares="[{key: a, payer: municipality:fjordby, amount: '5'}]",
        )
    },
    "holder": {
        "content/posts/post.md": record("post", body_of="forum", role="medlem", kind="plads"),
        "content/appointments/udpeget.md": record("udpeget", post="post", holder="ikke oplyst"),
    },
}


def keys_in(site: Site, today: date = TODAY) -> set[str]:
    checked = site.check(on=today)
    assert {problem.code for problem in checked.problems} <= {"P0424"}, "that an agreement ran out is said by the check too"
    return {matter.key for matter in matters(checked.library, today)}


def test_nothing_waits_in_a_site_where_all_is_settled(tmp_path: Path) -> None:
    assert keys_in(site_of(SMALL, tmp_path)) == set()


def test_there_is_an_example_of_every_kind() -> None:
    assert WAITING.keys() == FINDERS.keys()


@pytest.mark.parametrize("key", sorted(WAITING.keys() - {"drafts"}))
def test_what_waits_is_found(key: str, tmp_path: Path) -> None:
    assert key in keys_in(site_of({**SMALL, **WAITING[key]}, tmp_path))


@pytest.mark.parametrize("key", ["overdue", "soon"])
def test_a_promise_that_was_kept_waits_no_longer(key: str, tmp_path: Path) -> None:
    [(path, text)] = WAITING[key].items()
    kept = "entries: [{key: a, date: 2026-01-02, status: gennemført, text: Gjort., source: Et brev}]\n---\n"
    assert keys_in(site_of({**SMALL, path: text.removesuffix("---\n") + kept}, tmp_path)) == set()


@pytest.mark.parametrize(
    ("today", "waits"), [("2026-01-14", False), ("2026-01-15", True), ("2026-07-17", True), ("2026-07-18", False)]
)
def test_an_agreement_is_named_for_half_a_year_before_its_end(today: str, waits: bool, tmp_path: Path) -> None:
    site = site_of({**SMALL, **WAITING["agreements_ending"]}, tmp_path)
    found = matters(site.check(on=date.fromisoformat(today)).library, date.fromisoformat(today))
    assert ("agreements_ending" in {one.key for one in found}) is waits


@pytest.mark.parametrize(
    ("today", "more", "waits"), [("2026-01-14", "", False), ("2026-01-15", "", True), ("2026-01-15", "note: Opsagt.", False)]
)
def test_an_agreement_is_over_from_the_day_after_its_end_until_something_is_said(
    today: str, more: str, waits: bool, tmp_path: Path
) -> None:
    [(path, text)] = WAITING["agreements_over"].items()
    site = site_of({**SMALL, path: text.removesuffix("---\n") + f"{more}\n---\n"}, tmp_path)
    assert ("agreements_over" in keys_in(site, date.fromisoformat(today))) is waits


def test_the_nearest_day_comes_first(tmp_path: Path) -> None:
    files = {**SMALL}
    for day in ("2020-01-01", "2026-01-10", "2024-05-01"):
        files[f"content/follow-ups/{day}.md"] = record(f"l-{day}", due=day, **PROMISE)
    [overdue] = matters(site_of(files, tmp_path).check(on=TODAY).library, TODAY)
    assert [one.record.id for one in overdue.waiting] == ["l-2026-01-10", "l-2024-05-01", "l-2020-01-01"]


def status_of(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["status", DAY, "-c", str(folder / "site_config.yml"), *words])
    return code, capsys.readouterr().out


def test_it_is_said_in_words_with_the_day_and_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site_of({**SMALL, **WAITING["overdue"], **WAITING["drafts"]}, tmp_path)
    code, shown = status_of(tmp_path, capsys)
    assert code == 0
    assert shown.startswith("Status pr. 15. januar 2026\n")
    assert "Løfter, hvis frist er gået uden svar (1)\n  14. januar 2026: Loefte (content/follow-ups/loefte.md)\n" in shown
    assert "Kladder, der ikke er offentliggjort (1)\n  Ord (content/glossary/ord.md)\n" in shown


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2025-05", "maj 2025"),
        ("2024", "2024"),
        ("2024~", "omkring 2024"),
        ("2024-23", "efteråret 2024"),
        ("2020-09-16/2023-06-30", "16. september 2020 – 30. juni 2023"),
        ("../2023-06", "senest juni 2023"),
    ],
)
def test_every_moment_is_said_in_words(due: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site_of({**SMALL, "content/follow-ups/l.md": record("l", due=due, **PROMISE)}, tmp_path)
    assert f"\n  {said}: L (" in status_of(tmp_path, capsys)[1]


def test_where_nothing_waits_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site_of(SMALL, tmp_path)
    code, shown = status_of(tmp_path, capsys, "--language", "en")
    assert code == 0
    assert shown.endswith("Nothing is missing, nothing is overdue, and nothing ends within half a year.\n")


def test_ten_of_a_kind_are_shown_unless_all_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    promises = {f"content/follow-ups/l{n}.md": record(f"l{n}", due="2020", **PROMISE) for n in range(13)}
    site_of({**SMALL, **promises}, tmp_path)
    shown = status_of(tmp_path, capsys)[1]
    assert shown.count("content/follow-ups/") == 10
    assert "… og 3 mere" in shown
    assert status_of(tmp_path, capsys, "--all")[1].count("content/follow-ups/") == 13


def test_json_says_the_same_to_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site_of({**SMALL, **WAITING["overdue"]}, tmp_path)
    code, shown = status_of(tmp_path, capsys, "--format", "json")
    found: dict[str, Any] = json.loads(shown)
    assert (code, found["date"], found["errors"]) == (0, "2026-01-15", 0)
    [matter] = found["matters"]
    assert matter["key"] == "overdue"
    [waiting] = matter["records"]
    assert waiting == {
        "record": "follow_up:loefte",
        "title": "Loefte",
        "path": "content/follow-ups/loefte.md",
        "date": "2026-01-14",
    }


def test_errors_are_counted_and_it_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site_of({**SMALL, **WAITING["overdue"], "content/glossary/ord.md": record("ord")}, tmp_path)
    code, shown = status_of(tmp_path, capsys)
    assert code == 1
    assert "Tjek: 1 fejl, 0 advarsler. Kør protokol check." in shown
    assert "content/follow-ups/loefte.md" in shown, "what is wrong elsewhere hides nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_words(language: str) -> None:
    assert all(f"status.{key}" in load_catalogue(language) for key in FINDERS)
