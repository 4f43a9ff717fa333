"""Copies and incidents against judged pairs (tests/clusters), which they were developed on; see docs/resolution.md.

The least values are what was measured, so that a change for the worse shows; they are not what is aimed at.
"""

import csv
import os
from pathlib import Path

import duckdb
import pytest

PAIRS = Path(__file__).parents[1] / "clusters"
COPIES = """
    select distinct left(a.content_hash, 8), left(b.content_hash, 8)
    from marts.dim_articles as a
    inner join marts.dim_articles as b
        on coalesce(a.duplicate_of_article_id, a.article_id) = coalesce(b.duplicate_of_article_id, b.article_id)
"""
INCIDENTS = """
    with figures as (
        select left(articles.content_hash, 8) as article, figures.*
        from marts.fct_casualty_figures as figures inner join marts.dim_articles as articles using (article_id)
        where not figures.is_part
    )
    select distinct a.article, b.article, a.outcome, cast(a.value as varchar), cast(b.value as varchar)
    from figures as a inner join figures as b using (incident_id)
"""


@pytest.mark.parametrize(
    ("name", "query", "least_precision", "least_recall"),
    [("articles", COPIES, 0.92, 0.89), ("incidents", INCIDENTS, 0.90, 0.55)],
)
def test_judged_pairs(name, query, least_precision, least_recall, report):
    corpus = os.environ.get("ATTESTED_CORPUS")
    if not corpus:
        pytest.skip("needs ATTESTED_CORPUS, a warehouse built from the corpus that the pairs are from")
    with duckdb.connect(corpus, read_only=True) as connection:
        found = set(connection.execute(query).fetchall())
    with (PAIRS / f"{name}.csv").open(encoding="utf-8") as file:
        pairs = [tuple(row.values()) for row in csv.DictReader(file)]
    same = {pair[:-1] for pair in pairs if pair[-1] == "true"}
    other = {pair[:-1] for pair in pairs if pair[-1] == "false"}
    hits, errors = len(same & found), len(other & found)
    precision, recall = hits / (hits + errors), hits / len(same)
    report(f"{name}: {len(same)} + {len(other)} pairs, precision {precision:.2f}, recall {recall:.2f}")
    assert precision >= least_precision
    assert recall >= least_recall
