"""A folder to a site on a free port of this machine, under the policy that the site promises to live with."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

POLICY = "script-src 'self'"
# The folder whose pages are made by mkdocs-material, which writes a few lines of script into each.
HANDBOOK, HANDBOOK_POLICY = "/haandbog/", "script-src 'self' 'unsafe-inline'"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
# What hosts compress; fonts, pictures and the search index are compressed as they lie.
COMPRESSED = frozenset({".html", ".js", ".css", ".svg", ".json"})
LEVEL = 6


@lru_cache(maxsize=4_096)
def compressed(data: bytes) -> bytes:
    """A file as hosts commonly send it."""
    return gzip.compress(data, LEVEL, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Static files as a plain host gives them: a folder's index, and the site's own page where nothing is found."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else what comes after the head waits 40 ms for a word from the other side, as with no host
    # Not from the machine's own tables, which differ: a module script needs its type.
    extensions_map = _TYPES

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in COMPRESSED or "gzip" not in self.headers.get("Accept-Encoding", "") or not path.is_file():
            return super().send_head()
        data = compressed(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", _TYPES[path.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def __init__(self, *arguments: Any, policy: str, **named: Any) -> None:
        self.policy = policy
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", HANDBOOK_POLICY if self.path.startswith(HANDBOOK) else self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.is_file():
            super().send_error(code, message, explain)
            return
        data = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing of each request."""


@contextmanager
def served(folder: Path, policy: str = POLICY) -> Iterator[str]:
    """Serve a folder as long as the context lasts; gives the origin, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), policy=policy))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
