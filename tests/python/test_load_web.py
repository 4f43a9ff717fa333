"""The web, from a server in the test: polite, limited, and never to a private address by surprise."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from test_load_formats import BODY, PAGE, RSS

from scripts.loaders import addresses, web
from scripts.loaders.records import Record, Reject
from scripts.loaders.web import USER_AGENT, Web

PAGES = {
    "/page": ("text/html; charset=utf-8", PAGE.encode()),
    "/feed": ("application/rss+xml", RSS.encode()),
    "/text": ("text/plain", BODY.encode()),
    "/private/page": ("text/html", PAGE.encode()),
    "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /private/\n"),
}


class Handler(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]
    failures: dict[str, int]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        if self.path.startswith("/to/"):
            return self._answer(302, "text/plain", b"", ("Location", self.path.removeprefix("/to/")))
        if self.path == "/large":
            return self._answer(200, "text/plain", b"x" * 200_000)
        if self.failures.get(self.path, 0) > 0:
            self.failures[self.path] -= 1
            return self._answer(503, "text/plain", b"busy")
        media_type, body = PAGES.get(self.path, (None, b""))
        return self._answer(200, media_type, body) if media_type else self._answer(404, "text/plain", b"none")

    def _answer(self, status: int, media_type: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", media_type), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, type[Handler]]]:
    handler = type("Fresh", (Handler,), {"asked": [], "failures": {}})
    running = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}", handler
    running.shutdown()
    running.server_close()


def fetched(*urls: str, allow_private: bool = True) -> list[Record | Reject]:
    return list(Web(allow_private, seconds_between=0).outcomes(urls))


def test_page_feed_and_text(server):
    site, handler = server
    page, entry, empty_entry, text = fetched(f"{site}/page", f"{site}/feed", f"{site}/text")
    assert BODY in page.text
    assert (page.source_uri, page.source_url) == (f"{site}/page", "https://wire.example/sarmin")
    assert page.retrieved_at is not None
    assert (entry.external_id, empty_entry.reason) == ("one", "empty")
    assert (text.text, text.external_id) == (BODY, f"{site}/text")
    assert handler.asked[0] == ("/robots.txt", USER_AGENT)
    assert [path for path, _ in handler.asked].count("/robots.txt") == 1


def test_robots_are_obeyed(server):
    site, handler = server
    assert [found.reason for found in fetched(f"{site}/private/page")] == ["robots"]
    assert "/private/page" not in [path for path, _ in handler.asked]


def test_tries_again_and_gives_up(server):
    site, handler = server
    handler.failures = {"/page": 2, "/text": 99}
    page, given_up, missing = fetched(f"{site}/page", f"{site}/text", f"{site}/nothing")
    assert BODY in page.text
    assert (given_up.reason, missing.reason) == ("http_status", "http_status")
    assert (given_up.position, missing.detail) == (2, "404")


def test_size_limit(server, monkeypatch):
    monkeypatch.setattr(web, "MAX_RECORD_BYTES", 100_000)
    assert fetched(f"{server[0]}/large")[0].reason == "too_large"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.1.1/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
    ],
)
def test_private_addresses_are_refused(address):
    assert [found.reason for found in fetched(address, allow_private=False)] == ["forbidden_address"]


def test_private_addresses_are_refused_after_redirects(server, monkeypatch):
    site, handler = server
    check = addresses.public_addresses
    # For this test the name localhost is a public host; where it redirects to is not.
    monkeypatch.setattr(
        addresses, "public_addresses", lambda host, port: ["127.0.0.1"] if host == "localhost" else check(host, port)
    )
    named = site.replace("127.0.0.1", "localhost")
    good, redirected = fetched(f"{named}/text", f"{named}/to/{site}/page", allow_private=False)
    assert good.text == BODY
    assert redirected.reason == "forbidden_address"
    assert "/page" not in [path for path, _ in handler.asked]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/a", "http://", "gopher://x/"])
def test_other_schemes(address):
    assert [found.reason for found in fetched(address)] == ["unsupported_address"]


def test_redirect_to_a_file_is_refused(server):
    assert [found.reason for found in fetched(f"{server[0]}/to/file:///etc/passwd")] == ["unreachable"]


def test_list_of_addresses(server, tmp_path, load):
    site, _ = server
    (tmp_path / "some.urls").write_text(f"{site}/text\n\n{site}/nothing\n", encoding="utf-8")
    summary = load(tmp_path / "some.urls", allow_private=True)
    assert (summary.loader, summary.new, summary.rejected) == ("url_list", 1, 1)
    assert load(tmp_path / "some.urls", allow_private=True).new == 0
