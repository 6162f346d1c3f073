"""The machine says no: a full or read-only disk, a missing program; it is said in words and the live site stays."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from generator.cli import main
from generator.stages import write
from tests.sites import NEW, Site, clean, command, everything_in


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("after", [0, 3])
def test_a_full_or_read_only_disk_is_said_and_the_live_site_stays(
    small: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, after: int
) -> None:
    small.build()
    before = everything_in(small.output)
    small.write(NEW)
    writes, fill = iter(range(100_000)), write._fill

    def refuse(target: str, data: bytes, *, is_there: bool) -> None:
        if next(writes) >= after:
            raise OSError(number, os.strerror(number), target)
        fill(target, data, is_there=is_there)

    with monkeypatch.context() as patch:
        patch.setattr(write, "_fill", refuse)
        assert main(command(small)) == 1
    said = capsys.readouterr()
    assert os.strerror(number) in said.err
    assert "Traceback" not in said.err + said.out
    assert everything_in(small.output) == before
    assert main(command(small)) == 0


def test_a_ledger_that_cannot_be_written_stops_the_build_before_anything_is_published(
    small: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    small.build()
    before = everything_in(small.output)
    (small.folder / ".addresses.txt.new").mkdir()  # stands where the new ledger would be written
    small.write(NEW)
    assert main(command(small)) == 1
    assert ".addresses.txt.new" in capsys.readouterr().err
    assert everything_in(small.output) == before


@pytest.mark.parametrize("program", [sys.executable, "/nowhere/pagefind"])
def test_a_search_index_that_cannot_be_made_is_said_and_the_live_site_stays(
    small: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], program: str
) -> None:
    small.build()
    before = everything_in(small.output)
    small.write(NEW)
    with monkeypatch.context() as patch:
        patch.setattr("generator.search.pagefind.get_executable", lambda: program)
        assert main([word for word in command(small) if word != "--no-search"]) == 1
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err + said.out
    assert everything_in(small.output) == before
    assert main(command(small)) == 0
    assert small.built() == clean(small)


def test_a_memory_that_cannot_be_kept_stops_nothing(small: Site) -> None:
    small.write({".protokol": "a file where the folder would be"})
    assert small.build().pages
    assert small.build().pages
    assert small.built() == clean(small)
