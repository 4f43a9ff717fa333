"""scripts/query: one answer in every form, from a file that it cannot change."""

import csv
import io
import json
import subprocess

import duckdb
import pytest
from conftest import BODY

from scripts.commands import query
from scripts.exporting.spreadsheets import harmless_cells
from scripts.warehouse.files import PROJECT


@pytest.fixture
def ask(warehouse, load, tmp_path, monkeypatch, capsys):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "=1+1", "text": BODY}), encoding="utf-8")
    load(tmp_path / "a.jsonl")
    warehouse.publish()

    def asked(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["scripts/query", "--warehouse", str(warehouse.published), *arguments])
        code = query.main()
        return code, *capsys.readouterr()

    return asked


def test_every_form(ask, tmp_path):
    question = "select external_id, text, published_at from raw.articles"
    assert ask(question)[1].splitlines()[0].split() == ["external_id", "text", "published_at"]
    assert list(csv.DictReader(io.StringIO(ask(question, "--format", "csv")[1]))) == [
        {"external_id": "'=1+1", "text": BODY, "published_at": ""}
    ]
    expected = {"external_id": "=1+1", "text": BODY, "published_at": None}
    assert json.loads(ask(question, "--format", "json")[1]) == expected
    output = str(tmp_path / "a.parquet")
    assert ask(question, "--format", "parquet", "--output", output)[0] == 0
    assert duckdb.sql(f"select external_id from '{output}'").fetchall() == [("=1+1",)]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_text_is_a_formula_in_a_spreadsheet(text):
    assert harmless_cells([text, -1, None, f"a{text}"]) == [f"'{text}", -1, None, f"a{text}"]


def test_text_does_not_steer_the_terminal(ask):
    answer = ask("select '\x1b[2Jgone' || chr(8238) || 'turned' || chr(10) || 'دولت\u200cها' as words")[1]
    assert answer.splitlines()[2] == "\ufffd[2Jgone\ufffdturned دولت\u200cها"


def test_nothing_can_be_changed(ask):
    code, _, errors = ask("delete from raw.articles")
    assert code == 1
    assert "read-only" in errors
    assert ask("select count(*) from raw.articles", "--format", "csv")[1].split() == ["count_star()", "1"]


def test_wrong_question_is_a_message(ask):
    code, _, errors = ask("select nothing from nowhere")
    assert code == 1
    assert "nowhere" in errors


def test_shell_reads_many(ask, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("select 1 as one;\nselect 2\n as two;\nselect 3 as three"))
    code, answer, _ = ask()
    assert code == 0
    assert answer.split() == ["one", "---", "1", "two", "---", "2", "three", "-----", "3"]


def test_shell_answers_in_the_form_asked_for_and_knows_its_commands(ask, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("select 1 as one;\n.tables\n.quit\nselect 2 as two;"))
    code, answer, _ = ask("--format", "json")
    assert code == 0
    assert [json.loads(line) for line in answer.splitlines()] == [{"one": 1}]


def test_reader_may_stop_reading(ask, warehouse):
    ask("select 1")
    command = f"{PROJECT}/scripts/query --warehouse {warehouse.published} --format csv 'from range(1000000)' | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("range", "")
