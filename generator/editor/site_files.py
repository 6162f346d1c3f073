"""The files of the browser editor at /admin/: its page with a policy of its own, its configuration, what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
import yaml

from generator.config import SiteConfig
from generator.editor.backend import origins_of, pictures_of
from generator.editor.configuration import configuration
from generator.messages import Catalogue

FOLDER = "admin"  # of the theme and of the site alike


def editor_files(config: SiteConfig, theme: Path, t: Catalogue) -> Mapping[str, bytes]:
    """Each file of the editor by its path in the site; none where the theme has no editor."""
    folder = theme / FOLDER
    if not folder.is_dir():
        return {}
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}
    return files | {f"{FOLDER}/index.html": _page(config, folder, t), f"{FOLDER}/config.yml": _settings(config, t)}


def _page(config: SiteConfig, folder: Path, t: Catalogue) -> bytes:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    page = environment.get_template("index.html").render(
        language=t.language,
        title=t("editor.title", site=config.title),
        needs_script=t("editor.needs_script"),
        has_host=config.editor is not None,
        base_path=config.base_path,
        policy=_policy(origins_of(config.editor), pictures_of(config.editor)),
    )
    return page.encode()


def _policy(origins: tuple[str, ...], pictures: tuple[str, ...]) -> str:
    """What the page may load: itself and the git host. The editor writes its styles into the page as it runs."""
    hosts, seen = " ".join(("", *origins)), " ".join(("", *origins, *pictures))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data: blob:{seen}; connect-src 'self' data: blob:{hosts}; "
        "object-src 'none'; base-uri 'none'; form-action 'none'"
    )


@cache  # it takes longer than many pages, and changes with the settings alone
def _settings(config: SiteConfig, t: Catalogue) -> bytes:
    text = yaml.dump(configuration(config, t), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    return str(text).encode()
