"""Parquet: each row is one document, kept as canonical JSON."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO

import pyarrow.parquet

from scripts.loaders.fields import guess_columns
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.rows import canonical, row_outcome
from scripts.loaders.streams import seekable

BATCH_ROWS = 1000


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The articles of a table, row by row. Raises ValueError or OSError where the file is damaged."""
    table = pyarrow.parquet.ParquetFile(seekable(stream))
    names = table.schema_arrow.names
    columns = guess_columns(names, source.columns)
    if "text" not in columns:
        yield Reject(
            source.source_uri, None, "no_text_field", f"columns {', '.join(names)[:200]}; name it with --column"
        )
        return
    position = 0
    for batch in table.iter_batches(BATCH_ROWS):
        for row in batch.to_pylist():
            position += 1
            values = {column: _plain(row[name]) for column, name in columns.items()}
            yield row_outcome(source, position, "application/vnd.apache.parquet", canonical(row), values, "parquet")


def _plain(value: object) -> object:
    """A cell as text, except for a time, which needs no reading."""
    if value is None or isinstance(value, str | datetime):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return json.dumps(value, default=str) if isinstance(value, dict | list) else str(value)
