"""Every text exists in every language, with the same blanks; every key that code or a template asks for has a text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml
from jinja2 import nodes

import generator
from generator.declaration import ChoiceKind, Declared, declared_fields
from generator.display import snake_case
from generator.messages import LANGUAGES
from generator.problems import Code
from generator.records import RECORD_TYPES, Record
from generator.vocabulary import FOLDER as VOCABULARIES

PACKAGE = Path(generator.__file__).parent
THEME = PACKAGE.parent / "themes" / "default"
LOCALES = (PACKAGE / "locale", THEME / "locale")
FORMS = {"one", "other"}  # which form of a text a count takes
KEY = re.compile(r"(?:interface|command|report|changes|new|init|status)(?:\.[a-z_]+)+")
BLANK = re.compile(r"\{(\w+)\}")
TEMPLATES = sorted(THEME.rglob("*.html"))


def texts_in(locale: Path, language: str) -> dict[str, Any]:
    """The texts as the files hold them, by key; nothing is made up where one is missing."""
    texts: dict[str, Any] = {}
    for path in sorted((locale / language).glob("*.yml")):
        texts |= flat(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader) or {}, f"{path.stem}.")
    return texts


def flat(tree: dict[str, Any], prefix: str) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for key, value in tree.items():
        texts |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) and set(value) - FORMS else {prefix + key: value}
    return texts


TEXTS = {language: texts_in(LOCALES[0], language) | texts_in(LOCALES[1], language) for language in LANGUAGES}
MAIN = TEXTS[LANGUAGES[0]]


def blanks(text: Any) -> set[str]:
    """The blanks that a text has; a form for one thing may leave the number out."""
    return set(BLANK.findall(text["other"] if isinstance(text, dict) else text))


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files_and_keys(locale: Path, language: str) -> None:
    main = LANGUAGES[0]
    assert {path.name for path in (locale / language).iterdir()} == {path.name for path in (locale / main).iterdir()}
    assert texts_in(locale, language).keys() == texts_in(locale, main).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_stands_once_in_a_file(language: str) -> None:
    for locale in LOCALES:
        for path in (locale / language).glob("*.yml"):
            lines = [line.split(":")[0] for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\S+?:", line)]
            assert len(lines) == len(set(lines)), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_and_every_one_has_the_same_blanks(language: str) -> None:
    assert {key for key, text in TEXTS[language].items() if not text} == set()
    differing = {key for key, text in TEXTS[language].items() if blanks(text) != blanks(MAIN[key])}
    assert differing == set()
    one_form = {key for key, text in TEXTS[language].items() if isinstance(text, dict) and set(text) != FORMS}
    assert one_form == set()


def test_texts_differ_between_languages() -> None:
    """A text that was copied and never translated is the same; only names and codes may be."""
    same = {key for key in MAIN if MAIN[key] == TEXTS["en"][key] and key.startswith("problems.P")}
    assert same == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_a_text_and_every_text_a_problem(language: str) -> None:
    codes = {f"problems.{code}" for code in Code}
    assert {key for key in TEXTS[language] if re.fullmatch(r"problems\.P\d+", key)} == codes
    worded = {key.split(".")[2] for key in TEXTS[language] if key.startswith("problems.words.")}
    assert worded <= {str(code) for code in Code}


def models() -> Iterator[tuple[str, type[Declared]]]:
    """Every record type and part, under the name that the catalogue has for it."""
    waiting: list[tuple[str, type[Declared]]] = [("record", Record)]
    waiting += [(record_type.type_name, record_type) for record_type in RECORD_TYPES]
    seen = set()
    while waiting:
        name, model = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name, model
            waiting += [(snake_case(place.part.__name__), place.part) for place in declared_fields(model) if place.part]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_declared_field_has_a_label_and_a_sentence_of_help(language: str) -> None:
    shared = {place.name for place in declared_fields(Record)}
    missing, given = set(), set()
    for name, model in models():
        inherited = shared if issubclass(model, Record) and model is not Record else set()
        own = ["_type", *(place.name for place in declared_fields(model) if place.name not in inherited)]
        wanted = {f"fields.{name}.{field}.{what}" for field in own for what in ("label", "help")}
        wanted.add(f"fields.{name}._type.plural")
        missing |= wanted - TEXTS[language].keys()
        given |= wanted
    assert missing == set()
    assert {key for key in TEXTS[language] if key.startswith("fields.")} <= given, "texts of fields that are not declared"
    unfinished = {key for key in given if key.endswith(".help") and not TEXTS[language][key].endswith((".", "?"))}
    assert unfinished == set()


@pytest.mark.parametrize("path", sorted(VOCABULARIES.glob("*.yml")), ids=lambda path: path.stem)
def test_every_word_of_a_vocabulary_has_a_meaning_in_every_language(path: Path) -> None:
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    assert tree
    for key, term in tree.items():
        assert re.fullmatch(r"[a-z][a-z_]*", key)
        for language in LANGUAGES:
            assert term[language], (key, language)
            assert term[f"meaning_{language}"].endswith("."), (key, language)
    for language in LANGUAGES:
        words = [term[language] for term in tree.values()]
        assert len(words) == len(set(words)), "two terms with one word"
    everything = [(key, word) for key, term in tree.items() for word in {key, *(term[language] for language in LANGUAGES)}]
    by_word: dict[str, set[str]] = {}
    for key, word in everything:
        by_word.setdefault(word, set()).add(key)
    assert {word: keys for word, keys in by_word.items() if len(keys) > 1} == {}, "a word that means two terms"


def test_every_vocabulary_that_a_field_names_is_there_and_the_other_way_round() -> None:
    kinds = [place.kind for _, model in models() for place in declared_fields(model)]
    named = {kind.vocabulary for kind in kinds if isinstance(kind, ChoiceKind)}
    apart = {"relation", "unknown", "yes_no"}  # a computed one; and those of two kinds of scalar
    assert named | apart == {path.stem for path in VOCABULARIES.glob("*.yml")}


# What templates and code ask for: `t("a.b")` is a key, `t("a." + x)` and `t(f"a.{x}")` are the beginning of some.
def asked_by_template(path: Path) -> Iterator[str]:
    tree = jinja2.Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t" and call.args:
            yield from _beginnings(call.args[0])


def _beginnings(argument: nodes.Node) -> Iterator[str]:
    if isinstance(argument, nodes.Const):
        yield argument.value
    elif isinstance(argument, nodes.Add | nodes.Concat):
        left = argument.nodes[0] if isinstance(argument, nodes.Concat) else argument.left
        yield from (f"{begin.removesuffix('*')}*" for begin in _beginnings(left))
    elif isinstance(argument, nodes.CondExpr):
        yield from _beginnings(argument.expr1)
        if argument.expr2:
            yield from _beginnings(argument.expr2)


def asked_by_code(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            yield node.value
        if not (isinstance(node, ast.Call) and node.args and _is_catalogue(node.func)):
            continue
        key = node.args[0]
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value
        elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
            yield f"{key.values[0].value}*"


def _is_catalogue(function: ast.expr) -> bool:
    name = function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    return name in ("t", "catalogue")


def missing(asked: Iterator[str]) -> set[str]:
    return {key for key in asked if not (any(one.startswith(key[:-1]) for one in MAIN) if key.endswith("*") else key in MAIN)}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_every_key_that_a_template_asks_for_has_a_text(path: Path) -> None:
    assert missing(asked_by_template(path)) == set()


def test_templates_and_code_are_seen_to_ask() -> None:
    assert sum(len([*asked_by_template(path)]) for path in TEMPLATES) > 80
    assert sum(len([*asked_by_code(path)]) for path in PACKAGE.rglob("*.py")) > 40


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_key_that_the_code_asks_for_has_a_text(path: Path) -> None:
    assert missing(asked_by_code(path)) == set()


def test_every_text_of_the_interface_is_asked_for() -> None:
    asked = {key for path in TEMPLATES for key in asked_by_template(path)}
    asked |= {key for path in PACKAGE.rglob("*.py") for key in asked_by_code(path)}
    beginnings = tuple(key[:-1] for key in asked if key.endswith("*"))
    own = {key for key in MAIN if key.startswith(("interface.", "command.", "report.", "changes.", "new.", "init.", "status."))}
    assert {key for key in own if key not in asked and not key.startswith(beginnings)} == set()


def test_no_text_for_editors_takes_its_examples_from_the_region_whose_records_lie_here() -> None:
    """Every site has these texts, and an example that only one region knows helps none of the others."""
    content, handbook = PACKAGE.parent / "content", PACKAGE.parent / "handbook"
    heads = [yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1]) for path in content.glob("municipalities/*.md")]
    towns = {str(head["title"]) for head in heads}
    assert len(towns) > 10
    named = re.compile(rf"\b({'|'.join(sorted(towns))}|KD-Net|kd-net|Midtjylland|midtjysk\w*)\b")
    texts = [*(PACKAGE / "locale").rglob("*.yml"), *handbook.rglob("*.md"), PACKAGE / "handbook" / "examples.yml"]
    found = {path.name: named.findall(path.read_text(encoding="utf-8")) for path in texts}
    assert {name: words for name, words in found.items() if words} == {}
