"""site_config.yml is checked like a record: every setting that is wrong is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import SiteConfig, load_config
from generator.messages import load_catalogue
from generator.problems import Code
from generator.reports import headline

WORKING = {
    "format": "1",
    "title": "Prøvesiden",
    "description": "En side til prøve",
    "address": "https://proeve.example",
    "region": "Prøveregionen",
    "publisher": "{name: Prøvesekretariatet, email: post@proeve.example}",
    "licence": "{name: CC BY 4.0, address: 'https://creativecommons.org/licenses/by/4.0/'}",
}
PLACE = len(WORKING) + 1  # the line of a setting that is added


def load(folder: Path, text: str | bytes) -> tuple[SiteConfig | None, list[str]]:
    path = folder / "site_config.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    config, problems = load_config(path)
    return config, [headline(found, load_catalogue("en")) for found in problems]


def with_setting(name: str, value: str) -> str:
    settings = {key: text for key, text in WORKING.items() if key != name}
    return "".join(f"{key}: {text}\n" for key, text in {**settings, name: value}.items())


def test_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    config, problems = load(tmp_path, with_setting("title", "Prøvesiden"))
    assert problems == []
    assert config
    assert (config.base_path, config.languages, config.language, config.currency) == ("/", ("da",), "da", "DKK")
    assert (config.content_name, config.paths.output, config.paths.ledger) == ("content", "site", "addresses.txt")
    assert config.people_indexed is False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("base_path", "/a/b-c/"),
        ("languages", "[da, en]"),
        ("time_zone", "America/Nuuk"),
        ("municipality_code", "'[A-Z]{2}'"),
        ("people_indexed", "ja"),
        ("paths", "{content: ./arkiv/poster}"),
        ("source_address", "https://proeve.example/kode"),
    ],
)
def test_a_setting_may_be_another(tmp_path: Path, name: str, value: str) -> None:
    config, problems = load(tmp_path, with_setting(name, value))
    assert problems == []
    assert config


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("format", "2", "7:9: P0005: format: content is of format 2; this version reads format 1"),
        ("format", "", "7:1: P0201: format: the field format is missing or empty"),
        ("format", "[1]", "7:9: P0205: format: expected one value; found a list"),
        ("titel", "x", f"{PLACE}:1: P0202: titel: unknown field titel; known here: "),
        ("address", "ftp://x", "7:10: P0212: address: not an address on the web: “ftp://x”; "),
        ("base_path", "x", f"{PLACE}:12: P0211: base_path: wrong form: “x”; expected a form like /beslutninger/"),
        ("base_path", "/../", f"{PLACE}:12: P0211: base_path: "),
        ("languages", "da", f"{PLACE}:12: P0204: languages: expected a list; found da; "),
        ("languages", "[da, xx]", f"{PLACE}:17: P0206: languages[1]: unknown word “xx”; expected one of da, en"),
        ("languages", "[da, en, da]", f"{PLACE}:21: P0216: languages[2]: the key da stands twice in one list; "),
        ("time_zone", "Mars/Base", f"{PLACE}:12: P0211: time_zone: wrong form: “Mars/Base”; "),
        ("time_zone", "/etc/passwd", f"{PLACE}:12: P0211: time_zone: "),
        ("currency", "kr", f"{PLACE}:11: P0211: currency: wrong form: “kr”; expected a form like DKK"),
        ("municipality_code", "'['", f"{PLACE}:20: P0211: municipality_code: wrong form: “[”; expected a form like \\d{{4}}"),
        ("publisher", "Kontoret", "7:12: P0203: publisher: expected fields of its own (a mapping); found Kontoret"),
        ("publisher", "{name: Kontoret, email: nej}", "7:36: P0211: publisher.email: wrong form: “nej”; "),
        ("licence", "{name: CC}", "7:10: P0201: licence.address: the field address is missing or empty"),
        ("paths", "{contents: x}", f"{PLACE}:9: P0202: paths.contents: unknown field contents; "),
        ("people_indexed", "måske", f"{PLACE}:17: P0213: people_indexed: neither yes nor no: “måske”; "),
        ("title", "*x", "7:8: P0108: anchors and aliases (& and *) are not allowed; write the value out"),
    ],
)
def test_a_setting_that_is_wrong_is_named_with_its_place(tmp_path: Path, name: str, value: str, expected: str) -> None:
    config, (found,) = load(tmp_path, with_setting(name, value))
    assert config is None
    assert found.startswith(f"site_config.yml:{expected}")


def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    _, problems = load(tmp_path, "format: 1\ntitel: x\nbase_path: x\n")
    codes = [found.split(": ")[1] for found in problems]
    assert sorted(codes) == ["P0201"] * 6 + ["P0202", "P0211"]


@pytest.mark.parametrize(
    ("text", "code"),
    [(b"", "P0112"), (b"- a\n", "P0112"), (b"title: \xff\n", "P0101"), (b"a: 'b\n", "P0106"), (b"a: b\na: c\n", "P0107")],
)
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, text: bytes, code: str) -> None:
    config, problems = load(tmp_path, text)
    assert config is None
    assert problems[0].split(": ")[1] == code


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.yml", tmp_path):
        config, (found,) = load_config(path)
        assert config is None
        assert headline(found, load_catalogue("en")).endswith(f"P0002: no configuration file: {path}")


def test_the_settings_of_this_site_are_in_order() -> None:
    config, problems = load_config(Path(__file__).parents[1] / "site_config.yml")
    assert {found.code for found in problems} <= {Code.NOBODY_TO_WRITE_TO}  # its publisher has not said where one writes
    assert config


def test_where_nobody_can_be_written_to_a_warning_says_so_at_the_publisher(tmp_path: Path) -> None:
    config, [found] = load(tmp_path, with_setting("publisher", "{name: Kontoret}"))
    assert config
    assert found.startswith("site_config.yml:7:12: P0009: warning: publisher: nobody can write to the publisher")
    for known in ("email: post@proeve.example", "address: https://proeve.example/kontoret"):
        assert load(tmp_path, with_setting("publisher", f"{{name: Kontoret, {known}}}"))[1] == []
