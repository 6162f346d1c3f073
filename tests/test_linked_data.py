"""What machines read of a page: told in words that exist, safe in HTML, and nothing of what is not to be told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.declaration import declared_fields
from generator.pages.linked_data import as_script_text
from generator.records import RECORD_TYPES
from tests.conftest import MakeSite
from tests.linked_data import blocks_of, nodes_of, within
from tests.made_records import made_records
from tests.sites import AGREEMENT, CONFIG, ITEM, SMALL, Site

INDEXED = CONFIG + "    people_indexed: true\n    municipality_code: '.*'\n"
# The words of schema.org that the site uses, each looked up there with the type that it stands in.
SCHEMA_ORG = {
    *("CreativeWork", "DefinedTerm", "Event", "GovernmentOrganization", "Organization", "Person", "Project", "Report"),
    *("alternateName", "creator", "dateCreated", "description", "dissolutionDate", "endDate", "eventAttendanceMode"),
    *("eventStatus", "foundingDate", "genre", "hasPart", "identifier", "isPartOf", "keywords", "location", "member"),
    *("memberOf", "organizer", "parentOrganization", "position", "recordedAt", "recordedIn", "sameAs", "startDate"),
    "temporalCoverage",
}
HOSTILE = "</script><script>alert(1)</script><!-- & \"'"
PERSON = {
    "content/people/anna.md": """
        ---
        id: anna
        title: Anna Prøvesen
        roles:
          - {role: Formand, organization: organization:forum, attested: 2025-03-04}
        ---
    """,
    "content/organizations/raad.md": """
        ---
        id: raad
        title: Rådet
        kind: råd
        parent: forum
        formed: 2024-21
        members:
          - {party: municipality:fjordby, role: Vært, start: 2024, end: 2025-03}
        ---
    """,
}


def built(site: Site) -> Site:
    result = site.build()
    assert result.pages, result.problems[:3]
    return site


def main_node(site: Site, path: str) -> dict[str, Any]:
    nodes = nodes_of((site.output / path / "index.html").read_text(encoding="utf-8"))
    return next(node for node in nodes if node["@type"] != "BreadcrumbList")


@pytest.fixture
def site(content: MakeSite) -> Site:
    return built(content({**SMALL, **PERSON}))


def test_the_words_that_types_declare_are_words_of_schema_org() -> None:
    told = [one for one in RECORD_TYPES if one.standard_names]
    assert len(told) >= 8
    for record_type in told:
        fields = {place.name for place in declared_fields(record_type)} | {"_type", "_meeting", "_items"}
        assert record_type.standard_names.keys() <= fields
        assert {name.removeprefix("schema:") for name in record_type.standard_names.values()} <= SCHEMA_ORG


def test_a_meeting_is_an_event_with_its_agenda(site: Site) -> None:
    event = main_node(site, "moeder/forum/2025-03-04")
    assert (event["@type"], event["startDate"]) == ("Event", "2025-03-04")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["organizer"]["@id"] == "https://proeve.example/organer/forum/"
    assert [one["name"] for one in event["recordedIn"]] == ["Budget"]


def test_the_time_of_a_meeting_has_its_distance_from_utc(site: Site) -> None:
    site.edit("content/meetings/2025-03-04-forum/meeting.yml", "state: holdt", "state: holdt\nstart: 10.30\nend: 12.00\n")
    event = main_node(built(site), "moeder/forum/2025-03-04")
    assert (event["startDate"], event["endDate"]) == ("2025-03-04T10:30+01:00", "2025-03-04T12:00+01:00")


def test_an_item_tells_its_decisions_and_where_they_were_made(site: Site) -> None:
    report = main_node(site, "moeder/forum/2025-03-04/1")
    assert report["@type"] == "Report"
    assert report["recordedAt"]["@type"] == "Event"
    assert report["hasPart"] == [
        {
            "@type": "CreativeWork",
            "@id": "https://proeve.example/moeder/forum/2025-03-04/1/#ja",
            "genre": "godkendt",
            "text": "Godkendt.",
        }
    ]


def test_a_closed_item_tells_no_more_than_that_it_is(site: Site) -> None:
    assert {"hasPart", "keywords"} < main_node(site, "moeder/forum/2025-03-04/1").keys()
    site.edit(ITEM, "Se [aftalen](agreement:aftalen).\n", "")
    site.edit(ITEM, "decisions:\n  - {key: ja, text: Godkendt., outcome: godkendt}\n", "closed: ja\nclosed_ground: Loven\n")
    report = main_node(built(site), "moeder/forum/2025-03-04/1")
    assert report.keys() == {"@type", "@id", "url", "name"}


def test_a_member_is_told_in_its_role_and_for_its_time(site: Site) -> None:
    council = main_node(site, "organer/raad")
    assert council["member"]["roleName"] == "Vært"
    assert (council["member"]["startDate"], council["member"]["endDate"]) == ("2024", "2025-03")
    assert council["member"]["member"]["@type"] == "GovernmentOrganization"
    assert council["parentOrganization"]["name"] == "Forum"


def test_a_vague_date_is_left_out(site: Site) -> None:
    assert "foundingDate" not in main_node(site, "organer/raad")


def test_the_period_of_an_agreement_is_open_where_its_end_is_not_known(site: Site) -> None:
    assert main_node(site, "aftaler/aftalen")["temporalCoverage"] == "2025/2027"
    site.edit(AGREEMENT, "end: 2027\n", "")
    assert main_node(built(site), "aftaler/aftalen")["temporalCoverage"] == "2025/.."


def test_people_are_told_of_only_where_the_site_lets_them_be_indexed(site: Site) -> None:
    path = site.output / "personer" / "anna" / "index.html"
    assert {node["@type"] for node in nodes_of(path.read_text(encoding="utf-8"))} == {"BreadcrumbList"}
    site.write({"site_config.yml": INDEXED})
    person = main_node(built(site), "personer/anna")
    assert (person["@type"], person["memberOf"]["roleName"]) == ("Person", "Formand")
    assert "startDate" not in person["memberOf"]  # a role attested on a day did not begin on it


def test_what_is_withdrawn_is_not_named(site: Site) -> None:
    site.edit("content/organizations/forum.md", "title: Forum", "title: Forum\nstatus: trukket tilbage")
    council = main_node(built(site), "organer/raad")
    assert "parentOrganization" not in council
    nodes = nodes_of((site.output / "organer" / "forum" / "index.html").read_text(encoding="utf-8"))
    assert [node["@type"] for node in nodes] == ["BreadcrumbList"]
    assert "Forum" not in json.dumps(nodes)


def test_the_front_page_says_how_to_search_and_the_page_about_the_site_what_data_it_is(site: Site) -> None:
    action = main_node(site, "")["potentialAction"]
    assert action["target"]["urlTemplate"] == "https://proeve.example/soeg/?q={search_term_string}"
    assert main_node(site, "om")["license"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("mark", ["<", ">", "&", "=", "\u2028", "\u2029"])
def test_no_mark_that_html_reads_stands_in_the_block(mark: str) -> None:
    text = as_script_text({"name": f"a{mark}b"})
    assert mark not in text
    assert json.loads(text) == {"name": f"a{mark}b"}


def test_a_hostile_title_does_not_end_the_block(content: MakeSite) -> None:
    records = made_records(lambda path, many: HOSTILE)
    site = built(content({"site_config.yml": INDEXED.replace("Prøvesiden", "'" + HOSTILE.replace("'", "''") + "'"), **records}))
    names = set()
    for path in site.output.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert all("<" not in block for block in blocks_of(html))
        names |= {node["name"] for one in nodes_of(html) for node in within(one) if "name" in node}
    assert HOSTILE in names


def test_every_type_with_every_field_is_told_in_full(content: MakeSite) -> None:
    records = made_records(lambda path, many: "ord")
    site = built(content({"site_config.yml": INDEXED, **records}))
    nodes = [one for path in site.output.rglob("*.html") for one in nodes_of(path.read_text(encoding="utf-8"))]
    kinds = {node["@type"] for node in nodes}
    wanted = {one.standard_names["_type"].removeprefix("schema:") for one in RECORD_TYPES if one.standard_names}
    assert wanted - kinds <= {"Organization"}  # the first kind of body may be an authority
    assert all(value not in (None, "", [], {}) for node in nodes for inner in within(node) for value in inner.values())
