"""From an input to its outcomes: find the format, call its module, and let no failure go unsaid."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import pyarrow
import zstandard

from scripts.loaders import (
    archives,
    columnar,
    compressed,
    delimited,
    feed,
    html_page,
    json_lines,
    json_values,
    markdown,
    text,
    warc,
)
from scripts.loaders.budget import ExpandsTooFar
from scripts.loaders.detect import detect
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Reject

HEAD_BYTES = 64 * 1024
FORMATS: dict[str, Callable[[Input, BinaryIO], Iterator[Outcome]]] = {
    "bzip2": compressed.read_bzip2,
    "delimited": delimited.read,
    "feed": feed.read,
    "gzip": compressed.read_gzip,
    "html": html_page.read,
    "json_lines": json_lines.read,
    "json_values": json_values.read,
    "markdown": markdown.read,
    "parquet": columnar.read,
    "text": text.read,
    "warc": warc.read,
    "zip": archives.read_zip,
    "zstd": compressed.read_zstd,
}
# What damaged, cut off or hostile bytes make the libraries raise.
UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    RecursionError,
    NotImplementedError,
    lzma.LZMAError,
    pyarrow.ArrowException,
    zipfile.BadZipFile,
    zlib.error,
    zstandard.ZstdError,
)


def read(source: Input) -> Iterator[Outcome]:
    """Every outcome of `source`: its records, and a reject for all that cannot be read.

    Where an input breaks off, what was read before it stays, and one reject says that the rest is missing.
    """
    try:
        with source.open() as stream:
            yield from read_stream(source, stream)
    except ExpandsTooFar as error:
        if source.budget is not None:
            raise  # the whole package is at fault, not only what is packed in it
        yield Reject(source.source_uri, None, "expands_too_far", str(error))
    except Exception as error:
        # What nobody foresaw is a fault of ours, and must still not cost the other inputs of a load.
        reason = "unreadable" if isinstance(error, UNREADABLE) else "loader_failed"
        yield Reject(source.source_uri, source.position, reason, f"{type(error).__name__}: {error}"[:500])


def read_stream(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """Every outcome of the bytes of `stream`, which `source` describes. Raises any of UNREADABLE for damaged bytes."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, HEAD_BYTES)
    head = buffered.peek(HEAD_BYTES)
    if not head:
        yield Reject(source.source_uri, source.position, "empty", "no bytes")
        return
    found = detect(head, source.name, source.media_type)
    if found is None:
        yield Reject(source.source_uri, source.position, "unknown_format", head[:40].hex(" "))
        return
    outcomes = FORMATS[found](source, buffered)
    yield next(outcomes, None) or Reject(source.source_uri, source.position, "empty", f"{found} without a record")
    yield from outcomes
