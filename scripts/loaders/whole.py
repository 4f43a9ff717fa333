"""What the formats share whose file is one document."""

from dataclasses import fields
from typing import BinaryIO

from scripts.loaders.inputs import MAX_RECORD_BYTES, Input, Statement
from scripts.loaders.records import Record, Reject


def read_whole(source: Input, stream: BinaryIO) -> bytes | Reject:
    """All bytes of `stream`, or a reject where they are more than one record may have."""
    content = stream.read(MAX_RECORD_BYTES + 1)
    if len(content) > MAX_RECORD_BYTES:
        return Reject(
            source.source_uri, source.position, "too_large", f"more than {MAX_RECORD_BYTES} bytes in one document"
        )
    return content


def stated(source: Input, record: Record) -> Record:
    """`record`, with what is stated about its source from outside in the place of what it says of itself."""
    for field in fields(Statement):
        value = getattr(source.statement, field.name)
        if value is not None:
            setattr(record, field.name, value)
    record.retrieved_at = source.retrieved_at
    return record
