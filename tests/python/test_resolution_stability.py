"""The same meetings, incidents and copies, whatever else is loaded and in whatever order."""

import json
import random
from pathlib import Path

import pytest

from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.layout import ensure_layout
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import Warehouse

TOLD = [
    (
        "first",
        "2018-05-02T09:00:00Z",
        "Shelling killed 14 people in the town of Douma on Tuesday, rescuers said. The shells fell on a market "
        "in the middle of the town while people were shopping for the holiday, and three houses near it burned down.",
    ),
    (
        "rising",
        "2018-05-02T18:00:00Z",
        "The death toll from shelling in Douma on Tuesday has risen to 19, a doctor said.",
    ),
    (
        "copy",
        "2018-05-03T07:00:00Z",
        "Shelling killed 14 people in the town of Douma on Tuesday, rescuers said. The shells fell on a market "
        "in the middle of the town while people were shopping for the holiday, and three houses near it burned down.",
    ),
    (
        "talks",
        "2018-05-03T08:00:00Z",
        "Russian President Vladimir Putin met Turkish President Recep Tayyip Erdogan in Moscow on Wednesday.",
    ),
    (
        "talks-again",
        "2018-05-03T12:00:00Z",
        "Turkish President Recep Tayyip Erdogan met Russian President Vladimir Putin on Wednesday.",
    ),
]
UNRELATED = [
    (
        "other-town",
        "2018-05-02T10:00:00Z",
        "A car bomb killed six policemen in the Iraqi city of Kirkuk on Tuesday.",
    ),
    (
        "other-talks",
        "2018-05-04T10:00:00Z",
        "Iranian Foreign Minister Javad Zarif met Iraqi Prime Minister Haider al-Abadi in Baghdad on Thursday.",
    ),
]
CLUSTERS = """
    select articles.external_id, incident_id as cluster_id
    from marts.fct_casualty_figures inner join marts.dim_articles as articles using (article_id)
    union all
    select articles.external_id, meeting_id
    from marts.fct_meeting_reports inner join marts.dim_articles as articles using (article_id)
    union all
    select articles.external_id, articles.duplicate_of_article_id from marts.dim_articles as articles
    order by all
"""


def clusters(folder: Path, articles: list[tuple[str, str, str]]) -> list[tuple]:
    """Load `articles` (id, time of publication, text) in their order, build, and list every article's clusters."""
    folder.mkdir()
    warehouse = Warehouse(folder / "warehouse" / "test.duckdb")
    # The id of an article depends on the name of its file, which must not differ.
    for name, published_at, text in articles:
        record = {"id": name, "publisher": name, "published_at": published_at, "title": name, "text": text}
        source = folder.parent / f"{name}.jsonl"
        source.write_text(json.dumps(record) + "\n", encoding="utf-8")
        with warehouse.open_work() as connection:
            load_input(connection, named_input(str(source), Settings()))
    with warehouse.open_work() as connection:
        ensure_layout(connection)
        load_gazetteer(connection)
    wanted = ["+fct_meeting_reports", "+fct_casualty_figures", "+dim_articles"]
    outcome = run_dbt(warehouse, ["build", "--exclude-resource-type", "test", "unit_test", "--select", *wanted])
    assert not outcome.failures
    with warehouse.open_work() as connection:
        return connection.execute(CLUSTERS).fetchall()


@pytest.mark.integration
def test_clusters_depend_neither_on_order_nor_on_other_articles(tmp_path):
    alone = clusters(tmp_path / "alone", TOLD)
    mixed = [*TOLD, *UNRELATED]
    random.Random(7).shuffle(mixed)
    among_others = clusters(tmp_path / "among_others", mixed)
    told = {name for name, _, _ in TOLD}
    assert [row for row in among_others if row[0] in told] == alone

    of_article: dict[str, set[str]] = {}
    for name, cluster_id in alone:
        of_article.setdefault(name, set()).add(cluster_id)
    assert len(of_article["first"] & of_article["rising"] & of_article["copy"] - {None}) == 1
    assert len(of_article["talks"] & of_article["talks-again"] - {None}) == 1
