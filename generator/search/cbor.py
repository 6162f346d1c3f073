"""CBOR (RFC 8949), in which Pagefind's files are: its numbers, texts and lists are read, which is all that they use."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _BELOW_NOUGHT, _TEXT, _LIST = 0, 1, 3, 4  # major types
_IN_HEAD = 0x1F  # the bits of a first byte that are the number, or say how many bytes it has
_LARGEST = 23  # a number up to this stands in the head itself; above it come 1, 2, 4 or 8 bytes


def read(data: bytes) -> Value:
    """The value that the bytes are; raises ValueError where they are something else."""
    return _read(data, 0)[0]


def head(data: bytes, at: int) -> tuple[int, int]:
    """The number in the head of the value at a place (of a text or list its length), and the place after the head."""
    number = data[at] & _IN_HEAD
    if number <= _LARGEST:
        return number, at + 1
    end = at + 1 + (1 << (number - _LARGEST - 1))
    return int.from_bytes(data[at + 1 : end], "big"), end


def text(data: bytes, at: int) -> tuple[str, int]:
    """The text that begins at a place, and the place after it."""
    length, at = head(data, at)
    return data[at : at + length].decode(), at + length


def _read(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins at a place, and the place after it."""
    kind = data[at] >> 5
    if kind == _TEXT:
        return text(data, at)
    number, at = head(data, at)
    if kind == _NUMBER:
        return number, at
    if kind == _BELOW_NOUGHT:
        return -1 - number, at
    if kind != _LIST:
        raise ValueError(kind)
    found = []
    for _ in range(number):
        one, at = _read(data, at)
        found.append(one)
    return found, at
