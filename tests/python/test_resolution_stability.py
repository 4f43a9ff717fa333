"""The same meetings, incidents, copies and entities, whatever else is loaded and in whatever order."""

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
TOWNS = ["Kirkuk", "Tikrit", "Taiz", "Kunduz", "Mykolaiv", "Sirte"]
OFFICIALS = ["Iranian Foreign Minister Javad Zarif", "Iraqi Prime Minister Haider al-Abadi", "U.S. Senator John McCain"]
CLUSTERS = """
    select articles.external_id, 'incident' as kind, incident_id as cluster_id
    from marts.fct_casualty_figures inner join marts.dim_articles as articles using (article_id)
    union all
    select articles.external_id, 'meeting', meeting_id
    from marts.fct_meeting_reports inner join marts.dim_articles as articles using (article_id)
    union all
    select articles.external_id, 'copy', articles.duplicate_of_article_id from marts.dim_articles as articles
    union all
    select articles.external_id, 'entity', mentions.entity_id
    from marts.bridge_entity_mentions as mentions inner join marts.dim_articles as articles using (article_id)
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
    wanted = ["+fct_meeting_reports", "+fct_casualty_figures", "+dim_articles", "+bridge_entity_mentions"]
    outcome = run_dbt(warehouse, ["build", "--exclude-resource-type", "test", "unit_test", "--select", *wanted])
    assert not outcome.failures
    with warehouse.open_work() as connection:
        return connection.execute(CLUSTERS).fetchall()


def unrelated(chance: random.Random) -> list[tuple[str, str, str]]:
    """Up to eight articles about other towns and other people, of the same days."""
    articles = []
    for number in range(chance.randint(4, 8)):
        published_at = f"2018-05-0{chance.randint(1, 5)}T{chance.randint(10, 23)}:00:00Z"
        if chance.random() < 0.6:
            text = (
                f"A car bomb killed {chance.randint(3, 40)} policemen in the city of {chance.choice(TOWNS)} on Tuesday."
            )
        else:
            one, other = chance.sample(OFFICIALS, 2)
            text = f"{one} met {other} in Baghdad on Wednesday."
        articles.append((f"unrelated-{number}", published_at, text))
    return articles


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple]]:
    """The articles by themselves, and the folder that they were loaded from."""
    folder = tmp_path_factory.mktemp("stability")
    return folder, clusters(folder / "alone", TOLD)


@pytest.mark.integration
def test_the_articles_hang_together(alone):
    def shared(kind: str, *names: str) -> set[str]:
        members = [{row[2] for row in alone[1] if row[:2] == (name, kind)} for name in names]
        return set.intersection(*members) - {None}

    assert len(shared("incident", "first", "rising", "copy")) == 1
    assert len(shared("meeting", "talks", "talks-again")) == 1
    assert len(shared("entity", "talks", "talks-again")) >= 2


@pytest.mark.integration
@pytest.mark.parametrize("seed", [7, 23])
def test_clusters_depend_neither_on_order_nor_on_other_articles(seed, alone):
    folder, rows_alone = alone
    chance = random.Random(seed)
    mixed = [*TOLD, *unrelated(chance)]
    chance.shuffle(mixed)
    among_others = clusters(folder / f"among-others-{seed}", mixed)
    told = {name for name, _, _ in TOLD}
    assert [row for row in among_others if row[0] in told] == rows_alone
