"""What takes too long is ended, whatever the code that is running at that moment catches or clears away."""

from __future__ import annotations

import signal
import time
from contextlib import suppress

import pytest

from generator.extraction.limits import OutOfTime, in_time

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no alarm")


@pytest.mark.parametrize("caught", [OSError, Exception], ids=lambda caught: caught.__name__)
def test_code_that_goes_on_when_something_fails_does_not_go_on_when_the_time_is_up(caught: type[Exception]) -> None:
    def stubborn() -> None:
        for _ in range(20):
            with suppress(caught):
                time.sleep(0.2)

    began = time.monotonic()
    with pytest.raises(OutOfTime), in_time(0.1):
        stubborn()
    assert time.monotonic() - began < 0.3


class Slow:
    """Takes its time to go: what is raised in it Python prints, and no more."""

    def __del__(self) -> None:
        time.sleep(1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_alarm_that_was_lost_while_an_object_was_cleared_away_rings_again() -> None:
    def cleared() -> None:
        made = Slow()
        del made
        time.sleep(5)

    began = time.monotonic()
    with pytest.raises(OutOfTime), in_time(0.1):
        cleared()
    assert time.monotonic() - began < 2


def test_what_ends_in_time_hears_no_alarm_and_leaves_the_old_one_in_its_place() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with in_time(0.1):
        pass
    time.sleep(0.2)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
