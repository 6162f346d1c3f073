"""The problem codes to pages: what each says, means, looks like, and how it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.explained import anchor_of, group_of
from generator.handbook.chapter import Chapter, block, heading, joined, plain, table
from generator.messages import Catalogue
from generator.problems import WARNINGS, Code

_EXAMPLES = Path(__file__).with_name("examples.yml")
_BLANK = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Example:
    """What a problem looks like. With a path, the text is a file below `content/`, in which `right` belongs in the place of
    `wrong`; both are empty where nothing that is written in the file mends it.
    """

    text: str
    path: str = ""
    wrong: str = ""
    right: str = ""


@cache
def examples() -> Mapping[Code, Example]:
    """The example of each problem."""
    tree = yaml.load(_EXAMPLES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return {Code(name): Example(**entry) for name, entry in tree.items()}


def problem_chapters(t: Catalogue) -> Iterator[Chapter]:
    """An overview, and a page for each group of codes, in which every code has its anchor."""
    groups: dict[str, list[Code]] = {}
    for problem in Code:
        groups.setdefault(group_of(problem), []).append(problem)
    rows = (
        (f"[{one}]({group}.md#{anchor_of(one)})", _kind(one, t), _message(one, t)) for group in groups for one in groups[group]
    )
    head = (t("handbook.problems.code"), t("handbook.problems.kind"), t("handbook.problems.says"))
    folder = t("handbook.problems.folder")
    yield Chapter(f"{folder}/index.md", t("handbook.problems.title"), joined([t("handbook.problems.intro"), table(head, rows)]))
    for group, codes in groups.items():
        yield Chapter(f"{folder}/{group}.md", t(f"handbook.problems.groups.{group}"), joined(_of_code(one, t) for one in codes))


def _kind(problem: Code, t: Catalogue) -> str:
    return t("handbook.problems.warning" if problem in WARNINGS else "handbook.problems.error")


def _message(problem: Code, t: Catalogue) -> str:
    """The message as it is printed, with dots where a value stands."""
    return plain(_BLANK.sub("…", t(f"problems.{problem}")))


def _in_short(problem: Code, t: Catalogue) -> str:
    """What a message says before it says more."""
    return re.split(r"[;:(]", _message(problem, t))[0].strip()


def _of_code(problem: Code, t: Catalogue) -> str:
    example = examples()[problem]
    return joined(
        [
            heading(2, f"{problem}: {_in_short(problem, t)}", anchor_of(problem)),
            f"**{_kind(problem, t)}:** {_message(problem, t)}",
            plain(t(f"explained.{problem}.means")),
            block(example.text, f"content/{example.path}" if example.path else ""),
            f"**{t('handbook.problems.mend')}** {plain(t(f'explained.{problem}.mend'))}",
            block(example.right, t("handbook.problems.instead")) if example.right else "",
        ]
    )
