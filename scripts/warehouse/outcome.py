"""What a run of dbt came to, whichever engine it used, and a progress line meanwhile."""

import sys
from dataclasses import dataclass, field

from dbt.cli.main import dbtRunnerResult
from dbt.contracts.results import NodeStatus

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
    if event.info.name == "LogStartLine" and sys.stderr.isatty():
        data = event.data
        print(f"\r\033[K{data.index}/{data.total} {data.description}"[:110], end="", file=sys.stderr, flush=True)


def end_progress() -> None:
    """Clear that line."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
