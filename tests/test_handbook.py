"""The handbook has every problem code, field, command and setting, and its examples are what they say."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from generator.commands import COMMANDS
from generator.commands.command_line import command_line
from generator.config import SiteConfig, load_config
from generator.declaration import Declared, Kind, declared_fields
from generator.display import snake_case
from generator.handbook.commands import command_chapters
from generator.handbook.fields import field_chapters
from generator.handbook.problems import Example, examples, problem_chapters
from generator.handbook.settings import settings, settings_chapters
from generator.messages import LANGUAGES, load_catalogue
from generator.problems import Code, Problem
from generator.records import RECORD_TYPES, Record
from generator.vocabulary import FOLDER as VOCABULARIES
from generator.vocabulary import load_vocabulary
from tests.examples import library_in, problems_in
from tests.sites import CONFIG, PROJECT

WRITTEN = PROJECT / "handbook"
# A block of code that is a whole file of content, and its place there.
_WHOLE_FILE = re.compile(r'^```yaml title="content/([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
CHECKED = [code for code, example in examples().items() if example.path]
MENDED = [code for code, example in examples().items() if example.right]


@cache
def pages(language: str) -> Mapping[str, str]:
    """Every generated page by its path."""
    t = load_catalogue(language)
    makers = (field_chapters, problem_chapters, command_chapters, settings_chapters)
    chapters = [chapter for maker in makers for chapter in maker(t)]
    assert len({chapter.path for chapter in chapters}) == len(chapters)
    return {chapter.path: chapter.markdown for chapter in chapters}


def keys_below(beginning: str, language: str) -> set[str]:
    """The keys of a group of texts."""
    keys = load_catalogue(language).keys()
    return {key for key in keys if key.startswith(beginning)}


def sections(page: str) -> dict[str, str]:
    """The parts of a page by the anchors of their headings."""
    parts = re.split(r"^## .*\{ #(\S+) \}$", page, flags=re.MULTILINE)
    return dict(zip(["", *parts[1::2]], parts[0::2], strict=True))


def first_cells(text: str) -> list[str]:
    """What stands in the first column of a page's tables."""
    return re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_code_is_explained_under_its_own_anchor(language: str) -> None:
    explained = {anchor: part for page in pages(language).values() for anchor, part in sections(page).items()}
    t = load_catalogue(language)
    for code in Code:
        part = explained.get(code.lower())
        assert part, f"{code} is in no page of the handbook"
        assert len(re.sub(r"\W", "", t(f"explained.{code}.means"))) > 20
        assert t("handbook.problems.mend") in part
        assert "```" in part, f"{code} has no example"
    assert keys_below("explained.", language) == {f"explained.{code}.{what}" for code in Code for what in ("means", "mend")}
    assert set(examples()) == set(Code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_code_is_in_the_overview_with_the_page_that_explains_it(language: str) -> None:
    t = load_catalogue(language)
    overview = pages(language)[f"{t('handbook.problems.folder')}/index.md"]
    for code in Code:
        [page] = re.findall(rf"\[{code}\]\((\S+)#{code.lower()}\)", overview)
        assert code.lower() in sections(pages(language)[f"{t('handbook.problems.folder')}/{page}"])


def models_of(record_type: type[Declared]) -> Iterator[tuple[str, type[Declared]]]:
    """A record type (under no name) and all its parts under theirs."""
    waiting: list[tuple[str, type[Declared]]] = [("", record_type)]
    seen = set()
    while waiting:
        name, model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield name, model
            waiting += [(snake_case(place.part.__name__), place.part) for place in declared_fields(model) if place.part]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record_type", [Record, *RECORD_TYPES], ids=lambda one: one.__name__)
def test_every_field_of_every_record_type_and_its_parts_is_on_its_page(record_type: type[Record], language: str) -> None:
    t = load_catalogue(language)
    folder = t("handbook.fields.folder")
    every = pages(language)[f"{folder}/{t('handbook.fields.every_file')}.md"]
    if record_type is Record:
        page = every
    else:
        page = pages(language)[f"{folder}/{t(f'routes.{record_type.type_name}')}.md"]
        assert all(f"`content/{place}`" in page for place in record_type.files)
    common = {*first_cells(sections(every)[""])} if record_type is not Record else set()
    for name, model in models_of(record_type):
        part = sections(page).get(name) or sections(every).get(name)
        assert part, f"{record_type.__name__}: the part {name} is not in the handbook"
        wanted = {place.name for place in declared_fields(model)}
        assert wanted - {*first_cells(part)} - (common if model is record_type else set()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_field_is_put_into_words(language: str) -> None:
    every = [kind for one in Kind.__subclasses__() for kind in (one, *one.__subclasses__())]
    kinds = {f"handbook.kinds.{snake_case(kind.__name__)}" for kind in every}
    assert len(kinds) > 10
    assert keys_below("handbook.kinds.", language) == kinds | {"handbook.kinds.or_unknown"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_vocabulary_is_explained(language: str) -> None:
    t = load_catalogue(language)
    page = sections(pages(language)[f"{t('handbook.fields.folder')}/{t('handbook.words.file')}.md"])
    for path in VOCABULARIES.glob("*.yml"):
        words = [term.word(language) for term in load_vocabulary(path.stem).terms.values()]
        assert first_cells(page[path.stem]) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_there_with_all_of_its_options(language: str) -> None:
    t = load_catalogue(language)
    parts = sections(pages(language)[f"{t('handbook.commands.file')}.md"])
    [commands] = [one for one in command_line(t)._actions if isinstance(one, argparse._SubParsersAction)]
    assert {"check", "build", "serve", "changes"} <= commands.choices.keys()
    for name, command in commands.choices.items():
        assert name in parts, f"{name} is not in the handbook"
        for action in command._actions:
            if isinstance(action, argparse._HelpAction):
                continue
            for option in action.option_strings or [str(action.metavar or action.dest.upper())]:
                assert re.search(rf"`{re.escape(option)}[ `]", parts[name]), f"protokol {name}: {option} is not in the handbook"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_there_and_has_a_text(language: str) -> None:
    t = load_catalogue(language)
    names = list(settings(SiteConfig))
    assert first_cells(pages(language)[f"{t('handbook.settings.file')}.md"]) == names
    assert keys_below("handbook.setting.", language) == {f"handbook.setting.{name}" for name in names}


def test_the_look_for_what_is_missing_sees_it() -> None:
    page = "# A\n\n| Field |\n| --- |\n| `id` | x |\n\n## B { #b }\n\n| `key` | y |\n"
    assert first_cells(sections(page)[""]) == ["id"]
    assert first_cells(sections(page)["b"]) == ["key"]


def found_in(files: Mapping[str, str], folder: Path) -> tuple[Problem, ...]:
    """The problems of the example library with files laid beside it."""
    content = library_in(folder)
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    return problems_in(folder)


def mended(example: Example) -> str:
    """An example with the right lines in the place of the wrong ones."""
    assert example.text.count(example.wrong) == 1, example.wrong
    return example.text.replace(example.wrong, example.right)


@pytest.mark.parametrize("code", CHECKED)
def test_an_example_of_a_problem_has_that_problem(code: Code, tmp_path: Path) -> None:
    example = examples()[code]
    assert code in {one.code for one in found_in({example.path: example.text}, tmp_path)}


@pytest.mark.parametrize("code", MENDED)
def test_an_example_that_is_mended_has_no_problem(code: Code, tmp_path: Path) -> None:
    example = examples()[code]
    assert found_in({example.path: mended(example)}, tmp_path) == ()


def test_most_problems_have_an_example_that_is_tried() -> None:
    from_records = {code for code in Code if code[:3] in ("P01", "P02", "P03", "P04")}
    assert len(from_records & {*CHECKED}) > 0.8 * len(from_records)  # the others are of files that are no text


def written_pages() -> list[Path]:
    return sorted(WRITTEN.glob("*/**/*.md"))


def whole_files(page: Path) -> dict[str, str]:
    return dict(_WHOLE_FILE.findall(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", [one for one in written_pages() if whole_files(one)], ids=lambda page: page.stem)
def test_the_records_that_a_written_page_shows_pass_the_check(page: Path, tmp_path: Path) -> None:
    assert found_in(whole_files(page), tmp_path) == ()


def test_the_written_pages_show_records() -> None:
    assert sum(len(whole_files(page)) for page in written_pages()) >= 8


def settings_in(page: Path) -> list[str]:
    return re.findall(
        r'^```yaml title="site_config.yml"\n(.*?)^```$', page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


SETTINGS = [shown for page in written_pages() for shown in settings_in(page)]


@pytest.mark.parametrize("shown", SETTINGS)
def test_the_settings_that_a_written_page_shows_can_be_used(shown: str, tmp_path: Path) -> None:
    whole = shown if shown.startswith("format:") else textwrap.dedent(CONFIG) + shown
    (tmp_path / "site_config.yml").write_text(whole, encoding="utf-8")
    assert load_config(tmp_path / "site_config.yml")[1] == []


def test_the_written_pages_show_settings() -> None:
    assert len(SETTINGS) >= 3


@pytest.mark.parametrize("page", written_pages(), ids=lambda page: page.stem)
def test_the_commands_that_a_written_page_names_are_there(page: Path) -> None:
    options = {command.name: {name for one in command.arguments for name in one.names} for command in COMMANDS}
    targets = set(re.findall(r"^([a-z-]+):.*##", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    for name, rest in re.findall(r"(?:^ *|`)protokol ([a-z]+)([^`\n]*)", text, re.MULTILINE):
        assert name in options
        assert {word for word in rest.split() if word.startswith("-")} <= options[name]
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


def test_the_policies_for_a_server_are_those_that_the_pages_state() -> None:
    said = (WRITTEN / "da" / "drift" / "vaert.md").read_text(encoding="utf-8")
    stated = {
        "default": (PROJECT / "themes" / "default" / "templates" / "base.html").read_text(encoding="utf-8"),
        "~^/haandbog/": (WRITTEN / "theme" / "main.html").read_text(encoding="utf-8"),
    }
    for place, page in stated.items():
        [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
        [sent] = re.findall(rf'^ +{re.escape(place)} +"([^"]+)";$', said, re.MULTILINE)
        assert sent == f"{policy}; frame-ancestors 'none'"  # which a page cannot say of itself


def test_every_language_has_written_pages_and_their_order() -> None:
    for language in LANGUAGES:
        pages = {path.relative_to(WRITTEN / language).as_posix() for path in (WRITTEN / language).rglob("*.md")}
        order = re.findall(r"- (\S+\.md)$", (WRITTEN / f"{language}.yml").read_text(encoding="utf-8"), re.MULTILINE)
        assert {*order} == pages
        assert len(order) == len(pages)


def test_every_task_of_the_secretariat_has_a_recipe() -> None:
    recipes = {path.stem for path in (WRITTEN / "da" / "opskrifter").glob("*.md")}
    tasks = {"referat", "import", "rettelse", "udpegning", "aftale", "opfoelgning", "lukket-punkt", "fjern", "forhaandsvisning"}
    assert tasks <= recipes
