"""dbt, in this process, with a progress line instead of its log."""

import os
import sys
from dataclasses import dataclass, field

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest
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

    def __add__(self, other: "Outcome") -> "Outcome":
        """What two runs came to together."""
        return Outcome(
            self.models + other.models, self.tests_passed + other.tests_passed, self.failures + other.failures
        )


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
    answer = _invoke(warehouse, arguments, manifest)
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


def _invoke(warehouse: Warehouse, arguments: list[str], manifest: Manifest | None) -> dbtRunnerResult:
    os.environ["ATTESTED_WORK_FILE"] = str(warehouse.work)
    os.environ["ATTESTED_TARGET"] = str(warehouse.target)
    places = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    answer = dbtRunner(manifest, callbacks=[_show]).invoke([*arguments, *places, "--log-level", "none"])
    DuckDBConnectionManager.close_all_connections()
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return answer


def _show(event) -> None:
    """One line on a terminal that says which of how many nodes is being built."""
    if event.info.name == "LogStartLine" and sys.stderr.isatty():
        data = event.data
        print(f"\r\033[K{data.index}/{data.total} {data.description}"[:110], end="", file=sys.stderr, flush=True)
