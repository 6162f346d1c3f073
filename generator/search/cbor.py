"""CBOR (RFC 8949), in which Pagefind's files are: its numbers, texts and lists are read, which is all that they use."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _BELOW_NOUGHT, _TEXT, _LIST = 0, 1, 3, 4  # major types
_LARGEST = 23  # a number up to this stands in the head itself; above it come 1, 2, 4 or 8 bytes


def read(data: bytes) -> Value:
    """The value that the bytes are; raises ValueError where they are something else."""
    return _read(data, 0)[0]


def _read(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins at a place, and the place after it."""
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number > _LARGEST:
        width = 1 << (number - _LARGEST - 1)
        number, at = int.from_bytes(data[at : at + width], "big"), at + width
    if kind == _NUMBER:
        return number, at
    if kind == _BELOW_NOUGHT:
        return -1 - number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _LIST:
        raise ValueError(kind)
    found = []
    for _ in range(number):
        one, at = _read(data, at)
        found.append(one)
    return found, at
