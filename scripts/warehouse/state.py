"""What a published warehouse was made of, so that a build with nothing new can end at once."""

import hashlib
from datetime import UTC, datetime

import duckdb

from scripts.warehouse.dbt import Outcome
from scripts.warehouse.files import PROJECT, Warehouse

SOURCES = ("dbt_project.yml", "profiles.yml", "requirements.lock")
FOLDERS = ("macros", "models", "seeds", "tests/data")


def project_fingerprint() -> str:
    """A hash over every file that decides what a build makes of the same raw rows."""
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


def record_build(warehouse: Warehouse, outcome: Outcome) -> None:
    """Note in the work file what this build was made of; `meta.builds` holds one row for each that held."""
    with warehouse.open_work() as connection:
        connection.execute("create schema if not exists meta")
        connection.execute(
            "create table if not exists meta.builds "
            "(finished_at timestamp, project_fingerprint varchar, raw_fingerprint varchar, tests_passed bigint)"
        )
        connection.execute(
            "insert into meta.builds values (?, ?, ?, ?)",
            [
                datetime.now(UTC).replace(tzinfo=None),
                project_fingerprint(),
                raw_fingerprint(connection),
                outcome.tests_passed,
            ],
        )


def is_current(warehouse: Warehouse) -> bool:
    """Whether the published file was built from the raw rows of the work file by the project as it is now."""
    if not (warehouse.published.exists() and warehouse.work.exists()):
        return False
    with warehouse.read() as published:
        built = _latest_build(published)
    with warehouse.open_work() as work:
        return built is not None and built == _latest_build(work) == (project_fingerprint(), raw_fingerprint(work))


def _latest_build(connection: duckdb.DuckDBPyConnection) -> tuple[str, str] | None:
    if not connection.execute("select 1 from duckdb_tables() where schema_name = 'meta'").fetchall():
        return None
    query = "select project_fingerprint, raw_fingerprint from meta.builds order by finished_at desc limit 1"
    return connection.execute(query).fetchall()[0]
