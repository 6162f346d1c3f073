"""A build that remembers the last one gives the same bytes as one that does not, whatever was changed in between."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from generator.declaration import Pointer
from generator.records import Record
from generator.stages.plan import plan
from generator.theme import load_theme
from generator.voice import Voice
from tests.sites import BUILD_DATE, EXAMPLE, SMALL, Site, codes, copy_of, site_of

DAYS = (BUILD_DATE, date(2026, 2, 20), date(2028, 6, 1))  # a meeting becomes overdue, an agreement runs out
NAMED_BY_NONE = ("glossary/genbrug", "glossary/sf", "corrections/valg", "grants/genbrugsstation", "positions/sundgenbrug",
                 "follow-ups/svar-om-havnen", "consultations/havneplan")  # fmt: skip
MEETING = "meetings/2025-09-18-sundforum"
# Texts that may stand one way or the other; each matters to other pages than the record's own.
SWAPS = (
    ("agreements/genbrugsaftalen", "state: indgået", "state: opsagt"),
    ("agreements/genbrugsaftalen", "end: 2027-12-31", "end: 2025-12-31"),
    ("agreements/genbrugsaftalen", "[/aftaler/affaldsaftalen/]", "[/aftaler/en-anden/]"),
    ("appointments/asta-proeve-formand", "municipality:fjordby", "municipality:naesholm"),
    ("cases/genbrug", "text: Åløkke vil rejse sagen igen.", "text: Åløkke vil ikke rejse sagen igen."),
    ("corrections/valg", "sundforum-2025-09-18-1", "sundforum-2025-09-18-2"),
    ("cost-shares/genbrug-2026", "replaces: genbrug-2025\n", ""),
    ("cost-shares/genbrug-2026", "agreement:genbrugsaftalen", "initiative:sundgenbrug"),
    ("documents/referat-2025-09-18", "[Puljens budget](table:puljens-budget)", "Intet budget"),
    ("initiatives/sundgenbrug", "title: Recycling by the Sound", "title: Recycling"),
    ("organizations/sundets-sekretariat", "parent: sundforum\n", ""),
    ("positions/sundgenbrug", "stand: afventer", "stand: tilsluttet"),
    ("tables/puljens-budget", "unit: 1.000 kr.", "unit: tusind kroner"),
    (f"{MEETING}/02-faelles-pulje", "outcome: ikke godkendt", "outcome: godkendt"),
    (f"{MEETING}/02-faelles-pulje", "[fjordby, klitlund, aaloekke]", "[naesholm]"),
    (f"{MEETING}/02-faelles-pulje", "topics: [genbrug, økonomi]", "topics: [havne]"),
    (f"{MEETING}/02-faelles-pulje", 'number: "2"', 'number: "2 B"'),
    ("meetings/2026-02-05-sundforum/meeting", "date: 2026-02-05", "date: 2026-03-05"),
    ("documents/kladde", "status: kladde", "status: offentliggjort"),
    ("site_config", "base_path: /x/", "base_path: /"),
    ("site_config", "languages: [da, en]", "languages: [da]"),
    ("site_config", "title: Sundets beslutninger", "title: En anden titel"),
    ("themes/default/templates/base.html", "</body>", "<!-- mine --></body>"),
    ("themes/default/locale/da/interface.yml", "home: Forside", "home: Start"),
    ("themes/default/assets/site.css", ":root", "/* mine */ :root"),
)


def _file(site: Site, name: str) -> Path:
    if name.startswith("themes/"):
        site.own_theme()
        return site.folder / name
    if name == "site_config":
        return site.folder / "site_config.yml"
    return site.folder / "content" / f"{name}{'.yml' if name.endswith('/meeting') else '.md'}"


def _swap(site: Site, one: int) -> None:
    name, old, new = SWAPS[one % len(SWAPS)]
    path = _file(site, name)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if old in text:
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    elif new and new in text:
        path.write_text(text.replace(new, old, 1), encoding="utf-8")


def _records(site: Site) -> list[Path]:
    return sorted((site.folder / "content").rglob("*.md")) + sorted((site.folder / "content").rglob("*.yml"))


def _retitle(site: Site, one: int) -> None:
    path = _records(site)[one % len(_records(site))]
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^title: .*$", f"title: Titel {one}", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _rename(site: Site, one: int) -> None:
    path = [path for path in _records(site) if path.suffix == ".md"][one % 20]
    path.rename(path.with_name(f"ny-{one}-{path.name[-30:]}"))


def _withdraw(site: Site, one: int) -> None:
    path = _records(site)[one % len(_records(site))]
    text = path.read_text(encoding="utf-8")
    if "\nstatus: " not in text:
        path.write_text(text.replace("\ntitle: ", "\nstatus: trukket tilbage\ntitle: ", 1), encoding="utf-8")


def _translate(site: Site, one: int) -> None:
    path = _records(site)[one % len(_records(site))]
    text = path.read_text(encoding="utf-8")
    if "\ntranslations:" not in text:
        added = f"\ntranslations:\n  - {{language: en, title: Title {one}, summary: Short}}\ntitle: "
        path.write_text(text.replace("\ntitle: ", added, 1), encoding="utf-8")


def _remove_or_restore(site: Site, one: int) -> None:
    path = site.folder / "content" / f"{NAMED_BY_NONE[one % len(NAMED_BY_NONE)]}.md"
    if path.exists():
        path.unlink()
    else:
        shutil.copy(EXAMPLE / path.relative_to(site.folder), path)


def _add(site: Site, one: int) -> None:
    text = f"""
        ---
        id: nyt-{one}
        title: Nyt notat {one}
        kind: notat
        annex_to: [agreement:genbrugsaftalen]
        municipalities: [fjordby]
        topics: [genbrug]
        ---
        Se [formanden](person:asta-proeve).
    """
    site.write({f"content/documents/nyt-{one}.md": text})


def _forget(site: Site, one: int) -> None:
    shutil.rmtree(site.folder / (".protokol", ".site.next", "site")[one % 3], ignore_errors=True)


EDITS: tuple[Callable[[Site, int], None], ...] = (
    _swap, _swap, _retitle, _retitle, _rename, _withdraw, _translate, _remove_or_restore, _add, _forget,
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 60), st.sampled_from(("and build", "")), st.sampled_from(DAYS)), max_size=7
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built twice, so that both of its trees are full."""
    site = copy_of(EXAMPLE, tmp_path_factory.mktemp("start") / "source")
    for title in ("Først", "Sundets beslutninger"):
        config = (site.folder / "site_config.yml").read_text(encoding="utf-8")
        (site.folder / "site_config.yml").write_text(re.sub("(?m)^title: .*$", f"title: {title}", config), encoding="utf-8")
        assert site.build().pages
    return site.folder


def _build(site: Site, day: date) -> list[str]:
    (site.folder / "addresses.txt").unlink(missing_ok=True)  # here addresses may go; the ledger has tests of its own
    return codes(site.build(on=day))


def _assert_incremental_is_clean(start: Path, steps: list[tuple[Callable[[Site, int], None], int, str, date]]) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "source")
        shutil.copytree(start, site.folder)
        day = BUILD_DATE
        for edit, one, then, day in steps:
            edit(site, one)
            said = _build(site, day) if then else "not built"
            note(f"{edit.__name__} {one} on {day}: {said}")
        before = site.built()
        found = _build(site, day)
        fresh = Site(Path(folder) / "fresh")
        shutil.copytree(site.folder, fresh.folder, ignore=shutil.ignore_patterns("site", ".*"))
        assert _build(fresh, day) == found
        assert site.built() == (fresh.built() if fresh.output.exists() else before)


LAW = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@settings(LAW, max_examples=12)
@given(steps=STEPS)
def test_an_incremental_build_is_a_clean_build(start: Path, steps: list) -> None:
    _assert_incremental_is_clean(start, steps)


@pytest.mark.long
@settings(LAW, max_examples=500, derandomize=False)
@given(steps=STEPS)
def test_an_incremental_build_is_a_clean_build_after_many_sequences(start: Path, steps: list) -> None:
    _assert_incremental_is_clean(start, steps)


@pytest.mark.long
@pytest.mark.parametrize("one", range(len(SWAPS)), ids=[f"{name}: {new}" for name, _, new in SWAPS])
def test_each_swap_alone_gives_what_a_clean_build_gives(start: Path, one: int) -> None:
    _assert_incremental_is_clean(start, [(_swap, one, "and build", BUILD_DATE)])


@pytest.mark.long
@pytest.mark.parametrize("edit", [_retitle, _withdraw, _translate])
@pytest.mark.parametrize("one", range(46))
def test_each_record_changed_alone_gives_what_a_clean_build_gives(start: Path, edit: Callable, one: int) -> None:
    _assert_incremental_is_clean(start, [(edit, one, "", BUILD_DATE)])


# ---- why it is: a page says beforehand what it reads


@dataclass
class Watched(Mapping[Pointer, Record]):
    """Records that note which of them was looked at."""

    records: Mapping[Pointer, Record]
    seen: set[Pointer] = field(default_factory=set)

    def __getitem__(self, pointer: Pointer) -> Record:
        record = self.records[pointer]
        self.seen.add(pointer)
        return record

    def __iter__(self) -> Iterator[Pointer]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)


def test_a_page_reads_no_record_that_it_does_not_name_beforehand(tmp_path: Path) -> None:
    site = copy_of(EXAMPLE, tmp_path / "source")
    library = site.check().library
    watched = Watched(library.records)
    theme = load_theme(site.folder, site.config.paths.theme)
    looked_at = replace(library, records=watched)
    voices = {one: Voice(one, theme.catalogue(one), site.config, looked_at, BUILD_DATE) for one in site.config.languages}
    environments = {language: theme.environment(voice) for language, voice in voices.items()}
    unnamed = {}
    for page in plan(library, site.config)[0]:
        watched.seen.clear()
        template = environments[page.language].get_template(page.template)
        template.render(page=page, data=page.build(voices[page.language]))
        if missing := watched.seen - set(page.made_of):
            unnamed[page.language, page.address] = sorted(map(str, missing))
    assert unnamed == {}


# ---- what it is for: little is made again


def test_where_nothing_changed_nothing_is_rendered(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path / "source")
    first, second, third = (site.build() for _ in range(3))
    assert first.rendered == first.pages > 0
    assert second.rendered == third.rendered == 0


def test_a_changed_text_renders_the_pages_that_read_it_and_no_others(start: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "source")
    shutil.copytree(start, site.folder)
    site.edit("content/glossary/genbrug.md", "i stedet for", "frem for")
    assert site.build().rendered == 2 * 2  # the term and the list of terms, in two languages


def test_another_day_renders_only_pages_that_say_which_day_it_is(start: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "source")
    shutil.copytree(start, site.folder)
    before = site.built()
    built = site.build(on=date(2026, 1, 16))
    after = site.built()
    changed = {path for path in after if path.endswith(".html") and before[path] != after[path]}
    assert 0 < built.rendered < built.pages / 2
    assert changed
    assert all("16. januar 2026" in after[path].decode() or "January 16, 2026" in after[path].decode() for path in changed)


def test_an_edited_library_of_words_is_seen_while_the_program_runs(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path / "source")
    texts = site.own_theme() / "locale" / "da" / "interface.yml"
    site.build()
    texts.write_text(texts.read_text(encoding="utf-8").replace("home: Forside", "home: Begyndelsen"), encoding="utf-8")
    assert site.build().rendered
    assert "Begyndelsen" in (site.output / "om" / "index.html").read_text(encoding="utf-8")


def test_the_edits_of_this_test_find_their_texts(start: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "source")
    shutil.copytree(start, site.folder)
    for number, (name, old, _) in enumerate(SWAPS):
        assert old in _file(site, name).read_text(encoding="utf-8"), SWAPS[number]
    assert all((EXAMPLE / "content" / f"{name}.md").exists() for name in NAMED_BY_NONE)
