"""JSON lines: each line is one object, one document."""

from collections.abc import Iterator
from typing import BinaryIO

from scripts.loaders.inputs import Input
from scripts.loaders.json_records import record_maker
from scripts.loaders.lines import TooLong, numbered_lines
from scripts.loaders.records import Outcome, Reject


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The articles of a file of JSON lines; blank lines are nothing, a line that cannot be read is a reject."""
    make = record_maker(source)
    for position, line in numbered_lines(stream):
        if type(line) is TooLong:
            yield Reject(source.source_uri, position, "too_large", f"a line of {line.bytes} bytes: {line.beginning}")
        elif line:
            yield make(position, line)
