"""Checking: a site's settings to the seconds that `protokol check` takes, Python's start and the imports apart."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from generator import pipeline
from generator.commands.command import build_date
from generator.config import load_config
from generator.order import Order
from generator.problems import has_errors


def main() -> int:
    """Check once, as a fresh process does; prints the seconds."""
    path = Path(sys.argv[1])
    began = time.perf_counter()
    config, problems = load_config(path)
    if config is None:
        print(problems)
        return 1
    day = build_date(None, {}, config.time_zone)
    order = Order(path.parent, config, path.parent / config.paths.output, day)
    checked = pipeline.check_content(order, lambda stage, count: None)
    print(time.perf_counter() - began)
    return int(has_errors(checked.problems))


if __name__ == "__main__":
    sys.exit(main())
