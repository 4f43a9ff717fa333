"""The only writer of the raw tables: one load is one transaction, there whole or not at all."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from operator import attrgetter

import duckdb
import pyarrow

from scripts.loaders.decoding import repair_surrogates
from scripts.loaders.ids import content_id
from scripts.loaders.records import Outcome, Record, Reject

# A batch is written when it has this many outcomes or this many bytes, whichever comes first.
BATCH_OUTCOMES = 25_000
BATCH_BYTES = 20 * 1024 * 1024
BATCHES_IN_FLIGHT = 2

ARROW_TYPES = {"position": pyarrow.int64(), "content": pyarrow.binary()} | dict.fromkeys(
    ("published_at", "retrieved_at"), pyarrow.timestamp("us")
)

# `incoming` is a batch as it comes; `fresh` holds those of its rows that no load has brought yet, each content once.
FIND_FRESH = """
    with identified as (select {identity} as {key}, ordinal from incoming)
    select {key}, min(ordinal) as ordinal from identified anti join raw.{table} using ({key}) group by {key}
    order by ordinal
"""
FIND_FRESH_DOCUMENTS = FIND_FRESH.format(
    table="documents", key="document_id", identity=content_id("source_uri", "content_hash")
)
FIND_FRESH_REJECTS = FIND_FRESH.format(
    table="rejects", key="reject_id", identity=content_id("source_uri", "position", "reason", "detail")
)
INSERT_DOCUMENTS = """
    insert into raw.documents by name
    select document_id, $load_id as load_id, source_uri, position, media_type, content_hash, content,
        octet_length(content) as byte_count, retrieved_at, $loaded_at as loaded_at
    from fresh
"""
INSERT_ARTICLES = f"""
    insert into raw.articles by name
    select {content_id("document_id", "0")} as article_id, document_id, $load_id as load_id, external_id,
        source_uri || coalesce('#' || position, '') as record_source, title, text, publisher, source_url,
        published_at, language, extractor, extractor_version, $loaded_at as loaded_at
    from fresh
"""
INSERT_REJECTS = """
    insert into raw.rejects by name
    select reject_id, $load_id as load_id, source_uri, position, reason, detail, $loaded_at as loaded_at
    from fresh
"""
INSERT_LOAD = """
    insert into raw.loads by name
    select $load_id as load_id, $loader as loader, $started_at as started_at, $finished_at as finished_at,
        $source_uri as source_uri, $seen as documents_seen, $new as documents_new, $known as documents_known,
        $rejected as documents_rejected, 'finished' as status
"""


@dataclass
class Summary:
    """What one load came to. Seen = new + known + rejected; known is what an earlier load already has."""

    loader: str
    source_uri: str
    seen: int = 0
    new: int = 0
    rejected: int = 0

    @property
    def known(self) -> int:
        """How many of those seen an earlier load, or an earlier part of this one, already had."""
        return self.seen - self.new - self.rejected

    def __str__(self) -> str:
        return f"{self.seen:,} seen, {self.new:,} new, {self.known:,} known, {self.rejected:,} rejected"


class Load:
    """One run of a loader, inside one transaction of `connection`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, loader: str, source_uri: str) -> None:
        self._connection = connection
        self._started_at = _now()
        self.summary = Summary(loader, source_uri)
        self._load_id = connection.execute(
            "select " + content_id("$loader", "$source_uri", "$started_at", "$process"),
            {"loader": loader, "source_uri": source_uri, "started_at": self._started_at, "process": os.getpid()},
        ).fetchall()[0][0]

    def run(self, outcomes: Iterable[Outcome]) -> Summary:
        """Write every outcome and commit; a load in which nothing is new leaves no trace.

        Whatever is raised, by the outcomes or by the database, nothing of this load remains.
        """
        # Records hold no cycles; looking for some after each seven hundred costs a tenth of the time.
        thresholds = gc.get_threshold()
        gc.set_threshold(100_000, *thresholds[1:])
        self._connection.execute("begin transaction")
        try:
            self._write_all(outcomes)
            if self.summary.new or self.summary.rejected:
                self._write_load()
            self._connection.execute("commit")
        except BaseException:
            self._connection.execute("rollback")
            raise
        finally:
            gc.set_threshold(*thresholds)
        return self.summary

    def _write_all(self, outcomes: Iterable[Outcome]) -> None:
        """Write batch after batch; some are written while the next is read and laid out in columns."""
        writing: deque[Future] = deque()
        with ThreadPoolExecutor(max_workers=1) as writer:
            for batch in _batches(outcomes):
                if len(writing) == BATCHES_IN_FLIGHT:
                    writing.popleft().result()
                self.summary.seen += len(batch)
                writing.append(writer.submit(self._write, _record_table(batch), _reject_table(batch)))
            for batch in writing:
                batch.result()

    def _write(self, records: pyarrow.Table, rejects: pyarrow.Table) -> None:
        self.summary.new += self._insert(records, FIND_FRESH_DOCUMENTS, INSERT_DOCUMENTS, INSERT_ARTICLES)
        self.summary.rejected += self._insert(rejects, FIND_FRESH_REJECTS, INSERT_REJECTS)

    def _insert(self, incoming: pyarrow.Table, find_fresh: str, *inserts: str) -> int:
        """How many rows of `incoming` are fresh; each of `inserts` puts those into its table.

        The queries read `incoming` and `fresh` by their names here: registering them would keep every batch in memory
        until the transaction ends.
        """
        if not incoming.num_rows:
            return 0
        found = self._connection.sql(find_fresh).to_arrow_table()
        if not found.num_rows:
            return 0
        fresh = incoming if found.num_rows == incoming.num_rows else incoming.take(found["ordinal"])
        fresh = fresh.append_column(found.field(0), found[0])
        for insert in inserts:
            self._connection.execute(insert, {"load_id": self._load_id, "loaded_at": self._started_at}).fetchall()
        return fresh.num_rows

    def _write_load(self) -> None:
        summary = self.summary
        parameters = {
            name: getattr(summary, name) for name in ("loader", "source_uri", "seen", "new", "known", "rejected")
        }
        parameters |= {"load_id": self._load_id, "started_at": self._started_at, "finished_at": _now()}
        self._connection.execute(INSERT_LOAD, parameters)


def _batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    batch: list[Outcome] = []
    size = 0
    for outcome in outcomes:
        batch.append(outcome)
        if type(outcome) is Record:
            size += len(outcome.content)
        if len(batch) >= BATCH_OUTCOMES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _record_table(batch: list[Outcome]) -> pyarrow.Table:
    records = [outcome for outcome in batch if type(outcome) is Record]
    return _table(Record, records, content_hash=[sha256(record.content).hexdigest() for record in records])


def _reject_table(batch: list[Outcome]) -> pyarrow.Table:
    return _table(Reject, [outcome for outcome in batch if type(outcome) is Reject])


def _table(kind: type, batch: list[Outcome], **more: list) -> pyarrow.Table:
    """A table with a column for each field of `kind`, `more` columns, and the ordinal of each row."""
    columns = {field.name: list(map(attrgetter(field.name), batch)) for field in fields(kind)} | more
    arrays = {name: _array(values, ARROW_TYPES.get(name, pyarrow.string())) for name, values in columns.items()}
    return pyarrow.table(arrays | {"ordinal": pyarrow.array(range(len(batch)), pyarrow.int64())})


def _array(values: list, kind: pyarrow.DataType) -> pyarrow.Array:
    try:
        return pyarrow.array(values, kind)
    except UnicodeEncodeError:
        # Half a surrogate pair in one value must not cost the others.
        return pyarrow.array([value if value is None else repair_surrogates(value) for value in values], kind)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
