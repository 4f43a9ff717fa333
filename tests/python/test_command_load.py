"""scripts/load and scripts/build as typed: exit codes, dry runs, lists."""

import json

import pytest
from conftest import BODY

from scripts.commands import build, load
from scripts.loaders import progress
from scripts.loaders.records import Record
from scripts.warehouse import dbt


@pytest.fixture
def typed(warehouse, monkeypatch, capsys):
    def run(command, *arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["typed", "--warehouse", str(warehouse.published), *map(str, arguments)])
        try:
            code = command.main()
        except SystemExit as ended:
            code = ended.code
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "story": BODY}) + "\n{broken\n", encoding="utf-8")
    return path


def test_load_list_and_again(typed, article, warehouse):
    code, said, _ = typed(load, "--column", "text=story", article)
    assert code == 0
    assert "2 seen, 1 new, 0 known, 1 rejected" in said
    assert "1 malformed_json" in said
    assert warehouse.published.exists()
    assert "0 new, 2 known" in typed(load, "--column", "text=story", article)[1]
    code, said, _ = typed(load, "--list")
    assert (code, len(said.splitlines())) == (0, 1)
    assert str(article) in said


def test_dry_run_writes_nothing(typed, article, warehouse):
    code, said, _ = typed(load, "--dry-run", "--column", "text=story", article)
    assert code == 0
    assert "1 articles (application/json), 1 rejected (malformed_json)" in said
    assert not warehouse.work.exists()


NOTHING = [["/no/such/file"], ["--column", "words=story", "/"], ["--encoding", "klingon", "/"]]


@pytest.mark.parametrize(
    ("command", "arguments"), [*((load, each) for each in [*NOTHING, []]), *((build, each) for each in NOTHING)]
)
def test_nothing_to_load_is_a_message_and_two(typed, command, arguments, warehouse):
    code, _, errors = typed(command, *arguments)
    assert code == 2
    assert errors.strip()
    assert not warehouse.work.exists()


def test_build_publishes_what_held_and_then_has_nothing_to_do(typed, article, warehouse, monkeypatch):
    runs = []
    monkeypatch.setattr(build, "run_dbt", lambda *arguments: runs.append(arguments) or dbt.Outcome(7, 11))
    monkeypatch.setattr(build, "keep_statements", lambda _: None)
    monkeypatch.setattr(build, "load_gazetteer", lambda _: 0)
    code, said, _ = typed(build, "--column", "text=story", article)
    assert code == 0
    assert "7 models built, 11 tests passed" in said
    assert said.count("scripts/query") == 3
    before = warehouse.published.stat()
    code, said, _ = typed(build, "--column", "text=story", article)
    assert code == 0
    assert "nothing new" in said
    assert len(runs) == 1
    assert warehouse.published.stat().st_ino == before.st_ino
    added = []
    monkeypatch.setattr(build, "count_unread", lambda _: 1)
    monkeypatch.setattr(build, "build_additions", lambda of: added.append(of) or dbt.Outcome(3, 2))
    article.write_text(json.dumps({"id": "b", "story": BODY + " More."}), encoding="utf-8")
    code, said, _ = typed(build, "--column", "text=story", article)
    assert code == 0
    assert "reading 1 new articles" in said
    assert "3 models built, 2 tests passed" in said
    assert (len(runs), added) == (1, [warehouse])


def test_rebuild_keeps_raw(typed, article, warehouse, monkeypatch):
    runs = []
    monkeypatch.setattr(build, "run_dbt", lambda *arguments: runs.append(arguments) or dbt.Outcome(1, 1))
    monkeypatch.setattr(build, "keep_statements", lambda _: None)
    monkeypatch.setattr(build, "load_gazetteer", lambda _: 0)
    typed(build, "--column", "text=story", article)
    with warehouse.open_work() as connection:
        connection.execute("create schema staging")
        connection.execute("create table staging.left_over as select 1 as one")
    assert typed(build, "--rebuild")[0] == 0
    assert len(runs) == 2
    with warehouse.read() as connection:
        assert connection.execute("select external_id from raw.articles").fetchall() == [("a",)]
        assert connection.execute("select count(*) from duckdb_tables() where schema_name = 'staging'").fetchall() == [
            (0,)
        ]


def test_progress_is_for_terminals(monkeypatch, capsys):
    outcomes = [Record("a", n, "text/plain", b"x" * 1000, "x", "text") for n in range(600)]
    assert list(progress.watched(outcomes, "a", 1_000_000)) == outcomes
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(progress, "SECONDS_BETWEEN", 0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(progress.watched(outcomes, "a", 1_000_000)) == outcomes
    shown = capsys.readouterr().err
    assert "256 read, " in shown
    assert "a second" in shown
    assert "left" in shown
