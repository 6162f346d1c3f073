"""A site whose files change: what is to be done, by the settings as they then are, after each burst of changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.commands.command import order_of
from generator.config import load_config
from generator.order import Order
from generator.problems import Problem
from generator.watching import watch


@dataclass(frozen=True, slots=True)
class Burst:
    """Some changes: the files, what is wrong with the settings now, and what is to be done by the last that were right."""

    files: frozenset[Path]
    wrong: tuple[Problem, ...]
    order: Order


def follow(chosen: argparse.Namespace, order: Order) -> Iterator[Burst]:
    """Wait for changes until interrupted; where the settings name other folders, those are watched from then on."""
    path, watched = Path(chosen.config), None
    while watched != order.config.paths:
        watched = order.config.paths
        for files in watch(path, order.config):
            config, wrong = load_config(path)
            order = order_of(chosen, config, path, wrong) if config else order
            yield Burst(files, () if config else tuple(wrong), order)
            if order.config.paths != watched:
                break
