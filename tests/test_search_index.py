"""The search index and the scripts that ask it: an edit gives what a new build gives, and a script comes with its modules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.joined_scripts import joined
from generator.pipeline import build
from generator.search.coding import steps
from generator.stages.index import index
from generator.staging import trees_for
from tests.sites import AGREEMENT, NEW, SEARCH, SMALL, Site, everything_in, site_of


def test_an_edit_gives_the_index_that_a_new_build_gives(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path / "edited")
    site.build(search=True)
    before = everything_in(index_of(site))
    site.write(NEW)
    site.edit(AGREEMENT, "Aftalens tekst.", "Aftalens nye ordlyd.")
    for _ in range(2):  # each tree in its turn
        site.build(search=True)
        site.edit(AGREEMENT, "Aftalens nye ordlyd.", "Aftalens nye ordlyd. Og mere.")
        site.build(search=True)
        site.edit(AGREEMENT, "Aftalens nye ordlyd. Og mere.", "Aftalens nye ordlyd.")
    site.build(search=True)
    new = site_of({**SMALL, **NEW}, tmp_path / "new")
    new.edit(AGREEMENT, "Aftalens tekst.", "Aftalens nye ordlyd.")
    new.build(search=True)
    assert everything_in(index_of(site)) == everything_in(index_of(new))
    assert everything_in(index_of(new)) != before


def test_an_index_is_made_again_only_where_a_page_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(SMALL, tmp_path)
    site.build(search=True)
    before = everything_in(index_of(site))
    site.edit(AGREEMENT, "Aftalens tekst.", "Aftalens tekst.  ")
    with monkeypatch.context() as patch:
        patch.setattr("generator.search.pagefind.get_executable", lambda: "/nowhere/pagefind")
        site.build(search=True)
    assert everything_in(index_of(site)) == before


def test_a_site_of_which_no_page_is_searched_has_an_index_of_nothing(tmp_path: Path) -> None:
    trees = trees_for(tmp_path / "site")
    trees.staging.mkdir()
    made = index([], trees, {}, "/", tmp_path / "memory")
    assert not [path for path in made if "words" in path]
    assert index([], trees, made, "/", tmp_path / "memory") == made


@pytest.mark.parametrize("drafts", [False, True])
def test_a_site_of_drafts_alone_is_built_and_says_that_nothing_is_searched(drafts: bool, tmp_path: Path) -> None:
    site = site_of({"content/organizations/forum.md": DRAFT}, tmp_path)
    built = build(replace(site.order(search=True), drafts=drafts))
    assert built.pages, built.problems
    page = (site.output / "soeg" / "index.html").read_text(encoding="utf-8")
    assert "Der er endnu ikke offentliggjort noget" in page
    assert "search.js" not in page


def index_of(site: Site) -> Path:
    return site.output / SEARCH


def test_steps_go_up_and_down() -> None:
    assert steps([5, 5, 3, 4]) == "a  3 2"


DRAFT = "---\nid: forum\ntitle: Forum\nkind: netværk\nstatus: kladde\n---\n"
SCRIPTS = {
    "page.js": 'import { b } from "./in/b.js";\nimport { c } from "./in/c.js";\nexport const page = b + c;\n',
    "in/b.js": 'import { c as other } from "./c.js";\nexport const b = other + 1;\n',
    "in/c.js": "const hidden = 1;\nexport function c() {\n  return hidden;\n}\n",
    "lost.js": 'import { x } from "./nowhere.js";\n',
    "round.js": 'import { x } from "./round.js";\n',
}


def test_a_script_comes_with_each_of_its_modules_once_and_before_those_that_need_it() -> None:
    text = joined("page.js", SCRIPTS)
    assert "import " not in text
    assert text.index("const hidden") < text.index("const b =") < text.index("export const page")
    assert text.count("const hidden") == 1
    assert "const { c: other } = module_in_c_js;" in text
    assert joined("in/c.js", SCRIPTS) == SCRIPTS["in/c.js"]


@pytest.mark.parametrize("name", ["lost.js", "round.js"])
def test_a_script_that_needs_what_is_not_there_or_itself_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        joined(name, SCRIPTS)
