"""Sites from text: `{path: text}` to a folder with a configuration and records, and what building it gives."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.config import SiteConfig, load_config
from generator.order import Order
from generator.pipeline import Built, Checked, build, check_content
from generator.staging import MANIFEST

PROJECT = Path(__file__).parents[1]
EXAMPLE = PROJECT / "tests" / "example_site"
BUILD_DATE = date(2026, 1, 15)
SEARCH = "pagefind"  # the search index

CONFIG = """
    format: 1
    title: Prøvesiden
    description: En side til prøve
    address: https://proeve.example
    languages: [da]
    region: Prøveregionen
    publisher: {name: Prøvesekretariatet, email: post@proeve.example}
    licence: {name: CC BY 4.0, address: 'https://creativecommons.org/licenses/by/4.0/'}
"""
NOBODY_TO_WRITE_TO = CONFIG.replace(", email: post@proeve.example", "")

# A small site with something of everything that depends on something else.
SMALL = {
    "content/municipalities/fjordby.md": "---\nid: fjordby\ntitle: Fjordby\ncode: '0901'\n---\n",
    "content/organizations/forum.md": "---\nid: forum\ntitle: Forum\nkind: netværk\n---\n",
    "content/meetings/2025-03-04-forum/meeting.yml": """
        id: forum-2025-03-04
        title: Forums møde
        bodies: [forum]
        date: 2025-03-04
        state: holdt
    """,
    "content/meetings/2025-03-04-forum/01-budget.md": """
        ---
        id: forum-2025-03-04-1
        title: Budget
        number: "1"
        item_type: beslutning
        decisions:
          - {key: ja, text: Godkendt., outcome: godkendt}
        topics: [økonomi]
        municipalities: [fjordby]
        ---
        Se [aftalen](agreement:aftalen).
    """,
    "content/agreements/aftalen.md": """
        ---
        id: aftalen
        title: Aftalen
        kind: samarbejdsaftale
        state: indgået
        parties:
          - party: municipality:fjordby
        start: 2025
        end: 2027
        ---
        Aftalens tekst.
    """,
}


AGREEMENT = "content/agreements/aftalen.md"
ITEM = "content/meetings/2025-03-04-forum/01-budget.md"
NEW = {"content/glossary/ord.md": "---\nid: ord\ntitle: ord\nexplanation: et ord\n---\n"}


@dataclass(frozen=True)
class Site:
    """A site's folder: its configuration, its content, and what was built of it."""

    folder: Path

    @property
    def output(self) -> Path:
        """Where the built site lies."""
        return self.folder / "site"

    @property
    def config(self) -> SiteConfig:
        """The settings as they are now."""
        config, problems = load_config(self.folder / "site_config.yml")
        assert config is not None, problems
        return config

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, each path from the site's folder; the text's common indentation is taken away."""
        for path, text in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file where it stands once."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")

    def own_theme(self) -> Path:
        """Give the site a theme of its own: a copy of the default one, to be changed."""
        theme = self.folder / "themes" / "default"
        if not theme.exists():
            shutil.copytree(PROJECT / "themes" / "default", theme)
        return theme

    def order(self, *, on: date = BUILD_DATE, output: Path | None = None, search: bool = False) -> Order:
        """What to build: everything as configured, without the search index unless asked for."""
        return Order(self.folder, self.config, output or self.output, on, search=search)

    def check(self, *, on: date = BUILD_DATE) -> Checked:
        """Check the content."""
        return check_content(self.order(on=on), say_nothing)

    def build(self, *, on: date = BUILD_DATE, output: Path | None = None, search: bool = False) -> Built:
        """Build the site."""
        return build(self.order(on=on, output=output, search=search), say_nothing)

    def built(self) -> dict[str, bytes]:
        """Every built file but the search index and the list of files, which names it."""
        return built_files(self.output)


def site_of(files: Mapping[str, str], folder: Path) -> Site:
    """Make a site of texts; without a configuration among them it has a plain Danish one."""
    site = Site(folder)
    site.write({"site_config.yml": CONFIG, **files})
    return site


def copy_of(source: Path, folder: Path, content: str = "content") -> Site:
    """Make a site of a folder that has a configuration and content."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "site_config.yml", folder)
    shutil.copytree(source / content, folder / content)
    return Site(folder)


def clean(site: Site) -> dict[str, bytes]:
    """What a build gives that knows nothing of earlier ones."""
    elsewhere = Site(site.folder.parent / "clean")
    shutil.rmtree(elsewhere.folder, ignore_errors=True)
    shutil.copytree(site.folder, elsewhere.folder, ignore=shutil.ignore_patterns("site", ".*"))
    assert elsewhere.build().pages
    return elsewhere.built()


def command(site: Site) -> list[str]:
    """The words of the command that builds a site as the tests do."""
    return ["build", "--quiet", "--no-search", "--date", "2026-01-15", "-c", str(site.folder / "site_config.yml")]


def built_files(output: Path) -> dict[str, bytes]:
    """The files of a built site by their paths, without the search index and the list of files."""
    return {
        path: data for path, data in everything_in(output).items() if not path.startswith(f"{SEARCH}/") and path != MANIFEST
    }


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, whatever its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def codes(built: Built | Checked) -> list[str]:
    """The codes of the problems that were found, in order."""
    return [str(found.code) for found in built.problems]


def say_nothing(stage: str, count: int) -> None:
    """Progress that no test looks at."""
