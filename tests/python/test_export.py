"""scripts/export: files and databases say the same as the warehouse, on the samples that scripts/test has built."""

import csv
import hashlib
import importlib
import json
import os
import subprocess
from collections.abc import Iterable

import duckdb
import pytest
from database import serving

from scripts.exporting.dictionary import Table, foreign_keys, tables
from scripts.exporting.package import TYPES, write_package
from scripts.exporting.spreadsheets import harmless_cells
from scripts.warehouse.copying import copy_whole
from scripts.warehouse.files import PROJECT, warehouse_at

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
with_samples = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")
IN_DUCKDB = {type_: name for name, type_ in TYPES.items() if name != "INTEGER"}


@pytest.fixture(scope="module")
def samples():
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def package(samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    write_package(samples, folder)
    return folder


def described(package) -> dict:
    return json.loads((package / "datapackage.json").read_text(encoding="utf-8"))


@with_samples
def test_every_table_and_column_has_a_meaning_and_every_table_a_key(samples):
    found = tables(samples)
    assert {table.schema for table in found} == {"answers", "marts"}
    assert [table.name for table in found if not (table.meaning and table.primary_key)] == []
    assert [(table.name, column.name) for table in found for column in table.columns if not column.meaning] == []
    for table in found:
        key = ", ".join(table.primary_key)
        query = f"select count(*) = count(distinct ({key})) from {table.schema}.{table.name}"
        assert samples.execute(query).fetchone() == (True,), table.name


def test_key_is_what_the_description_ends_with():
    def key(meaning: str) -> list[str]:
        return Table("marts", "some", meaning).primary_key

    assert key("Claims. Primary key `claim_id`.") == ["claim_id"]
    assert key("Spans. Primary key `claim_id`, `evidence_index`.") == ["claim_id", "evidence_index"]
    assert key("Runs. Primary key `claim_id, passage_index`.") == ["claim_id", "passage_index"]
    assert key("Nothing said.") == []


@with_samples
def test_foreign_keys_lead_to_the_one_table_that_a_column_names(samples):
    found = {table.name: table for table in tables(samples)}
    keys = foreign_keys(found["fct_casualty_figures"], list(found.values()))
    assert {column: other.name for column, other in keys.items()} == {
        "article_id": "dim_articles",
        "incident_id": "fct_incidents",
        "place_id": "dim_places",
    }


def same(rows: Iterable[Iterable[object]]) -> list[list[str]]:
    """Rows in an order of their own, as texts; an empty text and none are the same, as they are in CSV."""
    return sorted(["" if value is None else str(value) for value in row] for row in rows)


@with_samples
def test_files_hold_what_the_warehouse_holds(samples, package):
    for resource in described(package)["resources"]:
        path = package / resource["path"]
        schema = resource["schema"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == resource["hash"].removeprefix("sha256:")
        assert path.stat().st_size == resource["bytes"]
        table = "/".join(path.with_suffix("").parts[-2:]).replace("/", ".")
        if resource["format"] == "parquet":
            read = f"select * from '{path}'"
        else:
            types = ", ".join(f"'{each['name']}': '{IN_DUCKDB[each['type']]}'" for each in schema["fields"])
            options = (
                f"columns = {{{types}}}, header = true, quote = '\"', escape = '\"', delim = ',', auto_detect = false"
            )
            read = f"select * from read_csv('{path}', {options})"
        theirs, ours = (samples.execute(query).fetchall() for query in (read, f"select * from {table}"))
        if resource["format"] == "csv":
            ours = map(harmless_cells, ours)
        assert same(theirs) == same(ours), resource["name"]


@with_samples
def test_same_warehouse_gives_the_same_bytes(samples, package, tmp_path):
    write_package(samples, tmp_path)
    assert (tmp_path / "datapackage.json").read_bytes() == (package / "datapackage.json").read_bytes()


@with_samples
def test_formulas_are_harmless_in_csv_and_whole_in_parquet(tmp_path):
    copy = tmp_path / "formula.duckdb"
    copy_whole(warehouse_at(SAMPLES).published, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute("update marts.dim_articles set title = '=1+1'")
        write_package(connection, tmp_path)
    with (tmp_path / "csv" / "marts" / "dim_articles.csv").open(encoding="utf-8", newline="") as file:
        assert {row["title"] for row in csv.DictReader(file)} == {"'=1+1"}
    parquet = tmp_path / "parquet" / "marts" / "dim_articles.parquet"
    assert duckdb.sql(f"select distinct title from '{parquet}'").fetchall() == [("=1+1",)]


def exported(to: object) -> subprocess.CompletedProcess:
    command = [PROJECT / "scripts" / "export", "--warehouse", SAMPLES, to]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@with_samples
@pytest.mark.integration
def test_postgresql_holds_the_same_with_types_keys_and_comments(samples, tmp_path):
    found = tables(samples)
    with serving() as address:
        for _ in range(2):
            done = exported(address)
            assert done.returncode == 0, done.stderr
        importlib.invalidate_caches()
        psycopg = importlib.import_module("psycopg")
        with psycopg.connect(address) as database:
            for table in found:
                query = f"select * from {table.schema}.{table.name}"
                ours, theirs = samples.execute(query).fetchall(), database.execute(query).fetchall()
                assert same(ours) == same(theirs), table.name
            comments = database.execute(
                "select obj_description('marts.fct_casualty_figures'::regclass), "
                "col_description('marts.fct_casualty_figures'::regclass, 1)"
            ).fetchone()
            assert comments[0].endswith("Primary key `claim_id`.")
            assert comments[1].startswith("Id derived from")
            kinds = database.execute(
                "select contype::text, count(*)::int from pg_constraint "
                "where connamespace = 'marts'::regnamespace and contype in ('p', 'f') group by 1"
            ).fetchall()
            marts = [table for table in found if table.schema == "marts"]
            links = sum(len(foreign_keys(table, found)) for table in marts)
            assert dict(kinds) == {"p": len(marts), "f": links}
    refused = exported("postgresql://nobody@127.0.0.1:1/none")
    assert (refused.returncode, "Traceback" in refused.stderr) == (1, False)


@with_samples
@pytest.mark.integration
def test_sqlalchemy_sees_tables_views_types_keys_and_comments(tmp_path):
    # A file of its own: within one process, all connections to a file must have been opened alike.
    copy = tmp_path / "samples.duckdb"
    copy_whole(warehouse_at(SAMPLES).published, copy)
    subprocess.run([PROJECT / "scripts" / "setup", "requirements-bi.txt"], check=True, capture_output=True)
    importlib.invalidate_caches()
    sqlalchemy = importlib.import_module("sqlalchemy")
    importlib.import_module("bi.keyed_dialect")
    engine = sqlalchemy.create_engine(f"duckdb+attested:///{copy}", connect_args={"read_only": True})
    try:
        inspector = sqlalchemy.inspect(engine)
        assert "fct_casualty_figures" in inspector.get_table_names("marts")
        assert "disputes" in inspector.get_view_names("answers")
        assert "Primary key `claim_id`." in inspector.get_table_comment("fct_casualty_figures", "marts")["text"]
        columns = {column["name"]: column for column in inspector.get_columns("fct_casualty_figures", "marts")}
        assert columns["value"]["comment"].startswith("Number of people as stated")
        figures = sqlalchemy.Table("fct_casualty_figures", sqlalchemy.MetaData(), schema="marts", autoload_with=engine)
        assert inspector.get_pk_constraint("bridge_claim_evidence", "marts")["constrained_columns"] == [
            "claim_id",
            "evidence_index",
        ]
        assert [column.name for column in figures.primary_key] == ["claim_id"]
        assert "article_id" in {key.parent.name for key in figures.foreign_keys}
        with engine.connect() as connection:
            query = sqlalchemy.select(figures.c.value_high).where(figures.c.original_value == "between 15 and 20")
            assert connection.execute(query).scalar_one() == 20
    finally:
        engine.dispose()
