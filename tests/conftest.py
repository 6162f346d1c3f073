"""What all tests share: sites from text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sites import SMALL, Site, site_of

ONLY_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the trees are swapped in three steps")
# The same cases each time and no clock: a test that passes here passes everywhere. The long tests look further.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
MakeSite = Callable[[Mapping[str, str]], Site]


@pytest.fixture
def content(tmp_path: Path) -> MakeSite:
    """Makes a site of `{path: text}`: paths from the site's folder, such as `content/people/anna.md`."""
    return lambda files: site_of(files, tmp_path / "source")


@pytest.fixture
def small(content: MakeSite) -> Site:
    """A small site that builds without a problem."""
    return content(SMALL)
