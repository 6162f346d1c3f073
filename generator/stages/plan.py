"""Plan: a library to the pages of the site, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.config import SiteConfig
from generator.library import Library
from generator.page import Page
from generator.pages.board import board_pages
from generator.pages.calendar import calendar_pages
from generator.pages.comparison import municipality_pages
from generator.pages.fixed import fixed_pages
from generator.pages.gaps import gaps_pages
from generator.pages.glossary import glossary_pages
from generator.pages.indexes import index_pages
from generator.pages.joint_costs import joint_cost_pages
from generator.pages.languages import with_others
from generator.pages.log import log_pages
from generator.pages.matrix import matrix_pages
from generator.pages.minutes import minutes_pages
from generator.pages.records import record_pages
from generator.pages.register import register_pages
from generator.pages.topics import topic_pages
from generator.problems import Code, Problem, problem

PLANNERS: tuple[Callable[[Library, str], Iterator[Page]], ...] = (
    fixed_pages,
    index_pages,
    log_pages,
    board_pages,
    calendar_pages,
    topic_pages,
    glossary_pages,
    gaps_pages,
    record_pages,
    register_pages,
    minutes_pages,
    municipality_pages,
    joint_cost_pages,
    matrix_pages,
)


def plan(library: Library, config: SiteConfig) -> tuple[tuple[Page, ...], list[Problem]]:
    """Which pages exist, at which addresses, made of what; two pages of one address are a problem."""
    pages = [page for language in config.languages for planner in PLANNERS for page in planner(library, language)]
    first: dict[str, Page] = {}
    problems = []
    for page in with_others(pages, config):
        # The other languages stand below the main one, so that an address of that one may be one of theirs.
        whole = page.address if page.language == config.language else f"/{page.language}{page.address}"
        other = first.setdefault(whole, page)
        if other is not page:
            maker = library.records[page.made_of[0]].origin.path if page.made_of else page.template
            expected = library.records[other.made_of[0]].origin.path if other.made_of else other.template
            problems.append(problem(maker, Code.SAME_ADDRESS, found=whole, expected=expected))
    return tuple(first.values()), problems
