"""Clusters against the pairs of tests/clusters, which were judged by reading and developed on; see docs/resolution.md.

The least values are what was measured, so that a change for the worse shows; they are not what is aimed at.
"""

import pytest

from scripts.commands.measure_clusters import score
from scripts.warehouse.files import Warehouse


@pytest.mark.integration
@pytest.mark.parametrize(
    ("kind", "least_precision", "least_recall"),
    [("articles", 0.98, 0.95), ("entities", 0.97, 0.94), ("meetings", 0.93, 0.85), ("incidents", 0.97, 0.78)],
)
def test_judged_pairs(kind, least_precision, least_recall, corpus: Warehouse, report):
    with corpus.read() as connection:
        measured = score(connection, kind)
    report(str(measured))
    assert measured.precision >= least_precision
    assert measured.recall >= least_recall
