"""The folder of source documents to their fingerprints: python -m tests.source_words.make ../shared/sources

A fingerprint is a gzipped list, one line for each five-word sequence: the source's line, and the sequence's hash.
The sources themselves hold the contact details of named people and are not published with the project.
"""

from __future__ import annotations

import bisect
import gzip
import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.source_words.folding import LENGTH, sequences, words

FOLDER = Path(__file__).parent
README = FOLDER / "README.md"

# What the conversion to text put among the words of one source: HTML tags, and the addresses of Markdown links.
_CONVERSION = re.compile(r"</?(?:p|ul|li|i|br)\b[^>]*>|\]\([^)\s]*\)")


@dataclass(frozen=True)
class Source:
    """A source as README.md lists it: its checksum, how it is folded, and the ranges of lines that are left out."""

    name: str
    checksum: str
    folding: str
    left_out: tuple[range, ...]


def listed_sources() -> list[Source]:
    """Read README.md: a table of sources, and one table of ranges with reasons."""
    rows = [[cell.strip(" `") for cell in line.strip("| \n").split("|")] for line in README.read_text("utf-8").splitlines()]
    ranges: dict[str, list[range]] = {}
    for row in rows:
        if len(row) == 3 and (found := re.fullmatch(r"(\d+)(?:-(\d+))?", row[1])):
            ranges.setdefault(row[0], []).append(range(int(found[1]), int(found[2] or found[1]) + 1))
    return [
        Source(row[0], row[1], row[2], tuple(ranges.get(row[0], ())))
        for row in rows
        if len(row) == 3 and re.fullmatch(r"[0-9a-f]{64}", row[1])
    ]


def fingerprint(text: str, source: Source) -> str:
    """Every sequence of a source that has no word in a range that is left out, with the line where it begins."""
    text = _CONVERSION.sub(lambda match: " " * len(match[0]), text.replace("\f", " "))
    ends = [match.start() for match in re.finditer("\n", text)]
    found = list(words(text, source.folding))
    lines = [bisect.bisect_left(ends, place) + 1 for _, place in found]
    out = [any(line in left for left in source.left_out) for line in lines]
    hashes = sequences([word for word, _ in found])
    kept = (f"{lines[start]} {run}\n" for start, run in enumerate(hashes) if not any(out[start : start + LENGTH]))
    return "".join(kept)


def main(folder: Path) -> None:
    """Write the fingerprint of every source that README.md lists."""
    for source in listed_sources():
        data = (folder / f"{source.name}.txt").read_bytes()
        checksum = hashlib.sha256(data).hexdigest()
        if checksum != source.checksum:
            sys.exit(f"{source.name}: another text than README.md says: {checksum}")
        fingerprints = fingerprint(data.decode(), source)
        (FOLDER / f"{source.name}.txt.gz").write_bytes(gzip.compress(fingerprints.encode(), mtime=0))
        print(f"{source.name}: {fingerprints.count(chr(10))} sequences")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
