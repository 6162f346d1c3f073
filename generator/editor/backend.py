"""Where the editor keeps the records: a git host, or (while a site is served) the folder on this machine."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from generator.config import Editor, SiteConfig
from generator.sorting import slugify


def backend_of(config: SiteConfig) -> dict[str, Any]:
    """The editor's backend. On this machine the editor offers the folder by itself; then no host need be named."""
    editor = config.editor
    if editor is None:
        return {"name": "github", "repo": f"local/{slugify(config.title) or 'site'}", "auth_methods": ["token"]}
    backend: dict[str, Any] = {"name": editor.host, "repo": editor.repository, "branch": editor.branch}
    return backend | (_gitlab(editor) if editor.host == "gitlab" else _github(editor))


def origins_of(editor: Editor | None) -> tuple[str, ...]:
    """The origins that the editor's page speaks to: the git host's, and none where there is no host."""
    if editor is None:
        return ()
    if editor.address:
        parts = urlsplit(editor.address)
        return (f"{parts.scheme}://{parts.netloc}",)
    return ("https://gitlab.com",) if editor.host == "gitlab" else ("https://api.github.com",)


def pictures_of(editor: Editor | None) -> tuple[str, ...]:
    """Where the pictures of those who are signed in lie, beside the git host: the button for signing out shows one."""
    return ("https://avatars.githubusercontent.com",) if editor and editor.host == "github" and not editor.address else ()


def _github(editor: Editor) -> dict[str, Any]:
    address = editor.address and editor.address.rstrip("/")
    own = {"api_root": f"{address}/api/v3", "graphql_api_root": f"{address}/api/graphql"} if address else {}
    # Signing in with a password there needs a service of one's own; a token needs none.
    return own | ({"base_url": editor.sign_in} if editor.sign_in else {"auth_methods": ["token"]})


def _gitlab(editor: Editor) -> dict[str, Any]:
    address = editor.address and editor.address.rstrip("/")
    own = {"api_root": f"{address}/api/v4", "base_url": address} if address else {}
    if editor.application:
        return own | {"auth_type": "pkce", "app_id": editor.application}
    return own | {"auth_methods": ["token"]}
