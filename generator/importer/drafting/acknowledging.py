"""Contradictions that the check finds in a draft to notes in its records: they stand in the source, and are not mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.drafting.draft import DraftFile
from generator.importer.drafting.privacy import without_private
from generator.problems import Problem

_RULES = "P04"  # the codes of rules between fields and records, which a record may acknowledge


def acknowledged(files: Sequence[DraftFile], problems: Sequence[Problem], content: str, explanation: str) -> list[DraftFile]:
    """The files, each with a deviation for what a rule finds in it; `content` is the content folder's name."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for one in problems:
        if one.code.startswith(_RULES):
            found[one.path.removeprefix(f"{content}/")].append(one)
    return [_with_deviations(file, found[file.path], explanation) if found.get(file.path) else file for file in files]


def _with_deviations(file: DraftFile, problems: Sequence[Problem], explanation: str) -> DraftFile:
    deviations = list(file.fields.get("deviations", []))
    for one in problems:
        quote = dict(one.details).get("found", "") or one.field
        entry = {"rule": str(one.code), "field": one.field, "quote": quote, "explanation": explanation}
        deviations.append({key: without_private(value) for key, value in entry.items() if value})
    return replace(file, fields={**file.fields, "deviations": deviations})
