"""`protokol approve`: a draft and what belongs to it is published in its files, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.sites import ITEM, SMALL, Site, everything_in, site_of

DAY = "--date=2026-01-15"
MEETING = "content/meetings/2025-03-04-forum/meeting.yml"
PERSON = "content/people/bo-opdigt.md"
ANNEX = "content/documents/bilag.md"
PROMISE = "content/follow-ups/plan.md"
OTHER = "content/glossary/ord.md"
APPOINTMENT = "content/appointments/bo-som-formand.md"
DRAFTS = {
    **SMALL,
    MEETING: """
        id: forum-2025-03-04
        title: Forums møde
        status:   "kladde"   # til den er læst
        bodies: [forum]
        date: 2025-03-04
        state: holdt
        chair: bo-opdigt
    """,
    ITEM: """
        ---
        id: forum-2025-03-04-1
        title: Budget
        status: draft
        number: "1"
        item_type: beslutning
        decisions:
          - {key: ja, text: Godkendt., outcome: godkendt}
        ---
        Teksten siger status: kladde.
    """,
    PERSON: "---\nid: bo-opdigt\ntitle: Bo Opdigt\nstatus: kladde\n---\n",
    ANNEX: "---\nid: bilag\ntitle: Bilag\nstatus: kladde\nkind: bilag\nannex_to: ['item:forum-2025-03-04-1']\n---\n",
    PROMISE: """
        ---
        id: plan
        title: Plan
        status: kladde
        promised_in: item:forum-2025-03-04-1
        quote: Forum laver en plan.
        ---
    """,
    "content/posts/formand.md": "---\nid: formand\ntitle: Formand\nbody_of: forum\nrole: formand\nkind: formandspost\n---\n",
    APPOINTMENT: """
        ---
        id: bo-som-formand
        title: Bo Opdigt som formand
        status: kladde
        post: formand
        holder: bo-opdigt
        ---
    """,
    OTHER: "---\nid: ord\ntitle: ord\nstatus: kladde\nexplanation: et ord\n---\n",
    "content/meetings/2025-06-03-forum/meeting.yml": """
        id: forum-2025-06-03
        title: Forums næste møde
        status: kladde
        bodies: [forum]
        date: 2025-06-03
        state: holdt
        chair: bo-opdigt
        approved_at: forum-2025-03-04
    """,
    "content/meetings/2025-06-03-forum/01-igen.md": """
        ---
        id: forum-2025-06-03-1
        title: Budget igen
        status: kladde
        number: "1"
        item_type: orientering
        decisions:
          - {key: ja, text: Orienteret., outcome: orienteret, replaces: forum-2025-03-04-1}
        ---
    """,
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site with a meeting in drafts, in whose folder the command runs."""
    monkeypatch.chdir(tmp_path)
    return site_of(DRAFTS, tmp_path)


def test_a_meeting_is_published_with_its_items_annexes_promises_and_people(site: Site) -> None:
    before = everything_in(site.folder / "content")
    assert main(["approve", "forum-2025-03-04", DAY]) == 0
    after = everything_in(site.folder / "content")
    changed = {f"content/{path}" for path in after if after[path] != before[path]}
    assert changed == {MEETING, ITEM, PERSON, ANNEX, PROMISE}


def test_only_the_word_of_the_status_changes_in_the_language_that_it_is_written_in(site: Site) -> None:
    before = {path: (site.folder / path).read_text(encoding="utf-8") for path in (MEETING, ITEM)}
    assert main(["approve", "forum-2025-03-04", DAY]) == 0
    after = {path: (site.folder / path).read_text(encoding="utf-8") for path in (MEETING, ITEM)}
    assert after[MEETING] == before[MEETING].replace('"kladde"', '"offentliggjort"')
    assert after[ITEM] == before[ITEM].replace("status: draft", "status: published")
    assert "Teksten siger status: kladde." in after[ITEM]


def test_a_word_on_a_line_of_its_own_and_the_ends_of_lines_stay_as_they_are(site: Site) -> None:
    (site.folder / OTHER).write_bytes(
        b"---\r\nid: ord\r\ntitle: ord\r\nstatus:\r\n  'kladde'\r\nexplanation: et ord\r\n---\r\n"
    )
    assert main(["approve", "ord", DAY]) == 0
    assert (site.folder / OTHER).read_bytes().count(b"\r\n") == 7
    assert b"status:\r\n  'offentliggjort'\r\n" in (site.folder / OTHER).read_bytes()


def test_what_is_tried_is_said_and_not_written(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything_in(site.folder / "content")
    assert main(["approve", "forum-2025-03-04", "--dry-run", DAY]) == 0
    said = capsys.readouterr().out
    assert "5 kladder ville blive offentliggjort" in said
    assert f"  Budget ({ITEM})" in said
    assert everything_in(site.folder / "content") == before


def test_where_the_site_would_show_something_wrong_nothing_is_changed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit(ITEM, "outcome: godkendt", "outcome: godkendt, answers: [et]")
    before = everything_in(site.folder / "content")
    assert main(["approve", "forum-2025-03-04", DAY]) == 1
    said = capsys.readouterr().out
    assert ITEM in said
    assert "Intet er ændret." in said
    assert everything_in(site.folder / "content") == before


def test_several_drafts_can_be_named_at_once(site: Site) -> None:
    assert main(["approve", "ord", "bo-opdigt", DAY]) == 0
    assert "offentliggjort" in (site.folder / OTHER).read_text(encoding="utf-8")
    assert "offentliggjort" in (site.folder / PERSON).read_text(encoding="utf-8")
    assert "kladde" in (site.folder / APPOINTMENT).read_text(encoding="utf-8"), "it names him, and is a matter of its own"
    assert "kladde" in (site.folder / MEETING).read_text(encoding="utf-8")


def test_a_name_that_no_record_has_or_that_several_have_is_asked_back(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["approve", "forum-2025-03-0", DAY]) == 2
    assert "det kan være: forum-2025-03-04" in capsys.readouterr().out
    site.write({"content/documents/ord.md": "---\nid: ord\ntitle: Ordet\nkind: notat\n---\n"})
    assert main(["approve", "ord", DAY]) == 2
    assert "document:ord, glossary_term:ord" in capsys.readouterr().out
    assert main(["approve", "glossary_term:ord", DAY]) == 0


def test_what_is_published_already_is_left_as_it_is(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["approve", "fjordby", DAY]) == 0
    assert "Der er ingen kladder at offentliggøre." in capsys.readouterr().out
