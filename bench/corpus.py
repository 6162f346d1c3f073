"""Corpus: a number of agenda items and a seed to one archive, as content of Protokol's and as a Hugo site."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from bench.agendas import meetings
from bench.archive import Archive, Made, plan_archive
from bench.content import write_content
from bench.hugo_site import write_hugo_site
from bench.matters import agreements, cases, documents, follow_ups, initiatives
from bench.parties import municipalities, organizations, people

PROTOKOL_THEME = Path(__file__).parent.parent / "themes" / "default"
SEED = 20200828
KINDS = (municipalities, organizations, people, meetings, cases, initiatives, agreements, documents, follow_ups)


def records_of(archive: Archive) -> Iterator[Made]:
    """Every record, one at a time; the same archive gives the same records."""
    for kind in KINDS:
        yield from kind(archive)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, help="where content/ and hugo/ go")
    parser.add_argument("--items", type=int, default=10_000, help="agenda items (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed is another archive (default: %(default)s)")
    parser.add_argument("--hugo", action="store_true", help="make the same archive as a Hugo site too")
    chosen = parser.parse_args()
    archive = plan_archive(chosen.items, chosen.seed)
    write_content(records_of(archive), chosen.folder / "content")
    if chosen.hugo:
        write_hugo_site(lambda: records_of(archive), chosen.folder / "hugo", PROTOKOL_THEME / "assets")


if __name__ == "__main__":
    main()
