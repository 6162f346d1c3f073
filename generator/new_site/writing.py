"""The settings of a new site to its files: configuration, example records, Makefile, workflows, and what to read first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from generator.messages import load_catalogue
from generator.record_text import scalar

FOLDER = Path(__file__).parent / "files"
_DOT = "dot-"  # a file that begins with a dot lies here without it, so that it means nothing to this project's own tools


@dataclass(frozen=True, slots=True)
class NewSite:
    """What a site is told about itself; `program` is what pip installs Protokol from."""

    title: str
    description: str
    address: str
    language: str
    region: str
    publisher: str
    time_zone: str
    currency: str
    program: str


class _Blank(Template):
    """A text with blanks that neither make, nor YAML, nor a workflow means anything by."""

    delimiter = "@@"


def files_of(site: NewSite) -> Mapping[str, str]:
    """Each file of the site by its path: those of every language, and those of its own."""
    blanks = _blanks(site)
    files = {}
    for folder in (FOLDER / "common", FOLDER / site.language):
        for source in sorted(path for path in folder.rglob("*") if path.is_file()):
            steps = (step.replace(_DOT, ".", 1) if step.startswith(_DOT) else step for step in source.relative_to(folder).parts)
            files["/".join(steps)] = _Blank(source.read_text(encoding="utf-8")).substitute(blanks)
    return files


def _blanks(site: NewSite) -> Mapping[str, str]:
    """What fills the blanks: each setting as it is, and as YAML."""
    parts = urlsplit(site.address)
    path = f"/{parts.path.strip('/')}/" if parts.path.strip("/") else "/"
    t = load_catalogue(site.language)
    said = {name: t(f"init.{name}") for name in ("overview", "preview", "ledger_noted", "ledger_why", "ledger_refused")}
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else site.address  # which the check then refuses as it is
    values = {**asdict(site), **said, "address": origin, "base_path": path}
    return {**values, **{f"{name}_yaml": scalar(value) for name, value in values.items()}}


def write_site(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into a folder that is not there yet or is empty. Raises FileExistsError where one is in the way."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if text.startswith("#!"):
            target.chmod(0o755)
