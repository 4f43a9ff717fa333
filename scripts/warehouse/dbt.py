"""dbt, in this process, with a progress line instead of its log."""

import os
import sys
from dataclasses import dataclass, field

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner
from dbt.contracts.results import NodeStatus

from scripts.warehouse.files import PROJECT, Warehouse

BAD = {NodeStatus.Error, NodeStatus.Fail, NodeStatus.RuntimeErr}
TESTS = {"test", "unit_test"}


@dataclass
class Outcome:
    """What a run of dbt came to: counts, and a line for everything that did not hold."""

    models: int = 0
    tests_passed: int = 0
    failures: list[str] = field(default_factory=list)


def run_dbt(warehouse: Warehouse, arguments: list[str]) -> Outcome:
    """Run dbt with `arguments` against the work file of `warehouse`; its log goes to logs/dbt.log."""
    os.environ["ATTESTED_WORK_FILE"] = str(warehouse.work)
    os.environ["ATTESTED_TARGET"] = str(warehouse.target)
    places = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    answer = dbtRunner(callbacks=[_show]).invoke([*arguments, *places, "--log-level", "none"])
    DuckDBConnectionManager.close_all_connections()
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    outcome = Outcome()
    if answer.exception is not None:
        outcome.failures.append(str(answer.exception).strip())
    for result in getattr(answer.result, "results", None) or []:
        kind = str(result.node.resource_type)
        if result.status in BAD:
            outcome.failures.append(f"{kind} {result.node.name}: {' '.join((result.message or '').split())[:300]}")
        elif result.status == NodeStatus.Pass and kind in TESTS:
            outcome.tests_passed += 1
        elif result.status == NodeStatus.Success:
            outcome.models += 1
    if not answer.success and not outcome.failures:
        outcome.failures.append("dbt did not succeed; see logs/dbt.log")
    return outcome


def _show(event) -> None:
    """One line on a terminal that says which of how many nodes is being built."""
    if event.info.name == "LogStartLine" and sys.stderr.isatty():
        data = event.data
        print(f"\r\033[K{data.index}/{data.total} {data.description}"[:110], end="", file=sys.stderr, flush=True)
