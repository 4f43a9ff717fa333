"""Streams around streams: counted, and made seekable where a library needs that."""

import io
import tempfile
from collections.abc import Callable
from typing import BinaryIO

BLOCK_BYTES = 1024 * 1024
IN_MEMORY_BYTES = 8 * 1024 * 1024


class Counted(io.RawIOBase):
    """The bytes of `inner`; `count` is called with the length of each piece that is read."""

    def __init__(self, inner: BinaryIO, count: Callable[[int], None]) -> None:
        self._inner = inner
        self._count = count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._count(len(data))
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


def seekable(stream: BinaryIO) -> BinaryIO:
    """`stream` where it can be sought in, else a copy that can (in memory while small, then in a temporary file)."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115 (the caller reads it)
    while block := stream.read(BLOCK_BYTES):
        copy.write(block)
    copy.seek(0)
    return copy


def in_memory(content: bytes) -> io.BufferedReader:
    """`content` as a stream."""
    return io.BufferedReader(io.BytesIO(content))
