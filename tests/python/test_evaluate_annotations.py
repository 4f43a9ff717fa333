"""What the loader of annotations keeps, replaces and refuses."""

import json

import duckdb
import pytest

from scripts.loaders import annotations

RECORD = {"kind": "killed", "value": 3, "evidence": "three dead", "attributed_to": []}
ARTICLES = [
    {"article_id": "a", "meetings": [], "casualties": [RECORD, RECORD | {"optional": True}], "control": []},
    {"article_id": "b", "meetings": [], "casualties": [], "control": []},
]


@pytest.fixture
def connection():
    with duckdb.connect() as connection:
        annotations.create_tables(connection)
        yield connection


def write_gold(path, articles):
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def rows(connection, table):
    return sorted(connection.execute(f"select * from raw.{table}").fetchall())


def test_records_and_articles_without_records_are_loaded(connection, tmp_path):
    annotations.load_gold(connection, write_gold(tmp_path / "gold.jsonl", ARTICLES))
    assert rows(connection, "annotated_articles") == [("gold.jsonl", "a"), ("gold.jsonl", "b")]
    loaded = connection.execute(
        "select gold_file, external_id, record_kind, record_index, is_optional, evidence, record::json ->> 'value'"
        " from raw.annotations order by record_index"
    ).fetchall()
    assert loaded == [
        ("gold.jsonl", "a", "casualty", 0, False, "three dead", "3"),
        ("gold.jsonl", "a", "casualty", 1, True, "three dead", "3"),
    ]


def test_loading_twice_changes_nothing(connection, tmp_path):
    gold = write_gold(tmp_path / "gold.jsonl", ARTICLES)
    annotations.load_gold(connection, gold)
    before = rows(connection, "annotations"), rows(connection, "annotated_articles")
    annotations.load_gold(connection, gold)
    assert (rows(connection, "annotations"), rows(connection, "annotated_articles")) == before


def test_a_corrected_file_replaces_its_records_and_no_others(connection, tmp_path):
    annotations.load_gold(connection, write_gold(tmp_path / "other.jsonl", ARTICLES))
    annotations.load_gold(connection, write_gold(tmp_path / "gold.jsonl", ARTICLES))
    annotations.load_gold(connection, write_gold(tmp_path / "gold.jsonl", ARTICLES[1:]))
    assert rows(connection, "annotated_articles") == [("gold.jsonl", "b"), ("other.jsonl", "a"), ("other.jsonl", "b")]
    assert {row[1] for row in rows(connection, "annotations")} == {"other.jsonl"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{}\n", "line 1: not an annotated article"),
        ("\n[]\n", "line 2: not an annotated article"),
        ('{"article_id": "a"\n', "line 1: not an annotated article"),
        ('{"article_id": "a"}\n{"article_id": "a"}\n', "line 2: a is annotated twice"),
        ('{"article_id": "a", "control": [{"actor": "rebels"}]}\n', r"line 1: control\[0\] has no evidence"),
    ],
)
def test_what_does_not_follow_the_guide_is_refused_with_its_line(tmp_path, content, complaint):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(content, encoding="utf-8")
    with pytest.raises(annotations.AnnotationError, match=complaint):
        annotations.read_gold(gold)


def test_tolls_are_the_sum_of_civilians_and_others(connection, tmp_path):
    labels = tmp_path / "labels.csv"
    labels.write_text("unit_id,nb_civilians,nb_noncivilians\n1,2,3\n2,,0\n", encoding="utf-8")
    annotations.load_tolls(connection, labels)
    annotations.load_tolls(connection, labels)
    assert rows(connection, "labelled_tolls") == [("labels.csv", "1", 5), ("labels.csv", "2", 0)]


def test_a_file_without_tolls_is_refused(connection, tmp_path):
    labels = tmp_path / "labels.csv"
    labels.write_text("unit_id,dead\n1,2\n", encoding="utf-8")
    with pytest.raises(annotations.AnnotationError, match="not a file of labelled death tolls"):
        annotations.load_tolls(connection, labels)
