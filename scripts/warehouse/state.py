"""What a published warehouse was made of, so that a build with nothing new can end at once."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import duckdb

from scripts.warehouse.files import PROJECT, Warehouse
from scripts.warehouse.outcome import Outcome

SOURCES = (
    *("dbt_project.yml", "profiles.yml", "requirements.lock"),
    # They decide what a build keeps for additions to it.
    *("scripts/warehouse/layers.py", "scripts/warehouse/statements.py"),
)
FOLDERS = ("macros", "models", "seeds", "tests/data")
# One row for each build that held, and one for the build that began last where it did not.
COLUMNS = {
    "began_at": "timestamp",
    "finished_at": "timestamp",
    "scope": "varchar",
    "project_fingerprint": "varchar",
    "raw_fingerprint": "varchar",
    "tests_passed": "bigint",
}


@dataclass(frozen=True)
class Build:
    """Of what project and of which loads a build was made, and whether it held."""

    project: str
    raw: str
    is_finished: bool


@cache
def project_fingerprint() -> str:
    """A hash over every file that decides what a build makes of the same raw rows, as they are when first asked."""
    digest = hashlib.sha256()
    below = (path for folder in FOLDERS for path in (PROJECT / folder).rglob("*"))
    for path in sorted(path for path in (*below, *(PROJECT / name for name in SOURCES)) if path.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(PROJECT)}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def raw_fingerprint(connection: duckdb.DuckDBPyConnection) -> str:
    """A hash over the loads that the raw tables hold."""
    return connection.execute(
        "select md5(coalesce(string_agg(load_id, ',' order by load_id), '')) from raw.loads"
    ).fetchall()[0][0]


def begin_build(warehouse: Warehouse, scope: str) -> None:
    """Note in the work file that a build begins; `scope` says what it makes anew: `all` models, or what was `added`."""
    with warehouse.open_work() as connection:
        connection.execute("create schema if not exists meta")
        if _columns(connection) != list(COLUMNS):
            columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
            connection.execute(f"create or replace table meta.builds ({columns})")
        connection.execute("delete from meta.builds where finished_at is null")
        connection.execute(
            "insert into meta.builds values (?, null, ?, ?, ?, null)",
            [datetime.now(UTC).replace(tzinfo=None), scope, project_fingerprint(), raw_fingerprint(connection)],
        )


def finish_build(warehouse: Warehouse, outcome: Outcome) -> None:
    """Note in the work file that the build which began last held."""
    with warehouse.open_work() as connection:
        note_finished(connection, outcome)


def note_finished(connection: duckdb.DuckDBPyConnection, outcome: Outcome) -> None:
    """As `finish_build`, in the transaction of an open `connection`."""
    connection.execute(
        "update meta.builds set finished_at = ?, tests_passed = ? where finished_at is null",
        [datetime.now(UTC).replace(tzinfo=None), outcome.tests_passed],
    )


def can_add(warehouse: Warehouse) -> bool:
    """Whether the work file's models were all made by the project as it is now, so that only new articles are missing.

    A build of what was added may have failed since: its articles are read already or not at all.
    """
    with warehouse.open_work() as work:
        built = _latest_build(work, "scope = 'all' or finished_at is not null")
    return built is not None and built.is_finished and built.project == project_fingerprint()


def is_current(warehouse: Warehouse) -> bool:
    """Whether the published file was built from the raw rows of the work file by the project as it is now."""
    if not (warehouse.published.exists() and warehouse.work.exists()):
        return False
    with warehouse.read() as published:
        built = _latest_build(published)
    with warehouse.open_work() as work:
        now = Build(project_fingerprint(), raw_fingerprint(work), is_finished=True)
        return built == _latest_build(work) == now


def _latest_build(connection: duckdb.DuckDBPyConnection, condition: str = "true") -> Build | None:
    if _columns(connection) != list(COLUMNS):
        return None
    rows = connection.execute(
        "select project_fingerprint, raw_fingerprint, finished_at is not null from meta.builds "
        f"where {condition} order by began_at desc limit 1"
    ).fetchall()
    return Build(*rows[0]) if rows else None


def _columns(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The columns of `meta.builds`: none where there is no such table, others where an earlier version made it."""
    rows = connection.execute(
        "select column_name from duckdb_columns() where schema_name = 'meta' and table_name = 'builds' "
        "and database_name = current_database() order by column_index"
    ).fetchall()
    return [name for (name,) in rows]
