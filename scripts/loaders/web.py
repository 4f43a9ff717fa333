"""Addresses on the web: fetched politely, then read like any other input."""

import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError

from scripts.loaders.addresses import ForbiddenAddress, pool_manager
from scripts.loaders.inputs import MAX_RECORD_BYTES, Input
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.streams import in_memory

USER_AGENT = "attested/0.1 (loader of news articles for a research warehouse; obeys robots.txt)"
TIMEOUT = urllib3.Timeout(connect=10.0, read=30.0)
MOST_REDIRECTS = 5
TRIED_AGAIN = (429, 500, 502, 503, 504)
SECONDS_BETWEEN = 1.0
MOST_SECONDS_BETWEEN = 30.0
FETCH_SECONDS = 120.0


class Web:
    """Fetches pages: robots.txt obeyed, one request at a time, a pause between two to the same host."""

    def __init__(self, allow_private: bool = False, seconds_between: float = SECONDS_BETWEEN) -> None:
        retries = urllib3.Retry(
            total=3, redirect=MOST_REDIRECTS, status_forcelist=TRIED_AGAIN, backoff_factor=0.5, raise_on_status=False
        )
        self._pool = pool_manager(
            allow_private,
            timeout=TIMEOUT,
            retries=retries,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
        )
        self._seconds_between = seconds_between
        self._robots: dict[str, RobotFileParser] = {}
        self._last_request: dict[str, float] = {}

    def outcomes(self, addresses: Iterable[str], **settings: object) -> Iterator[Outcome]:
        """The outcomes of every one of `addresses`; one that cannot be fetched is a reject."""
        from scripts.loaders.reading import read  # what is fetched is any format

        for position, address in enumerate(addresses, 1):
            fetched = self.fetch(address, **settings)
            if isinstance(fetched, Reject):
                fetched.position = position
                yield fetched
            else:
                yield from read(fetched)

    def fetch(self, address: str, **settings: object) -> Input | Reject:
        """The page at `address` as an input, or the reject that says why there is none."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return Reject(address, None, "unsupported_address", "only http and https")
        try:
            site = f"{parts.scheme}://{parts.netloc}"
            robots = self._robots_of(site)
            if not robots.can_fetch(USER_AGENT, address):
                return Reject(address, None, "robots", "robots.txt asks not to fetch this")
            self._pause(site, robots)
            return self._get(address, settings)
        except ForbiddenAddress as error:
            return Reject(address, None, "forbidden_address", str(error))
        except (HTTPError, OSError, ValueError) as error:
            return Reject(address, None, "unreachable", f"{type(error).__name__}: {error}"[:300])

    def _get(self, address: str, settings: dict[str, object]) -> Input | Reject:
        answer = self._pool.request("GET", address, preload_content=False)
        try:
            if answer.status != 200:
                return Reject(address, None, "http_status", str(answer.status))
            content = self._body(answer)
        finally:
            answer.release_conn()
        if content is None:
            return Reject(
                address, None, "too_large", f"more than {MAX_RECORD_BYTES} bytes, or {FETCH_SECONDS:.0f} seconds"
            )
        stated = Message()
        stated["Content-Type"] = answer.headers.get("Content-Type", "")
        final = answer.geturl() or address
        return Input(
            source_uri=address,
            name=urlsplit(final).path.rsplit("/", 1)[-1],
            open=lambda: in_memory(content),
            size=len(content),
            media_type=stated.get_content_type() if answer.headers.get("Content-Type") else None,
            address=address,
            retrieved_at=datetime.now(UTC).replace(tzinfo=None),
            encoding=stated.get_content_charset(),
            **settings,
        )

    def _body(self, answer: urllib3.BaseHTTPResponse) -> bytes | None:
        """The body; None where it is too large, or comes too slowly."""
        deadline = time.monotonic() + FETCH_SECONDS
        pieces: list[bytes] = []
        for piece in answer.stream(64 * 1024, decode_content=True):
            pieces.append(piece)
            if sum(map(len, pieces)) > MAX_RECORD_BYTES or time.monotonic() > deadline:
                answer.close()
                return None
        return b"".join(pieces)

    def _robots_of(self, site: str) -> RobotFileParser:
        """The rules of `site`. No robots.txt permits all; one that cannot be had permits nothing (RFC 9309, 2.3.1)."""
        if site not in self._robots:
            rules = RobotFileParser()
            self._robots[site] = rules
            answer = self._pool.request("GET", f"{site}/robots.txt")
            if answer.status == 200:
                rules.parse(answer.data[:500_000].decode("utf-8", "replace").splitlines())
            elif answer.status >= 500:
                rules.disallow_all = True
            else:
                rules.allow_all = True
        return self._robots[site]

    def _pause(self, site: str, robots: RobotFileParser) -> None:
        asked = min(float(robots.crawl_delay(USER_AGENT) or 0), MOST_SECONDS_BETWEEN)
        wait = self._last_request.get(site, 0.0) + max(asked, self._seconds_between) - time.monotonic()
        if site in self._last_request and wait > 0:
            time.sleep(wait)
        self._last_request[site] = time.monotonic()
