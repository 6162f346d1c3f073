"""`protokol init`: a folder to a new site for another body, whose check, tests and build pass at once."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from dataclasses import fields, replace
from importlib import metadata
from pathlib import Path

from generator import __version__
from generator.commands.command import LANGUAGE, OK, PROBLEMS, WRONG_USAGE, Call, Command, argument
from generator.commands.dialogue import Interrupted, answer_to, ask, someone_answers
from generator.commands.saying import say_problems
from generator.config import check_config
from generator.messages import LANGUAGES, Catalogue, load_catalogue
from generator.new_site import NewSite, files_of, write_site
from generator.problems import Problem, Severity
from generator.reports import message

CONFIG_NAME = "site_config.yml"
# Settings with nothing wrong, among which one answer is tried.
_PLAIN = NewSite("-", "-", "https://site.example", "en", "-", "-", "Europe/Copenhagen", "DKK", "-")


def _init(call: Call) -> int:
    chosen, t = call.chosen, call.t
    folder: Path = chosen.folder
    if folder.exists() and not folder.is_dir():
        print(t("init.no_folder", folder=folder))
        return WRONG_USAGE
    if folder.exists() and any(one for one in folder.iterdir() if one.name != ".git"):
        print(t("init.not_empty", folder=folder))
        return WRONG_USAGE
    given = {field.name: getattr(chosen, field.name) for field in fields(NewSite) if getattr(chosen, field.name)}
    try:
        site = _settled(given, t, somebody=someone_answers() and not chosen.yes)
    except Interrupted:
        print(f"\n{t('init.interrupted')}")
        return PROBLEMS
    files = files_of(site)
    if problems := _problems_of(site):
        say_problems(problems, "text", t, folder)
        return WRONG_USAGE
    write_site(files, folder)
    print(load_catalogue(site.language)("init.done", count=len(files), folder=shlex.quote(str(folder)), program=site.program))
    return OK


def _settled(given: dict[str, str], t: Catalogue, *, somebody: bool) -> NewSite:
    """Every setting: as given, as answered, or as proposed."""
    language = given.get("language") or (t.language if not somebody else "")
    while language not in LANGUAGES:
        language = ask(t("init.language"), t.language, t("init.language_help"), LANGUAGES, t)
    t = load_catalogue(language)
    values = {"language": language, **given}
    for name in (field.name for field in fields(NewSite) if field.name not in values):
        proposed = _program() if name == "program" else t(f"init.proposed.{name}", title=values.get("title", ""))
        values[name] = _asked(name, proposed, t) if somebody else proposed
    return NewSite(**values)


def _asked(name: str, proposed: str, t: Catalogue) -> str:
    """A setting as answered; asked again for as long as the check of the settings has something against it."""
    answer = ask(t(f"init.{name}"), proposed, t(f"init.{name}_help"), (), t)
    while wrong := _problems_of(replace(_PLAIN, language=t.language, **{name: answer})):
        print("\n".join(f"  {message(one, t)}" for one in wrong))
        answer = answer_to(proposed, t(f"init.{name}_help"), (), t)
    return answer


def _problems_of(site: NewSite) -> Sequence[Problem]:
    """What is wrong with its settings; where the office is written to, nobody has been asked yet."""
    found = check_config(CONFIG_NAME, files_of(site)[CONFIG_NAME].encode())[1]
    return [one for one in found if one.severity is Severity.ERROR]


def _program() -> str:
    """What this very program was installed from, where that is a git repository; else a file that lies beside the site.

    Never just a name: whoever owns that name at a registry would decide what runs. Source of the record: PEP 610.
    """
    try:
        origin = json.loads(metadata.distribution("protokol").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        origin = {}
    if "vcs_info" in origin:
        version = origin["vcs_info"]
        return f"protokol @ {version['vcs']}+{origin['url']}@{version['commit_id']}"
    return f"./wheel/protokol-{__version__}-py3-none-any.whl"


_SETTINGS = tuple(
    argument(f"--{name.replace('_', '-')}", text=f"init_{name}", metavar="TEXT")
    for name in (field.name for field in fields(NewSite))
    if name != "language"
)
INIT = Command(
    "init",
    _init,
    (argument("folder", type=Path, metavar="FOLDER"), *_SETTINGS, LANGUAGE, argument("--yes", action="store_true")),
)
