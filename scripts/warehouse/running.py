"""Statements that dbt compiled, run in the order in which they read each other."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from graphlib import TopologicalSorter
from heapq import heappop, heappush
from queue import SimpleQueue

import duckdb

from scripts.warehouse.layers import Layer
from scripts.warehouse.outcome import Outcome, end_progress, show_step
from scripts.warehouse.statements import Statement

Connection = duckdb.DuckDBPyConnection


def run(connection: Connection, database: str, statements: list[Statement]) -> Outcome:
    """Make every relation, and run every test, in an attached `database`; end if a relation cannot be made.

    A statement runs when what it reads among `statements` is there, one on each processor: most are so small that
    DuckDB alone would leave one of them idle. Of several, the one goes first for which the longest chain of others
    waits, so that nothing is left to one processor alone in the end; tests, for which nobody waits, fill the gaps.
    """
    ahead = {statement.position: statement for statement in statements}
    with _cursors(connection, database) as free, ThreadPoolExecutor(free.qsize()) as pool:
        outcome = _run_all(ahead, free.qsize(), lambda statement: pool.submit(_run_one, free, statement))
        pool.shutdown(cancel_futures=True)
    end_progress()
    return outcome


def _run_all(ahead: dict[int, Statement], processors: int, submit: Callable[[Statement], Future[Outcome]]) -> Outcome:
    order = TopologicalSorter({position: ahead.keys() & set(ahead[position].parents) for position in ahead})
    order.prepare()
    chains = _chains_behind(ahead)
    outcome = Outcome()
    ready: list[tuple[int, int]] = []
    running: dict[Future[Outcome], Statement] = {}
    while order.is_active():
        for position in order.get_ready():
            heappush(ready, (-chains[position], position))
        while ready and len(running) < processors:
            statement = ahead[heappop(ready)[1]]
            running[submit(statement)] = statement
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            statement, result = running.pop(future), future.result()
            outcome += result
            show_step(outcome.models + outcome.tests_passed, len(ahead), statement.name)
            if result.failures and statement.kind != "test":
                return outcome
            order.done(statement.position)
    return outcome


def _chains_behind(ahead: dict[int, Statement]) -> dict[int, int]:
    """How many statements wait for each, one after the other. (Whoever reads another has the higher position.)"""
    chains = dict.fromkeys(ahead, 0)
    for position in sorted(ahead, reverse=True):
        for parent in ahead.keys() & set(ahead[position].parents):
            chains[parent] = max(chains[parent], chains[position] + 1)
    return chains


@contextmanager
def _cursors(connection: Connection, database: str) -> Iterator[SimpleQueue[Connection]]:
    """A connection to `database` for each processor."""
    free: SimpleQueue[Connection] = SimpleQueue()
    with ExitStack() as opened:
        for _ in range(os.cpu_count() or 1):
            cursor = opened.enter_context(connection.cursor())
            cursor.execute(f"use {database}")
            free.put(cursor)
        yield free


def _run_one(free: SimpleQueue[Connection], statement: Statement) -> Outcome:
    """Make a relation, or test, on a connection that is free; what DuckDB cannot do is a failure."""
    connection = free.get()
    try:
        if statement.kind == "test":
            against = connection.execute(statement.sql).fetchall()
            return Outcome(failures=[f"test {statement.name}: {against[0][0]}"]) if against else Outcome(tests_passed=1)
        # A view of few new articles is kept, too: each of its tests would make its rows again.
        kind = "table" if statement.layer == Layer.ARTICLE else statement.kind
        connection.execute(f"create {kind} {statement.name} as {statement.sql}")
        return Outcome(models=1)
    except duckdb.Error as error:
        return Outcome(failures=[f"{statement.kind} {statement.name}: {' '.join(str(error).split())[:300]}"])
    finally:
        free.put(connection)
