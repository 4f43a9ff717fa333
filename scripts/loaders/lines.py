"""Lines of a stream, with a limit, so that one endless line costs no memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from scripts.loaders.decoding import BYTE_ORDER_MARKS
from scripts.loaders.inputs import MAX_RECORD_BYTES

UTF8_MARK = BYTE_ORDER_MARKS[0][0]
BLOCK_BYTES = 1024 * 1024
SHOWN_BYTES = 200


@dataclass(frozen=True)
class TooLong:
    """A line that was longer than a record may be: its length in bytes, and its beginning."""

    bytes: int
    beginning: str


def numbered_lines(stream: BinaryIO, limit: int = MAX_RECORD_BYTES) -> Iterator[tuple[int, bytes | TooLong]]:
    """Each line with its number from 1, without its white space at the ends and without a byte order mark.

    A line of more than `limit` bytes comes as TooLong; blank lines come as b"".
    """
    number = 0
    # The line that the blocks so far have begun: how long it is, and what of it is kept.
    length, kept = 0, b""
    mark = UTF8_MARK
    while block := stream.read(BLOCK_BYTES):
        first, *rest = block.split(b"\n")
        length, kept = length + len(first), _joined(kept, first, limit)
        if not rest:
            continue
        number += 1
        yield number, _line(kept.removeprefix(mark), length, limit)
        mark = b""
        *whole, kept = rest
        for line in whole:
            number += 1
            yield number, _line(line, len(line), limit)
        length = len(kept)
    if length:
        yield number + 1, _line(kept.removeprefix(mark), length, limit)


def _joined(kept: bytes, more: bytes, limit: int) -> bytes:
    return kept + more if len(kept) <= limit else kept


def _line(kept: bytes, length: int, limit: int) -> bytes | TooLong:
    return kept.strip() if length <= limit else TooLong(length, kept[:SHOWN_BYTES].decode("utf-8", "replace"))
