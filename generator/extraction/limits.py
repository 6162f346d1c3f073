"""How much time and memory the reading of a file may take."""

from __future__ import annotations

try:
    import resource
except ImportError:  # Windows, where only the time is limited
    resource = None  # type: ignore[assignment]

SECONDS = 18  # the whole refusal has to come within 20
MEMORY = 400_000_000  # bytes of addresses; with the process that waits it stays below 512 MB


def limit_this_process() -> None:
    """Hold this process to the limits; the system ends it where it takes more."""
    if resource is None:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
