"""A theme that cannot be used is a problem with a file and a line, and the live site stays."""

from __future__ import annotations

import pytest

from generator.cli import main
from tests.conftest import MakeSite
from tests.sites import CONFIG, SMALL, Site, command

# Each a file of the theme with its text, and where the problem is said to be.
THEMES = {
    "a mark that is not closed": ("templates/agreement.html", "<p>\n{% if data %}\n</p>", 3),
    "a name that is not there": ("templates/agreement.html", "\n{{ data.nothing }}", 2),
    "a sum that fails": ("templates/agreement.html", "\n\n{{ 1 / 0 }}", 3),
    "a template that is not there": ("templates/agreement.html", "\n{% include 'nothing.html' %}", 2),
    "an error in a macro": ("macros/crumbs.html", "{% macro crumbs(way, t) %}\n{{ way.nothing }}{% endmacro %}", 2),
    "texts that are no YAML": ("locale/da/interface.yml", "home: Forside\n\tskip: x\n", 2),
    "texts that are a list": ("locale/da/interface.yml", "- home\n", 1),
}


@pytest.mark.parametrize(("path", "text", "line"), THEMES.values(), ids=THEMES)
def test_a_broken_theme_is_named_with_its_file_and_line(
    small: Site, capsys: pytest.CaptureFixture[str], path: str, text: str, line: int
) -> None:
    theme = small.own_theme()
    (theme / path).write_text(text)
    if path.startswith("macros/"):
        (theme / "templates" / "about.html").write_text("{% from 'crumbs.html' import crumbs %}{{ crumbs(data.crumbs, t) }}")
    [found] = small.build().problems
    assert (found.code, found.path, found.line) == ("P0006", f"themes/default/{path}", line)
    assert main(command(small)) == 1
    said = capsys.readouterr()
    assert f"themes/default/{path}:{line}:1: P0006" in said.out
    assert "Traceback" not in said.err + said.out


def test_a_text_that_the_theme_lacks_is_named_with_its_key(small: Site) -> None:
    (small.own_theme() / "templates" / "about.html").write_text("{{ t('interface.nothing') }}")
    [found] = small.build().problems
    assert (found.code, found.path) == ("P0006", "themes/default/locale/da")
    assert "interface.nothing" in dict(found.details)["found"]


def test_a_theme_that_is_nowhere_is_named(content: MakeSite) -> None:
    site = content({**SMALL, "site_config.yml": CONFIG + "    paths: {theme: themes/nothing}\n"})
    [found] = site.build().problems
    assert (found.code, found.path) == ("P0006", "themes/nothing")


def test_a_theme_of_the_sites_own_stands_before_the_one_that_comes_along(small: Site) -> None:
    (small.own_theme() / "templates" / "about.html").write_text("mine")
    small.build()
    assert (small.output / "om" / "index.html").read_text() == "mine"
