"""New articles on top of those that a warehouse has read: they are read aside, and their rows are added to the tables.

Most models read each article for itself, so the rows of an article do not change when others come. Only what looks at
all articles together is then made anew (docs/decisions/0081-only-what-is-new-is-read.md).
"""

import shutil

import duckdb
from dbt.contracts.graph.manifest import Manifest

from scripts.loaders.layout import ensure_layout
from scripts.warehouse.dbt import parse_project, run_dbt
from scripts.warehouse.files import STORAGE_VERSION, Warehouse
from scripts.warehouse.layers import ACROSS_ARTICLES, READING_FOLDERS, Layers, Table, layers_of
from scripts.warehouse.outcome import Outcome

UNREAD = "articles.article_id not in (select article_id from {work}staging.stg_articles)"
# Unit tests are about the rules, which are the same as when they last passed.
BUILD = ["build", "--no-write-json", "--exclude-resource-type", "unit_test", "--exclude-resource-type", "seed"]
# By folder, since dbt takes long over lists of names. A test that needs what is excluded is excluded too.
READING = ["--select", *(f"path:models/{folder}" for folder in READING_FOLDERS), "--exclude"]
ACROSS = [f"path:models/{'/'.join(ACROSS_ARTICLES)}", "path:models/marts", "path:models/answers"]
GAZETTEER = ["raw.gazetteer_places", "raw.gazetteer_names"]
EVALUATION = "path:models/evaluation"


def count_unread(warehouse: Warehouse) -> int:
    """How many raw articles the models of the work file have not seen yet."""
    with warehouse.open_work() as connection:
        return connection.execute(
            f"select count(*) from raw.articles as articles where {UNREAD.format(work='')}"
        ).fetchall()[0][0]


def build_additions(warehouse: Warehouse) -> Outcome:
    """Read the new articles aside, add their rows, and make and test anew what looks at all articles.

    The rows are added in one transaction: what fails before leaves the work file as it was, and what fails after leaves
    one in which the new articles are read. Raises duckdb.Error where rows cannot be added.
    """
    manifest = parse_project(warehouse)
    layers = layers_of(manifest)
    outcome = Outcome()
    if count_unread(warehouse):
        outcome = _read_aside(warehouse, manifest, layers)
    if outcome.failures:
        return outcome
    return outcome + run_dbt(warehouse, [*BUILD, "--select", *ACROSS, "--exclude", EVALUATION], manifest)


def _read_aside(warehouse: Warehouse, manifest: Manifest, layers: Layers) -> Outcome:
    """Build the models that read articles in a work file of new articles alone, and add what they hold."""
    aside = _aside_of(warehouse)
    folder = aside.work.parent
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        _begin(aside, warehouse, layers)
        outcome = run_dbt(aside, [*BUILD, *READING, *ACROSS, EVALUATION], manifest)
        if not outcome.failures:
            _append(aside, warehouse, layers.reading)
    finally:
        shutil.rmtree(folder)
    return outcome


def _aside_of(warehouse: Warehouse) -> Warehouse:
    """A warehouse whose work file has the same name, and so the same name as a database, in a folder of its own."""
    published = warehouse.published
    return Warehouse(published.with_name(f".{published.stem}.added") / published.name)


def _begin(aside: Warehouse, warehouse: Warehouse, layers: Layers) -> None:
    """A work file with the new articles, their documents, the gazetteer and the seeds."""
    with duckdb.connect(str(aside.work), config={"storage_compatibility_version": STORAGE_VERSION}) as connection:
        ensure_layout(connection)
        _attach(connection, warehouse)
        connection.execute(
            "insert into raw.articles by name select * from whole.raw.articles as articles where "
            + UNREAD.format(work="whole.")
        )
        connection.execute(
            "insert into raw.documents by name select * from whole.raw.documents "
            "where document_id in (select document_id from raw.articles)"
        )
        connection.execute("create schema seeds")
        for table in (*GAZETTEER, *layers.seeds):
            connection.execute(f"create table {table} as select * from whole.{table}")


def _append(aside: Warehouse, warehouse: Warehouse, tables: list[Table]) -> None:
    """Add every row of `tables` to the same tables of the work file, in one transaction."""
    with warehouse.open_work() as connection:
        _attach(connection, aside, "added")
        connection.execute("begin")
        for table in tables:
            known = f" where {table.key} not in (select {table.key} from {table.name})" if table.key else ""
            connection.execute(f"insert into {table.name} by name select * from added.{table.name}{known}")
        connection.execute("commit")
        connection.execute("detach added")


def _attach(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, name: str = "whole") -> None:
    path = str(warehouse.work).replace("'", "''")
    connection.execute(f"attach '{path}' as {name} (read_only)")
