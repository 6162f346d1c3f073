"""What a rule looks at that needs more than one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.config import SiteConfig
from generator.library import Library


@dataclass(frozen=True, slots=True)
class Review:
    """The library under review, the site's settings, and the day for which the site is built."""

    library: Library
    config: SiteConfig
    build_date: date
