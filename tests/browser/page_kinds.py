"""Every kind of page that the site has, and of each kind the page that is hardest to get right."""

from __future__ import annotations

import re

from generator.messages import load_catalogue
from generator.records import RECORD_TYPES
from tests.browser.built_site import BuiltSite
from tests.sites import PROJECT

_ROUTE = load_catalogue("da")


def _route(name: str) -> str:
    return re.escape(_ROUTE(f"routes.{name}"))


def _record_pattern(type_name: str) -> str:
    meeting = rf"/{_route('meeting')}/(?!{_route('year')}/)[^/]+/[^/]+/"
    municipality = rf"/{_route('municipality')}/(?!{_route('compare')}/)[^/]+/"
    special = {"meeting": meeting, "item": rf"{meeting}(?!{_route('minutes')}/)[^/]+/", "municipality": municipality}
    return special.get(type_name, rf"/{_route(type_name)}/[^/]+/")


def _has_records(files: tuple[str, ...]) -> bool:
    return any(next((PROJECT / "content").glob(pattern), None) for pattern in files)


# By name, what the address of such a page looks like; a type without a record in the content has its list only.
PAGE_KINDS: dict[str, str] = {
    "front": "/",
    "search": rf"/{_route('search')}/",
    "about": rf"/{_route('about')}/",
    "privacy": rf"/{_route('privacy')}/",
    "accessibility": rf"/{_route('accessibility')}/",
    "not_found": r"/404\.html",
    "decisions": rf"/{_route('decisions')}/",
    "decisions_of_a_year": rf"/{_route('decisions')}/{_route('year')}/\d+/",
    "money": rf"/{_route('money')}/",
    "compare": rf"/{_route('municipality')}/{_route('compare')}/",
    "decisions_of_a_municipality": rf"/{_route('decisions')}/{_route('facet.municipality')}/[^/]+/",
    "promises_of_a_party": rf"/{_route('follow_up')}/{_route('facet.responsible')}/[^/]+/",
    "calendar": rf"/{_route('calendar')}/",
    "calendar_of_a_year": rf"/{_route('calendar')}/{_route('year')}/\d+/",
    "gaps": rf"/{_route('gaps')}/",
    "topics": rf"/{_route('topics')}/",
    "minutes": rf"{_record_pattern('meeting')}{_route('minutes')}/",
    "whole_text": rf"/.+/{_route('whole_text')}/",
    "meetings_of_a_body": rf"/{_route('meeting')}/(?!{_route('year')}/)[^/]+/",
    "meetings_of_a_year": rf"/{_route('meeting')}/{_route('year')}/\d+/",
    "topic": rf"/{_route('topics')}/[^/]+/",
    "second_page_of_a_list": rf"/.+/{_route('page')}/2/",
    "all_that_mention_a_record": rf"/.+/{_route('all')}/[^/]+/",
    **{f"{one.type_name}_list": rf"/{_route(one.type_name)}/" for one in RECORD_TYPES if one.type_name != "item"},
    **{one.type_name: _record_pattern(one.type_name) for one in RECORD_TYPES if _has_records(one.files)},
}


def example_of(kind: str, site: BuiltSite) -> str:
    """The address of a kind's longest page: what fits there fits on the others."""
    found = [address for address in site.pages if re.fullmatch(PAGE_KINDS[kind], address)]
    assert found, f"the site has no page of the kind {kind}"
    return max(found, key=lambda address: (len(site.pages[address]), address))
