"""The same page in other languages: which address of one language stands for which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from generator.config import SiteConfig
from generator.messages import load_catalogue
from generator.page import Page

Words = dict[str, tuple[str, ...]]

_MOST = 4  # parts of an address that are words of the interface; no page has more


def with_others(pages: Sequence[Page], config: SiteConfig) -> Sequence[Page]:
    """The pages, each naming itself in the other languages; a page that a language lacks is not named there."""
    if len(config.languages) < 2:
        return pages
    words = {(one, other): _words(one, other) for one in config.languages for other in config.languages}
    there = {language: {page.address for page in pages if page.language == language} for language in config.languages}
    return [replace(page, others=tuple(_others(page, config, words, there))) for page in pages]


def _words(language: str, other: str) -> Words:
    """The words that stand in addresses of a language, and for each what may stand for it in another."""
    own, theirs = load_catalogue(language), load_catalogue(other)
    meant: dict[str, tuple[str, ...]] = {}
    for key in sorted(own.keys() & theirs.keys()):
        if key.startswith("routes."):
            meant[own(key)] = (*meant.get(own(key), ()), theirs(key))
    return meant


def _others(
    page: Page, config: SiteConfig, words: dict[tuple[str, str], Words], there: dict[str, set[str]]
) -> Iterator[tuple[str, str]]:
    for language in config.languages:
        if language != page.language:
            candidates = _candidates(page.address, words[page.language, language])
            found = next((one for one in candidates if one in there[language]), None)
            if found is not None:
                yield language, found if language == config.language else f"/{language}{found}"


def _candidates(address: str, words: Words) -> Iterator[str]:
    """The addresses that an address may have in another language, likeliest first.

    A part of an address that is a word of the interface may also be somebody's name (a topic called "agreements"),
    so both are tried, the word first.
    """
    choices: list[tuple[str, ...]] = []
    ambiguous = 0
    for part in address.split("/"):
        meant = words.get(part, ())
        ambiguous += bool(meant)
        choices.append((*meant, part) if ambiguous <= _MOST else (part,))
    return ("/".join(one) for one in product(*choices))
