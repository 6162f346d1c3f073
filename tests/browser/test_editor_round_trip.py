"""The browser editor in a browser: what is opened, changed in one field and saved is the same record but for that field."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.declaration import Pointer
from generator.pipeline import build
from generator.records import Record
from tests.browser.conftest import Complaints
from tests.browser.local_server import served
from tests.sites import ITEM, PROJECT, SMALL, Site, codes, say_nothing, site_of

pytestmark = pytest.mark.browser

TABLE = "content/tables/udgifter.md"
FOLLOW_UP = "content/follow-ups/cykelsti.md"
MEETING = "content/meetings/2025-03-04-forum/meeting.yml"
BODY = "content/organizations/forum.md"
# Written by hand, each in a manner of its own: comments, quotes, lists on one line, values that YAML takes for others.
FILES = {
    **SMALL,
    ITEM: """
        ---
        id: forum-2025-03-04-1
        title: "Budget: 2026"
        # Nummeret står sådan i referatet.
        number: 3.10
        item_type: beslutning
        heading: >-
          Budget for
          det kommende år
        recommendation:
          points:
          - {key: et, text: At budgettet godkendes, asks: godkende}
        minutes: |
          Formanden gennemgik budgettet.

          - Ingen havde bemærkninger.
        decisions:
          - key: ja
            text: Budgettet blev godkendt.
            answers: [et]
            note: 'Der er ''to'' bilag.'
            outcome: godkendt
        topics: [økonomi, "0751"]
        municipalities: [fjordby]
        ---

        Se [aftalen](agreement:aftalen).

        | år | kr. |
        |---|---|
        | 2026 | 1.200 |
    """,
    FOLLOW_UP: """
        ---
        id: cykelsti
        title: Plan for cykelstien
        promised_in: item:forum-2025-03-04-1
        quote: |
            Forum laver en plan.
        due: 2026
        responsible: ["organization:forum"]
        ---
    """,
    TABLE: """
        ---
        id: udgifter
        title: Udgifter
        columns:
          - {key: en, title: 2025}
          - {key: to, title: 2026}
        rows:
          - key: loen
            title: Løn
            cells: ["", 1.200]
          - key: i-alt
            title: I alt
            cells: []
        ---
    """,
}
# A record, the field that is changed, what is written there, and how the file then differs.
EDITS = {
    "a summary that was not there": (ITEM, "item", "2025-03-04-forum/01-budget", "summary", "Forum godkendte budgettet.", (
        "+summary: Forum godkendte budgettet.",
    )),
    "a text within quotes": (ITEM, "item", "2025-03-04-forum/01-budget", "title", "Budget: 2027", (
        '-title: "Budget: 2026"', '+title: "Budget: 2027"',
    )),
    "a note on a decision": (
        ITEM, "item", "2025-03-04-forum/01-budget", "decisions.0.note", "Der er 'tre' bilag.", (
            "-    note: 'Der er ''to'' bilag.'", "+    note: 'Der er ''tre'' bilag.'",
    )),
    "a due date": (FOLLOW_UP, "follow_up", "cykelsti", "due", "2026-09", ("-due: 2026", "+due: 2026-09")),
    "a promise's words": (FOLLOW_UP, "follow_up", "cykelsti", "quote", "Forum laver en plan i marts.", (
        "-    Forum laver en plan.", "+  Forum laver en plan i marts.",
    )),
    "a row of a table with empty cells": (
        TABLE, "table", "udgifter", "rows.0.title", "Lønninger", ("-    title: Løn", "+    title: Lønninger"),
    ),
    "a body's seat": (BODY, "organization", "forum", "seat", "Fjordby", ("+seat: Fjordby",)),
    "a meeting's place": (MEETING, "meeting", "2025-03-04-forum/meeting", "place", "Rådhuset", ("+place: Rådhuset",)),
}  # fmt: skip

_FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    let folder = root;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const writer = await (await folder.getFileHandle(names.at(-1), { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
_READ = """async (path) => {
  const names = path.split("/");
  let folder = await navigator.storage.getDirectory();
  try {
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    return await (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
  } catch { return ""; }
}"""
# The browser's own dialogue for choosing a folder, which no test can answer; the folder is one inside the browser.
_CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"


class Editor:
    """The editor in a browser, with a site's folder open."""

    def __init__(self, page: Page, origin: str, site: Site) -> None:
        self.page, self.origin, self.site = page, origin, site

    def open(self) -> None:
        """Give the browser the folder and sign in to it."""
        content = (self.site.folder / "content").rglob("*")
        paths = [path for path in (self.site.folder / "site_config.yml", *content) if path.is_file()]
        files = {path.relative_to(self.site.folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        self.page.goto(f"{self.origin}/schemas/item.json")
        self.page.evaluate(_FILL, files)
        self.page.add_init_script(_CHOOSE)
        self.page.goto(f"{self.origin}/admin/")
        self.page.get_by_role("button", name="Arbejd med mappen").click()
        self.page.get_by_text("Dagsordenspunkter").first.wait_for()

    def show(self, address: str) -> None:
        """Go to a place in the editor and wait until its form is there."""
        self.page.goto(f"{self.origin}/admin/#/collections/{address}")
        self.field("title").wait_for()

    def section(self, name: str) -> Locator:
        """A field with its label and help. The editor makes fields as they come into view, those of parts when unfolded."""
        found = self.page.locator(f'section[data-key-path="{name}"]')
        around = self.section(name.split(".", 1)[0]) if "." in name else None
        self.page.mouse.move(600, 400)
        for _ in range(80):
            if found.count():
                break
            folded = around.locator('button[aria-label="Fold ud"][aria-controls$="-0-body"]') if around else None
            if folded and folded.count():
                folded.first.click()
            else:
                self.page.mouse.wheel(0, 400)
            self.page.wait_for_timeout(50)
        found.scroll_into_view_if_needed()
        return found

    def field(self, name: str) -> Locator:
        """A field's control."""
        return self.section(name).locator("input, textarea").first

    def choose(self, name: str, word: str) -> None:
        """Choose a word from a field's list."""
        self.section(name).get_by_role("combobox").click()
        self.page.get_by_role("option", name=word, exact=True).click()

    def save(self, path: str) -> str:
        """Save, and give the file as it then stands in the folder."""
        before = self.page.evaluate(_READ, path)
        self.page.get_by_role("button", name="Gem", exact=True).click()
        for _ in range(200):
            after: str = self.page.evaluate(_READ, path)
            if after and after != before:
                self.site.write({path: after})
                return after
            self.page.wait_for_timeout(50)
        raise AssertionError(f"nothing was saved: {self.page.inner_text('body')[:400]}")


@pytest.fixture(scope="module")
def served_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site stands as it does while it is served, which gives it an editor."""
    site = site_of(FILES, tmp_path_factory.mktemp("served"))
    assert codes(build(replace(site.order(), promises=False), say_nothing)) == []
    with served(site.output) as origin:
        yield origin


@pytest.fixture
def editor(served_site: str, tmp_path: Path, browser: Browser, complaints: Complaints) -> Iterator[Editor]:
    """The editor with a folder of that site's records open."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
    context.set_default_timeout(30_000)
    complaints.watch(context, served_site)
    editor = Editor(context.new_page(), served_site, site_of(FILES, tmp_path))
    editor.open()
    yield editor
    context.close()


def values_of(site: Site) -> dict[Pointer, dict[str, Any]]:
    """Every record of a site that is without fault: its values."""
    checked = site.check()
    assert codes(checked) == []
    return {pointer: said_by(record) for pointer, record in checked.library.records.items()}


def said_by(record: Record) -> dict[str, Any]:
    """What a record says, field by field."""
    return {name: str(value).strip() for name, value in record.scalars}


# Starting the editor takes seconds: one edit of each kind of file is made at every run, the others now and then.
AT_EVERY_RUN = frozenset({"a note on a decision", "a due date", "a body's seat"})


@pytest.mark.parametrize(
    "edit",
    [pytest.param(edit, id=name, marks=() if name in AT_EVERY_RUN else pytest.mark.long) for name, edit in EDITS.items()],
)
def test_a_record_means_the_same_but_for_the_field_that_was_changed(editor: Editor, edit: tuple[Any, ...]) -> None:
    path, collection, entry, name, text, expected = edit
    before, written = values_of(editor.site), (editor.site.folder / path).read_text(encoding="utf-8")
    editor.show(f"{collection}/entries/{entry}")
    editor.field(name).fill(text)
    saved = editor.save(path)
    after = values_of(editor.site)
    changed = {(pointer, key) for pointer in after for key in after[pointer] if after[pointer][key] != before[pointer].get(key)}
    assert {key for _, key in changed} == {name.replace(".0.", "[0].")}
    assert len(changed) == 1
    assert {pointer: set(before[pointer]) - set(after[pointer]) for pointer in before} == {one: set() for one in before}
    difference = difflib.unified_diff(written.splitlines(), saved.splitlines(), lineterm="", n=0)
    assert tuple(line for line in difference if not line.startswith(("---", "+++", "@@"))) == expected


def test_a_new_item_is_put_into_its_meetings_folder(editor: Editor) -> None:
    editor.page.goto(f"{editor.origin}/admin/#/collections/item/filter/2025-03-04-forum")
    editor.page.get_by_text("Budget: 2026").first.wait_for()
    editor.page.get_by_role("button", name="Opret").last.click()
    editor.field("id").fill("forum-2025-03-04-2")
    editor.field("title").fill("Cykelsti")
    editor.choose("item_type", "orientering")
    editor.section("decisions").get_by_role("button", name="Tilføj").click()
    editor.field("decisions.0.key").fill("note")
    editor.field("decisions.0.text").fill("Forum tog planen til efterretning.")
    editor.choose("decisions.0.outcome", "taget til efterretning")
    saved = editor.save("content/meetings/2025-03-04-forum/forum-2025-03-04-2.md")
    assert saved == textwrap.dedent("""\
        ---
        id: forum-2025-03-04-2
        title: Cykelsti
        item_type: orientering
        decisions:
          - key: note
            text: Forum tog planen til efterretning.
            outcome: taget til efterretning
        ---
    """)
    assert values_of(editor.site)[Pointer("item", "forum-2025-03-04-2")]["title"] == "Cykelsti"


def test_who_leaves_keys_out_gets_them_and_they_stay_when_a_line_comes_in_between(editor: Editor) -> None:
    editor.page.goto(f"{editor.origin}/admin/#/collections/meeting")
    editor.show("meeting/entries/2025-03-04-forum/meeting")
    attendance = editor.section("attendance")
    attendance.get_by_role("button", name="Tilføj").last.click()
    editor.field("attendance.0.party").fill("municipality:fjordby")
    editor.section("attendance.0.status").get_by_text("deltog", exact=True).click()
    saved = editor.save(MEETING)
    assert "attendance:\n  - key: fjordby\n    party: municipality:fjordby\n    status: deltog\n" in saved


_KEYS = """(form) => {
  const before = { points: [{ key: "et", text: "A" }, { key: "punkt-1", text: "B" }] };
  const names = (points) => withKeys({ points }, before, form).points.map(({ key }) => key);
  return [
    names([{ text: "A" }, { text: "B" }]),
    names([{ text: "A" }, { text: "Ny" }, { text: "B" }]),
    names([{ text: "A" }, { text: "B, rettet" }]),
    names([{ text: "A" }, { text: "B" }, { text: "Ny" }, { key: "punkt-2", text: "Egen" }]),
  ];
}"""


def test_an_entry_keeps_the_key_that_it_has_in_the_file(browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.goto("about:blank")
    page.add_script_tag(path=PROJECT / "themes" / "default" / "admin" / "keys.js")
    form = [{"name": "points", "label_singular": "Punkt", "fields": [{"name": "key"}, {"name": "text"}]}]
    assert page.evaluate(_KEYS, form) == [
        ["et", "punkt-1"],
        ["et", "punkt-2", "punkt-1"],
        ["et", "punkt-1"],
        ["et", "punkt-1", "punkt-3", "punkt-2"],
    ]


def test_a_file_is_put_up_with_its_document_which_names_it_by_its_place(editor: Editor) -> None:
    editor.page.goto(f"{editor.origin}/admin/#/collections/document")
    editor.page.get_by_role("button", name="Opret").last.click()
    editor.field("id").fill("bilag")
    editor.field("title").fill("Bilag")
    editor.choose("kind", "bilag")
    editor.section("file").get_by_role("button", name="Gennemse").click()
    dialogue = editor.page.get_by_role("dialog")
    given = {"name": "Bilag 1.txt", "mimeType": "text/plain", "buffer": b"Tal."}
    dialogue.locator("input[type=file]").first.set_input_files(given)  # type: ignore[arg-type]
    dialogue.get_by_text("Bilag 1.txt").first.wait_for()
    dialogue.get_by_role("button", name="Indsæt", exact=True).click()
    editor.section("file").get_by_text("Bilag 1.txt").first.wait_for()
    saved = editor.save("content/documents/bilag.md")
    assert saved == "---\nid: bilag\ntitle: Bilag\nkind: bilag\nfile: Bilag 1.txt\n---\n"
    assert editor.page.evaluate(_READ, "content/files/Bilag 1.txt") == "Tal."


@pytest.mark.parametrize(
    ("entry", "name", "fits"),
    [
        (
            "follow_up/entries/cykelsti",
            "promised_in",
            {"item:forum-2025-03-04-1": "Budget: 2026", "organization:forum": "Forum"},
        ),
        pytest.param(
            "follow_up/entries/cykelsti",
            "responsible.0",
            {"municipality:fjordby": "Fjordby", "organization:forum": "Forum"},
            marks=pytest.mark.long,
        ),
        pytest.param(
            "agreement/entries/aftalen",
            "parties.0.party",
            {"municipality:fjordby": "Fjordby", "organization:forum": "Forum"},
            marks=pytest.mark.long,
        ),
    ],
)
def test_where_several_types_fit_the_browser_proposes_their_records_by_title(
    editor: Editor, entry: str, name: str, fits: dict[str, str]
) -> None:
    editor.show(entry)
    field = editor.field(name)
    field.focus()
    proposed = field.evaluate("(input) => Object.fromEntries([...input.list.options].map((one) => [one.value, one.label]))")
    assert fits.items() <= proposed.items()
    assert "agreement:aftalen" not in proposed or name == "promised_in"
    editor.field("title").focus()
    assert editor.field("title").get_attribute("list") is None


def test_a_text_of_the_wrong_form_is_not_saved_and_the_editor_says_how_to_write_it(editor: Editor) -> None:
    editor.show("follow_up/entries/cykelsti")
    editor.field("due").fill("til foråret")
    editor.page.get_by_role("button", name="Gem", exact=True).click()
    editor.page.get_by_text("Skriv det som 2020, 2020-09").first.wait_for()
    assert "due: 2026\n" in editor.page.evaluate(_READ, FOLLOW_UP)


def test_where_no_git_host_is_named_there_is_nothing_to_sign_in_to(served_site: str, browser: Browser) -> None:
    page = browser.new_page(locale="da-DK")
    page.goto(f"{served_site}/admin/")
    page.get_by_role("button", name="Arbejd med mappen").wait_for()
    assert [button.inner_text() for button in page.get_by_role("button").all() if button.is_visible()] == [
        "Arbejd med mappen på denne maskine"
    ]
    page.close()


def test_a_browser_that_cannot_work_in_a_folder_says_which_can(served_site: str, browser: Browser) -> None:
    page = browser.new_page(locale="da-DK")
    page.add_init_script("delete window.showDirectoryPicker")
    page.goto(f"{served_site}/admin/")
    page.get_by_text("Brug Chrome eller Edge.").wait_for()
    page.close()


def test_the_editor_asks_nobody_but_the_site(editor: Editor, complaints: Complaints) -> None:
    editor.show("item/entries/2025-03-04-forum/01-budget")
    assert [address for address in complaints.foreign if not address.startswith("blob:")] == []


_CHANGE_EACH_FIELD = """([text, hasBody]) => {
  const lines = (text) => text.trim().split("\\n");
  const changeOne = (value) => {
    if (typeof value === "string") return value.replace(/\\n*$/, (end) => " Ændret." + end);
    const key = Object.keys(value).at(-1);
    value[key] = changeOne(value[key]);
    return value;
  };
  const ordered = (value, order) => {
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((inner) => ordered(inner, order));
    return Object.fromEntries(order(Object.entries(value)).map(([name, inner]) => [name, ordered(inner, order)]));
  };
  const inAnotherOrder = (record) => ordered(record, (entries) => entries.reverse());  // as the editor's form may have it
  const meaning = (record) => JSON.stringify(ordered(record, (entries) => entries.sort()));
  const names = Object.keys(recordFormat(hasBody).fromFile(text)).filter((name) => name !== "id");
  return names.map((name) => {
    const format = recordFormat(hasBody);
    const record = format.fromFile(text);
    record[name] = changeOne(record[name]);
    const saved = format.toFile(inAnotherOrder(record));
    const before = new Set(lines(text));
    const means = meaning(recordFormat(hasBody).fromFile(saved)) === meaning(record);
    return { name, means, lines: lines(saved).filter((line) => !before.has(line)).length };
  });
}"""


def test_a_change_in_any_field_of_any_record_of_this_site_changes_one_line(browser: Browser) -> None:
    page = browser.new_context().new_page()
    for script in ("editor/js-yaml.js", "proposals.js", "keys.js", "records.js"):
        page.add_script_tag(path=PROJECT / "themes" / "default" / "admin" / script)
    found = {}
    for path in sorted((PROJECT / "content").rglob("*.*")):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8").strip()
            for one in page.evaluate(_CHANGE_EACH_FIELD, [text, path.suffix == ".md"]):
                found[path.name, one["name"]] = (one["means"], one["lines"])
    assert len(found) > 3_000
    assert {place: said for place, said in found.items() if not said[0] or said[1] != 1} == {}
