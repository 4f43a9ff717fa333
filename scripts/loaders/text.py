"""Plain text: a file is an article, its name without the ending the id."""

from collections.abc import Iterator
from typing import BinaryIO

from scripts.loaders.decoding import Undecodable, decode
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Record, Reject
from scripts.loaders.whole import read_whole, stated


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The one article of a text file, or the reject that says why there is none."""
    content = read_whole(source, stream)
    if isinstance(content, Reject):
        yield content
        return
    try:
        text = decode(content, source.encoding)
    except Undecodable as error:
        yield Reject(source.source_uri, source.position, "undecodable", str(error))
        return
    if not text.strip():
        yield Reject(source.source_uri, source.position, "empty", f"{len(content)} bytes without a word")
        return
    record = Record(source.source_uri, source.position, "text/plain", content, text, "text")
    record.external_id, record.source_url = source.identity, source.address
    yield stated(source, record)
