"""One JSON object, as bytes, to a record: shared by JSON lines and JSON arrays."""

import json
from collections.abc import Callable

import orjson

from scripts.loaders.dates import parse_date
from scripts.loaders.decoding import repair_surrogates
from scripts.loaders.fields import guess_columns
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Record, Reject

DETAIL_CHARACTERS = 200


def record_maker(source: Input) -> Callable[[int, bytes], Outcome]:
    """A function from position and bytes of one object to its record, or to the reject that says what is wrong."""
    mappings: dict[tuple[str, ...], dict[str, str]] = {}
    source_uri, retrieved_at, wanted = source.source_uri, source.retrieved_at, source.columns

    def make(position: int, content: bytes) -> Outcome:
        strict = True
        try:
            fields = orjson.loads(content)
        except orjson.JSONDecodeError as error:
            try:
                fields, strict = _forgiving(content), False
            except (ValueError, RecursionError):
                return Reject(source_uri, position, _reason(content), f"{error}: {excerpt(content)}")
        if type(fields) is not dict:
            return Reject(source_uri, position, "not_an_object", excerpt(content))
        names = tuple(fields)
        columns = mappings.get(names)
        if columns is None:
            # Records of one source share their keys; a source in which all differ must not fill the memory.
            if len(mappings) > 1000:
                mappings.clear()
            columns = mappings[names] = guess_columns(names, wanted)
        values = {
            column: value if type(value := fields[name]) is str and strict else _text(value)
            for column, name in columns.items()
        }
        text = values.get("text")
        if text is None or not text.strip():
            reason = "empty" if "text" in columns else "no_text_field"
            return Reject(source_uri, position, reason, excerpt(content))
        if "published_at" in values:
            values["published_at"] = parse_date(values["published_at"])
        return Record(
            source_uri, position, "application/json", content, extractor="json", retrieved_at=retrieved_at, **values
        )

    return make


def excerpt(content: bytes) -> str:
    """The first characters of `content`, so that a reject can be found again."""
    return content[: 4 * DETAIL_CHARACTERS].decode("utf-8", "replace")[:DETAIL_CHARACTERS]


def _forgiving(content: bytes) -> object:
    """Reads what the strict parser refuses although it can be read: half a surrogate pair, NaN, deep nesting."""
    return json.loads(content.decode("utf-8"))


def _reason(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "undecodable"
    return "malformed_json"


def _text(value: object) -> str | None:
    """A field's value as text: a number by its digits, half a surrogate pair as U+FFFD; None for what is no scalar."""
    if isinstance(value, str):
        return repair_surrogates(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None
