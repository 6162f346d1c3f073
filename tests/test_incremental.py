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
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.declaration import Pointer
from generator.library import Library, shown_with
from generator.page import Page
from generator.records import Record
from generator.stages.plan import plan
from generator.theme import load_theme
from generator.voice import Voice
from tests.edits import EDITS, NAMED_BY_NONE, SWAPS, file_of, retitle, swap, translate, withdraw
from tests.sites import BUILD_DATE, EXAMPLE, SMALL, Site, codes, copy_of, site_of

DAYS = (BUILD_DATE, date(2026, 2, 20), date(2028, 6, 1))  # a meeting becomes overdue, an agreement runs out
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
        day, said = BUILD_DATE, []
        for edit, one, then, day in steps:
            edit(site, one)
            said.append(f"{edit.__name__} {one} on {day}: {_build(site, day) if then else 'not built'}")
        before = site.built()
        found = _build(site, day)
        fresh = Site(Path(folder) / "fresh")
        shutil.copytree(site.folder, fresh.folder, ignore=shutil.ignore_patterns("site", ".*"))
        assert _build(fresh, day) == found, said
        expected, built = fresh.built() if fresh.output.exists() else before, site.built()
        assert [path for path in expected.keys() | built.keys() if expected.get(path) != built.get(path)] == [], said


LAW = settings(
    deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@settings(LAW, max_examples=12)
@given(steps=STEPS)
def test_an_incremental_build_is_a_clean_build(start: Path, steps: list) -> None:
    _assert_incremental_is_clean(start, steps)


@pytest.mark.long
@settings(LAW, max_examples=300, derandomize=False)
@given(steps=STEPS)
def test_an_incremental_build_is_a_clean_build_after_many_sequences(start: Path, steps: list) -> None:
    _assert_incremental_is_clean(start, steps)


@pytest.mark.long
@pytest.mark.parametrize("one", range(len(SWAPS)), ids=[f"{name}: {new}" for name, _, new in SWAPS])
def test_each_swap_alone_gives_what_a_clean_build_gives(start: Path, one: int) -> None:
    _assert_incremental_is_clean(start, [(swap, one, "and build", BUILD_DATE)])


@pytest.mark.long
@pytest.mark.parametrize("edit", [retitle, withdraw, translate])
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
    assert looked_at.days  # lists are put in order by what is known of every record; what they show counts
    voices = {one: Voice(one, theme.catalogue(one), site.config, looked_at, BUILD_DATE) for one in site.config.languages}
    environments = {language: theme.environment(voice) for language, voice in voices.items()}
    unnamed = {}
    for page in plan(library, site.config)[0]:
        watched.seen.clear()
        template = environments[page.language].get_template(page.template)
        template.render(page=page, data=page.build(voices[page.language]))
        if missing := watched.seen - _said_by(page, library):
            unnamed[page.language, page.address] = sorted(map(str, missing))
    assert unnamed == {}


def _said_by(page: Page, library: Library) -> set[Pointer]:
    """What a page depends on: what it names, what goes without saying with that, and the agenda whose mark it has."""
    named = [library.records[pointer] for pointer in page.made_of]
    agendas = [folder for folder, mark in library.agenda_marks.items() if mark in page.extra]
    named += [item for folder in agendas for item in library.items_by_folder[folder]]
    reached = [pointer for one in (*page.reaches, *page.around) for pointer in (one, *library.named_by[one])]
    reached += [pointer for one in page.around for pointer in library.pointing_to.get(one, ())]
    named += [library.records[pointer] for pointer in reached if pointer in library.records]
    return {record.pointer for record in named} | {
        other for record in named for other in shown_with(record, library.meeting_by_folder)
    }


# ---- what it is for: little is made again


def test_where_nothing_changed_nothing_is_rendered(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path / "source")
    first, second, third = (site.build() for _ in range(3))
    assert first.rendered == first.pages > 0
    assert second.rendered == third.rendered == 0


def test_a_changed_text_renders_the_pages_that_read_it_and_no_others(start: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "source")
    shutil.copytree(start, site.folder)
    site.edit("content/glossary/genbrug.md", "title: genbrug", "title: genbrug\nsummary: Det modsatte af spild.")
    assert site.build().rendered == 2 * 3  # the term, the list of terms and the page on what is missing, in two languages


def test_another_day_renders_only_pages_that_say_which_day_it_is(start: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "source")
    shutil.copytree(start, site.folder)
    before = site.built()
    built = site.build(on=date(2026, 1, 16))
    after = site.built()
    changed = {path for path in after if path.endswith(".html") and before[path] != after[path]}
    assert 0 < built.rendered < built.pages / 2
    assert changed
    assert all("16. januar 2026" in after[path].decode() or "16 January 2026" in after[path].decode() for path in changed)


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
        assert old in file_of(site, name).read_text(encoding="utf-8"), SWAPS[number]
    assert all((EXAMPLE / "content" / f"{name}.md").exists() for name in NAMED_BY_NONE)
