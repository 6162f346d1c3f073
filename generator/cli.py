"""The command `protokol`: the only place that reads arguments and prints."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator import __version__
from generator.changes import changes_between, changes_in_words
from generator.config import SiteConfig, load_config
from generator.messages import Catalogue, load_catalogue
from generator.pipeline import Built, Order, build, check_content
from generator.problems import Problem, has_errors
from generator.reports import FORMATS, summary
from generator.serving import serve_site
from generator.stages.index import IndexingFailed
from generator.watching import watch

OK, PROBLEMS, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 where nothing is wrong, 1 where there are problems, 2 for wrong usage."""
    _print_any_letter()
    words = list(sys.argv[1:] if arguments is None else arguments)
    config_path = _config_path(words)
    config, problems = load_config(config_path)
    catalogue = load_catalogue(_language(config))
    parser = _parser(catalogue)
    try:
        chosen = parser.parse_args(words)
    except SystemExit as end:
        return int(end.code or 0)
    if chosen.language:
        catalogue = load_catalogue(chosen.language)
    if config is None:
        _report(problems, chosen.format, catalogue, config_path.parent)
        return PROBLEMS
    try:
        order = _order(chosen, config, config_path)
    except (ValueError, OverflowError):
        given = chosen.date or os.environ.get("SOURCE_DATE_EPOCH")
        print(catalogue("command.bad_date", found=given), file=sys.stderr)
        return WRONG_USAGE
    return _run(chosen, order, catalogue)


def _run(chosen: argparse.Namespace, order: Order, catalogue: Catalogue) -> int:
    """Run the chosen command; what the system refuses is said in a line."""
    if chosen.run is not _serve:
        gc.disable()  # one run and then the end: looking for garbage would take a third of the time and find none
    try:
        return int(chosen.run(chosen, order, catalogue))
    except KeyboardInterrupt:
        return 130
    except IndexingFailed as error:
        print(catalogue("command.index_failed", found=error), file=sys.stderr)
    except OSError as error:
        print(catalogue("command.system_error", found=error), file=sys.stderr)
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
    return config.language if config and config.language in ("da", "en") else "en" if config else "da"


def _parser(t: Catalogue) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="protokol",
        description=t("command.description"),
        epilog=t("command.epilog"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"protokol {__version__}", help=t("command.version"))
    commands = parser.add_subparsers(title=t("command.commands"), metavar="…", required=True)
    for name, run in (("check", _check), ("build", _build), ("serve", _serve), ("changes", _changes)):
        command = commands.add_parser(
            name,
            help=t(f"command.{name}"),
            description=t(f"command.{name}_long"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.set_defaults(run=run)
        command.add_argument("-c", "--config", default="site_config.yml", metavar="FILE", help=t("command.config"))
        command.add_argument("--date", metavar="2026-11-21", help=t("command.date"))
        command.add_argument("--language", choices=("da", "en"), help=t("command.language"))
        command.add_argument("--format", choices=tuple(FORMATS), default="text", help=t("command.format"))
        command.add_argument("--drafts", action="store_true", help=t("command.drafts"))
        command.add_argument("--quiet", action="store_true", help=t("command.quiet"))
        if name == "check":
            command.add_argument("--watch", action="store_true", help=t("command.watch"))
        elif name == "changes":
            command.add_argument("--since", required=True, type=Path, metavar="FOLDER", help=t("command.since"))
        else:
            command.add_argument("--output", metavar="FOLDER", help=t("command.output"))
            command.add_argument("--no-search", action="store_true", help=t("command.no_search"))
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help=t("command.port"))
    return parser


def _order(chosen: argparse.Namespace, config: SiteConfig, config_path: Path) -> Order:
    root = config_path.resolve().parent
    output = Path(getattr(chosen, "output", None) or root / config.paths.output)
    search = not getattr(chosen, "no_search", False)
    return Order(root, config, output, build_date(chosen.date, os.environ, config.time_zone), chosen.drafts, search)


def build_date(given: str | None, environment: os._Environ[str] | dict[str, str], time_zone: str) -> date:
    """The one day for which a site is built: `--date`, else SOURCE_DATE_EPOCH, else today where the site is at home.

    Raises ValueError where a given date is none.
    """
    if given:
        return date.fromisoformat(given)
    try:
        zone: ZoneInfo | None = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        zone = None
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone or UTC).date()
    return datetime.now(zone).date()


def _check(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    problems = check_content(order, _silent).problems
    _report(problems, chosen.format, t, order.root)
    if chosen.watch:
        for _ in watch(order.root, order.config):
            print(t("command.checking_again"), flush=True)
            problems = check_content(order, _silent).problems
            _report(problems, chosen.format, t, order.root)
    return PROBLEMS if has_errors(problems) else OK


def _build(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    began = time.monotonic()
    built = build(order, _silent if chosen.quiet else _progress(t))
    if built.problems:
        _report(built.problems, chosen.format, t, order.root)
    if has_errors(built.problems):
        print(t("command.not_published"), file=sys.stderr)
        return PROBLEMS
    _say_built(built, order, time.monotonic() - began, t)
    return OK


def _serve(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    order = replace(order, promises=False)

    def rebuild() -> bool:
        built = build(order, _silent)
        if built.problems:
            _report(built.problems, chosen.format, t, order.root)
        print(t("command.built_again", count=built.pages) if not has_errors(built.problems) else t("command.not_published"))
        sys.stdout.flush()
        return not has_errors(built.problems)

    if not rebuild() and not order.output.is_dir():
        return PROBLEMS
    address = f"http://localhost:{chosen.port}{order.config.base_path}"
    print(t("command.serving", address=address), flush=True)
    serve_site(order.output, order.config.base_path, chosen.port, watch(order.root, order.config), rebuild)
    return OK


def _changes(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    before = check_content(replace(order, root=chosen.since), _silent).library
    checked = check_content(order, _silent)
    print(changes_in_words(changes_between(before, checked.library), checked.library, order.config.language, t), end="")
    return PROBLEMS if has_errors(checked.problems) else OK


def _say_built(built: Built, order: Order, seconds: float, t: Catalogue) -> None:
    print(t("command.built", count=built.pages, rendered=built.rendered, seconds=f"{seconds:.1f}"))
    if built.new_addresses:
        print(t("command.new_addresses", count=built.new_addresses, file=order.config.paths.ledger))
    print(t("command.site_at", path=(order.output / "index.html").resolve().as_uri()))


def _report(problems: Sequence[Problem], form: str, t: Catalogue, root: Path) -> None:
    """Problems for programs go to standard output; so do those for people, with nothing else beside them."""
    try:
        print(FORMATS[form](problems, t, root) if problems or form != "text" else summary(problems, t), flush=True)
    except BrokenPipeError:  # whoever read them has read enough; Python shall not flush into the closed pipe at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _silent(stage: str, count: int) -> None:
    """Progress that nobody wants to see."""


def _progress(t: Catalogue) -> Callable[[str, int], None]:
    def say(stage: str, count: int) -> None:
        print(t(f"command.progress.{stage}", count=count), file=sys.stderr, flush=True)

    return say
