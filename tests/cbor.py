"""Values to CBOR (RFC 8949), for what Pagefind would have written: numbers, texts and lists."""

from __future__ import annotations


def cbor(value: object) -> bytes:
    """The bytes of a number, a text, or a list of such."""
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    assert isinstance(value, list)
    return _head(4, len(value)) + b"".join(map(cbor, value))


def _head(kind: int, number: int) -> bytes:
    """The first bytes: what kind it is, and a number in as few bytes as there is room in."""
    if number < 24:
        return bytes([kind << 5 | number])
    width = next(width for width in (1, 2, 4) if number < 1 << 8 * width)
    return bytes([kind << 5 | {1: 24, 2: 25, 4: 26}[width]]) + number.to_bytes(width, "big")
