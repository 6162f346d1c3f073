"""The golden site: what building tests/example_site gives, beside what it is expected to give. Run, it accepts the new one."""

from __future__ import annotations

import shutil
import sys
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sites import EXAMPLE, copy_of

EXPECTED = EXAMPLE / "expected"
KEPT = (".html", ".xml", ".txt", ".json")


def build_example(folder: Path) -> dict[str, bytes]:
    """Build the example in a folder; the files that are compared, by their paths."""
    site = copy_of(EXAMPLE, folder)
    built = site.build()
    assert built.pages, built.problems
    # The schemas are made from the declarations and have tests of their own; in here they would hide what changed.
    return {path: data for path, data in site.built().items() if path.endswith(KEPT) and not path.startswith("schemas/")}


def expected_files(folder: Path = EXPECTED) -> dict[str, bytes]:
    """The files as they were last accepted."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def differences(built: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """What differs, file by file, with the lines of those that changed."""
    found = [f"new: {path}" for path in sorted(built.keys() - expected.keys())]
    found += [f"gone: {path}" for path in sorted(expected.keys() - built.keys())]
    for path in sorted(built.keys() & expected.keys()):
        if built[path] != expected[path]:
            before, after = (files[path].decode().splitlines() for files in (expected, built))
            lines = list(unified_diff(before, after, lineterm="", n=0))[2:]
            found.append("\n  ".join([f"changed: {path}", *lines[:12]]))
    return found


def accept(built: dict[str, bytes], folder: Path = EXPECTED) -> None:
    """Make these the expected files."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in built.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def main() -> int:
    """Build the example, say what differs, accept it."""
    with TemporaryDirectory() as folder:
        built = build_example(Path(folder) / "site")
    found = differences(built, expected_files())
    accept(built)
    print("\n".join([*(line.split("\n")[0] for line in found), f"{len(built)} files, {len(found)} different"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
