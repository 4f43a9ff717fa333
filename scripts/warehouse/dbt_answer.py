"""What dbt answers and tells while it runs, as an outcome and a progress line."""

from dbt.cli.main import dbtRunnerResult
from dbt.contracts.results import NodeStatus

from scripts.warehouse.outcome import Outcome, show_step

BAD = {NodeStatus.Error, NodeStatus.Fail, NodeStatus.RuntimeErr}
TESTS = {"test", "unit_test"}


def outcome_of(answer: dbtRunnerResult) -> Outcome:
    """What dbt answered, counted."""
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


def show_progress(event) -> None:
    """One line on a terminal that says which of how many nodes is being built; a callback for dbt's events."""
    if event.info.name == "LogStartLine":
        show_step(event.data.index, event.data.total, event.data.description)
