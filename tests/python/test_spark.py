"""Spark makes of the same raw rows what DuckDB makes of them: every mart, row for row."""

from pathlib import Path

import duckdb
import pytest
from conftest import SHARED, printed_by

from scripts.commands import build as build_command
from scripts.commands.build import SAMPLES, SPARK_BUILD
from scripts.commands.load import EXIT_FAILED
from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.spark.build import build_on_spark, tables_of
from scripts.spark.environment import NoSpark, install
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse

pytestmark = pytest.mark.integration

FROM_CORPUS = 500
MARTS = sorted(
    f"{folder}.{path.stem}"
    for folder in ("marts", "answers")
    for path in (PROJECT / "models" / folder).rglob("*.sql")
    if "violations" not in path.parts
)


@pytest.fixture(scope="module")
def spark() -> None:
    """Spark, installed; skips where that is not possible."""
    try:
        install()
    except NoSpark as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="module")
def on_both(spark, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The samples and, where they are at hand, the five articles and 500 of the corpus, built by both engines."""
    folder = tmp_path_factory.mktemp("spark")
    warehouse = Warehouse(folder / "both.duckdb")
    with warehouse.open_work() as connection:
        for path in [SAMPLES, *shared_inputs(folder)]:
            load_input(connection, named_input(str(path), Settings()))
        load_gazetteer(connection)
    assert run_dbt(warehouse, SPARK_BUILD).failures == []
    assert build_on_spark(warehouse, SPARK_BUILD).failures == []
    return warehouse


def shared_inputs(folder: Path) -> list[Path]:
    """The five articles, and a file with articles of the corpus chosen by their hash; none where there is no corpus."""
    if not SHARED.exists():
        return []
    some = folder / "some.jsonl"
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select * from read_json(?) order by md5(id) limit {FROM_CORPUS}) to '{some}' (format json)",
            [str(SHARED / "corpus" / "articles.jsonl.gz")],
        )
    return [SHARED / "articles", some]


def differences(warehouse: Warehouse, mart: str) -> tuple[int, list[tuple], list[tuple]]:
    """How many rows a mart has, those that DuckDB alone has, and those that Spark alone has."""
    schema, name = mart.split(".")
    files = tables_of(warehouse) / f"{schema}.db" / name / "*.parquet"
    with duckdb.connect(str(warehouse.work), read_only=True) as connection:
        connection.execute(f"create temp view on_spark as from read_parquet('{files}')")
        columns = [[row[:2] for row in connection.execute(f"describe {t}").fetchall()] for t in (mart, "on_spark")]
        assert columns[0] == columns[1]
        count = connection.execute(f"select count(*) from {mart}").fetchall()[0][0]
        return (
            count,
            connection.execute(f"from {mart} except all from on_spark").fetchall(),
            connection.execute(f"from on_spark except all from {mart}").fetchall(),
        )


@pytest.mark.parametrize("mart", MARTS)
def test_both_engines_give_the_same_rows(on_both, mart, report):
    count, on_duckdb_alone, on_spark_alone = differences(on_both, mart)
    assert (on_duckdb_alone[:3], on_spark_alone[:3]) == ([], [])
    report(f"spark: {mart} has the same {count:,} rows on both engines")


def test_there_was_something_to_compare(on_both):
    for fact in ("fct_casualty_figures", "fct_control_claims", "fct_meeting_reports", "fct_claim_conflicts"):
        assert differences(on_both, f"marts.{fact}")[0] > 0


def test_a_master_with_two_workers_gives_the_same(spark, tmp_path):
    warehouse = Warehouse(tmp_path / "cluster.duckdb")
    printed_by(["build", "--target", "spark", "--workers", "2", "--warehouse", warehouse.published, SAMPLES])
    assert run_dbt(warehouse, SPARK_BUILD).failures == []
    found = {mart: differences(warehouse, mart) for mart in MARTS}
    assert {mart: found[mart][1:] for mart in MARTS if any(found[mart][1:])} == {}
    assert found["marts.fct_casualty_figures"][0] > 3


def test_without_java_the_build_says_so_and_does_nothing(warehouse, monkeypatch, capsys):
    monkeypatch.setenv("JAVA_HOME", "/nowhere")
    monkeypatch.setattr("sys.argv", ["build", "--target", "spark", "--warehouse", str(warehouse.published)])
    assert build_command.main() == EXIT_FAILED
    assert "Spark needs Java 17" in capsys.readouterr().err
    assert not tables_of(warehouse).exists()
