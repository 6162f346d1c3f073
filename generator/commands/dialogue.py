"""Questions to whoever sits at the terminal: asked one at a time, each with its proposal, answered in a line."""

from __future__ import annotations

import sys

from generator.messages import Catalogue

_FEW = 12  # words that are shown with the question; a longer list is shown when asked for


class Interrupted(Exception):
    """Whoever was asked is gone."""


def someone_answers() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(label: str, proposal: str, help_text: str, choices: tuple[str, ...], t: Catalogue) -> str:
    """Ask for one value; Enter takes the proposal, a question mark shows the help again, and every word there is.

    Raises Interrupted at the end of the input.
    """
    print(f"\n{label}. {help_text}")
    if 0 < len(choices) <= _FEW:
        print(f"  {' · '.join(choices)}")
    return answer_to(proposal, help_text, choices, t)


def answer_to(proposal: str, help_text: str, choices: tuple[str, ...], t: Catalogue) -> str:
    """The answer alone, where the question has been asked. Raises Interrupted at the end of the input."""
    while (words := read_line(f"  [{proposal}] " if proposal else "  ")) == "?":
        print(f"  {help_text}")
        if choices:
            print(f"  {t('new.choices', words=', '.join(choices))}")
    return words or proposal


def read_line(prompt: str) -> str:
    """A line without the spaces around it. Raises Interrupted at the end of the input."""
    try:
        return input(prompt).strip()
    except EOFError as end:
        raise Interrupted from end
