"""Serve a preview on this machine: pages as they are now, the rest as it was built; reload the browser on each change."""

from __future__ import annotations

import http.server
import json
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.explained import explained_at
from generator.messages import Catalogue
from generator.page import file_path
from generator.preview import Preview
from generator.preview_notes import notes_for, problems_page
from generator.stages.index import FOLDER as SEARCH_FOLDER
from generator.theme import COMES_ALONG, ThemeBroken

OWN_ADDRESS = "/__preview"  # of what the server itself has to say; no page of a site begins so
_OWN_FILES = {f"{OWN_ADDRESS}.js": "text/javascript", f"{OWN_ADDRESS}.css": "text/css"}
_OWN_FOLDER = COMES_ALONG / "themes" / "default" / "preview"
_ADDED = f'<link rel="stylesheet" href="{OWN_ADDRESS}.css"><script src="{OWN_ADDRESS}.js" data-seen="%d" defer></script></body>'
_HTML = "text/html; charset=utf-8"


class _Bell:
    """Rings for everyone who waits, and for whoever comes after it rang and has not seen why."""

    def __init__(self, preview: Preview) -> None:
        self._condition, self._preview = threading.Condition(), preview

    def ring(self) -> None:
        with self._condition:
            self._condition.notify_all()

    def wait(self, seen: int, seconds: float) -> bool:
        with self._condition:
            return self._condition.wait_for(lambda: self._preview.number != seen, seconds)


class _Listener(http.server.ThreadingHTTPServer):
    """One thread for each browser that waits or asks."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # the browser went on to another page
            super().handle_error(request, client_address)


class Server:
    """Serves a preview on a port of this machine until it is closed; nobody else can reach it."""

    def __init__(self, preview: Preview, port: int, t: Catalogue) -> None:
        self._bell = _Bell(preview)
        handler = partial(_Handler, preview=preview, bell=self._bell, t=t)
        self._server = _Listener(("127.0.0.1", port), handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def tell(self) -> None:
        """Have every browser that shows a page load it again."""
        self._bell.ring()

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Answers for the addresses below the base path, and for its own."""

    def __init__(self, *arguments: Any, preview: Preview, bell: _Bell, t: Catalogue, **named: Any) -> None:
        self.preview, self.bell, self.t = preview, bell, t
        self.base_path = preview.order.config.base_path
        self.handbook = explained_at(preview.order.config, self.base_path)
        super().__init__(*arguments, directory=str(preview.order.output), **named)

    def do_GET(self) -> None:
        address, asked = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if address == OWN_ADDRESS:
            seen = asked.get("seen", [""])[0]
            return self._wait_for_bell(int(seen) if seen.isdecimal() else 0)
        if address == f"{OWN_ADDRESS}.json":
            return self._send(json.dumps(self._notes(asked.get("page", [""])[0])).encode(), "application/json")
        if address in _OWN_FILES:
            name = address.removeprefix(OWN_ADDRESS)
            return self._send((_OWN_FOLDER / f"preview{name}").read_bytes(), _OWN_FILES[address])
        if address == "/" != self.base_path:
            return self._redirect(self.base_path, 302)  # which no browser keeps in mind for the next site on this port
        if not address.startswith(self.base_path):
            return self._missing()
        try:
            return self._answer(unquote(address.removeprefix(self.base_path)))
        except ThemeBroken as broken:
            return self._send(f"{broken.path}:{broken.line}: {broken}".encode(), "text/plain; charset=utf-8", 500)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base_path))

    def _answer(self, inner: str) -> None:
        """Answer for an address, given from the base path on."""
        number = self.preview.number  # first, so that what comes in between is told
        path, pages = file_path(inner), self.preview.sight.pages
        if (page := self.preview.page(path)) is not None:
            kind = _HTML if path.endswith(".html") else self.guess_type(path)
            return self._send(_marked(page, number), kind)
        if f"{inner}/index.html" in pages:
            return self._redirect(f"{self.base_path}{quote(inner)}/")
        if inner.startswith(f"{SEARCH_FOLDER}/"):
            self.preview.catch_up()
        built = Path(self.translate_path(self.path))
        if path in self.preview.sight.gone or not built.exists():
            return self._missing()
        if self.preview.sight.printer is None and path.endswith(".html"):  # nothing but what an earlier day has left
            return self._send(_marked((built / "index.html" if built.is_dir() else built).read_bytes(), number), _HTML)
        return super().do_GET()

    def _notes(self, address: str) -> dict[str, Any]:
        return {"number": self.preview.number} | notes_for(address, self.preview.sight, self.handbook, self.t)

    def _missing(self) -> None:
        number, sight = self.preview.number, self.preview.sight
        if sight.printer is None:  # there has been no site without errors yet
            return self._send(_marked(problems_page(sight, self.t), number), _HTML, 503)
        return self._send(_marked(self.preview.page("404.html") or b"", number), _HTML, 404)

    def _redirect(self, address: str, status: int = 301) -> None:
        self.send_response(status)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # the browser may keep a file, but asks whether it is still the same
        super().end_headers()

    def _wait_for_bell(self, seen: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                rang = self.bell.wait(seen, 15)
                self.wfile.write(b"data: reload\n\n" if rang else b": still here\n\n")
                self.wfile.flush()
                seen = self.preview.number
        except OSError:  # the browser went on to another page
            self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing of each request; problems are what the editor came for."""


def _marked(page: bytes, number: int) -> bytes:
    """A page with what looks after it in the browser, which is told of every change after the one that it is made of."""
    return page.replace(b"</body>", (_ADDED % number).encode())
