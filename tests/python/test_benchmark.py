"""scripts/benchmark: articles that vary as they should, and figures that are those of what ran."""

import gzip
import importlib
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from conftest import BODY

from benchmarks import document
from benchmarks.articles import varied_articles
from benchmarks.references import SCAN, TOKENIZATION, query_seconds
from scripts.commands import benchmark
from scripts.warehouse.files import PROJECT

TEXT = f"{BODY} Lanterns glimmered beside puddles, kettles and stretchers until midnight."


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three articles, as JSON lines, gzip."""
    path = tmp_path / "source.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for name in "abc":
            article = {"id": name, "title": f"Title {name}", "text": TEXT, "published_at": "2018-05-02T09:00:00"}
            file.write(json.dumps(article) + "\n")
    return path


def test_variations_keep_what_the_grammar_knows_and_change_the_rest(source):
    articles = list(varied_articles(source, 9))
    assert len({article["id"] for article in articles}) == 9
    assert articles[0]["text"] == TEXT
    texts = {article["text"] for article in articles[::3]}
    assert len(texts) == 3
    for text in texts - {TEXT}:
        assert text.startswith("Shelling killed twelve people in the market of Sarmin on Tuesday, a monitor said.")
        changed = [now for now, before in zip(text.split(), TEXT.split(), strict=True) if now != before]
        assert len(changed) >= 2
    assert articles == list(varied_articles(source, 4)) + list(varied_articles(source, 5, first=4))
    assert articles[3]["published_at"] < articles[0]["published_at"]


def test_references_read_all_articles(tmp_path):
    work = tmp_path / "work.duckdb"
    with duckdb.connect(str(work)) as connection:
        connection.execute("create schema raw")
        connection.execute("create table raw.articles as select 'Two were killed.' as text from range(3)")
        assert connection.execute(SCAN).fetchall() == [(3,)]
        assert connection.execute(TOKENIZATION).fetchall() == [(12,)]
    assert query_seconds(work, SCAN) > 0


def test_without_articles_it_says_what_to_name(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["scripts/benchmark", "--source", str(tmp_path / "none.gz")])
    assert benchmark.main() == 2
    assert "--source" in capsys.readouterr().err


def test_without_room_it_says_how_much_it_wants(capsys, monkeypatch, source):
    monkeypatch.setattr(
        sys, "argv", ["scripts/benchmark", "--articles", "2379", "10000000000", "--source", str(source)]
    )
    assert benchmark.main() == 2
    assert "10,000,000,000 articles want about 3300000 GB" in capsys.readouterr().err


@pytest.mark.integration
def test_a_round_measures_every_part_and_is_kept_beside_others(capsys, monkeypatch, source, tmp_path):
    subprocess.run([PROJECT / "scripts" / "setup", "requirements-report.txt"], check=True, capture_output=True)
    importlib.invalidate_caches()
    page = tmp_path / "benchmarks.md"
    page.write_text("before\n<!-- rounds -->\nof the round before\n<!-- end rounds -->\nafter\n", encoding="utf-8")
    monkeypatch.setattr(document, "DOCUMENT", page)
    monkeypatch.setattr(document, "PICTURE", tmp_path / "picture.svg")
    others = json.loads(benchmark.RESULTS.read_text(encoding="utf-8"))
    (tmp_path / "results.json").write_text(json.dumps(others), encoding="utf-8")
    monkeypatch.setattr(benchmark, "RESULTS", tmp_path / "results.json")
    arguments = ["--articles", "6", "--tests-up-to", "0", "--source", str(source), "--keep"]
    monkeypatch.setattr(sys, "argv", ["scripts/benchmark", *arguments])
    assert benchmark.main() == 0
    measured, *kept = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert kept == others
    assert measured["models_made"] > 200
    assert all(measured[part] > 0 for part in ("scan", "tokenization", "load", "models", "added"))
    assert measured["whole_build"] is None
    shown = page.read_text(encoding="utf-8")
    assert shown.startswith("before\n")
    assert shown.endswith("after\n")
    assert f"| {6 / measured['models']:,.0f} |" in shown
    assert "<svg" in (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert "of the round before" not in capsys.readouterr().out + shown
