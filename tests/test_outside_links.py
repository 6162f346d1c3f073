"""`protokol links`: every address on the web that the records name is asked for once, and dead ones told with their place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.cli import main
from generator.outside_links import addresses_in, ask_the_web, dead_links
from tests.conftest import MakeSite
from tests.sites import SMALL, Site

DOCUMENT = """
    ---
    id: notat
    title: Notat
    kind: notat
    address: {root}/referat.pdf
    ---
    Se [bilaget]({root}/bilag_(1).pdf), og læs mere på {root}/side.

    Se også [bilaget igen]({root}/bilag_(1).pdf).
"""


class _Answers(BaseHTTPRequestHandler):
    """A host of which some pages are gone, one knows no HEAD, and one lets no program in."""

    def do_HEAD(self) -> None:
        there = self.path in ("/here", "/m%C3%B8de?nr=%C3%A5")
        self._answer({"/no-head": 405, "/gone": 410, "/closed": 403}.get(self.path, 200 if there else 404))

    def do_GET(self) -> None:
        self._answer({"/no-head": 200, "/gone": 410, "/closed": 403}.get(self.path, 404))

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing of each request."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site(content: MakeSite) -> Site:
    return content({**SMALL, "content/documents/notat.md": DOCUMENT.format(root="https://www.example.dk")})


def test_addresses_are_found_in_fields_and_texts_with_their_place(site: Site) -> None:
    found = [(address, at, field) for address, _, at, field in addresses_in(site.check().library)]
    assert sorted(found, key=lambda one: one[1]) == [
        ("https://www.example.dk/referat.pdf", (5, 10), "address"),
        ("https://www.example.dk/bilag_(1).pdf", (7, 14), "body"),
        ("https://www.example.dk/side", (7, 68), "body"),
        ("https://www.example.dk/bilag_(1).pdf", (9, 24), "body"),
    ]


def test_each_address_is_asked_for_once_and_each_place_is_told(site: Site) -> None:
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return "404" if "bilag" in address else ""

    found = dead_links(site.check().library, ask)
    assert sorted(asked) == sorted(set(asked))
    assert [(one.path, one.line, one.code, one.severity) for one in found] == [
        ("content/documents/notat.md", 7, "P0505", "warning"),
        ("content/documents/notat.md", 9, "P0505", "warning"),
    ]


@pytest.mark.parametrize(
    ("path", "answer"),
    [("/here", ""), ("/møde?nr=å#punkt-3", ""), ("/no-head", ""), ("/closed", ""), ("/gone", "410"), ("/never", "404")],
)
def test_a_page_that_is_there_answers_and_one_that_is_gone_does_not(host: str, path: str, answer: str) -> None:
    assert ask_the_web(host + path) == answer


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://does-not-exist.invalid/", "https://[", "http://a..b/"])
def test_a_host_that_is_not_there_gives_no_answer(address: str) -> None:
    assert ask_the_web(address) == "no answer"


def test_the_command_tells_the_dead_ones_in_words_and_ends_with_1(
    site: Site, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write({"content/documents/notat.md": DOCUMENT.format(root=host).replace("/side.", "/here.")})
    assert main(["links", "-c", str(site.folder / "site_config.yml")]) == 1
    said = capsys.readouterr().out
    assert f"content/documents/notat.md:5:10: P0505: advarsel: address: adressen svarer ikke: {host}/referat.pdf " in said
    assert "(siden findes ikke (404))" in said
    assert "0 fejl, 3 advarsler" in said


def test_where_every_address_answers_it_ends_with_0(content: MakeSite, capsys: pytest.CaptureFixture[str]) -> None:
    site = content(SMALL)
    assert main(["links", "-c", str(site.folder / "site_config.yml")]) == 0
    assert capsys.readouterr().out == "Der er ingen fejl og ingen advarsler.\n"
