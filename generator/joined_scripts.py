"""A theme's scripts to scripts that wait for no other: each with the modules that it imports inside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

# As our modules write them: names in braces, from a file beside; what they export is named where it is declared.
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_PLAIN = re.compile(r"\W")


def joined(name: str, scripts: Mapping[str, str]) -> str:
    """The text of a script with each module that it needs, once and before those that need it, as a function's value."""
    order = dict.fromkeys(_needed(name, scripts))
    return "".join(_as_value(one, scripts[one]) for one in order if one != name) + _with_values(name, scripts[name])


def _needed(name: str, scripts: Mapping[str, str], above: tuple[str, ...] = ()) -> Iterator[str]:
    """A script's modules and then itself; raises ValueError where one is not there, or needs itself."""
    if name not in scripts or name in above:
        raise ValueError(" → ".join((*above, name)))
    for _, address in _IMPORT.findall(scripts[name]):
        yield from _needed(_beside(name, address), scripts, (*above, name))
    yield name


def _beside(name: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _as_value(name: str, text: str) -> str:
    exported = ", ".join(one for _, one in _EXPORT.findall(text))
    inner = _EXPORT.sub(r"\1", _with_values(name, text))
    return f"const {_value(name)} = (() => {{\n{inner}return {{ {exported} }};\n}})();\n"


def _with_values(name: str, text: str) -> str:
    """A script that takes what it imports from the values above it."""
    return _IMPORT.sub(lambda found: f"const {{{found[1].replace(' as ', ': ')}}} = {_value(_beside(name, found[2]))};\n", text)


def _value(name: str) -> str:
    return f"module_{_PLAIN.sub('_', name)}"
