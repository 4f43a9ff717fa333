"""What every loader yields: a record that was read, or an input that could not be."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Record:
    """One document as received, with the article found in it.

    `content` holds the bytes as they came (a row of a columnar file as canonical JSON); `position` counts from 1
    within the source, and is None where the source is a single document. `published_at` is the wall-clock time that
    the source's own metadata states, without its zone. `extractor_version` changes when the same bytes can give
    another text than before.
    """

    source_uri: str
    position: int | None
    media_type: str
    content: bytes
    text: str
    extractor: str
    extractor_version: str = "1"
    external_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    source_url: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    retrieved_at: datetime | None = None


@dataclass(slots=True)
class Reject:
    """One input that could not be loaded: where it is, why, and enough of it to find it again."""

    source_uri: str
    position: int | None
    reason: str
    detail: str


Outcome = Record | Reject
