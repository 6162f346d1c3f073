"""`protokol serve`: the site in a browser on this machine, as the records are now."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.command import OF_BUILD, OF_SITE, OK, PROBLEMS, Command, argument, in_site
from generator.commands.saying import say, say_problems
from generator.explained import explained_at
from generator.messages import Catalogue
from generator.order import Order
from generator.preview import Preview
from generator.problems import Problem, has_errors
from generator.serving import Server
from generator.watching import watch


def _serve(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    home = f"http://localhost:{chosen.port}{order.config.base_path}"

    def tell(problems: Sequence[Problem]) -> None:
        if problems:
            say_problems(problems, chosen.format, t, order.root, explained_at(order.config, home))
        pages = len(preview.sight.pages)
        say(t("command.not_published") if has_errors(problems) else t("command.built_again", count=pages))

    preview = Preview(_to_look_at(order, chosen.output))
    try:
        server = Server(preview, chosen.port, t)  # before anything is built: whoever asks meanwhile waits
    except (OSError, OverflowError):
        print(t("command.no_port", port=chosen.port, other=8001 if chosen.port == 8000 else 8000), file=sys.stderr)
        return PROBLEMS
    try:
        tell(preview.build().problems)
        if has_errors(preview.sight.problems) and not preview.order.output.is_dir():
            return PROBLEMS
        say(t("command.serving", address=f"http://localhost:{server.port}{order.config.base_path}"))
        _follow(preview, server, tell)
    finally:
        server.close()
    return OK


def _follow(preview: Preview, server: Server, tell: Callable[[Sequence[Problem]], None]) -> None:
    """Look again after every change, until interrupted."""
    content = preview.order.content.resolve()
    for changed in watch(preview.order.root, preview.order.config):
        tell(preview.look() if _all_in(changed, content) else preview.build().problems)
        server.tell()


def _to_look_at(order: Order, output: str | None) -> Order:
    """The same site for who writes it: with what is not ready, beside the one that is published and its memory."""
    paths = order.config.paths
    folder = f"{paths.memory}/served"
    config = order.config.model_copy(update={"paths": paths.model_copy(update={"memory": folder})})
    beside = order.output if output else order.root / folder / "site"
    return replace(order, config=config, output=beside, promises=False, drafts=True)


def _all_in(paths: frozenset[Path], folder: Path) -> bool:
    return all(path.resolve().is_relative_to(folder) for path in paths)


SERVE = Command("serve", in_site(_serve), (*OF_SITE, *OF_BUILD, argument("--port", type=int, default=8000)), stays=True)
