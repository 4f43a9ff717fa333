"""HTML pages: the main text, and what the page's metadata says of it. The page's bytes are kept."""

import logging
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import BinaryIO

import trafilatura
from trafilatura.utils import decode_file

from scripts.loaders.dates import parse_date
from scripts.loaders.decoding import Undecodable, decode
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Record, Reject
from scripts.loaders.whole import read_whole, stated

DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# What it warns of, a reject says.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
EXTRACTOR_VERSION = version("trafilatura")
# Chosen by measurement: scripts/commands/measure_html.py, docs/decisions/0010.
CHOSEN = {"fast": True, "include_comments": False}
# Dates that the page states in its metadata; not those that stand somewhere in its text.
STATED_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%dT%H:%M:%S"}


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The article of a page, or the reject that says why there is none."""
    content = read_whole(source, stream)
    yield content if isinstance(content, Reject) else read_page(source, content)


def read_page(source: Input, content: bytes) -> Outcome:
    """The article of the page `content`."""
    try:
        page = trafilatura.bare_extraction(
            page_text(content, source.encoding),
            url=source.address,
            with_metadata=True,
            date_extraction_params=dict(STATED_DATES),
            **CHOSEN,
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, KeyError, IndexError) as error:
        # A page that breaks the library is one reject, not the end of the load.
        return Reject(source.source_uri, source.position, "unreadable_page", f"{type(error).__name__}: {error}"[:300])
    if page is None or not (page.text or "").strip():
        return Reject(source.source_uri, source.position, "no_article", f"{len(content)} bytes without a main text")
    record = Record(
        source.source_uri,
        source.position,
        "text/html",
        content,
        page.text,
        "trafilatura",
        EXTRACTOR_VERSION,
        external_id=source.identity,
        title=page.title,
        publisher=page.sitename,
        source_url=page.url or source.address,
        published_at=parse_date(page.date),
        language=page.language,
    )
    return stated(source, record)


def page_text(content: bytes, served: str | None = None) -> str:
    """The characters of a page: as UTF-8 where that fits, else as the server or the page says, else by detection.

    What the page says comes second because many pages say it wrongly, and other encodings hardly ever fit UTF-8.
    """
    declared = DECLARED.search(content[:4096])
    for encoding in (served, declared and declared[1].decode()):
        try:
            return decode(content, encoding)
        except (Undecodable, LookupError):
            continue
    return decode_file(content)
