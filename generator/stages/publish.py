"""Publish: the staging tree becomes the live site, and its addresses are noted for ever."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.ledger import extended
from generator.staging import Trees, swap


def publish(trees: Trees, ledger: Path, addresses: Collection[str]) -> int:
    """Swap the trees and extend the ledger; gives how many addresses are new."""
    with extended(ledger, addresses) as new:
        swap(trees)
    return new
