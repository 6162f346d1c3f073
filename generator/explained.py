"""The pages of a site's handbook: where it is, and where it explains a problem's code and a type's fields."""

from __future__ import annotations

from generator.addresses import route
from generator.config import SiteConfig
from generator.messages import load_catalogue
from generator.problems import Code


def group_of(code: Code) -> str:
    """The page that explains a code, together with those of its kind: p04."""
    return code[:3].lower()


def anchor_of(code: Code) -> str:
    """Where on its page a code is explained: p0405."""
    return code.lower()


def handbook_at(config: SiteConfig, home: str = "") -> str:
    """The address of the handbook's first page; empty where the site has no handbook.

    `home` is the address of the site's front page, where that is not the published one.
    """
    if config.paths.handbook is None:
        return ""
    return f"{home or config.address.rstrip('/') + config.base_path}{route('handbook', config.language)}/"


def explained_at(config: SiteConfig, home: str = "") -> str:
    """The address below which the handbook explains the codes; empty where the site has no handbook."""
    first = handbook_at(config, home)
    return f"{first}{load_catalogue(config.language)('handbook.problems.folder')}/" if first else ""


def page_of(code: Code, handbook: str) -> str:
    """Where a code is explained, below the address where all are; empty where there is none."""
    return f"{handbook}{group_of(code)}/#{anchor_of(code)}" if handbook else ""


def fields_at(config: SiteConfig, type_name: str) -> str:
    """Where the handbook explains the fields of a type, from the site's root; empty where the site has no handbook."""
    first, t = handbook_at(config, config.base_path), load_catalogue(config.language)
    return f"{first}{t('handbook.fields.folder')}/{route(type_name, config.language)}/" if first else ""
