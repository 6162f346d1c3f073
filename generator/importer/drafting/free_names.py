"""Names for records and keys that are given out once."""

from __future__ import annotations

from collections.abc import Iterable


class FreeNames:
    """Gives out names that nothing else has: the one wished for, else the same with a number from 2 on."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}  # with which number a name was given out last: the next search begins there

    def of(self, wanted: str) -> str:
        """The name to use for one that is wanted."""
        number = self._last.get(wanted, 0) + 1
        while (name := f"{wanted}-{number}" if number > 1 else wanted) in self._taken:
            number += 1
        self._last[wanted] = number
        self._taken.add(name)
        return name
