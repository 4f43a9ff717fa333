"""From an input to its outcomes: find the format, call its module, and let no failure go unsaid."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from scripts.loaders import compressed, delimited, json_lines, text
from scripts.loaders.detect import detect
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Reject

HEAD_BYTES = 64 * 1024
FORMATS = {
    "text": text.read,
    "markdown": text.read,
    "json_lines": json_lines.read,
    "json_values": json_lines.read,
    "delimited": delimited.read,
    "gzip": compressed.read,
}


def read(source: Input) -> Iterator[Outcome]:
    """Every outcome of `source`: its records, and a reject for all that cannot be read."""
    try:
        with source.open() as stream:
            yield from read_stream(source, stream)
    except (OSError, EOFError, ValueError, MemoryError, RecursionError) as error:
        # What was read before stays; what follows in this input is lost, and this reject says so.
        yield Reject(source.source_uri, None, "unreadable", f"{type(error).__name__}: {error}"[:500])


def read_stream(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """Every outcome of the bytes of `stream`, which `source` describes."""
    buffered = io.BufferedReader(stream, HEAD_BYTES) if not isinstance(stream, io.BufferedReader) else stream
    head = buffered.peek(HEAD_BYTES)
    if not head:
        yield Reject(source.source_uri, None, "empty", "no bytes")
        return
    found = detect(head, source.name, source.media_type)
    if found is None:
        yield Reject(source.source_uri, None, "unknown_format", head[:40].hex(" "))
        return
    yield from FORMATS[found](source, buffered)
