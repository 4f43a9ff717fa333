"""CSV and TSV: each row is one document, kept as canonical JSON."""

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from scripts.loaders.dates import slashed_order
from scripts.loaders.decoding import marked_encoding
from scripts.loaders.fields import guess_columns
from scripts.loaders.inputs import MAX_RECORD_BYTES, Input
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.rows import canonical, row_outcome

DELIMITERS = ",\t;|"
# Rows looked at before the first is yielded, to see whether dates put the day or the month first.
SAMPLED_ROWS = 1000

csv.field_size_limit(MAX_RECORD_BYTES)


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The articles of a table with a header; a row that is ragged or cannot be decoded is a reject."""
    mark, encoding = marked_encoding(stream.peek(4)[:4])
    stream.read(mark)
    text = io.TextIOWrapper(stream, source.encoding or encoding, errors="surrogateescape", newline="")
    header_line = text.readline(MAX_RECORD_BYTES)
    delimiter = max(DELIMITERS, key=header_line.count)
    reader = csv.reader(chain([header_line], text), delimiter=delimiter)
    rows = _rows(source, reader)
    header = next(rows, None)
    if header is None or isinstance(header, Reject):
        yield header or Reject(source.source_uri, None, "empty", "no header")
        return
    names = _told_apart(header[1])
    columns = guess_columns(names, source.columns)
    if "text" not in columns:
        yield Reject(source.source_uri, 1, "no_text_field", f"columns {', '.join(names)[:200]}; name it with --column")
        return
    sample = list(islice(rows, SAMPLED_ROWS))
    index = {column: names.index(name) for column, name in columns.items()}
    order = slashed_order(
        row[1][index["published_at"]]
        for row in sample
        if "published_at" in index and not isinstance(row, Reject) and len(row[1]) > index["published_at"]
    )
    for row in chain(sample, rows):
        yield row if isinstance(row, Reject) else _outcome(source, names, index, order, *row)


def _rows(source: Input, reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]] | Reject]:
    """Each row that is not blank with its number from 1; the header is row 1."""
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Reject(source.source_uri, number, "malformed_csv", str(error))
            continue
        if row:
            yield number, row
        else:
            number -= 1


def _told_apart(names: list[str]) -> list[str]:
    """Column names, a repeated one with its number, so that no cell is lost."""
    return [name if name not in names[:at] else f"{name} ({at + 1})" for at, name in enumerate(names)]


def _outcome(
    source: Input, names: list[str], index: dict[str, int], order: str | None, number: int, row: list[str]
) -> Outcome:
    detail = "|".join(row)[:200].encode("utf-8", "replace").decode()
    if len(row) != len(names):
        reason = f"{len(row)} fields where the header has {len(names)}: {detail}"
        return Reject(source.source_uri, number, "ragged_row", reason)
    try:
        content = canonical(dict(zip(names, row, strict=True)))
    except UnicodeEncodeError:
        return Reject(source.source_uri, number, "undecodable", detail)
    values = {column: row[at] or None for column, at in index.items()}
    return row_outcome(source, number, "text/csv", content, values, "csv", order)
