"""Agreements and lists of appointments become drafts too, their text kept whole beside what was read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.importer.drafting.draft import Draft, DraftFile
from tests.examples import library_in
from tests.minutes import imported

AGREEMENT = """\
Samarbejdsaftale

mellem

Solbæk Kommune
Torvet 1
og
Foreningen Is for Alle

om is i skolerne

1. Mål
Mål 1: 900 børn får is
Mål 2: 80 procent af dem spiser den

2. Økonomi

Part                      Andel i kr.
Solbæk Kommune                 20.000
Foreningen Is for Alle         10.000
I alt                          30.000

3. Periode
Aftalen gælder fra den 1. januar 2024 til den
31. december 2025.
"""

APPOINTMENTS = """\
Udpegninger i Isudvalget

Bestyrelsen for Ishuset
Periode: 1. januar 2024 - 31. december 2027
Ib Prøve, borgmester, Solbæk Kommune
Suppleant: Ane Test, Solbæk Kommune
Vakant
"""


def of_type(draft: Draft, folder: str) -> list[DraftFile]:
    return [file for file in draft.files if file.path.startswith(f"{folder}/")]


def test_an_agreement_has_parties_period_goals_and_shares(tmp_path: Path) -> None:
    draft = imported(AGREEMENT, tmp_path)
    (agreement,) = of_type(draft, "agreements")
    assert agreement.fields["title"] == "Samarbejdsaftale om is i skolerne"
    assert (agreement.fields["start"], agreement.fields["end"]) == ("2024-01-01", "2025-12-31")
    assert [one["party"] for one in agreement.fields["parties"]] == [
        "municipality:solbaek",
        "organization:foreningen-is-for-alle",
    ]
    assert [one["goal"] for one in agreement.fields["goals"]] == ["900 børn får is", "80 procent af dem spiser den"]
    (shares,) = of_type(draft, "cost-shares")
    assert [(one["label"], one["amount"]) for one in shares.fields["shares"]] == [
        ("Solbæk Kommune", "20.000"), ("Foreningen Is for Alle", "10.000"),
    ]  # fmt: skip
    assert shares.fields["printed_totals"] == {"amount": "30.000"}


def test_a_period_that_hangs_on_something_is_unknown(tmp_path: Path) -> None:
    text = (
        AGREEMENT.partition("3. Periode")[0]
        + "Aftalen træder i kraft, når alle har godkendt den, dog tidligst den 1. maj 2024.\n"
    )
    draft = imported(text, tmp_path)
    (agreement,) = of_type(draft, "agreements")
    assert (agreement.fields["start"], agreement.fields["end"]) == ("ikke oplyst", "ikke oplyst")
    assert {"no_start", "no_end"} <= {finding.key for finding in draft.findings}


def test_appointments_have_post_holder_party_substitute_and_term(tmp_path: Path) -> None:
    draft = imported(APPOINTMENTS, tmp_path)
    (post,) = of_type(draft, "posts")
    assert (post.fields["title"], post.fields["seats"]) == ("Bestyrelsen for Ishuset", "2")
    (held,) = of_type(draft, "appointments")
    said = {name: held.fields[name] for name in ("holder", "on_behalf_of", "substitute", "start", "end")}
    assert said == {
        "holder": "ib-proeve", "on_behalf_of": "municipality:solbaek", "substitute": "ane-test",
        "start": "2024-01-01", "end": "2027-12-31",
    }  # fmt: skip
    assert post.fields["note"] == "Ubesat ifølge kilden: Vakant"
    assert [finding.details for finding in draft.findings if finding.key == "vacant"] == [
        {"body": "Bestyrelsen for Ishuset", "quote": "Vakant"}
    ]


@pytest.mark.parametrize("said", ["Borgmester Asta Prøve, Solbæk Kommune", "Asta Prøve, borgmester, Solbæk Kommune"])
def test_an_office_before_a_name_makes_nobody_new(said: str, tmp_path: Path) -> None:
    draft = imported(f"Udpegninger i Isudvalget\n\nBestyrelsen for Ishuset\n{said}\n", tmp_path)
    (held,) = of_type(draft, "appointments")
    assert (held.fields["holder"], of_type(draft, "people")) == ("asta-proeve", [])


@pytest.mark.parametrize("text", [AGREEMENT, APPOINTMENTS])
def test_the_drafts_pass_the_check_and_hold_every_line(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert imported(text, tmp_path / "one").left == []
    site = tmp_path / "site"
    site.mkdir()
    library_in(site)
    monkeypatch.chdir(site)
    (site / "papir.txt").write_text(text, encoding="utf-8")
    assert main(["import", "papir.txt", "--date=2026-01-01"]) == 0
    assert main(["check", "--date=2026-01-01", "--drafts"]) == 0
