"""The only writer of the raw tables: one load is one transaction, there whole or not at all."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import duckdb
import pyarrow

from scripts.loaders.ids import content_id
from scripts.loaders.layout import TABLES
from scripts.loaders.records import Outcome, Record, Reject

# A batch is written when it has this many outcomes or this many bytes, whichever comes first.
BATCH_OUTCOMES = 20_000
BATCH_BYTES = 32 * 1024 * 1024
ARROW_TYPES = {
    "varchar": pyarrow.string(),
    "bigint": pyarrow.int64(),
    "blob": pyarrow.binary(),
    "timestamp": pyarrow.timestamp("us"),
}
KEYS = {"documents": "document_id", "articles": "article_id", "rejects": "reject_id"}


@dataclass
class Summary:
    """What one load came to. Seen = new + known + rejected; known is what an earlier load already has."""

    load_id: str
    loader: str
    source_uri: str
    seen: int = 0
    new: int = 0
    known: int = 0
    rejected: int = 0

    def __str__(self) -> str:
        return f"{self.seen:,} seen, {self.new:,} new, {self.known:,} known, {self.rejected:,} rejected"


class Load:
    """One run of a loader, inside one transaction of `connection`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, loader: str, source_uri: str) -> None:
        self._connection = connection
        self._started_at = _now()
        load_id = content_id(loader, source_uri, self._started_at.isoformat(), os.getpid())
        self.summary = Summary(load_id, loader, source_uri)

    def run(self, outcomes: Iterable[Outcome]) -> Summary:
        """Write every outcome and commit; a load in which nothing is new leaves no trace.

        Whatever is raised, by the outcomes or by the database, nothing of this load remains.
        """
        self._connection.execute("begin transaction")
        try:
            for batch in _batches(outcomes):
                self._write(batch)
            if self.summary.new or self.summary.rejected:
                self._write_load()
            self._connection.execute("commit")
        except BaseException:
            self._connection.execute("rollback")
            raise
        return self.summary

    def _write(self, batch: list[Outcome]) -> None:
        documents: dict[str, tuple] = {}
        articles: dict[str, tuple] = {}
        rejects: dict[str, tuple] = {}
        for outcome in batch:
            if isinstance(outcome, Reject):
                row = self._reject_row(outcome)
                rejects[row[0]] = row
            else:
                document = self._document_row(outcome)
                if document[0] not in documents:
                    documents[document[0]] = document
                    articles[document[0]] = self._article_row(outcome, document[0])
        new_documents = self._unknown("documents", documents)
        self._insert("documents", [documents[key] for key in new_documents])
        self._insert("articles", [articles[key] for key in new_documents])
        new_rejects = self._unknown("rejects", rejects)
        self._insert("rejects", [rejects[key] for key in new_rejects])
        self.summary.seen += len(batch)
        self.summary.new += len(new_documents)
        self.summary.rejected += len(new_rejects)
        self.summary.known += len(batch) - len(new_documents) - len(new_rejects)

    def _unknown(self, table: str, rows: dict[str, tuple]) -> list[str]:
        """The keys of `rows` that `table` does not hold yet, in their order."""
        if not rows:
            return []
        key = KEYS[table]
        candidates = pyarrow.table({key: list(rows)})  # noqa: F841 (read by name in the query)
        known = self._connection.execute(f"select {key} from candidates semi join raw.{table} using ({key})").fetchall()
        if not known:
            return list(rows)
        known_keys = {row[0] for row in known}
        return [row_key for row_key in rows if row_key not in known_keys]

    def _insert(self, table: str, rows: list[tuple]) -> None:
        if not rows:
            return
        columns = TABLES[table]
        incoming = pyarrow.table(  # noqa: F841 (read by name in the query)
            [
                pyarrow.array(values, ARROW_TYPES[kind])
                for values, kind in zip(zip(*rows, strict=True), columns.values(), strict=True)
            ],
            names=list(columns),
        )
        self._connection.execute(f"insert into raw.{table} by name select * from incoming")

    def _document_row(self, record: Record) -> tuple:
        content_hash = sha256(record.content).hexdigest()
        return (
            content_id(record.source_uri, content_hash),
            self.summary.load_id,
            record.source_uri,
            record.position,
            record.media_type,
            content_hash,
            record.content,
            len(record.content),
            record.retrieved_at,
            self._started_at,
        )

    def _article_row(self, record: Record, document_id: str) -> tuple:
        position = record.position
        return (
            content_id(document_id, 0),
            document_id,
            self.summary.load_id,
            record.external_id,
            record.source_uri if position is None else f"{record.source_uri}#{position}",
            record.title,
            record.text,
            record.publisher,
            record.source_url,
            record.published_at,
            record.language,
            record.extractor,
            record.extractor_version,
            self._started_at,
        )

    def _reject_row(self, reject: Reject) -> tuple:
        reject_id = content_id(reject.source_uri, reject.position, reject.reason, reject.detail)
        return (
            reject_id,
            self.summary.load_id,
            reject.source_uri,
            reject.position,
            reject.reason,
            reject.detail,
            self._started_at,
        )

    def _write_load(self) -> None:
        summary = self.summary
        self._insert(
            "loads",
            [
                (
                    summary.load_id,
                    summary.loader,
                    self._started_at,
                    _now(),
                    summary.source_uri,
                    summary.seen,
                    summary.new,
                    summary.known,
                    summary.rejected,
                    "finished",
                )
            ],
        )


def _batches(outcomes: Iterable[Outcome]) -> Iterable[list[Outcome]]:
    batch: list[Outcome] = []
    size = 0
    for outcome in outcomes:
        batch.append(outcome)
        size += len(outcome.content) if isinstance(outcome, Record) else 0
        if len(batch) >= BATCH_OUTCOMES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
