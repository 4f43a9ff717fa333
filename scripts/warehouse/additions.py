"""New articles on top of those that a warehouse has read: they are read aside, and their rows are added to the tables.

Most models read each article for itself, so the rows of an article do not change when others come. Only what looks at
all articles together is then made anew. What is run is what dbt compiled for the last full build
(docs/decisions/0081-only-what-is-new-is-read.md).
"""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, suppress
from graphlib import TopologicalSorter
from queue import SimpleQueue

import duckdb

from scripts.loaders.layout import TABLES
from scripts.warehouse.files import Warehouse
from scripts.warehouse.layers import Layer
from scripts.warehouse.outcome import Outcome, end_progress, show_step
from scripts.warehouse.statements import Statement, kept_statements

Connection = duckdb.DuckDBPyConnection
# The commands that make a relation.
Make = Callable[[Statement], list[str]]

UNREAD = "select * from {main}raw.articles where article_id not in (select article_id from {main}staging.stg_articles)"
ASIDE = "added"


def count_unread(warehouse: Warehouse) -> int:
    """How many raw articles the models of the work file have not seen yet."""
    with warehouse.open_work() as connection:
        return connection.execute(f"select count(*) from ({UNREAD.format(main='')})").fetchall()[0][0]


def build_additions(warehouse: Warehouse) -> Outcome:
    """Read the new articles aside, add their rows, and make and test anew what looks at all articles.

    The work file is changed in one transaction: what fails leaves its models as they were. Raises duckdb.Error where
    rows cannot be added.
    """
    # As in profiles.yml, and with every processor.
    settings = {"preserve_insertion_order": False, "memory_limit": os.environ.get("ATTESTED_MEMORY_LIMIT", "80%")}
    with warehouse.open_work(settings) as connection, _aside(connection, warehouse) as main:
        statements = kept_statements(connection)
        article = [statement for statement in statements if statement.layer == Layer.ARTICLE]
        all_articles = [statement for statement in statements if statement.layer == Layer.ALL_ARTICLES]
        _prepare_aside(connection, main, statements)
        with _cursors(connection) as cursors:
            outcome = _run(cursors, article, _new)
        if not outcome.failures:
            connection.execute(f"use {main}")
            outcome += _add(connection, article, all_articles)
    end_progress()
    return outcome


@contextmanager
def _aside(connection: Connection, warehouse: Warehouse) -> Iterator[str]:
    """A database aside in a folder of its own until the block ends; yields the name of the work file's."""
    folder = warehouse.published.with_name(f".{warehouse.published.stem}.added")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    main = connection.execute("""select '"' || current_database() || '"'""").fetchall()[0][0]
    connection.execute(f"attach '{str(folder / 'added.duckdb').replace(chr(39), chr(39) * 2)}' as {ASIDE}")
    try:
        yield main
    finally:
        connection.execute(f"use {main}")
        connection.execute(f"detach {ASIDE}")
        shutil.rmtree(folder)


def _prepare_aside(connection: Connection, main: str, statements: list[Statement]) -> None:
    """The new articles, and a view of every table that is not made of articles."""
    world = [statement.name for statement in statements if statement.layer == Layer.WORLD and statement.kind != "test"]
    raw = [f"raw.{name}" for name in TABLES if name != "articles"]
    connection.execute(f"use {ASIDE}")
    for schema in sorted({"raw", *(statement.schema for statement in statements if statement.kind != "test")}):
        connection.execute(f"create schema {schema}")
    connection.execute("create table raw.articles as " + UNREAD.format(main=f"{main}."))
    for name in raw + world:
        connection.execute(f"create view {name} as select * from {main}.{name}")


@contextmanager
def _cursors(connection: Connection) -> Iterator[list[Connection]]:
    """A connection to the database aside for each processor: many small statements leave one of them idle."""
    with ExitStack() as opened:
        cursors = [opened.enter_context(connection.cursor()) for _ in range(os.cpu_count() or 1)]
        for cursor in cursors:
            cursor.execute(f"use {ASIDE}")
        yield cursors


def _add(connection: Connection, article: list[Statement], all_articles: list[Statement]) -> Outcome:
    """Add what was read aside, and make anew what depends on all articles; nothing of it where a test fails."""
    connection.execute("begin")
    try:
        _append(connection, article)
        outcome = _run([connection], all_articles, _anew)
        connection.execute("rollback" if outcome.failures else "commit")
    except duckdb.Error:
        # A commit that failed has ended the transaction.
        with suppress(duckdb.TransactionException):
            connection.execute("rollback")
        raise
    return outcome


def _append(connection: Connection, statements: list[Statement]) -> None:
    """Add every row of the tables aside to the same tables of the work file."""
    for table in statements:
        if table.kind == "table":
            key, name = table.shared_key, table.name
            known = f" where {key} not in (select {key} from {name})" if key else ""
            connection.execute(f"insert into {name} by name select * from {ASIDE}.{name}{known}")


def _run(connections: list[Connection], statements: list[Statement], make: Make) -> Outcome:
    """Run every statement when what it reads is there, one on each connection; end if a relation cannot be made."""
    outcome = Outcome()
    ahead = {statement.position: statement for statement in statements}
    order = TopologicalSorter({position: ahead.keys() & set(ahead[position].parents) for position in ahead})
    order.prepare()
    free: SimpleQueue[Connection] = SimpleQueue()
    for connection in connections:
        free.put(connection)
    with ThreadPoolExecutor(len(connections)) as pool:
        running: dict[Future[Outcome], Statement] = {}
        while order.is_active():
            for position in order.get_ready():
                running[pool.submit(_run_one, free, ahead[position], make)] = ahead[position]
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                statement, result = running.pop(future), future.result()
                outcome += result
                show_step(outcome.models + outcome.tests_passed, len(statements), statement.name)
                if result.failures and statement.kind != "test":
                    pool.shutdown(cancel_futures=True)
                    return outcome
                order.done(statement.position)
    return outcome


def _run_one(free: SimpleQueue[Connection], statement: Statement, make: Make) -> Outcome:
    """Make a relation, or test, on a connection that is free; what DuckDB cannot do is a failure."""
    connection = free.get()
    try:
        if statement.kind == "test":
            against = connection.execute(statement.sql).fetchall()
            return Outcome(failures=[f"test {statement.name}: {against[0][0]}"]) if against else Outcome(tests_passed=1)
        for command in make(statement):
            connection.execute(command)
        return Outcome(models=1)
    except duckdb.Error as error:
        return Outcome(failures=[f"{statement.kind} {statement.name}: {' '.join(str(error).split())[:300]}"])
    finally:
        free.put(connection)


def _new(relation: Statement) -> list[str]:
    return [f"create {relation.kind} {relation.name} as {relation.sql}"]


def _anew(relation: Statement) -> list[str]:
    """Other rows in the same table, which keeps its constraints and comments; a view stays as it is."""
    if relation.kind == "view":
        return []
    return [f"truncate {relation.name}", f"insert into {relation.name} by name {relation.sql}"]
