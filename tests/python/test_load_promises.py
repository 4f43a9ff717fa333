"""Idempotent in any order, one writer at a time, readers undisturbed, earlier layouts brought along."""

import itertools
import json
import os
import resource
import subprocess
import sys
import threading

import duckdb
import pytest
from conftest import BODY, assert_balanced, fingerprint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.commands import build as build_command
from scripts.loaders.layout import IncompatibleLayout, ensure_layout
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.warehouse import dbt, files
from scripts.warehouse.files import PROJECT, Warehouse
from scripts.warehouse.lock import Busy, writing
from scripts.warehouse.renewal import renew_work_file


def scripts_load(warehouse: Warehouse, *arguments: object, **more: object) -> subprocess.Popen:
    command = [sys.executable, "-m", "scripts.commands.load", "--warehouse", warehouse.published, *arguments]
    return subprocess.Popen(
        list(map(str, command)), cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    )


@pytest.fixture(scope="module")
def inputs(tmp_path_factory) -> list[str]:
    """Four inputs that overlap: a file twice over in a folder, repeated lines, and rejects."""
    folder = tmp_path_factory.mktemp("inputs")
    lines = [json.dumps({"id": n, "text": f"{BODY} {n}"}) for n in range(30)]
    (folder / "a.jsonl").write_text("\n".join([*lines, lines[3], "{broken", lines[7], "{broken"]), encoding="utf-8")
    (folder / "b.csv").write_text("id,text\n1,Some words\n2\n3,More words\n", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\xff\xfe\xff")
    (folder / "d.txt").write_text(BODY, encoding="utf-8")
    return [str(folder / "a.jsonl"), str(folder / "b.csv"), str(folder), str(folder / "d.txt")]


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_any_repetition(inputs, data):
    order = data.draw(st.permutations(inputs)) + data.draw(st.lists(st.sampled_from(inputs), max_size=4))
    results = []
    for names in (inputs, order):
        with duckdb.connect() as connection:
            for name in names:
                load_input(connection, named_input(name, Settings()))
            assert_balanced(connection)
            results.append(fingerprint(connection))
    assert results[0] == results[1]


def test_again_adds_nothing_and_a_change_is_a_new_version(tmp_path, load, rows):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert str(load(tmp_path / "a.txt")) == "1 seen, 1 new, 0 known, 0 rejected"
    assert str(load(tmp_path / "a.txt")) == "1 seen, 0 new, 1 known, 0 rejected"
    (tmp_path / "a.txt").write_text(BODY + " More.", encoding="utf-8")
    assert load(tmp_path / "a.txt").new == 1
    assert rows("select count(*) from raw.loads") == [(2,)]
    assert rows("select distinct external_id from raw.articles") == [("a",)]


def test_moved_record_is_the_same(tmp_path, load):
    lines = [json.dumps({"id": n, "text": f"{BODY} {n}"}) for n in range(5)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert load(tmp_path / "a.jsonl").new == 5
    (tmp_path / "a.jsonl").write_text("\n".join(reversed(lines)), encoding="utf-8")
    assert load(tmp_path / "a.jsonl").new == 0


def test_one_bad_record_among_many_stops_nothing(tmp_path, load, rows):
    with (tmp_path / "a.jsonl").open("w", encoding="utf-8") as file:
        for n in range(100_000):
            file.write('{"id": 7, "text": "cut off\n' if n == 54_321 else f'{{"id": {n}, "text": "Article {n}."}}\n')
    summary = load(tmp_path / "a.jsonl")
    assert (summary.new, summary.rejected) == (99_999, 1)
    assert rows("select position, reason, detail like '%cut off%' from raw.rejects") == [
        (54_322, "malformed_json", True)
    ]


def test_loaders_at_once_end_as_one_after_the_other(tmp_path, warehouse, inputs, report):
    rounds = 3
    running = [
        scripts_load(warehouse, *order) for order in itertools.islice(itertools.permutations(inputs), rounds * 4)
    ]
    assert [process.wait() for process in running] == [0] * len(running)
    for process in running:
        process.communicate()
    with warehouse.open_work() as together, duckdb.connect() as alone:
        for name in inputs:
            load_input(alone, named_input(name, Settings()))
        assert_balanced(together)
        assert fingerprint(together) == fingerprint(alone)
    report(f"concurrency: {len(running)} loaders at once, the same result as one")


def test_second_writer_says_why_not(warehouse, inputs):
    with writing(warehouse, 0):
        with pytest.raises(Busy, match=str(os.getpid())), writing(warehouse, 0.2):
            pass
        refused = scripts_load(warehouse, "--wait", "0", inputs[3])
        _, errors = refused.communicate()
    assert refused.returncode == 3
    assert f"process {os.getpid()} is writing" in errors


def test_interrupted_input_leaves_nothing(tmp_path, warehouse, monkeypatch):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    named = named_input(str(tmp_path / "a.txt"), Settings())

    def interrupted(outcomes):
        yield from outcomes
        raise KeyboardInterrupt

    with warehouse.open_work() as connection:
        with pytest.raises(KeyboardInterrupt):
            load_input(connection, named, interrupted)
        assert connection.execute("select count(*) from raw.articles").fetchall() == [(0,)]
        assert load_input(connection, named).new == 1


def test_readers_go_on_while_others_publish(warehouse, inputs, report):
    with warehouse.open_work() as connection:
        load_input(connection, named_input(inputs[3], Settings()))
    warehouse.publish()
    old = warehouse.read()
    failures, reads, done = [], [0], threading.Event()

    def keep_reading():
        while not done.is_set():
            done_read = subprocess.run(
                [sys.executable, "-c", READER, warehouse.published], capture_output=True, text=True, check=False
            )
            reads[0] += 1
            if done_read.returncode:
                failures.append(done_read.stderr)

    reader = threading.Thread(target=keep_reading)
    reader.start()
    publications = 0
    while reads[0] < READS:
        publications += 1
        if reads[0] == READS // 2:
            with warehouse.open_work() as connection:
                load_input(connection, named_input(inputs[0], Settings()))
        warehouse.publish()
    done.set()
    reader.join()
    assert failures == []
    assert old.execute("select count(*) from raw.articles").fetchall() == [(1,)]
    old.close()
    with warehouse.read() as new:
        assert new.execute("select count(*) from raw.articles").fetchall() == [(31,)]
    report(f"readers: {reads[0]} opened the file during {publications} publications, none failed")


READS = 12
READER = """
import duckdb, sys
with duckdb.connect(sys.argv[1], read_only=True) as connection:
    for _ in range(50):
        assert connection.execute("select count(*) from raw.articles").fetchall()[0][0] in (1, 31)
"""


@pytest.fixture
def published(warehouse, inputs) -> Warehouse:
    """A warehouse that was published once."""
    with warehouse.open_work() as connection:
        load_input(connection, named_input(inputs[3], Settings()))
    warehouse.publish()
    return warehouse


def test_failed_build_leaves_the_published_file(published, inputs, monkeypatch, capsys):
    before = published.published.read_bytes()
    monkeypatch.setattr(build_command, "run_dbt", lambda *_: dbt.Outcome(failures=["test lineage: 3 rows"]))
    monkeypatch.setattr(build_command, "load_gazetteer", lambda _: 0)
    assert build_command.build(published, [named_input(inputs[0], Settings())]) == 1
    assert published.published.read_bytes() == before
    errors = capsys.readouterr().err
    assert "test lineage: 3 rows" in errors
    assert "is as it was" in errors
    assert "run scripts/build again" in errors


def test_full_disk_while_publishing(published):
    """A limit on the size of files stands in for the end of the disk."""
    before = published.published.read_bytes()
    with published.open_work() as connection:
        connection.execute("create table more as select uuid() as word from range(10_000)")
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (published.work.stat().st_size // 2, unlimited[1]))
    try:
        with pytest.raises(OSError):
            published.publish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert published.published.read_bytes() == before
    assert sorted(path.name for path in published.published.parent.iterdir()) == ["test.duckdb", "test.work.duckdb"]


def test_full_disk_while_loading(published, tmp_path):
    """As above."""
    with (tmp_path / "a.jsonl").open("w", encoding="utf-8") as file:
        for n in range(40_000):
            file.write(json.dumps({"id": n, "text": os.urandom(400).hex()}) + "\n")
    most = 8 * 2**20
    failed = scripts_load(
        published, tmp_path / "a.jsonl", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    )
    _, errors = failed.communicate()
    assert failed.returncode == 1, errors
    assert "nothing of the input at fault was loaded" in errors
    for file in (published.work, published.published):
        with duckdb.connect(str(file)) as connection:
            assert_balanced(connection)
            assert connection.execute("select count(*) from raw.articles").fetchall() == [(1,)]
    assert scripts_load(published, tmp_path / "a.jsonl").wait() == 0


def test_work_file_comes_back_from_the_published_one(published):
    published.work.unlink()
    with published.open_work() as connection:
        assert connection.execute("select count(*) from raw.articles").fetchall() == [(1,)]


def test_earlier_layout_is_brought_along(published, inputs):
    with published.open_work() as connection:
        connection.execute("alter table raw.loads drop column documents_known")
        connection.execute("alter table raw.articles add column note varchar")
    with published.open_work() as connection:
        assert load_input(connection, named_input(inputs[0], Settings())).new == 30
        assert connection.execute("select count(*) from raw.loads").fetchall() == [(2,)]


def test_layout_that_cannot_be_brought_along_says_what_to_do(published):
    with published.open_work() as connection:
        connection.execute("alter table raw.articles alter published_at type varchar")
        with pytest.raises(IncompatibleLayout, match="scripts/build --rebuild"):
            ensure_layout(connection)
    renew_work_file(published)
    with published.open_work() as connection:
        ensure_layout(connection)
        assert_balanced(connection)
        assert connection.execute("select count(*) from raw.articles").fetchall() == [(1,)]


def test_files_are_readable_by_earlier_clients(published):
    for file in (published.work, published.published):
        with duckdb.connect(str(file), read_only=True) as connection:
            tags = connection.execute("select tags from duckdb_databases() where path is not null").fetchall()
        assert tags[0][0]["storage_version"].startswith(files.STORAGE_VERSION)
