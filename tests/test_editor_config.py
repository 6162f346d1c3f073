"""The browser editor's configuration: valid for the editor, and saying what the declarations of the records say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.config import load_config
from generator.declaration import Declared, declared_fields
from generator.editor import configuration
from generator.messages import load_catalogue
from generator.pipeline import build
from generator.records import RECORD_TYPES
from generator.vocabulary import load_vocabulary
from tests.sites import CONFIG, PROJECT, SMALL, Site, codes, say_nothing, site_of

SCHEMA = PROJECT / "themes" / "default" / "vendor" / "sveltia-cms-schema.json"
HOSTS = {
    "none": "",
    "github": "editor: {host: github, repository: fjordby/beslutninger}",
    "own github": "editor: {host: github, repository: a/b, address: 'https://git.fjordby.example', sign_in: 'https://ind.example'}",
    "gitlab": "editor: {host: gitlab, repository: region/fjordby/beslutninger, application: '4711', review: nej}",
    "own gitlab": "editor: {host: gitlab, repository: a/b, branch: udgivet, address: 'https://git.fjordby.example/'}",
}


def settings_of(folder: Path, editor: str = "", language: str = "da") -> dict[str, Any]:
    """The configuration of a small site's editor."""
    lines = re.sub("(?m)^    ", "", CONFIG).replace("languages: [da]", f"languages: [{language}]")
    (folder / "site_config.yml").write_text(f"{lines.strip()}\n{editor}\n", encoding="utf-8")
    config, problems = load_config(folder / "site_config.yml")
    assert config is not None, problems
    return configuration(config, load_catalogue(language))


def collections(settings: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The collections by name."""
    return {one["name"]: one for one in settings["collections"]}


@pytest.mark.parametrize("editor", HOSTS.values(), ids=HOSTS.keys())
def test_the_configuration_is_valid_by_the_editors_own_schema(editor: str, tmp_path: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    settings = settings_of(tmp_path, editor)
    # One type is enough for each further host: they differ in nothing else, and the schema is slow.
    few = settings if not editor else settings | {"collections": [collections(settings)["glossary_term"]]}
    assert [found.message for found in validator.iter_errors(few)] == []


def test_the_schema_says_what_is_wrong(tmp_path: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    settings = settings_of(tmp_path)
    wrong = settings | {"collections": [{"name": "item", "folder": "content", "fields": "ingen"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema)


def test_every_type_has_a_form_with_every_field_and_its_help(tmp_path: Path) -> None:
    found = collections(settings_of(tmp_path))
    assert list(found) == [record_type.type_name for record_type in RECORD_TYPES]
    for record_type in RECORD_TYPES:
        collection = found[record_type.type_name]
        without_body = {"body"} if collection["extension"] == "yml" else set()
        compare(collection["fields"], record_type, without_body)
        assert collection["label"] != record_type.type_name


def compare(form: list[dict[str, Any]], model: type[Declared], without: set[str]) -> None:
    """A form against a declaration, parts followed."""
    fields = {field["name"]: field for field in form}
    places = {place.name: place for place in declared_fields(model)}
    assert fields.keys() == places.keys() - without
    for name, field in fields.items():
        assert field["label"]
        assert len(field["hint"]) > 10
        # An entry without a key gets one when it is saved (keys.js).
        assert field["required"] == (places[name].required and name != "key")
        if part := places[name].part:
            compare(field["fields"], part, set())


def test_where_the_site_has_a_handbook_each_form_leads_to_its_page_there(tmp_path: Path) -> None:
    without = collections(settings_of(tmp_path))["meeting"]["fields"][0]
    found = collections(settings_of(tmp_path, "base_path: /x/\npaths: {handbook: handbook}"))["meeting"]["fields"][0]
    assert found == without | {"hint": f"{without['hint']} [Se felterne i håndbogen.](/x/haandbog/felter/moeder/)"}


def test_choices_are_the_words_of_the_sites_language(tmp_path: Path) -> None:
    for language in ("da", "en"):
        item = collections(settings_of(tmp_path, language=language))["item"]
        kind = next(field for field in item["fields"] if field["name"] == "item_type")
        assert kind["options"] == load_vocabulary("item_type").words(language)


def test_a_field_that_names_a_record_offers_the_records_of_that_type(tmp_path: Path) -> None:
    fields = {field["name"]: field for field in collections(settings_of(tmp_path))["item"]["fields"]}
    assert (fields["case"]["widget"], fields["case"]["collection"], fields["case"]["value_field"]) == ("relation", "case", "id")
    assert fields["municipalities"]["multiple"] is True


def test_the_file_of_a_document_is_chosen_and_kept_with_the_record(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    fields = {field["name"]: field for field in collections(settings)["document"]["fields"]}
    assert (fields["file"]["widget"], fields["file"]["choose_url"]) == ("file", False)
    assert (settings["media_folder"], settings["public_folder"]) == ("content/files", "/content/files")
    assert settings["media_libraries"]["stock_assets"] == {"providers": []}, "pictures of others are asked for elsewhere"


def test_a_person_who_may_be_unknown_is_proposed_by_type_and_written_by_id(tmp_path: Path) -> None:
    fields = {field["name"]: field for field in collections(settings_of(tmp_path))["appointment"]["fields"]}
    pattern, _ = fields["holder"]["pattern"]
    assert pattern.startswith("^(person:)?")
    assert all(re.search(pattern, text) for text in ("bo-eksempel", "person:bo-eksempel", "ukendt"))
    assert not re.search(pattern, "Bo Eksempel")


def test_a_text_of_a_fixed_form_says_in_words_which(tmp_path: Path) -> None:
    fields = {field["name"]: field for field in collections(settings_of(tmp_path))["follow_up"]["fields"]}
    pattern, said = fields["due"]["pattern"]
    assert re.search(pattern, "2026-03")
    assert re.search(pattern, "ikke oplyst")
    assert not re.search(pattern, "i marts")
    assert said.startswith("Skriv det som 2020, 2020-09")
    assert fields["promised_in"]["pattern"][1].endswith("meeting:id.")
    assert fields["promised_in"]["hint"].endswith("Skriv noget af navnet, og vælg på listen.")


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: str(record_type.type_name))
def test_a_collection_lies_where_its_records_lie(record_type: Any, tmp_path: Path) -> None:
    one = collections(settings_of(tmp_path))[record_type.type_name]
    inner = "*/*" if "nested" in one else one.get("path", "*").replace("{{slug}}", "*")
    assert f"{one['folder']}/{inner}.{one['extension']}" == f"content/{record_type.files[0]}"


def test_people_sign_in_without_a_server_of_their_own(tmp_path: Path) -> None:
    found = {name: settings_of(tmp_path, editor)["backend"] for name, editor in HOSTS.items()}
    assert found["github"] == {
        "name": "github", "repo": "fjordby/beslutninger", "branch": "main", "auth_methods": ["token"],
    }  # fmt: skip
    assert (found["gitlab"]["auth_type"], found["gitlab"]["app_id"]) == ("pkce", "4711")
    assert found["own gitlab"]["api_root"] == "https://git.fjordby.example/api/v4"
    assert found["own github"]["graphql_api_root"] == "https://git.fjordby.example/api/graphql"
    assert "auth_methods" not in found["own github"]


def test_what_is_saved_is_looked_at_by_somebody_unless_the_site_says_no(tmp_path: Path) -> None:
    assert settings_of(tmp_path, HOSTS["github"])["publish_mode"] == "editorial_workflow"
    assert settings_of(tmp_path, HOSTS["gitlab"])["publish_mode"] == "simple"


def test_a_host_that_does_not_exist_is_a_problem_at_its_line(tmp_path: Path) -> None:
    text = re.sub("(?m)^    ", "", CONFIG).strip() + "\neditor:\n  host: sharepoint\n  repository: beslutninger\n"
    (tmp_path / "site_config.yml").write_text(text, encoding="utf-8")
    config, problems = load_config(tmp_path / "site_config.yml")
    assert config is None
    assert [(found.field, found.line) for found in problems] == [("editor.host", 10), ("editor.repository", 11)]


@pytest.fixture
def small(tmp_path: Path) -> Site:
    return site_of(SMALL, tmp_path)


def with_editor(site: Site, editor: str) -> dict[str, bytes]:
    """What building a site with an editor gives."""
    settings = (site.folder / "site_config.yml").read_text(encoding="utf-8")
    site.write({"site_config.yml": f"{settings}\n{editor}\n"})
    assert codes(site.build()) == []
    return site.built()


def test_a_site_without_a_git_host_has_no_editor_but_while_it_is_served(small: Site) -> None:
    assert codes(small.build()) == []
    assert not any(path.startswith("admin/") for path in small.built())
    assert build(replace(small.order(), promises=False), say_nothing).pages
    assert {"admin/index.html", "admin/config.yml", "admin/editor/sveltia-cms.js"} <= small.built().keys()


def test_the_editor_is_found_by_no_search_and_promised_to_nobody(small: Site) -> None:
    built = with_editor(small, HOSTS["github"])
    page = built["admin/index.html"].decode()
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert b"admin" not in built["sitemap.xml"]
    assert "admin" not in (small.folder / "addresses.txt").read_text(encoding="utf-8")
    assert "data-pagefind-body" not in page


@pytest.mark.parametrize(
    ("editor", "origins"),
    [
        (HOSTS["github"], {"https://api.github.com", "https://avatars.githubusercontent.com"}),
        (HOSTS["own github"], {"https://git.fjordby.example"}),
        (HOSTS["own gitlab"], {"https://git.fjordby.example"}),
    ],
)
def test_the_editors_page_speaks_to_the_git_host_and_to_nobody_else(small: Site, editor: str, origins: set[str]) -> None:
    page = with_editor(small, editor)["admin/index.html"].decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert set(re.findall(r"https?://[^ ;]+", policy[1])) == origins
    assert "script-src &#39;self&#39;;" in policy[1]


def test_the_built_configuration_is_the_same_in_yaml(small: Site) -> None:
    built = with_editor(small, HOSTS["github"])
    assert yaml.safe_load(built["admin/config.yml"]) == configuration(small.config, load_catalogue("da"))


def test_what_the_editor_fetches_from_elsewhere_lies_beside_it() -> None:
    folder = PROJECT / "themes" / "default" / "admin" / "editor"
    script = (folder / "sveltia-cms.js").read_text(encoding="utf-8")
    assert not re.search(r"jsdelivr|unpkg\.com/@sveltia/cms", script)
    named = set(re.findall(r"editor/([a-z0-9-]+\.woff2)", script))
    assert named == {path.name for path in folder.glob("*.woff2")}
    assert len(list(folder.glob("*-licence.txt"))) == len(named) + 2
