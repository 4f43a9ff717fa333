"""Lines of a stream, with a limit, so that one endless line costs no memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from scripts.loaders.decoding import BYTE_ORDER_MARKS
from scripts.loaders.inputs import MAX_RECORD_BYTES

UTF8_MARK = BYTE_ORDER_MARKS[0][0]


@dataclass(frozen=True)
class TooLong:
    """A line that was longer than a record may be: its length in bytes, and its beginning."""

    bytes: int
    beginning: str


def numbered_lines(stream: BinaryIO, limit: int = MAX_RECORD_BYTES) -> Iterator[tuple[int, bytes | TooLong]]:
    """Each line with its number from 1, without its white space at the ends and without a byte order mark."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            yield number, _skip_rest(stream, line)
            continue
        if number == 1:
            line = line.removeprefix(UTF8_MARK)
        yield number, line.strip()


def _skip_rest(stream: BinaryIO, beginning: bytes) -> TooLong:
    length = len(beginning)
    while piece := stream.readline(1 << 20):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return TooLong(length, beginning[:200].decode("utf-8", "replace"))
