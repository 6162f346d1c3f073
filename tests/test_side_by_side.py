"""Work beside other work: its result and its errors come back, and a process that is killed costs nothing but time."""

from __future__ import annotations

import os
import signal

import pytest

from generator.side_by_side import beside
from tests.conftest import ONLY_LINUX


def test_the_result_comes_back_as_often_as_it_is_asked_for() -> None:
    with beside(lambda: {"a": 1}) as result:
        assert result() is result() == {"a": 1}


def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    def fail() -> None:
        raise FileNotFoundError("beside")

    with beside(fail) as result, pytest.raises(FileNotFoundError, match="beside"):
        result()


def test_an_error_of_which_nobody_asks_is_no_error() -> None:
    def fail() -> None:
        raise ValueError

    with beside(fail):
        pass


@ONLY_LINUX
def test_what_a_killed_process_did_not_do_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 42

    with beside(work) as result:
        assert result() == 42
