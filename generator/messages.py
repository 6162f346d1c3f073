"""Message catalogues: every text for readers and editors, by language and key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from babel import Locale

PACKAGE_LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("da", "en")
_COUNT_FORMS = frozenset({"one", "other"})


class MissingText(KeyError):
    """A catalogue lacks a text; carries its key."""


class BrokenCatalogue(Exception):
    """A file of texts that cannot be read; carries which, what is wrong, and on which line."""

    def __init__(self, path: Path, found: object, line: int) -> None:
        super().__init__(str(found))
        self.path, self.line = path, line


class Catalogue:
    """The texts of one language; a missing key is an error of the program or the theme, and raises MissingText.

    Only what a declaration could not bring along has words of its own until the catalogue has better ones:
    a field's label, a type's name and its word in addresses. So a new record type works from its module alone.
    """

    def __init__(self, language: str, messages: Mapping[str, str | Mapping[str, str]]) -> None:
        self.language = language
        self._messages = messages
        self._plural = Locale.parse(language).plural_form

    def __contains__(self, key: str) -> bool:
        return key in self._messages

    def __call__(self, key: str, **blanks: object) -> str:
        """The text for a key with its blanks filled; `count` chooses between one and other."""
        message = self._messages.get(key)
        if message is None:
            message = _words_of_declaration(key)
        if not isinstance(message, str):
            message = message[self._plural(int(str(blanks["count"])))]
        return message.format_map(blanks) if blanks else message

    def keys(self) -> frozenset[str]:
        """Every key that this language has a text for."""
        return frozenset(self._messages)


def _words_of_declaration(key: str) -> str:
    group, _, rest = key.partition(".")
    if group == "routes":
        return rest.replace("_", "-")
    owner, _, what = rest.partition(".")
    name, _, form = what.partition(".")
    if group != "fields" or form not in ("label", "plural", "help"):
        raise MissingText(key)
    return "" if form == "help" else (owner if name == "_type" else name).replace("_", " ").capitalize()


def _flatten(tree: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str | Mapping[str, str]]]:
    for key, value in tree.items():
        if isinstance(value, dict) and not (value.keys() <= _COUNT_FORMS):
            yield from _flatten(value, f"{prefix}{key}.")
        elif isinstance(value, dict):
            yield prefix + str(key), {form: str(text) for form, text in value.items()}
        else:
            yield prefix + str(key), str(value)


@cache
def load_catalogue(language: str) -> Catalogue:
    """The catalogue of a language with the package's own texts."""
    return Catalogue(language, _messages_in(PACKAGE_LOCALE / language))


def load_catalogue_with(language: str, folder: Path) -> Catalogue:
    """The catalogue of a language, in which a further folder's texts override the package's own.

    The folder has one sub-folder per language. It is read each time: while a site is served, its theme changes.
    """
    return Catalogue(language, {**load_catalogue(language)._messages, **_messages_in(folder / language)})


def _messages_in(folder: Path) -> dict[str, str | Mapping[str, str]]:
    """The texts of a folder's YAML files; a file's name is the first part of each key in it."""
    messages: dict[str, str | Mapping[str, str]] = {}
    for path in sorted(folder.glob("*.yml")):
        try:
            tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader) or {}
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            raise BrokenCatalogue(path, getattr(error, "problem", None) or error, mark.line + 1 if mark else 1) from error
        if not isinstance(tree, dict):
            raise BrokenCatalogue(path, type(tree).__name__, 1)
        messages.update(_flatten(tree, f"{path.stem}."))
    return messages
