"""dbt on Spark, in an environment of its own (.venv-spark): the raw tables, then a command of dbt, in one session."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from dbt.cli.main import dbtRunner

from scripts.warehouse.dbt_answer import outcome_of, show_progress
from scripts.warehouse.outcome import Outcome, end_progress

PROJECT = Path(__file__).resolve().parents[2]
PLACES = ["--target", "spark", "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--log-level", "none"]


def run(raw: str, command: Sequence[str]) -> Outcome:
    """Run a `command` of dbt in a session whose raw tables are Parquet files in the folder or at the address `raw`."""
    runner = dbtRunner(callbacks=[show_progress])
    registered = runner.invoke(["run-operation", "register_raw", "--args", json.dumps({"folder": raw}), *PLACES])
    if not registered.success:
        return outcome_of(registered)
    outcome = outcome_of(runner.invoke([*command, *PLACES]))
    end_progress()
    return outcome


def main() -> int:
    """Run the command that stands after the options, and write what it came to as JSON."""
    parser = argparse.ArgumentParser(prog="python -m scripts.spark.session", description=__doc__)
    parser.add_argument("raw", help="folder or address of the raw Parquet files, one folder for each table")
    parser.add_argument("outcome", type=Path, help="file to write the outcome to")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what dbt is to do: build --exclude ...")
    arguments = parser.parse_args()
    # Workers on this machine use the same Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    outcome = run(arguments.raw, arguments.command)
    arguments.outcome.write_text(json.dumps(asdict(outcome)), encoding="utf-8")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
