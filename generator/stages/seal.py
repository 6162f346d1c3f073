"""Seal: what can only be said of the whole site: the map for search engines, and the list of its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from generator.config import SiteConfig
from generator.page import SiteFile
from generator.source import digest_of
from generator.staging import Trees, write_manifest


def seal(files: Iterable[SiteFile], digests: Mapping[str, str], config: SiteConfig, trees: Trees) -> dict[str, str]:
    """Write sitemap.xml and robots.txt, then note that the tree is whole; gives the digests of all files."""
    root = config.address.rstrip("/") + config.base_path
    pages = sorted(file.path.removesuffix("index.html") for file in files if file.indexed)
    rows = "".join(f"<url><loc>{escape(root + page)}</loc></url>\n" for page in pages)
    sealed = {
        "sitemap.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n',
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n",
    }
    whole = dict(digests)
    for name, text in sealed.items():
        target = trees.staging / name
        target.unlink(missing_ok=True)  # it may be the live site's too
        target.write_text(text, encoding="utf-8")
        whole[name] = digest_of(text.encode())
    write_manifest(trees.staging, whole)
    return whole
