"""Lines of a scan to the same lines with damaged letters mended where the word list leaves one reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.importer.language.readings import Readings, readings_for
from generator.importer.lines.textlines import Reading, TextLine

_NUMBER = re.compile(r"\W*\d[\d.]*[.):]?\s+")  # of an item, before its title
_WORD = re.compile(r"(?<![\w@&¢])[^\W_]?[\w@&¢]*[^\W\d_][\w@&¢]*")
_NAME_AFTER = re.compile(r"\s+[A-ZÆØÅ@][a-zæøå@&]")
_ENDS = ".:?!•-|"
_I = re.compile(r"(?<!\S)\|(?= [a-zæøå])")  # what a scan makes of the word I
_DANISH = "æøå"
_CLEAN = 0.008  # share of æ, ø and å among the letters from which on a text is not damaged: Danish has about 0.03
_LONG = 4  # letters of a word that the rest of the text can settle; shorter ones are too often different words
_OFTEN = 3  # times that a reading stands in the text beyond doubt, for it to be chosen where another never does


@dataclass(frozen=True, slots=True)
class Mended:
    """A word as the scan has it, how it may be read, and where it stands."""

    found: str
    reading: str
    place: tuple[int, int]


@dataclass(frozen=True)
class Repaired:
    """The lines after repair, what was repaired, and what is only suggested."""

    reading: Reading
    made: tuple[Mended, ...] = ()
    suggested: tuple[Mended, ...] = ()


def repaired(reading: Reading, language: str, *, all_readings: bool) -> Repaired:
    """Mend the words of a damaged text. With `all_readings` also those of several readings, by the likeliest."""
    readings = readings_for(language)
    if readings is None or not _is_damaged(reading):
        return Repaired(reading)
    names = frozenset(
        match[0] for line in reading.lines for match in _WORD.finditer(line.text)
        if match[0][:1].isupper() and not match[0].isupper() and not _begins(match)
    )  # fmt: skip
    sure = Counter(
        found[0].casefold() for line in reading.lines for match in _WORD.finditer(line.text)
        if len(found := _of(match, readings, names)) == 1
    )  # fmt: skip
    mender = _Mender(readings, names, sure, all_readings, [], [])
    lines = tuple(mender.mend(line) for line in reading.lines)
    return Repaired(replace(reading, lines=lines), tuple(mender.made), tuple(mender.suggested))


def _is_damaged(reading: Reading) -> bool:
    letters = [letter for line in reading.lines for letter in line.text.casefold() if letter.isalpha()]
    return len(letters) > 200 and sum(letter in _DANISH for letter in letters) < len(letters) * _CLEAN


def _of(match: re.Match[str], readings: Readings, names: frozenset[str]) -> tuple[str, ...]:
    """The readings of a word; none of a name: of one that the text has with a capital within a sentence too."""
    begins = _begins(match)
    if begins and match[0][:1].isupper() and (match[0] in names or _NAME_AFTER.match(match.string, match.end())):
        return ()
    return readings.of(match[0], begins=begins)


def _begins(match: re.Match[str]) -> bool:
    """Whether a sentence, or a line, begins with a word, perhaps behind a number."""
    if _NUMBER.fullmatch(match.string, 0, match.start()):
        return True
    return match.start() == 0 or match.string[: match.start()].rstrip()[-1:] in _ENDS


@dataclass
class _Mender:
    """Goes through the lines; `sure` counts the readings that stand in the text beyond doubt."""

    readings: Readings
    names: frozenset[str]
    sure: Counter[str]
    every: bool
    made: list[Mended]
    suggested: list[Mended]

    def mend(self, line: TextLine) -> TextLine:
        """The line with what can be mended mended, and noted."""
        if not line.cells and line.text.count("|") == 1 and _I.search(line.text):
            line = replace(line, text=_I.sub("I", line.text))
            self.made.append(Mended("|", "I", line.place))
        text, last = "", 0
        for start, end, found, reading in self._changes(line):
            text, last = f"{text}{line.text[last:start]}{reading}", end
            self.made.append(Mended(found, reading, line.place))
        if not text:
            return line
        cells = tuple(_WORD.sub(lambda match: self._chosen(match) or match[0], cell) for cell in line.cells)
        return replace(line, text=text + line.text[last:], cells=cells)

    def _changes(self, line: TextLine) -> Iterator[tuple[int, int, str, str]]:
        for match in _WORD.finditer(line.text):
            chosen = self._chosen(match)
            if chosen:
                yield match.start(), match.end(), match[0], chosen
            elif found := _of(match, self.readings, self.names):
                self.suggested.append(Mended(match[0], " / ".join(found), line.place))

    def _chosen(self, match: re.Match[str]) -> str:
        """The one reading of a word; of several the one that the text has elsewhere beyond doubt; empty where none is sure."""
        found = sorted(_of(match, self.readings, self.names), key=lambda one: -self.sure[one.casefold()])
        counts = [self.sure[one.casefold()] for one in found]
        one_stands_out = len(match[0]) >= _LONG and len(found) > 1 and counts[0] >= _OFTEN and not counts[1]
        return found[0] if found and (len(found) == 1 or one_stands_out or self.every) else ""
