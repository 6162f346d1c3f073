"""Preview: the site while somebody writes; each page is made when it is asked for, as the records are now.

So a change shows as soon as the content is checked, whatever the number of pages that it changes. What is made of all
pages (the search index, the list for search engines) is as the last whole build left it, until it is asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.drafts import drafts_among
from generator.file_by_file import Kept
from generator.library import Library
from generator.memory import Memory
from generator.order import Order
from generator.page import Page, path_of
from generator.pipeline import Built, build, check_content, plan_content, voice_of
from generator.problems import Problem, has_errors
from generator.records import Record
from generator.stages.attach import annex_files
from generator.stages.render import Printer
from generator.theme import Theme, ThemeBroken, load_theme
from generator.unchanged import digests_in


@dataclass(frozen=True)
class Sight:
    """The site as of one moment: its library, its pages by their files, what prints them; what is wrong with the records.

    The problems may be those of a later moment: then the rest is what was there before there were errors.
    """

    problems: tuple[Problem, ...] = ()
    library: Library | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)
    printer: Printer | None = None
    gone: frozenset[str] = frozenset()  # the files of pages that there were, and are no longer

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Each record by the address of its page, in every language."""
        if self.library is None or self.printer is None:
            return {}
        voices, records = self.printer.voices.values(), self.library.records.items()
        return {voice.href(pointer): record for voice in voices for pointer, record in records}

    @cached_property
    def annexes(self) -> Mapping[str, str]:
        """Where the annexes lie in the content, by their paths in the site."""
        return {file.path: file.source for file in annex_files(self.library)} if self.library else {}

    @cached_property
    def drafts(self) -> list[str]:
        """The addresses of the pages of drafts."""
        if self.library is None or self.printer is None:
            return []
        found = sorted(drafts_among(self.library.examined.values()))
        return [voice.href(pointer) for voice in self.printer.voices.values() for pointer in found]


class Preview:
    """A site that is looked at while it is written; `number` counts how often it was looked at anew."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.number = 0
        self.sight = Sight()
        self._files: Mapping[str, Kept] = {}
        self._theme: Theme | None = None  # as it was at the last whole build
        self._behind = False  # whether the content has changed since the last whole build
        self._one_at_a_time = threading.RLock()  # what is asked for comes from several threads

    def build(self) -> Built:
        """Build the whole site, then look at it; where the build fails, its problems are all that is new."""
        with self._one_at_a_time:
            self._theme = None
            built = build(self.order)
            self._behind = has_errors(built.problems)
            if not self._behind:
                self._look()
            else:
                self.refuse(built.problems)
            return built

    def change(self, order: Order) -> Built:
        """Build the site of other settings, or of another day, and look at that from now on."""
        with self._one_at_a_time:
            self.order, self._files = order, {}
            return self.build()

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """Show what was there before, and the errors for which there is nothing newer."""
        with self._one_at_a_time:
            self._see(replace(self.sight, problems=problems))

    def look(self) -> tuple[Problem, ...]:
        """Check the content as it is now, and show it unless it has errors; gives every problem.

        Where nothing has been without errors yet, the whole site is built: what its pages lead to is not there either.
        """
        with self._one_at_a_time:
            if self.sight.printer is None:
                return self.build().problems
            self._behind = True
            return self._look()

    def _look(self) -> tuple[Problem, ...]:
        with self._one_at_a_time:
            name = self.order.config.content_name
            digests = {f"{name}/{path}": digest for path, digest in digests_in(self.order.content).items()}
            checked = check_content(self.order, digests=digests, memory=Memory("", files=self._files))
            self._files = checked.files
            pages, problems = plan_content(self.order, checked)
            whole = not has_errors(problems)
            self._see(self._sight_of(checked.library, pages, problems) if whole else replace(self.sight, problems=problems))
            return problems

    def page(self, path: str) -> bytes | None:
        """The page whose file has this path, made as the records are now, or the annex; None where there is none.

        Where the theme is broken, the page as it was last built; raises ThemeBroken where nobody has said so yet.
        """
        with self._one_at_a_time:
            if annex := self.sight.annexes.get(path):
                return Path(annex).read_bytes()
            page, printer = self.sight.pages.get(path), self.sight.printer
            try:
                return printer.print(page).encode() if page and printer else None
            except ThemeBroken:
                built = self.order.output / path
                if not has_errors(self.sight.problems) or not built.is_file():
                    raise
                return built.read_bytes()

    def catch_up(self) -> None:
        """Build the whole site again where the content has changed since."""
        with self._one_at_a_time:
            if self._behind and not has_errors(self.sight.problems):
                self._behind = has_errors(build(self.order).problems)

    def _sight_of(self, library: Library, pages: tuple[Page, ...], problems: tuple[Problem, ...]) -> Sight:
        order = self.order
        theme = self._theme = self._theme or load_theme(order.root, order.config.paths.theme)
        printer = Printer({one: voice_of(one, order, library, theme) for one in order.config.languages}, theme)
        found = {path_of(page, order.config.language): page for page in pages}
        gone = (self.sight.gone | self.sight.pages.keys()) - found.keys()
        return Sight(problems, library, found, printer, frozenset(gone))

    def _see(self, sight: Sight) -> None:
        self.sight = sight
        self.number += 1
