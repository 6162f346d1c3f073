"""Hugo site: the records of a corpus to the same items, texts and references as a site of Hugo's, with a plain theme."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.archive import Made, To
from bench.content import as_yaml

THEME = Path(__file__).parent / "hugo"  # settings and layouts
# Where the records of a type lie. A record that others name is a term of the taxonomy of that name, so that
# Hugo itself gathers who names it; meetings are sections, and items and follow-ups are pages.
FOLDERS = {
    "municipality": "kommuner", "organization": "organer", "person": "personer", "case": "sager", "initiative": "initiativer",
    "agreement": "aftaler", "document": "dokumenter", "cost_share": "fordelinger", "follow_up": "opfoelgning",
}  # fmt: skip
_PAGES = frozenset({"follow_up", "cost_share"})
_MEETINGS = "moeder"
_LINK = re.compile(r"\]\(([a-z_]+):([a-z0-9-]+)(#[a-z0-9-]+)?\)")
_LISTS = {
    **FOLDERS,
    "meeting": _MEETINGS,
    "topic": "emner",
    "decision": "beslutninger",
    "search": "soeg",
    "about": "om",
}


def address_of(named: To) -> str:
    """Where a record stands on the site; the same address as on Protokol's."""
    if named.type == "item":
        meeting, _, number = named.id.rpartition("-")
        return f"{address_of(To('meeting', meeting))}{int(number)}/"
    if named.type == "meeting":
        return f"/{_MEETINGS}/{named.id[:-11]}/{named.id[-10:]}/"
    return f"/{FOLDERS[named.type]}/{named.id}/"


def write_hugo_site(records: Callable[[], Iterable[Made]], folder: Path, assets: Path) -> None:
    """Write the site; `records` is asked twice, the first time for who names which meeting and item."""
    shutil.copytree(THEME, folder)
    shutil.copytree(assets, folder / "static" / "assets")
    naming: dict[str, list[str]] = {}
    for record in records():
        for named in _named_by(record):
            if named.type in ("meeting", "item"):
                naming.setdefault(address_of(named), []).append(address_of(_own(record)).rstrip("/"))
    for record in records():
        _write(record, naming, folder / "content")
    for name, part in _LISTS.items():
        _write_page(folder / "content" / part / "_index.md", {"title": part.capitalize(), "type": f"all_{name}"}, "")


def _own(record: Made) -> To:
    return To(record.type, record.head["id"])


def _write(record: Made, naming: Mapping[str, list[str]], content: Path) -> None:
    address = address_of(_own(record))
    inner = content / address.strip("/")
    is_page = record.type == "item" or record.type in _PAGES
    target = inner.with_name(f"{inner.name}.md") if is_page else inner / "_index.md"
    head = record.head
    own = {key: _in_hugo(value) for key, value in head.items() if key not in ("id", "title", "summary", "topics")}
    front: dict[str, Any] = {"title": head["title"], "type": record.type, "summary": head.get("summary", "")}
    front |= _day_of(record)
    front |= {"emner": list(head["topics"])} if "topics" in head else {}
    front |= _terms(record)
    front |= {"record": own, "mentioned_by": sorted(set(naming.get(address, ())))}
    _write_page(target, front, _with_addresses(record.body))
    if record.type == "meeting":
        body = {"title": head["title"].rsplit(" ", 5)[0], "type": "all_meeting"}
        _write_page(target.parent.parent / "_index.md", body, "")


def _write_page(target: Path, front: Mapping[str, Any], body: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"---\n{as_yaml(dict(front))}---\n{body}\n", encoding="utf-8")


def _day_of(record: Made) -> dict[str, Any]:
    """What Hugo sorts and groups by: the day, the number, and the year of a meeting or decision as a term."""
    if record.type not in ("meeting", "item"):
        return {}
    day = re.search(r"\d{4}-\d{2}-\d{2}", record.head["id"])[0]  # type: ignore[index]
    if record.type == "meeting":
        return {"date": day, "moedeaar": [day[:4]]}
    decided = {"beslutningsaar": [day[:4]]} if "decisions" in record.head else {}
    return {"date": day, "weight": int(record.head["number"])} | decided


def _terms(record: Made) -> dict[str, list[str]]:
    terms: dict[str, dict[str, None]] = {}
    for named in _named_by(record):
        if named.type in FOLDERS:
            terms.setdefault(FOLDERS[named.type], {})[named.id] = None
    return {taxonomy: list(ids) for taxonomy, ids in terms.items()}


def _named_by(record: Made) -> Iterator[To]:
    """Every record that a record names, in its fields and in its texts."""
    yield from _pointers(record.head)
    yield from _pointers(record.body)


def _pointers(value: Any) -> Iterator[To]:
    if isinstance(value, To):
        yield value
    elif isinstance(value, str):
        yield from (To(kind, record_id) for kind, record_id, _ in _LINK.findall(value))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _pointers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pointers(inner)


def _in_hugo(value: Any) -> Any:
    """A field's value with addresses where it names records."""
    if isinstance(value, To):
        return address_of(value).rstrip("/")  # the form in which Hugo looks a page up
    if isinstance(value, str):
        return _with_addresses(value)
    if isinstance(value, Mapping):
        return {key: _in_hugo(inner) for key, inner in value.items()}
    return [_in_hugo(inner) for inner in value] if isinstance(value, list) else value


def _with_addresses(text: str) -> str:
    return _LINK.sub(lambda match: f"]({address_of(To(match[1], match[2]))}{match[3] or ''})", text)
