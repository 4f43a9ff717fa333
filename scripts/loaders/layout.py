"""The raw tables: their columns as the interface names them, and the way from an earlier layout to this one."""

import duckdb

TABLES: dict[str, dict[str, str]] = {
    "loads": {
        "load_id": "varchar",
        "loader": "varchar",
        "started_at": "timestamp",
        "finished_at": "timestamp",
        "source_uri": "varchar",
        "documents_seen": "bigint",
        "documents_new": "bigint",
        "documents_known": "bigint",
        "documents_rejected": "bigint",
        "status": "varchar",
    },
    "documents": {
        "document_id": "varchar",
        "load_id": "varchar",
        "source_uri": "varchar",
        "position": "bigint",
        "media_type": "varchar",
        "content_hash": "varchar",
        "content": "blob",
        "byte_count": "bigint",
        "retrieved_at": "timestamp",
        "loaded_at": "timestamp",
    },
    "articles": {
        "article_id": "varchar",
        "document_id": "varchar",
        "load_id": "varchar",
        "external_id": "varchar",
        "record_source": "varchar",
        "title": "varchar",
        "text": "varchar",
        "publisher": "varchar",
        "source_url": "varchar",
        "published_at": "timestamp",
        "language": "varchar",
        "extractor": "varchar",
        "extractor_version": "varchar",
        "loaded_at": "timestamp",
    },
    "rejects": {
        "reject_id": "varchar",
        "load_id": "varchar",
        "source_uri": "varchar",
        "position": "bigint",
        "reason": "varchar",
        "detail": "varchar",
        "loaded_at": "timestamp",
    },
}

# Said outright where trying every way to compress costs more time than all else in a load: hashes do not compress,
# text and bytes do best with zstd.
COMPRESSION = dict.fromkeys(("document_id", "article_id", "content_hash"), "uncompressed") | dict.fromkeys(
    ("content", "text"), "zstd"
)


class IncompatibleLayout(RuntimeError):
    """The raw tables of a warehouse cannot be brought to this layout in place."""


def ensure_layout(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the raw tables, or add the columns that an earlier version did not have yet; nothing is ever dropped.

    Raises IncompatibleLayout where a column has another type than this version expects.
    """
    connection.execute("create schema if not exists raw")
    for table, columns in TABLES.items():
        definition = ", ".join(_column(name, kind) for name, kind in columns.items())
        connection.execute(f"create table if not exists raw.{table} ({definition})")
        present = dict(connection.execute(f"select name, lower(type) from pragma_table_info('raw.{table}')").fetchall())
        for name, kind in columns.items():
            if name not in present:
                connection.execute(f"alter table raw.{table} add column {name} {kind}")
            elif present[name] != kind:
                raise IncompatibleLayout(
                    f"raw.{table}.{name} is {present[name]}, this version expects {kind}; "
                    "`scripts/build --rebuild` copies every raw row into a new work file and builds it"
                )


def _column(name: str, kind: str) -> str:
    return f"{name} {kind}" + (f" using compression {COMPRESSION[name]}" if name in COMPRESSION else "")
