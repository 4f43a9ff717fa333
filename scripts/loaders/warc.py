"""WARC, as crawls publish it: the pages among its records, each one document."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from scripts.loaders import html_page, text
from scripts.loaders.dates import parse_date
from scripts.loaders.detect import detect
from scripts.loaders.inputs import MAX_RECORD_BYTES, Input
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.streams import in_memory

# The kinds of record that hold what a server sent, or the text made of it; the others say how it was fetched.
HOLDING = {"response", "resource", "conversion"}
FORMATS = {"html": html_page.read, "text": text.read}


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The articles of the pages; whatever else a server sent is a reject. Raises ValueError for a damaged file."""
    position = 0
    try:
        for position, record in enumerate(ArchiveIterator(stream), 1):
            if record.rec_type in HOLDING:
                yield from _read_record(source, position, record)
    except ArchiveLoadFailed as error:
        raise ValueError(f"{error} after record {position}") from error


def _read_record(source: Input, position: int, record: ArcWarcRecord) -> Iterator[Outcome]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        yield Reject(source.source_uri, position, "http_status", f"{http.get_statuscode()} {address}"[:300])
        return
    content = record.content_stream().read(MAX_RECORD_BYTES + 1)
    headers = http if http is not None else record.rec_headers
    media_type = headers.get_header("Content-Type") or ""
    found = detect(content[:4096], urlsplit(address).path, media_type)
    if found not in FORMATS:
        yield Reject(source.source_uri, position, "not_a_page", f"{media_type or 'no media type'} {address}"[:300])
        return
    page = replace(
        source,
        position=position,
        media_type=media_type,
        address=address or None,
        retrieved_at=parse_date(record.rec_headers.get_header("WARC-Date")),
    )
    yield from FORMATS[found](page, in_memory(content))
