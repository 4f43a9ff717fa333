"""A row of a table to a record: shared by CSV and Parquet."""

import json
from collections.abc import Mapping

from scripts.loaders.dates import parse_date
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Record, Reject


def canonical(row: Mapping[str, object]) -> bytes:
    """A row as JSON with sorted keys and no spaces, so that the same values are the same bytes.

    Raises UnicodeEncodeError where a value is not text that UTF-8 can say.
    """
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


def row_outcome(
    source: Input,
    position: int,
    media_type: str,
    content: bytes,
    values: dict[str, object],
    extractor: str,
    date_order: str | None = None,
) -> Outcome:
    """The record of the row `content`, whose `values` are those of columns of raw.articles."""
    text = values.pop("text") or ""
    if not text.strip():
        return Reject(source.source_uri, position, "empty", content[:200].decode("utf-8", "replace"))
    values["published_at"] = parse_date(values.get("published_at"), date_order)
    return Record(
        source.source_uri, position, media_type, content, text, extractor, retrieved_at=source.retrieved_at, **values
    )
