"""`kill -9` at random moments of loading and publishing: whole or not at all, and nothing lost that was reported."""

import contextlib
import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb
from conftest import assert_balanced

from scripts.loaders import store
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.warehouse.files import Warehouse
from scripts.warehouse.lock import writing

KILLS = 200
INPUTS_EACH = 3
ARTICLES_EACH = 60


def load_and_report(warehouse: Warehouse, names: list[str], reports: Connection) -> None:
    """In a process of its own: load each of `names`, publish, and report each step once it is done."""
    store.BATCH_OUTCOMES = 10  # many writes in each transaction
    with writing(warehouse, 60), warehouse.open_work() as connection:
        for name in names:
            load_input(connection, named_input(name, Settings()))
            reports.send(name)
    warehouse.publish()
    reports.send("published")


def make_input(folder: Path, number: int) -> str:
    path = folder / f"{number:04}.jsonl"
    path.write_text(
        "".join(
            f'{{"id": "{number}-{n}", "text": "Article {number}-{n}. {"Words. " * 50}"}}\n'
            for n in range(ARTICLES_EACH)
        ),
        encoding="utf-8",
    )
    return str(path)


def articles_by_source(file: Path) -> dict[str, int]:
    with duckdb.connect(str(file)) as connection:
        if not connection.execute("select 1 from duckdb_tables() where schema_name = 'raw'").fetchall():
            return {}
        assert_balanced(connection)
        return dict(
            connection.execute(
                "select source_uri, count(*) from raw.articles inner join raw.documents using (document_id) group by 1"
            ).fetchall()
        )


def run(context, warehouse: Warehouse, names: list[str], seconds: float | None) -> tuple[list[str], bool]:
    """What a run reported before it was killed after `seconds`, and whether it was killed while at work."""
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=load_and_report, args=(warehouse, names, sender))
    process.start()
    sender.close()
    if seconds is not None:
        process.join(seconds)
        process.kill()
    reported = []
    with contextlib.suppress(EOFError):
        while True:
            reported.append(receiver.recv())
    process.join()
    return reported, process.exitcode != 0


def test_killed_at_random_moments(tmp_path, report):
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["test_load_crash"])
    chance = random.Random(time.time_ns())
    warehouse = Warehouse(tmp_path / "w.duckdb")
    # The first run also starts the server that the others are forked from; the second is timed.
    run(context, warehouse, [make_input(tmp_path, 9000 + n) for n in range(INPUTS_EACH)], None)
    started = time.monotonic()
    run(context, warehouse, [make_input(tmp_path, 9100 + n) for n in range(INPUTS_EACH)], None)
    whole_run = time.monotonic() - started
    kept = articles_by_source(warehouse.work)
    pending: list[str] = []
    killed = finished = made = 0
    for _ in range(KILLS):
        while len(pending) < INPUTS_EACH:
            made += 1
            pending.append(make_input(tmp_path, made))
        names = pending[:INPUTS_EACH]
        reported, was_killed = run(context, warehouse, names, chance.uniform(0, whole_run * 1.2))
        killed += was_killed
        present = articles_by_source(warehouse.work)
        assert set(kept) <= set(present), "an earlier load is gone"
        assert set(reported) - {"published"} <= set(present), "a load that was reported is not there"
        assert set(present.values()) == {ARTICLES_EACH}, "half a load is there"
        assert set(articles_by_source(warehouse.published).values()) == {ARTICLES_EACH}
        finished += set(names) <= set(present)
        pending = [name for name in pending if name not in present]
        kept = present
    reported, _ = run(context, warehouse, pending, None)
    assert reported == [*pending, "published"]
    assert len(articles_by_source(warehouse.published)) == made + 2 * INPUTS_EACH
    assert killed > KILLS / 3, "too few runs were killed at work to mean anything"
    report(
        f"crash: {KILLS} runs, {killed} killed at work, {finished} of them after all was loaded; "
        f"{made} loads, none lost, none half"
    )
