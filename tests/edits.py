"""Edits to the example site, of every kind that an editor makes, so that builds after them can be compared."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.sites import EXAMPLE, Site

NAMED_BY_NONE = ("glossary/genbrug", "glossary/sf", "corrections/valg", "grants/genbrugsstation", "positions/sundgenbrug",
                 "follow-ups/svar-om-havnen", "consultations/havneplan")  # fmt: skip
MEETING = "meetings/2025-09-18-sundforum"
# Texts that may stand one way or the other; each matters to other pages than the record's own.
SWAPS = (
    ("agreements/genbrugsaftalen", "state: indgået", "state: opsagt"),
    ("agreements/genbrugsaftalen", "end: 2027-12-31", "end: 2025-12-31"),
    ("agreements/genbrugsaftalen", "[/aftaler/affaldsaftalen/]", "[/aftaler/en-anden/]"),
    ("appointments/asta-proeve-formand", "municipality:fjordby", "municipality:naesholm"),
    ("cases/genbrug", "text: Åløkke vil rejse sagen igen.", "text: Åløkke vil ikke rejse sagen igen."),
    ("corrections/valg", "sundforum-2025-09-18-1", "sundforum-2025-09-18-2"),
    ("cost-shares/genbrug-2026", "replaces: genbrug-2025\n", ""),
    ("cost-shares/genbrug-2026", "agreement:genbrugsaftalen", "initiative:sundgenbrug"),
    ("documents/referat-2025-09-18", "[Puljens budget](table:puljens-budget)", "Intet budget"),
    ("initiatives/sundgenbrug", "title: Recycling by the Sound", "title: Recycling"),
    ("organizations/sundets-sekretariat", "parent: sundforum\n", ""),
    ("positions/sundgenbrug", "stand: afventer", "stand: tilsluttet"),
    ("tables/puljens-budget", "unit: 1.000 kr.", "unit: tusind kroner"),
    (f"{MEETING}/02-faelles-pulje", "outcome: ikke godkendt", "outcome: godkendt"),
    (f"{MEETING}/02-faelles-pulje", "[fjordby, klitlund, aaloekke]", "[naesholm]"),
    (f"{MEETING}/02-faelles-pulje", "topics: [genbrug, økonomi]", "topics: [havne]"),
    (f"{MEETING}/02-faelles-pulje", 'number: "2"', 'number: "2 B"'),
    ("meetings/2026-02-05-sundforum/meeting", "date: 2026-02-05", "date: 2026-03-05"),
    ("documents/kladde", "status: kladde", "status: offentliggjort"),
    ("site_config", "base_path: /x/", "base_path: /"),
    ("site_config", "languages: [da, en]", "languages: [da]"),
    ("site_config", "title: Sundets beslutninger", "title: En anden titel"),
    ("themes/default/templates/base.html", "</body>", "<!-- mine --></body>"),
    ("themes/default/locale/da/interface.yml", "home: Forside", "home: Start"),
    ("themes/default/styles/10-ground.css", ":root", "/* mine */ :root"),
)


def file_of(site: Site, name: str) -> Path:
    if name.startswith("themes/"):
        site.own_theme()
        return site.folder / name
    if name == "site_config":
        return site.folder / "site_config.yml"
    return site.folder / "content" / f"{name}{'.yml' if name.endswith('/meeting') else '.md'}"


def swap(site: Site, one: int) -> None:
    name, old, new = SWAPS[one % len(SWAPS)]
    path = file_of(site, name)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if old in text:
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    elif new and new in text:
        path.write_text(text.replace(new, old, 1), encoding="utf-8")


def records_of(site: Site) -> list[Path]:
    return sorted((site.folder / "content").rglob("*.md")) + sorted((site.folder / "content").rglob("*.yml"))


def retitle(site: Site, one: int) -> None:
    path = records_of(site)[one % len(records_of(site))]
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^title: .*$", f"title: Titel {one}", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def rename(site: Site, one: int) -> None:
    path = [path for path in records_of(site) if path.suffix == ".md"][one % 20]
    path.rename(path.with_name(f"ny-{one}-{path.name[-30:]}"))


def withdraw(site: Site, one: int) -> None:
    path = records_of(site)[one % len(records_of(site))]
    text = path.read_text(encoding="utf-8")
    if "\nstatus: " not in text:
        path.write_text(text.replace("\ntitle: ", "\nstatus: trukket tilbage\ntitle: ", 1), encoding="utf-8")


def translate(site: Site, one: int) -> None:
    path = records_of(site)[one % len(records_of(site))]
    text = path.read_text(encoding="utf-8")
    if "\ntranslations:" not in text:
        added = f"\ntranslations:\n  - {{language: en, title: Title {one}, summary: Short}}\ntitle: "
        path.write_text(text.replace("\ntitle: ", added, 1), encoding="utf-8")


def remove_or_restore(site: Site, one: int) -> None:
    path = site.folder / "content" / f"{NAMED_BY_NONE[one % len(NAMED_BY_NONE)]}.md"
    if path.exists():
        path.unlink()
    else:
        shutil.copy(EXAMPLE / path.relative_to(site.folder), path)


def add(site: Site, one: int) -> None:
    text = f"""
        ---
        id: nyt-{one}
        title: Nyt notat {one}
        kind: notat
        annex_to: [agreement:genbrugsaftalen]
        municipalities: [fjordby]
        topics: [genbrug]
        ---
        Se [formanden](person:asta-proeve).
    """
    site.write({f"content/documents/nyt-{one}.md": text})


def forget(site: Site, one: int) -> None:
    shutil.rmtree(site.folder / (".protokol", ".site.next", "site")[one % 3], ignore_errors=True)


EDITS: tuple[Callable[[Site, int], None], ...] = (
    swap, swap, retitle, retitle, rename, withdraw, translate, remove_or_restore, add, forget,
)  # fmt: skip
