"""How much time and memory the reading of a file may take."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

try:
    import resource
except ImportError:  # Windows, where only the time is limited
    resource = None  # type: ignore[assignment]

SECONDS = 18  # the whole refusal has to come within 20
_AGAIN = 0.5  # seconds until the alarm rings again: Python only reports what is raised while it clears an object away
MEMORY = 400_000_000  # bytes of addresses; with the process that waits it stays below 512 MB


def limit_this_process() -> None:
    """Hold this process to the limits; the system ends it where it takes more."""
    if resource is None:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


class OutOfTime(BaseException):
    """What runs takes too long. No Exception, and least of all TimeoutError, which is an OSError: code on the way that goes
    on when a file cannot be read, or whatever fails, has to let it pass.
    """


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in what runs within where it takes longer; on Windows, which has no such alarm, never."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
