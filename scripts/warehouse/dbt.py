"""dbt on DuckDB, in this process, with a progress line instead of its log."""

import os

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest

from scripts.warehouse.files import PROJECT, Warehouse
from scripts.warehouse.outcome import Outcome, end_progress, outcome_of, show_progress


def parse_project(warehouse: Warehouse) -> Manifest:
    """The project as dbt understands it, for runs that need not parse it again. Raises RuntimeError where it cannot."""
    answer = _invoke(warehouse, ["parse"], None)
    if not answer.success:
        raise RuntimeError(str(answer.exception).strip())
    return answer.result


def run_dbt(warehouse: Warehouse, arguments: list[str], manifest: Manifest | None = None) -> Outcome:
    """Run dbt with `arguments` against the work file of `warehouse`; its log goes to logs/dbt.log.

    With a `manifest` the project is not parsed again; it must be of a warehouse whose files have the same names.
    """
    return outcome_of(_invoke(warehouse, arguments, manifest))


def _invoke(warehouse: Warehouse, arguments: list[str], manifest: Manifest | None) -> dbtRunnerResult:
    os.environ["ATTESTED_WORK_FILE"] = str(warehouse.work)
    os.environ["ATTESTED_TARGET"] = str(warehouse.target)
    places = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    answer = dbtRunner(manifest, callbacks=[show_progress]).invoke([*arguments, *places, "--log-level", "none"])
    DuckDBConnectionManager.close_all_connections()
    end_progress()
    return answer
