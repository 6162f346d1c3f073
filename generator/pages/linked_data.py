"""A page to what machines read of it: JSON-LD in the words of schema.org, safe to stand in HTML.

Every page with a way to it says that way; the front page says how the site is searched, the page about the site what
data it is; a record says itself (see `linked_records`). The block is data, which no browser runs, so that it may stand
in the page under a policy that forbids scripts there.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from generator.addresses import route
from generator.page import Page
from generator.pages.linked_records import Node, absolute, record_node
from generator.records import Record
from generator.voice import Voice

# What could end the block or be misread by an old parser; `=` because whoever looks for attributes finds none here.
_UNSAFE = re.compile("[<>&=\u2028\u2029]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def linked_data(page: Page, data: object, voice: Voice) -> Markup:
    """The JSON-LD of a page, empty where there is nothing to say; keys always stand in the same order."""
    graph = [node for node in (_own_node(page, data, voice), _way_node(page, data, voice)) if node]
    if not graph:
        return Markup("")
    return as_script_text({"@context": "https://schema.org", "@graph": graph})


def as_script_text(value: object) -> Markup:
    """JSON that can stand within a script element: no text in it can end the element or begin another."""
    return Markup(_UNSAFE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", _ENCODER.encode(value)))  # noqa: S704


def _own_node(page: Page, data: object, voice: Voice) -> Node | None:
    record = getattr(data, "record", None)
    if isinstance(record, Record) and voice.href(record.pointer) == voice.at(page.address):
        return record_node(record, voice)
    if page.address == "/":
        return _site_node(voice)
    return _dataset_node(page, voice) if page.address == f"/{route('about', voice.language)}/" else None


def _way_node(page: Page, data: object, voice: Voice) -> Node | None:
    crumbs = getattr(data, "crumbs", ())
    if not crumbs:
        return None
    steps = [(crumb.title, absolute(crumb.href, voice)) for crumb in crumbs]
    steps.append((getattr(data, "title", ""), absolute(voice.at(page.address), voice)))
    places = [
        {"@type": "ListItem", "position": number, "name": title, "item": address}
        for number, (title, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": places}


def _site_node(voice: Voice) -> Node:
    config, home = voice.config, absolute(voice.at("/"), voice)
    search = absolute(voice.page("search"), voice)
    return {
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": config.title,
        "description": config.description,
        "inLanguage": voice.language,
        "publisher": _publisher(voice),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def _dataset_node(page: Page, voice: Voice) -> Node:
    config, address = voice.config, absolute(voice.at(page.address), voice)
    return {
        "@type": "Dataset",
        "@id": f"{address}#{voice.catalogue('sharing.dataset_anchor')}",
        "url": address,
        "name": config.title,
        "description": config.description,
        "inLanguage": voice.language,
        "license": config.licence.address,
        "isAccessibleForFree": True,
        "spatialCoverage": config.region,
        "creator": _publisher(voice),
    }


def _publisher(voice: Voice) -> dict[str, Any]:
    """The office that publishes the site; it has no page here, so it is told by its name and its own address."""
    publisher = voice.config.publisher
    told = {"@type": "Organization", "name": publisher.name, "url": publisher.address, "email": publisher.email}
    return {name: value for name, value in told.items() if value}
