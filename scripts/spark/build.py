"""Every model on Spark instead of DuckDB: raw rows out as Parquet, dbt in a session of Spark, the tables as Parquet."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import duckdb

from scripts.spark.environment import ENVIRONMENT, SETTINGS, NoSpark
from scripts.warehouse.files import PROJECT, Warehouse, literal
from scripts.warehouse.outcome import Outcome

# Each is read whole by one processor at a time, so that a few thousand articles keep several busy.
ROWS_READ_TOGETHER = 2_000
# The evaluation is for DuckDB.
RAW_TABLES = """
    select table_name from duckdb_tables()
    where database_name = current_database() and schema_name = 'raw' and table_name != 'annotations'
"""


def build_on_spark(warehouse: Warehouse, command: list[str], master: str | None = None) -> Outcome:
    """Run a `command` of dbt on Spark over the raw rows of the work file; its tables take the place of the last ones.

    `master` is the address of a cluster; without one, Spark runs on the processors of this machine. The tables stand as
    Parquet in `tables_of(warehouse)`, and only if everything held. Spark has to be installed (environment.install).
    Raises NoSpark where it ends without an answer.
    """
    aside = tables_of(warehouse).with_suffix(".spark.work")
    shutil.rmtree(aside, ignore_errors=True)
    with warehouse.open_work() as connection:
        export_raw(connection, aside / "raw")
    outcome = _run_session(warehouse, aside, command, master)
    if not outcome.failures:
        shutil.rmtree(tables_of(warehouse), ignore_errors=True)
        aside.rename(tables_of(warehouse))
    return outcome


def tables_of(warehouse: Warehouse) -> Path:
    """The folder with the tables that Spark made: SCHEMA.db/TABLE, Parquet files each."""
    return warehouse.published.with_suffix(".spark")


def export_raw(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write every raw table of a work file as Parquet, each into a folder of its own in `folder`."""
    for (table,) in connection.execute(RAW_TABLES).fetchall():
        (folder / table).mkdir(parents=True)
        file = literal(folder / table / "rows.parquet")
        connection.execute(f"copy raw.{table} to {file} (format parquet, row_group_size {ROWS_READ_TOGETHER})")


def _run_session(warehouse: Warehouse, tables: Path, command: list[str], master: str | None) -> Outcome:
    """Run a `command` of dbt in a session of Spark that reads the raw files in the folder `tables` and writes there."""
    answer = tables / "outcome.json"
    environment = {
        "PYTHONPATH": str(PROJECT),
        "ATTESTED_TARGET": str(warehouse.target / "spark"),
        "ATTESTED_SPARK_TABLES": str(tables),
    }
    if master:
        environment["ATTESTED_SPARK_MASTER"] = master
    done = subprocess.run(
        [ENVIRONMENT / "bin" / "python", "-m", "scripts.spark.session", tables / "raw", answer, *command],
        env={"SPARK_CONF_DIR": str(SETTINGS), "SPARK_LOCAL_IP": "127.0.0.1"} | os.environ | environment,
        check=False,
    )
    if not answer.exists():
        raise NoSpark(f"Spark ended with exit code {done.returncode}; what it said stands above")
    return Outcome(**json.loads(answer.read_text(encoding="utf-8")))
