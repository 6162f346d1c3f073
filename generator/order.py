"""An order: what one run of the program is to check or build, and where things lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.config import SiteConfig
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the folder of the configuration, the settings, where to, as of which day.

    `promises` is whether the site's new addresses are noted in the ledger, from which on they must answer for ever.
    `warnings` are what was found in the settings.
    """

    root: Path
    config: SiteConfig
    output: Path
    build_date: date
    drafts: bool = False
    search: bool = True
    promises: bool = True
    warnings: tuple[Problem, ...] = ()

    @property
    def content(self) -> Path:
        """The folder of the records."""
        return self.root / self.config.paths.content

    @property
    def ledger(self) -> Path:
        """The file that holds every address that was ever published."""
        return self.root / self.config.paths.ledger

    @property
    def memory(self) -> Path:
        """The folder of what one build leaves to the next."""
        return self.root / self.config.paths.memory
