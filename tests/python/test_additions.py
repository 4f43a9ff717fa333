"""A build of what is new gives, row for row, what a build of everything gives."""

import json
import random
import resource
from pathlib import Path

import duckdb
import pytest
from conftest import SHARED

from scripts.commands import build as build_command
from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.layout import ensure_layout
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.warehouse import additions, running, state
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse
from scripts.warehouse.layers import COMPARING, Layer, layers_of
from scripts.warehouse.outcome import Outcome
from scripts.warehouse.statements import Statement, keep_statements, store

SEED = 20261122
BATCHES = 3
FROM_CORPUS = 60
MODELS_ONLY = ["--resource-type", "seed", "--resource-type", "model"]
COMPARED = "schema_name in ('staging', 'intermediate', 'marts', 'lineage', 'answers') and not temporary"


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The project, parsed."""
    warehouse = Warehouse(tmp_path_factory.mktemp("parsed") / "parsed.duckdb")
    assert run_dbt(warehouse, ["parse"]).failures == []
    return json.loads((warehouse.target / "manifest.json").read_text(encoding="utf-8"))


def test_what_reads_one_article_depends_on_nothing_that_compares_articles(manifest):
    layers = layers_of(manifest)
    models = {name: node for name, node in manifest["nodes"].items() if node["resource_type"] == "model"}
    reading = [
        name
        for name, node in models.items()
        if node["fqn"][1] in ("staging", "intermediate") and node["fqn"][1:3] != COMPARING
    ]
    assert len(reading) > 100
    assert [name for name in reading if layers[name] == Layer.ALL_ARTICLES] == []
    assert layers["seed.attested.world_persons"] == layers["model.attested.stg_places"] == Layer.WORLD
    assert layers["model.attested.bridge_claim_evidence"] == Layer.ARTICLE
    assert layers["model.attested.violation_document_changed"] == Layer.ARTICLE
    assert layers["model.attested.dim_publishers"] == Layer.ALL_ARTICLES


def articles(chance: random.Random) -> list[dict]:
    """The sample articles with texts of their own, and articles of the corpus where there is one; shuffled."""
    found = [
        {"id": path.name, "text": path.read_text(encoding="utf-8")}
        for path in sorted((PROJECT / "samples" / "articles").glob("*.txt"))
    ]
    if SHARED.exists():
        with duckdb.connect() as connection:
            rows = connection.execute(
                "select id, title, text, publisher, url, published_at from read_json(?) order by md5(id) limit ?",
                [str(SHARED / "corpus" / "articles.jsonl.gz"), FROM_CORPUS],
            ).fetchall()
        keys = ("id", "title", "text", "publisher", "url", "published_at")
        found += [dict(zip(keys, (value and str(value) for value in row), strict=True)) for row in rows]
    chance.shuffle(found)
    return found


def loaded(warehouse: Warehouse, folder: Path, name: str, batch: list[dict]) -> None:
    file = folder / f"{name}.jsonl"
    file.write_text("\n".join(map(json.dumps, batch)), encoding="utf-8")
    with warehouse.open_work() as connection:
        ensure_layout(connection)
        load_gazetteer(connection)
        load_input(connection, named_input(str(file), Settings()))


def everything_in(warehouse: Warehouse, copy: Path) -> list[str]:
    """Copy every table of the work file to another file; their names."""
    with duckdb.connect(str(copy)) as connection:
        connection.execute(f"attach '{warehouse.work}' as work (read_only)")
        tables = connection.execute(
            f"select schema_name, table_name from duckdb_tables() where database_name = 'work' and {COMPARED}"
        ).fetchall()
        for schema, name in tables:
            connection.execute(f"create schema if not exists {schema}")
            connection.execute(f"create table {schema}.{name} as select * from work.{schema}.{name}")
    return [f"{schema}.{name}" for schema, name in tables]


@pytest.mark.integration
def test_batches_in_any_order_give_what_everything_at_once_gives(tmp_path, warehouse):
    chance = random.Random(SEED)
    ahead = articles(chance)
    cuts = sorted(chance.sample(range(1, len(ahead)), BATCHES - 1))
    batches = [ahead[start:end] for start, end in zip([0, *cuts], [*cuts, len(ahead)], strict=True)]
    loaded(warehouse, tmp_path, "first", batches[0])
    assert run_dbt(warehouse, [*build_command.BUILD, *MODELS_ONLY]).failures == []
    keep_statements(warehouse)
    for number, batch in enumerate(batches[1:]):
        loaded(warehouse, tmp_path, f"batch{number}", batch)
        assert additions.count_unread(warehouse) == len(batch)
        assert additions.build_additions(warehouse).failures == []
        assert additions.count_unread(warehouse) == 0
    tables = everything_in(warehouse, tmp_path / "in_batches.duckdb")
    assert len(tables) > 100
    assert run_dbt(warehouse, [*build_command.BUILD, *MODELS_ONLY]).failures == []
    with duckdb.connect(str(warehouse.work), read_only=True) as connection:
        connection.execute(f"attach '{tmp_path / 'in_batches.duckdb'}' as batches (read_only)")
        for table in tables:
            one, other = f"from {table}", f"from batches.{table}"
            for left, right in ((one, other), (other, one)):
                rows = connection.execute(f"{left} except all {right}").fetchall()
                assert rows == [], f"{table}: {len(rows)} rows differ, such as {rows[0]}"
        facts = connection.execute("select count(*) from marts.fct_casualty_figures").fetchall()
    assert facts[0][0] > 5


def test_a_failed_build_of_everything_is_not_added_to(warehouse):
    with warehouse.open_work() as connection:
        ensure_layout(connection)
    assert not state.can_add(warehouse)
    state.begin_build(warehouse, "all")
    assert not state.can_add(warehouse)
    state.finish_build(warehouse, Outcome(1, 1))
    assert state.can_add(warehouse)
    state.begin_build(warehouse, "added")
    assert state.can_add(warehouse)
    state.begin_build(warehouse, "all")
    assert not state.can_add(warehouse)


def test_other_rules_read_everything_again(warehouse, monkeypatch):
    with warehouse.open_work() as connection:
        ensure_layout(connection)
    state.begin_build(warehouse, "all")
    state.finish_build(warehouse, Outcome(1, 1))
    monkeypatch.setattr(state, "project_fingerprint", lambda: "other rules")
    assert not state.can_add(warehouse)


def test_an_earlier_record_of_builds_is_no_reason_to_add(warehouse):
    with warehouse.open_work() as connection:
        ensure_layout(connection)
        connection.execute("create schema meta")
        connection.execute("create table meta.builds (finished_at timestamp, project_fingerprint varchar)")
        connection.execute("insert into meta.builds values (now(), ?)", [state.project_fingerprint()])
    assert not state.can_add(warehouse)
    state.begin_build(warehouse, "all")
    state.finish_build(warehouse, Outcome(1, 1))
    assert state.can_add(warehouse)


NAMES = "table", "staging.stg_articles", Layer.ARTICLE, [], None, "select article_id from raw.articles"
COUNTED = (
    "table",
    "marts.counted",
    Layer.ALL_ARTICLES,
    [0],
    None,
    "select count(*) as articles from staging.stg_articles",
)


@pytest.mark.parametrize(
    ("failing", "reason"),
    [
        (("test", "one", Layer.ARTICLE, [0], None, "select 3"), "test one: 3"),
        (("table", "staging.two", Layer.ARTICLE, [0], None, "select nothing"), "table staging.two: Binder Error"),
        (("test", "three", Layer.ALL_ARTICLES, [1], None, "select 5"), "test three: 5"),
        (("table", "marts.four", Layer.ALL_ARTICLES, [], None, "select nothing"), "table marts.four: Binder Error"),
    ],
)
def test_what_fails_leaves_the_work_file_as_it_was(counting, failing, reason):
    with counting.open_work() as connection:
        store(connection, [Statement(0, *NAMES), Statement(1, *COUNTED), Statement(2, *failing)])
    before = counting.published.read_bytes()
    failures = additions.build_additions(counting).failures
    assert len(failures) == 1
    assert failures[0].startswith(reason)
    assert_nothing_added(counting, before)
    with counting.open_work() as connection:
        store(connection, [Statement(0, *NAMES), Statement(1, *COUNTED)])
    assert additions.build_additions(counting) == Outcome(models=2)
    assert additions.count_unread(counting) == 0
    assert_no_leftovers(counting)


def test_that_goes_first_for_which_most_others_wait(monkeypatch):
    shape = {"alone": [], "first": [], "second": [1], "test of alone": [0], "third": [2]}
    statements = [
        Statement(position, "test" if "test" in name else "view", f'"{name}"', Layer.ARTICLE, parents, None, "select 1")
        for position, (name, parents) in enumerate(shape.items())
    ]
    taken = []
    monkeypatch.setattr(running, "show_step", lambda number, total, name: taken.append(name.strip('"')))
    monkeypatch.setattr(running.os, "cpu_count", lambda: 1)
    with duckdb.connect() as connection:
        assert running.run(connection, "memory", statements).failures == ['test "test of alone": 1']
    assert taken == ["first", "alone", "second", "test of alone", "third"]


def test_what_is_published_is_what_was_added(counting):
    assert additions.build_additions(counting) == Outcome(models=2)
    for opened in (counting.open_work(), counting.read()):
        with opened as connection:
            assert connection.execute("select count(*) from staging.stg_articles").fetchall() == [(1,)]
            assert connection.execute("from marts.counted").fetchall() == [(1,)]
            assert connection.execute("select finished_at is not null from meta.builds").fetchall() == [(True,)]


def test_a_full_disk_leaves_everything_as_it_was(counting):
    """A limit on the size of files stands in for the end of the disk."""
    with counting.open_work() as connection:
        connection.execute("create table more as select uuid() as word from range(100_000)")
    before = counting.published.read_bytes()
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (counting.work.stat().st_size - 1, unlimited[1]))
    try:
        with pytest.raises(OSError):
            additions.build_additions(counting)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert_nothing_added(counting, before)
    assert additions.build_additions(counting) == Outcome(models=2)


@pytest.fixture
def counting(tmp_path, warehouse) -> Warehouse:
    """A published warehouse of one model that counts articles, which has not read the one that was loaded."""
    loaded(warehouse, tmp_path, "first", [{"id": "a", "text": "One man was killed in Aleppo on Monday, police said."}])
    with warehouse.open_work() as connection:
        connection.execute("create schema staging; create schema marts")
        connection.execute("create table staging.stg_articles (article_id varchar)")
        connection.execute("create table marts.counted as select 0 as articles")
        store(connection, [Statement(0, *NAMES), Statement(1, *COUNTED)])
    warehouse.publish()
    return warehouse


def assert_nothing_added(warehouse: Warehouse, published: bytes) -> None:
    assert warehouse.published.read_bytes() == published
    assert additions.count_unread(warehouse) == 1
    with warehouse.open_work() as connection:
        assert connection.execute("from marts.counted").fetchall() == [(0,)]
    assert_no_leftovers(warehouse)


def assert_no_leftovers(warehouse: Warehouse) -> None:
    beside = [path.name for path in warehouse.work.parent.iterdir() if path.name.startswith(".")]
    assert beside == []
