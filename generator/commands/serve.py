"""`protokol serve`: the site in a browser on this machine, as the records are now."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.command import OF_BUILD, OF_SITE, OK, PROBLEMS, Command, argument, in_site
from generator.commands.following import Burst, follow
from generator.commands.saying import say, say_problems
from generator.explained import explained_at
from generator.messages import Catalogue
from generator.order import Order
from generator.preview import Preview
from generator.problems import Problem, has_errors
from generator.serving import Server


def _serve(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    preview = Preview(_to_look_at(order, chosen.output))
    try:
        server = Server(preview, chosen.port, t)  # before anything is built: whoever asks meanwhile waits
    except (OSError, OverflowError) as error:
        print(_no_port(chosen.port, error, t), file=sys.stderr)
        return PROBLEMS

    def tell(problems: Sequence[Problem]) -> None:
        root, config = preview.order.root, preview.order.config
        if problems:
            say_problems(problems, chosen.format, t, root, explained_at(config, f"{origin}{config.base_path}"))
        pages = len(preview.sight.pages)
        say(t("command.not_published") if has_errors(problems) else t("command.built_again", count=pages))

    origin = f"http://localhost:{server.port}"
    try:
        tell(preview.build().problems)
        say(t("command.serving", address=f"{origin}{order.config.base_path}"))
        for burst in follow(chosen, order):
            tell(_seen_anew(preview, burst, chosen.output))
            server.tell()
    finally:
        server.close()
    return OK


def _no_port(port: int, error: OSError | OverflowError, t: Catalogue) -> str:
    if isinstance(error, OverflowError):
        return t("command.port_unknown", port=port)
    if isinstance(error, PermissionError):
        return t("command.port_refused", port=port)
    return t("command.no_port", port=port, other=8001 if port == 8000 else 8000)


def _seen_anew(preview: Preview, burst: Burst, output: str | None) -> Sequence[Problem]:
    """Look again after some changes: at the whole site, unless they are all in the content."""
    if burst.wrong:
        preview.refuse(burst.wrong)
        return burst.wrong
    order = _to_look_at(burst.order, output)
    if order == preview.order and _all_in(burst.files, order.content.resolve()):
        return preview.look()
    return (preview.build() if order == preview.order else preview.change(order)).problems


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
