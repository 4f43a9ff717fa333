"""dbt on DuckDB, in this process, with a progress line instead of its log."""

import os

from scripts.warehouse.files import PROJECT, Warehouse
from scripts.warehouse.outcome import Outcome, end_progress


def run_dbt(warehouse: Warehouse, arguments: list[str]) -> Outcome:
    """Run dbt with `arguments` against the work file of `warehouse`; its log goes to logs/dbt.log."""
    # Importing dbt takes longer than most commands that can do without it.
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    from scripts.warehouse.dbt_answer import outcome_of, show_progress

    os.environ["ATTESTED_WORK_FILE"] = str(warehouse.work)
    os.environ["ATTESTED_TARGET"] = str(warehouse.target)
    places = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    answer = dbtRunner(callbacks=[show_progress]).invoke([*arguments, *places, "--log-level", "none"])
    DuckDBConnectionManager.close_all_connections()
    end_progress()
    return outcome_of(answer)
