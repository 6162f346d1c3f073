"""Minutes of invented bodies as texts, and what the import makes of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from generator.config import load_config
from generator.extraction.reading import read_text
from generator.importer.drafting.draft import Draft, DraftFile
from generator.importer.importing import Site, Wish, import_text
from generator.order import Order
from generator.pipeline import check_content
from tests.examples import library_in
from tests.sites import say_nothing

TODAY = date(2026, 1, 1)

PLAIN = """\
Referat af møde i Isudvalget den 4. marts 2024

Tid og sted: Mandag den 4. marts 2024, kl. 9.30 - 11.00, Havnehuset i Solbæk
Deltagere: Ib Prøve (formand), Ane Test
Afbud: Bo Mønster, i stedet deltog Liv Forsøg

1. Godkendelse af dagsorden
Indstilling: Det indstilles, at udvalget godkender dagsordenen.
Beslutning: Godkendt.

2. Is i skolerne v. Ane Test
Sagsfremstilling
Tre skoler har prøvet:

1. Nordskolen
2. Sydskolen
3. Havneskolen

Indstilling
Forvaltningen indstiller, at
- udvalget tager orienteringen til efterretning
- der afsættes 20.000 kr. i 2025

Beslutning
Indstillingen blev godkendt med den ændring, at der afsættes 15.000 kr.

Bilag
Notat om is

3. Eventuelt
Beslutning: Intet.
"""


def site_in(folder: Path) -> Site:
    """The small library of the examples as the site that is imported to."""
    folder.mkdir(exist_ok=True)
    if not (folder / "content").exists():
        library_in(folder)
    config, problems = load_config(folder / "site_config.yml")
    assert config is not None, problems
    checked = check_content(Order(folder, config, folder / "site", TODAY, drafts=True), say_nothing)
    return Site(checked.library, config, TODAY)


def imported(text: str, folder: Path, *, name: str = "referat.txt", body: str = "", repair: bool = False) -> Draft:
    """Import a text as if it stood in a file."""
    site = site_in(folder)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return import_text(read_text(path), site, Wish(name, body, repair))


def items_of(draft: Draft) -> list[DraftFile]:
    """The draft's agenda items in order."""
    return [file for file in draft.files if file.path.startswith("meetings/") and file.path.endswith(".md")]


def meeting_of(draft: Draft) -> DraftFile:
    """The draft's meeting."""
    return next(file for file in draft.files if file.path.endswith("/meeting.yml"))


def numbers_and_titles(draft: Draft) -> list[tuple[str, str]]:
    """What stands first of each item."""
    return [(file.fields.get("number", ""), file.fields["title"]) for file in items_of(draft)]


def letters(text: str) -> str:
    """A text's letters and digits alone."""
    return re.sub(r"[\W_]+", "", text.casefold())
