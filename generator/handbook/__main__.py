"""`python -m generator.handbook`: what a handbook is made of to the handbook; the build starts it where there is work."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from generator.handbook.binding import Volume, bind


def main() -> None:
    """Read what the build gives, and bind; what is wrong with a page is the message with which this ends."""
    parser = argparse.ArgumentParser(prog="python -m generator.handbook")
    for name in ("written", "target"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("language", "title", "address", "home"):
        parser.add_argument(f"--{name}", required=True)
    given = vars(parser.parse_args())
    target = given.pop("target").resolve()
    given["written"] = given["written"].resolve()
    complaints = _Complaints()
    logging.getLogger("mkdocs").addHandler(complaints)
    with tempfile.TemporaryDirectory() as work:
        try:
            bind(Volume(**given), Path(work), target)
        except (MkDocsException, OSError) as error:
            sys.exit("\n".join(complaints.said) or str(error))


class _Complaints(logging.Handler):
    """Keeps what mkdocs warns of, which is what has to be mended; its last word only counts it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


if __name__ == "__main__":
    main()
