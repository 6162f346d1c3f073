"""The commands to a page: each with what it does and all of its arguments."""

from __future__ import annotations

from collections.abc import Iterator

from generator.commands import COMMANDS, Command
from generator.commands.command import Argument
from generator.handbook.chapter import Chapter, block, code, heading, joined, plain, table
from generator.messages import Catalogue


def command_chapters(t: Catalogue) -> Iterator[Chapter]:
    """One page with every command."""
    text = joined([t("handbook.commands.intro"), *(_of_command(command, t) for command in COMMANDS)])
    yield Chapter(f"{t('handbook.commands.file')}.md", t("handbook.commands.title"), text)


def _of_command(command: Command, t: Catalogue) -> str:
    rows = ((_names(one), _choices(one, t), plain(t(one.text))) for one in command.arguments)
    head = [t(f"handbook.commands.{column}") for column in ("argument", "choices", "about")]
    return joined(
        [
            heading(2, code(f"protokol {command.name}"), command.name),
            _sentence(t(f"command.{command.name}")),
            block(t(f"command.{command.name}_long"), language="text"),
            table(head, rows),
        ]
    )


def _sentence(text: str) -> str:
    """What the help says in a line of its list, as a sentence."""
    return f"{plain(text[:1].upper() + text[1:])}."


def _names(argument: Argument) -> str:
    """The argument as it is written: `-c FILE`, `--config FILE`, or a name alone where it needs none."""
    shown = str(argument.options.get("metavar") or "")
    if not argument.names[0].startswith("-"):
        return code(shown or argument.names[0].upper())
    if not shown and "action" not in argument.options and "choices" not in argument.options:
        shown = argument.names[-1].lstrip("-").upper()
    return ", ".join(code(f"{name} {shown}".strip()) for name in argument.names)


def _choices(argument: Argument, t: Catalogue) -> str:
    """The words that may be given, and what holds where none is."""
    said = [code(str(word)) for word in argument.options.get("choices") or ()]
    default = argument.options.get("default")
    if default not in (None, False, "", (), []):
        said.append(t("handbook.commands.default", value=code(str(default))))
    if argument.options.get("required"):
        said.append(t("handbook.commands.required"))
    return ", ".join(said)
