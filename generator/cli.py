"""The console command `protokol`: a command line to one of the commands, run."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from generator.commands import Command
from generator.commands.command import PROBLEMS, WRONG_USAGE, Call
from generator.commands.command_line import command_line
from generator.config import SiteConfig, load_config
from generator.messages import LANGUAGES, load_catalogue
from generator.search.pagefind import IndexingFailed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 where nothing is wrong, 1 where there are problems, 2 for wrong usage."""
    _print_any_letter()
    words = list(sys.argv[1:] if arguments is None else arguments)
    config_path = _config_path(words)
    config, problems = load_config(config_path)
    catalogue = load_catalogue(_language(config))
    parser = command_line(catalogue)
    if not words:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    try:
        chosen = parser.parse_args(words)
    except SystemExit as end:
        return int(end.code or 0)
    if chosen.language:
        catalogue = load_catalogue(chosen.language)
    return _run(chosen.command, Call(chosen, config_path, config, problems, catalogue))


def program() -> NoReturn:
    """Run one command and end at once: to take a large site's records out of memory one by one would take a second."""
    code = main()
    with suppress(OSError):  # whoever read what was printed has gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _run(command: Command, call: Call) -> int:
    """Run the chosen command; what the system refuses is said in a line."""
    if not command.stays:
        gc.disable()  # one run and then the end: looking for garbage would take a third of the time and find none
    try:
        return command.run(call)
    except KeyboardInterrupt:
        return 130
    except IndexingFailed as error:
        print(call.t("command.index_failed", found=error), file=sys.stderr)
    except OSError as error:
        print(call.t("command.system_error", found=error), file=sys.stderr)
    return PROBLEMS


def _print_any_letter() -> None:
    """A terminal that lacks a letter shows its code; that is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _config_path(words: Sequence[str]) -> Path:
    """Where the configuration is, looked up before all else because its language is the language of the help."""
    for index, word in enumerate(words):
        if word in ("-c", "--config") and index + 1 < len(words):
            return Path(words[index + 1])
        if word.startswith("--config="):
            return Path(word.partition("=")[2])
    return Path("site_config.yml")


def _language(config: SiteConfig | None) -> str:
    return config.language if config and config.language in LANGUAGES else "en" if config else "da"
