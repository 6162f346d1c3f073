"""Content: the records of a corpus to a content folder of Protokol's, with the settings of a site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bench.archive import Made, To

SETTINGS = """\
format: 1
title: Opdigtede beslutninger
description: Et opdigtet arkiv til måling.
address: https://protokol.example.dk
base_path: /
languages: [da]
time_zone: Europe/Copenhagen
region: Opdigtet region
publisher:
  name: Sekretariatet
licence:
  name: CC BY 4.0
  address: https://creativecommons.org/licenses/by/4.0/deed.da
paths:
  content: {content}
  theme: {theme}
"""


class _Writer(yaml.CSafeDumper):
    """Writes a text of several lines as a block, as people do, and nothing by reference."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(writer: _Writer, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _pointer(writer: _Writer, named: To) -> yaml.Node:
    return writer.represent_str(str(named))


_Writer.add_representer(str, _text)
_Writer.add_representer(To, _pointer)


def as_yaml(fields: Any) -> str:
    """Fields as YAML, in their order, every text on a line of its own."""
    return yaml.dump(fields, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=1_000_000)


def write_content(records: Iterable[Made], folder: Path) -> None:
    """Write each record where Protokol looks for it."""
    for record in records:
        target = folder / record.path
        target.parent.mkdir(parents=True, exist_ok=True)
        head = as_yaml(record.head)
        text = head if target.suffix == ".yml" else f"---\n{head}---\n{record.body}\n"
        target.write_text(text, encoding="utf-8")


def write_settings(folder: Path, content: Path, theme: Path) -> Path:
    """Write the settings of a site that is made of a content folder elsewhere; gives their file."""
    folder.mkdir(parents=True)
    path = folder / "site_config.yml"
    path.write_text(SETTINGS.format(content=content, theme=theme), encoding="utf-8")
    return path
