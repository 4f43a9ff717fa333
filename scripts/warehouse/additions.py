"""New articles on top of those that a warehouse has read: they are read aside, and their rows are added to the tables.

Most models read each article for itself, so the rows of an article do not change when others come. Only what looks at
all articles together is then made anew. What is run is what dbt compiled for the last full build
(docs/decisions/0081-only-what-is-new-is-read.md).
"""

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import duckdb

from scripts.loaders.layout import TABLES
from scripts.warehouse.copying import copied_meanwhile
from scripts.warehouse.files import Warehouse, literal
from scripts.warehouse.layers import Layer
from scripts.warehouse.outcome import Outcome
from scripts.warehouse.running import run
from scripts.warehouse.state import begin_build, note_finished
from scripts.warehouse.statements import Statement, kept_statements

Connection = duckdb.DuckDBPyConnection

UNREAD = "select * from {main}raw.articles where article_id not in (select article_id from {main}staging.stg_articles)"
# Databases beside the work file: of the new articles, of what looks at all articles, and the one to be published.
ADDED, TOGETHER, NEXT = "added", "together", "next"
# The schema of rows that change in tables that look at all articles.
CHANGES = f"{TOGETHER}.changes"


def count_unread(warehouse: Warehouse) -> int:
    """How many raw articles the models of the work file have not seen yet."""
    with warehouse.open_work() as connection:
        return connection.execute(f"select count(*) from ({UNREAD.format(main='')})").fetchall()[0][0]


def build_additions(warehouse: Warehouse) -> Outcome:
    """Read the new articles aside, make and test there what looks at all articles, add the rows, and publish.

    The work file, and the copy of it that is published, are each changed in one transaction, and only if all of it
    held. Raises duckdb.Error where rows cannot be added, OSError where the work file cannot be copied; what is
    published is then as it was.
    """
    # As in profiles.yml, and with every processor.
    settings = {"preserve_insertion_order": False, "memory_limit": os.environ.get("ATTESTED_MEMORY_LIMIT", "80%")}
    begin_build(warehouse, "added")
    with copied_meanwhile(warehouse.work, warehouse.published) as copy:
        with warehouse.open_work(settings) as connection, _aside(connection, warehouse) as main:
            statements = kept_statements(connection)
            outcome = _make_aside(connection, main, statements)
            if outcome.failures:
                return outcome
            _find_changes(connection, main, statements)
            connection.execute(f"attach {literal(copy.made())} as {NEXT}")
            with ThreadPoolExecutor() as pool:
                list(pool.map(lambda database: _write(connection, database, statements, outcome), (main, NEXT)))
            connection.execute(f"detach {NEXT}")
        copy.put_in_place()
    return outcome


@contextmanager
def _aside(connection: Connection, warehouse: Warehouse) -> Iterator[str]:
    """Two databases aside in a folder of their own until the block ends; yields the name of the work file's."""
    folder = warehouse.published.with_name(f".{warehouse.published.stem}.added")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    main = connection.execute("""select '"' || current_database() || '"'""").fetchall()[0][0]
    for database in (ADDED, TOGETHER):
        connection.execute(f"attach {literal(folder / database)} as {database}")
    try:
        yield main
    finally:
        connection.execute(f"use {main}")
        for database in (ADDED, TOGETHER):
            connection.execute(f"detach {database}")
        shutil.rmtree(folder)


def _make_aside(connection: Connection, main: str, statements: list[Statement]) -> Outcome:
    """Read the new articles, then make anew what looks at all of them, and test both."""
    article, all_articles = _of(statements, Layer.ARTICLE), _of(statements, Layer.ALL_ARTICLES)
    _show_world(connection, ADDED, main, statements)
    connection.execute(f"create table {ADDED}.raw.articles as " + UNREAD.format(main=f"{main}."))
    outcome = run(connection, ADDED, article)
    if outcome.failures:
        return outcome
    _show_world(connection, TOGETHER, main, statements)
    _show_together(connection, main, article)
    return outcome + run(connection, TOGETHER, all_articles)


def _show_world(connection: Connection, database: str, main: str, statements: list[Statement]) -> None:
    """Every schema, and a view of every table that is not made of articles."""
    connection.execute(f"use {database}")
    for schema in sorted({"raw", *(statement.schema for statement in statements if statement.kind != "test")}):
        connection.execute(f"create schema {schema}")
    world = [statement.name for statement in _of(statements, Layer.WORLD) if statement.kind != "test"]
    for name in [f"raw.{name}" for name in TABLES if name != "articles"] + world:
        connection.execute(f"create view {name} as select * from {main}.{name}")


def _show_together(connection: Connection, main: str, article: list[Statement]) -> None:
    """A view of every table of articles that has the rows of those read before and of those that are new."""
    connection.execute(f"create view raw.articles as select * from {main}.raw.articles")
    for relation in article:
        name, key = relation.name, relation.shared_key
        if relation.kind == "view":
            connection.execute(f"create view {name} as {relation.sql}")
        elif relation.kind == "table":
            if key:
                connection.execute(f"delete from {ADDED}.{name} where {key} in (select {key} from {main}.{name})")
            rows = f"select * from {main}.{name} union all by name select * from {ADDED}.{name}"
            connection.execute(f"create view {name} as {rows}")


def _find_changes(connection: Connection, main: str, statements: list[Statement]) -> None:
    """Beside the tables that look at all articles: their rows that the work file lacks, and those that it should lose.

    Hardly any row changes, and to write them all again would take longer than to compare them. What is to go is known
    by its rowid, which is the same in the copy of the work file; what is to come has none yet.
    """
    connection.execute(f"create schema {CHANGES}")
    tables = [table.name for table in _of(statements, Layer.ALL_ARTICLES) if table.kind == "table"]

    def find(table: str) -> None:
        with connection.cursor() as cursor:
            columns = cursor.execute(f"describe {main}.{table}").fetchall()
            same = " and ".join(f"old.{column[0]} is not distinct from new.{column[0]}" for column in columns)
            cursor.execute(
                f'create table {CHANGES}."{table}" as select old.rowid as gone_rowid, new.*'
                f" from {main}.{table} as old full join {TOGETHER}.{table} as new on {same}"
                " where old.rowid is null or new.rowid is null"
            )

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(find, tables))


def _write(connection: Connection, database: str, statements: list[Statement], outcome: Outcome) -> None:
    """Add the rows of new articles to the tables of `database`, and change those of all articles, in one transaction.

    Tables keep their constraints and comments, and views are as they were.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"use {database}")
        cursor.execute("begin")
        for table in (statement for statement in statements if statement.kind == "table"):
            if table.layer == Layer.ARTICLE:
                cursor.execute(f"insert into {table.name} by name select * from {ADDED}.{table.name}")
            elif table.layer == Layer.ALL_ARTICLES:
                changes = f'from {CHANGES}."{table.name}"'
                cursor.execute(f"delete from {table.name} where rowid in (select gone_rowid {changes})")
                cursor.execute(
                    f"insert into {table.name} by name select * exclude (gone_rowid) {changes} where gone_rowid is null"
                )
        note_finished(cursor, outcome)
        cursor.execute("commit")
        cursor.execute("checkpoint")


def _of(statements: list[Statement], layer: Layer) -> list[Statement]:
    return [statement for statement in statements if statement.layer == layer]
