"""JSON arrays, and objects that span lines: each object is one document, its bytes kept as they stand."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from scripts.loaders.decoding import marked_encoding
from scripts.loaders.inputs import MAX_RECORD_BYTES, Input
from scripts.loaders.json_records import excerpt, record_maker
from scripts.loaders.records import Outcome, Reject

BLOCK_BYTES = 256 * 1024
# A whole string, or what opens and closes; a lone quote is a string that goes on beyond what was read.
STRUCTURE = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}"]', re.DOTALL)
BETWEEN = b" \t\r\n,[]"
SCALAR_END = re.compile(rb"[,\]\[{\n]")


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The articles of an array, or of objects one after another; a value that cannot be read is a reject."""
    make = record_maker(source)
    for position, value in enumerate(_values(stream), 1):
        if len(value) > MAX_RECORD_BYTES:
            yield Reject(source.source_uri, position, "too_large", f"a value that does not end: {excerpt(value)}")
        else:
            yield make(position, value)


def _values(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each value at the top, or one level below in arrays.

    A value without an end comes as all that is left, or as more than a record may have, and then nothing follows it.
    """
    buffer = stream.read(BLOCK_BYTES)
    buffer = buffer[marked_encoding(buffer)[0] :]
    while True:
        buffer = buffer.lstrip(BETWEEN)
        end = _end_of_value(buffer)
        if end is not None:
            yield buffer[:end]
            buffer = buffer[end:]
            continue
        # Twice as much each time, so that a long value is not scanned again and again.
        more = stream.read(max(BLOCK_BYTES, len(buffer)))
        if not more or len(buffer) > MAX_RECORD_BYTES:
            break
        buffer += more
    if buffer:
        yield buffer


def _end_of_value(buffer: bytes) -> int | None:
    """Where the value that `buffer` begins with ends; None where it goes on beyond."""
    if not buffer.startswith((b"{", b'"')):
        match = SCALAR_END.search(buffer)
        return match.start() if match else None
    depth = 0
    for match in STRUCTURE.finditer(buffer):
        token = match[0]
        if token in b"[{":
            depth += 1
        elif token in b"]}":
            depth -= 1
        elif token == b'"':
            return None
        if depth <= 0:
            return match.end()
    return None
