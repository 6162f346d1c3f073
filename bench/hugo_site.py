"""Hugo site: the records of a corpus to a site of Hugo's with the same kinds of page and the same content as Protokol's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.archive import Made, To
from bench.content import as_yaml
from bench.hugo_lists import FOLDERS, Named, address_of, facets_of

THEME = Path(__file__).parent / "hugo"  # settings and layouts
_PAGES = frozenset({"follow_up", "cost_share"})
_LINK = re.compile(r"\]\(([a-z_]+):([a-z0-9-]+)(#[a-z0-9-]+)?\)")
# The field that says which day a record is of, where its id does not.
_DAYS = {"document": "date", "follow_up": "due", "agreement": "start", "initiative": "start"}


def write_hugo_site(records: Callable[[], Iterable[Made]], folder: Path, assets: Path) -> None:
    """Write the site; `records` is asked twice, the first time for who names what."""
    shutil.copytree(THEME, folder)
    shutil.copytree(assets, folder / "static" / "assets")
    shutil.copytree(assets.parent / "styles", folder / "assets" / "styles")
    named = Named()
    for record in records():
        named.note(record, {To(one.type, one.id) for one in _named_by(record)}, _day_of(record))
    for record in records():
        _write(record, named.by, folder / "content")
    for path, front in named.pages():
        _write_page(folder / "content" / path, front, "")


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
    if day := _day_of(record):
        front["date"] = day
    if record.type == "meeting":
        front["linkTitle"] = head["title"].split(" den ")[-1]
    if record.type == "item":
        front["weight"] = int(head["number"])
    front |= {"emner": list(head["topics"])} if "topics" in head else {}
    front |= _terms(record) | facets_of(record, day)
    front |= {"record": own, "mentioned_by": sorted(set(naming.get(address, ())))}
    _write_page(target, front, _with_addresses(record.body))
    if record.type == "meeting":
        _write_around(record, target, day)


def _write_around(meeting: Made, target: Path, day: str) -> None:
    """Write the section of a meeting's body, which has a calendar file, and the page of its whole minutes."""
    body = meeting.head["title"].split(" ", 2)[2].rsplit(" ", 5)[0]
    body = body[0].upper() + body[1:]
    section = {"title": f"Møder: {body}", "linkTitle": body, "type": "all_meeting", "outputs": ["HTML", "kalender"]}
    _write_page(target.parent.parent / "_index.md", section, "")
    minutes = {"title": f"Hele referatet: {meeting.head['title']}", "type": "minutes", "date": day}
    _write_page(target.with_name("referat.md"), minutes, "")


def _write_page(target: Path, front: Mapping[str, Any], body: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"---\n{as_yaml(dict(front))}---\n{body}\n", encoding="utf-8")


def _day_of(record: Made) -> str:
    """The day by which Hugo sorts and groups a record, or nothing."""
    if record.type in ("meeting", "item"):
        return re.search(r"\d{4}-\d{2}-\d{2}", record.head["id"])[0]  # type: ignore[index]
    return str(record.head.get(_DAYS.get(record.type, ""), ""))


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
