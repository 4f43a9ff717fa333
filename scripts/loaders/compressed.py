"""gzip around any other format, with a limit against bombs."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The outcomes of what is inside; its name is the outer one without the ending."""
    from scripts.loaders.reading import read_stream

    with gzip.open(stream) as inner:
        yield from read_stream(replace(source, name=source.stem), inner)
