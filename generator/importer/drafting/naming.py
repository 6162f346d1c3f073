"""Names in the source to records: those that the site has, and drafts of those that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.importer.drafting.draft import DraftFile
from generator.importer.drafting.free_names import FreeNames
from generator.importer.language.damage import pattern_of, skeleton
from generator.importer.language.vocabulary import Wording
from generator.library import Library
from generator.messages import load_catalogue
from generator.records import Record
from generator.records.municipality import Municipality
from generator.records.organization import Organization
from generator.records.person import Person
from generator.search.names import other_names
from generator.sorting import slugify
from generator.vocabulary import load_vocabulary

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 100  # letters of an id; a file's name may have 255, with what stands beside it


@dataclass
class Names:
    """Who is known, and who had to be added; `language` is that of the words in the records."""

    library: Library
    wording: Wording
    language: str
    where: str = ""
    new: dict[str, DraftFile] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    _people: dict[str, str] = field(default_factory=dict)
    _free: FreeNames = field(init=False)

    def __post_init__(self) -> None:
        self._free = FreeNames(person.id for person in self.library.all(Person))
        for person in self.library.all(Person):
            for name in (person.title, *person.spellings):
                self._people.setdefault(_key(name), person.id)

    def person(self, name: str) -> str:
        """The id of a person; a draft of a record where the site has none of the name."""
        key = _key(name)
        if key not in self._people:
            identifier = self._free.of(slugify(name)[:_LONGEST].strip("-") or "person")
            self._people[key] = identifier
            self._add(f"people/{identifier}.md", {"id": identifier, "title": name})
        return self._people[key]

    def party(self, text: str) -> str:
        """The municipality or organization that some words name, as a pointer; empty where the site has none."""
        found = self._named_in(text, self.library.all(Municipality)) or self._named_in(text, self.library.all(Organization))
        return str(found.pointer) if found else ""

    def body(self, texts: Iterable[str]) -> str:
        """The id of the body whose meeting it is; empty where no text names one."""
        for text in texts:
            found = self._named_in(text, self.library.all(Organization))
            if found:
                return found.id
        return ""

    def organization(self, name: str) -> str:
        """The id of an organization; a draft of a record where the site has none of the name."""
        found = self._named_in(name, self.library.all(Organization))
        if found:
            return found.id
        identifier = slugify(name)[:_LONGEST].strip("-")
        path = f"organizations/{identifier}.md"
        if path not in self.new:
            kind = load_vocabulary("organization_kind").terms[self._kind_of(name)].word(self.language)
            self._add(path, {"id": identifier, "title": name, "kind": kind})
        return identifier

    def unknown_body(self, file: str) -> str:
        """The id of what stands for the body of a meeting that its minutes do not name: by the name of their file."""
        title = load_catalogue(self.language)("import.unknown_body", file=file)
        identifier = slugify(file)[:_LONGEST].strip("-") or slugify(title)
        kind = load_vocabulary("organization_kind").terms["other"].word(self.language)
        self._add(f"organizations/{identifier}.md", {"id": identifier, "title": title, "kind": kind})
        self.unknown.add(identifier)
        return identifier

    def _kind_of(self, name: str) -> str:
        kinds: Mapping[str, list[str]] = self.wording.tree["body_kinds"]
        return next((key for key, words in kinds.items() for word in words if word in name.casefold()), "other")

    def _named_in(self, text: str, records: Iterable[Record]) -> Record | None:
        """The record whose name stands first in a text; of several at one place the longest name."""
        best: tuple[int, int, str] | None = None
        by_id: dict[str, Record] = {}
        for record in records:
            for name in {record.title, *other_names(record)}:
                found = _find(name, text)
                if found:
                    by_id[record.id] = record
                    one = (found.start(), -len(name), record.id)
                    best = one if best is None or one < best else best
        return by_id[best[2]] if best else None

    def _add(self, path: str, fields: dict[str, object]) -> None:
        status = load_vocabulary("record_status").terms["draft"].word(self.language)
        self.new[path] = DraftFile(path, {**fields, "status": status, **({"note": self.where} if self.where else {})})


def _find(name: str, text: str) -> re.Match[str] | None:
    """Where a name stands in a text. An abbreviation is looked for as it is written: VIA is not "via"."""
    if len(name) < 3:
        return None
    return _pattern(name).search(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    source = re.escape(name) if name.isupper() else pattern_of(name, loose=False)
    return re.compile(rf"(?<![\w-]){source}(?:s|'s)?(?!\w)", re.NOFLAG if name.isupper() else re.IGNORECASE)


def _key(name: str) -> str:
    return " ".join(skeleton(word) for word in _WORD.findall(name))
