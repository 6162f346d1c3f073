"""The example records: each put into the small library beside them, checked, and compared with what it should give.

`python -m tests.examples` writes the .problems files anew; example_records/README.md says how to review them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.config import load_config
from generator.messages import load_catalogue
from generator.order import Order
from generator.pipeline import check_content
from generator.problems import Problem
from generator.records import RECORD_TYPES, Record
from generator.reports import headline
from generator.source import LARGEST_FILE

FOLDER = Path(__file__).parent / "example_records"
LIBRARY = "library"
MEETING = "2024-03-06-fjordraadet"  # the library's meeting that example items belong to
BUILD_DATE = date(2024, 6, 1)
TYPES = {record_type.type_name: record_type for record_type in RECORD_TYPES}
Put = Callable[[Path], None]


@dataclass(frozen=True)
class Example:
    """One example: what it is of and shows, and how it is put into a content folder."""

    type_name: str
    title: str
    put: Put
    expected: Path

    def __str__(self) -> str:
        return f"{self.type_name}: {self.title}"


def place_of(record_type: type[Record]) -> str:
    """Where an example that is one file goes, below the content folder: where the type's declaration says."""
    return record_type.files[0].replace("meetings/*/*.md", f"meetings/{MEETING}/*.md").replace("*", "example")


def examples(kind: str) -> list[Example]:
    """The valid or the invalid examples: a file, or a folder that is laid over the library."""
    found = [*_kept(FOLDER / kind), *(_made(FOLDER / kind) if kind == "invalid" else ())]
    return sorted(found, key=str)


def _kept(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*/*")):
        if path.suffix == ".problems":
            continue
        title = path.name if path.is_dir() else path.stem
        yield Example(path.parent.name, title, _putting(path), path.with_name(f"{title}.problems"))


def _putting(path: Path) -> Put:
    def put(content: Path) -> None:
        if path.is_dir():
            shutil.copytree(path, content, dirs_exist_ok=True)
            return
        target = content / place_of(TYPES[path.parent.name])
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)

    return put


_NOTE = b"---\nid: eksempel\ntitle: Et eksempel\nkind: notat\n---\n"


# What no repository can hold, or should: made here, with its problems in a file like the others.
def _made(folder: Path) -> Iterator[Example]:
    made: dict[str, Put] = {
        "a huge file": lambda content: _write(content / "documents/example.md", b"---\n" + b"a" * LARGEST_FILE),
        "a link to a file that is not there": lambda content: (content / "documents/example.md").symlink_to("gone.md"),
        "a link to a folder": lambda content: (content / "documents/example.md").symlink_to(content / "people"),
        "a pipe that never ends": lambda content: (content / "documents/example.md").symlink_to(_pipe(content)),
        "a name that is not UTF-8": lambda content: _write(content / os.fsdecode(b"documents/\xf8.md"), _NOTE),
        "an empty content folder": _empty,
    }
    for title, put in made.items():
        yield Example("document", title, put, folder / "document" / f"{title}.problems")


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _pipe(content: Path) -> Path:
    pipe = content.parent / "pipe"
    os.mkfifo(pipe)
    return pipe


def _empty(content: Path) -> None:
    for path in content.iterdir():
        shutil.rmtree(path)


def library_in(folder: Path) -> Path:
    """A copy of the library and its settings in a folder; gives the content folder, which is called `content`."""
    settings = (FOLDER / "site_config.yml").read_text(encoding="utf-8").replace(LIBRARY, "content")
    (folder / "site_config.yml").write_text(settings, encoding="utf-8")
    return Path(shutil.copytree(FOLDER / LIBRARY, folder / "content"))


def problems_in(folder: Path, *, drafts: bool = False) -> tuple[Problem, ...]:
    """Every problem of the content in a folder, as `protokol check` finds them on one day."""
    config, problems = load_config(folder / "site_config.yml")
    assert config is not None, problems
    return check_content(Order(folder, config, folder / "site", BUILD_DATE, drafts), lambda stage, count: None).problems


def problems_of(example: Example, folder: Path) -> tuple[Problem, ...]:
    """The problems of the library with an example in it."""
    example.put(library_in(folder))
    return problems_in(folder)


def headlines(problems: tuple[Problem, ...]) -> str:
    """The problems in English, one on each line."""
    return "".join(f"{headline(found, load_catalogue('en'))}\n" for found in problems)


def bless() -> int:
    """Write what the invalid examples give now."""
    changed = 0
    for example in examples("invalid"):
        with tempfile.TemporaryDirectory() as folder:
            now = headlines(problems_of(example, Path(folder)))
        before = example.expected.read_text(encoding="utf-8") if example.expected.exists() else ""
        if now != before:
            example.expected.write_text(now, encoding="utf-8")
            print(f"{example}\n{now}")
            changed += 1
    print(f"{changed} changed; read each, and look at the difference in git")
    return 0


if __name__ == "__main__":
    sys.exit(bless())
