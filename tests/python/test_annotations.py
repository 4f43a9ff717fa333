"""Annotations must be usable: every quotation stands verbatim in its article, every label is one of the guide's.

The corpus itself is not part of the project: where ../shared is not beside it, its annotations are checked for their
labels only.
"""

import gzip
import json
from pathlib import Path

import pytest

from scripts.warehouse.files import PROJECT

SAMPLES = PROJECT / "samples"
ANNOTATED = PROJECT / "tests" / "annotations"
WRITTEN_ANNOTATIONS = sorted(ANNOTATED.glob("written*.jsonl"))
CORPUS_ANNOTATIONS = sorted(set(ANNOTATED.glob("*.jsonl")) - set(WRITTEN_ANNOTATIONS))
ANNOTATIONS = [SAMPLES / "expected.jsonl", *WRITTEN_ANNOTATIONS, *CORPUS_ANNOTATIONS]
WRITTEN = PROJECT / "tests" / "articles" / "written.jsonl"
CORPUS = PROJECT.parent / "shared" / "corpus" / "articles.jsonl.gz"

LABELS = {
    "meetings": {"status": {"held", "planned", "cancelled"}, "mode": {"in_person", "phone", "video"}},
    "casualties": {
        "kind": {"killed", "injured", "missing", "captured", "displaced", "casualties"},
        "qualifier": {"exact", "at_least", "more_than", "up_to", "about", "nearly", "vague"},
        "scope": {"event", "period", "cumulative"},
    },
    "control": {
        "relation": {"controls", "captured", "lost", "withdrew", "besieges", "contests"},
        "stance": {"asserted", "denied"},
    },
}


def read_lines(path: Path) -> list[dict]:
    """Return the JSON objects of a file, one per line; raises ValueError on a line that is not JSON."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sample_texts() -> dict[str, str]:
    """Return title and text of every readable sample article by its external id."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (SAMPLES / "articles").glob("*.txt")}
    for line in (SAMPLES / "articles" / "agency-feed.jsonl").read_text(encoding="utf-8").splitlines():
        try:
            article = json.loads(line)
        except ValueError:
            continue
        texts[article["id"]] = f"{article['title']}\n{article['text']}"
    return texts


def written_texts() -> dict[str, str]:
    """Return title and text of every article that was written for the project by id."""
    return {article["id"]: f"{article['title']}\n{article['text']}" for article in read_lines(WRITTEN)}


def corpus_texts() -> dict[str, str]:
    """Return title and text of every article of the shared corpus by id; skips the test where there is none."""
    if not CORPUS.exists():
        pytest.skip("needs ../shared/corpus/articles.jsonl.gz, which the quotations are from")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        return {a["id"]: f"{a['title'] or ''}\n{a['text']}" for a in map(json.loads, lines)}


def records(annotations: list[dict]):
    """Yield (article id, fact type, record) for each record of annotated articles."""
    for article in annotations:
        for fact_type in LABELS:
            for record in article[fact_type]:
                yield article["article_id"], fact_type, record


@pytest.mark.parametrize(
    ("annotations", "texts"),
    [
        (SAMPLES / "expected.jsonl", sample_texts),
        *((path, written_texts) for path in WRITTEN_ANNOTATIONS),
        *((path, corpus_texts) for path in CORPUS_ANNOTATIONS),
    ],
    ids=[path.stem for path in ANNOTATIONS],
)
def test_every_quotation_is_verbatim(annotations, texts):
    texts = texts()
    missing = [
        (article_id, record["evidence"])
        for article_id, _, record in records(read_lines(annotations))
        if record["evidence"] not in texts[article_id]
    ]
    assert missing == []


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_labels_are_those_of_the_guide(path):
    annotations = read_lines(path)
    assert len({a["article_id"] for a in annotations}) == len(annotations)
    for article_id, fact_type, record in records(annotations):
        for field, allowed in LABELS[fact_type].items():
            assert record[field] in allowed, (article_id, record)
        if fact_type == "control" and record["share"] is not None:
            assert 0 <= record["share"] <= 1 and record["share_text"], (article_id, record)
        if fact_type == "casualties":
            assert (record["qualifier"] == "vague") <= (record["value"] is None), (article_id, record)


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_no_record_stands_twice(path):
    seen = [(a, t, json.dumps(r, sort_keys=True)) for a, t, r in records(read_lines(path))]
    assert len(seen) == len(set(seen))


def test_no_article_is_annotated_twice():
    articles = [annotated["article_id"] for path in ANNOTATIONS for annotated in read_lines(path)]
    assert len(articles) == len(set(articles))


def test_samples_annotate_every_article():
    assert {a["article_id"] for a in read_lines(SAMPLES / "expected.jsonl")} == set(sample_texts())
