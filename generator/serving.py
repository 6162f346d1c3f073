"""Serve the built site on this machine, and reload the browser when it has been built anew."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

RELOAD_ADDRESS = "__reload"
_SCRIPT = f'<script src="/{RELOAD_ADDRESS}.js"></script></body>'.encode()
_RELOADER = f"new EventSource('/{RELOAD_ADDRESS}').onmessage = () => location.reload();".encode()


class _Bell:
    """Rings once for everyone who waits."""

    def __init__(self) -> None:
        self._condition = threading.Condition()

    def ring(self) -> None:
        with self._condition:
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        with self._condition:
            return self._condition.wait(seconds)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files below the base path; pages get the reloading script, which the built site does not have."""

    def __init__(self, *arguments: Any, bell: _Bell, base_path: str, **named: Any) -> None:
        self.bell, self.base_path = bell, base_path
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        address = urlsplit(self.path).path
        if address == f"/{RELOAD_ADDRESS}":
            return self._wait_for_bell()
        if address == f"/{RELOAD_ADDRESS}.js":
            return self._send(_RELOADER, "text/javascript", 200)
        file = Path(self.translate_path(self.path))
        if file.is_dir() and address.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            return self._send(file.read_bytes().replace(b"</body>", _SCRIPT), "text/html; charset=utf-8", 200)
        missing = Path(self.directory) / "404.html"
        if not file.exists() and missing.is_file():
            return self._send(missing.read_bytes(), "text/html; charset=utf-8", 404)
        return super().do_GET()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base_path) if path.startswith(self.base_path) else path)

    def _send(self, data: bytes, kind: str, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _wait_for_bell(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                text = b"data: reload\n\n" if self.bell.wait(15) else b": still here\n\n"
                self.wfile.write(text)
                self.wfile.flush()
        except OSError:  # the browser went on to another page
            self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing of each request; problems are what the editor came for."""


def serve_site(folder: Path, base_path: str, port: int, changes: Iterator[None], rebuild: Callable[[], bool]) -> None:
    """Serve a folder until interrupted; build and reload after each change. Listens on this machine only."""
    bell = _Bell()
    handler = partial(_Handler, directory=str(folder), bell=bell, base_path=base_path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for _ in changes:
            if rebuild():
                bell.ring()
    finally:
        server.shutdown()
