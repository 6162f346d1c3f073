"""The commands to a parser of the command line, which speaks the site's language where argparse knows English alone."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from typing import Any, NoReturn

from generator import __version__
from generator.commands import COMMANDS
from generator.messages import Catalogue
from generator.suggest import nearest

# What argparse says of a wrong line, as Python 3.11 to 3.14 word it, and the text that says it here; of anything else its
# own words stand.
_SAID = (
    (re.compile(r"the following arguments are required: (?P<found>.+)"), "required"),
    (re.compile(r"unrecognized arguments: (?P<found>.+)"), "unrecognized"),
    (re.compile(r"argument …: invalid choice: '?(?P<found>.*?)'? \(choose from (?P<choices>.+)\)"), "no_command"),
    (re.compile(r"argument (?P<name>.+?): invalid choice: '?(?P<found>.*?)'? \(choose from (?P<choices>.+)\)"), "no_choice"),
    (re.compile(r"argument (?P<name>.+?): invalid \w+ value: '?(?P<found>.*?)'?"), "no_value"),
    (re.compile(r"argument (?P<name>.+?): expected .+"), "value_missing"),
    (re.compile(r"ambiguous option: (?P<found>\S+) could match (?P<choices>.+)"), "ambiguous"),
)
_HEADINGS = {"options": "options", "positional arguments": "positionals"}


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose own words come from the catalogue."""

    def __init__(self, prog: str, t: Catalogue, **options: Any) -> None:
        super().__init__(prog, **options)
        self._t = t

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._t("usage.usage") + " " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(self._t(f"usage.{_HEADINGS[heading]}") if heading in _HEADINGS else heading)


class CommandLine(argparse.ArgumentParser):
    """A parser that says what is wrong with a line in the catalogue's language, and ends with code 2."""

    def __init__(self, t: Catalogue, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=partial(_Help, t=t), **options)
        self._t = t
        self.add_argument("-h", "--help", action="help", help=t("usage.help"))

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong with the line, and end."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self._in_words(message)}\n")

    def _in_words(self, message: str) -> str:
        for pattern, key in _SAID:
            if match := pattern.fullmatch(message):
                found = match.groupdict()
                choices = [choice.strip(" '") for choice in found.get("choices", "").split(",")]
                near = nearest(found["found"], choices) if choices[0] and key != "ambiguous" else ""
                said = self._t(f"usage.{key}", **(found | {"choices": ", ".join(choices)}))
                return f"{said} {self._t('usage.near', near=near)}" if near else said
        return message


def command_line(t: Catalogue) -> CommandLine:
    """The parser of every command."""
    words = {"description": t("command.description"), "epilog": t("command.epilog")}
    parser = CommandLine(t, prog="protokol", usage=f"%(prog)s {t('usage.line')}", **words)
    parser.add_argument("--version", action="version", version=f"protokol {__version__}", help=t("command.version"))
    # One for each command, of the same class; argparse asks only that it can be called.
    of_command: Any = partial(CommandLine, t)
    title = t("command.commands")
    commands = parser.add_subparsers(title=title, metavar="…", required=True, prog="protokol", parser_class=of_command)
    for command in COMMANDS:
        inner = commands.add_parser(
            command.name, help=t(f"command.{command.name}"), description=t(f"command.{command.name}_long")
        )
        inner.set_defaults(command=command)
        for argument in command.arguments:
            inner.add_argument(*argument.names, help=t(argument.text), **argument.options)
    return parser
