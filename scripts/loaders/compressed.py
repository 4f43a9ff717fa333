"""gzip, bzip2 and zstd around any other format."""

import bz2
import gzip
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

import zstandard

from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome
from scripts.loaders.streams import BLOCK_BYTES, Counted

ENDINGS = {".gz", ".bz2", ".zst", ".zstd"}


def _open_zstd(stream: BinaryIO) -> BinaryIO:
    return zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)


def read_with(open_inside: Callable[[BinaryIO], BinaryIO], source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The outcomes of what `open_inside` finds in `stream`; its name is the outer one without the ending.

    Raises any of reading.UNREADABLE where the package is damaged, cut off or a bomb.
    """
    from scripts.loaders.reading import read_stream  # what is inside is any format again

    packed = source.packed()
    name = PurePosixPath(source.name)
    inside = replace(packed, name=name.stem if name.suffix.lower() in ENDINGS else source.name)
    with open_inside(stream) as inner:
        counted = io.BufferedReader(Counted(inner, packed.budget.charge), BLOCK_BYTES)
        yield from read_stream(inside, counted)


read_gzip = partial(read_with, gzip.open)
read_bzip2 = partial(read_with, bz2.open)
read_zstd = partial(read_with, _open_zstd)
