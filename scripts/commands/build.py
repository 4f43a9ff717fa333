"""Load inputs, build every model, run every test, and publish the warehouse if all of it held."""

import argparse
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.commands.load import EXIT_FAILED, add_settings, explain, load_all, named_inputs
from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.layout import ensure_layout
from scripts.loaders.loading import Named
from scripts.spark.build import build_on_spark, tables_of
from scripts.spark.cluster import cluster
from scripts.spark.environment import install
from scripts.warehouse.additions import build_additions, count_unread
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse, warehouse_at
from scripts.warehouse.lock import writing
from scripts.warehouse.outcome import Outcome
from scripts.warehouse.renewal import renew_work_file
from scripts.warehouse.state import begin_build, can_add, finish_build, is_current
from scripts.warehouse.statements import keep_statements
from scripts.warehouse.summary import show

# The evaluation needs annotations, and is built by scripts/evaluate; unit tests are about the models, whatever the
# articles, and run in scripts/test. A seed that has got another column since is made anew, not filled again.
BUILD = [
    *["build", "--full-refresh", "--exclude-resource-type", "unit_test"],
    *["--exclude", "tag:evaluation", "path:models/evaluation"],
]
# A test is a query of its own, which Spark takes long to plan; DuckDB runs the thousand of them in seconds.
SPARK_BUILD = [*BUILD, "--exclude-resource-type", "test"]
SAMPLES = PROJECT / "samples" / "articles"


def build(warehouse: Warehouse, inputs: list[Named]) -> int:
    """Load, build, test, publish; the exit code. The published file changes only if everything held."""
    started = time.monotonic()
    load_all(warehouse, inputs)
    if is_current(warehouse):
        print(f"nothing new: {warehouse.published} is up to date")
    else:
        outcome = _built(warehouse)
        if outcome.failures:
            return _failed(warehouse, outcome)
        seconds = time.monotonic() - started
        print(f"{outcome.models} models built, {outcome.tests_passed} tests passed in {seconds:.0f} seconds")
    with warehouse.read() as connection:
        show(connection, str(warehouse.published))
    return 0


def build_with_spark(warehouse: Warehouse, inputs: list[Named], master: str | None, workers: int) -> int:
    """Load with DuckDB, make every model with Spark; the exit code. The tables change only if every model was made.

    `master` is the address of a cluster; with `workers`, a cluster of so many is started on this machine.
    """
    started = time.monotonic()
    install()
    load_all(warehouse, inputs)
    _prepare(warehouse)
    print("building models with Spark", flush=True)
    with ExitStack() as running:
        if workers:
            folder = running.enter_context(TemporaryDirectory(prefix="attested-spark-"))
            master = running.enter_context(cluster(workers, Path(folder)))
        outcome = build_on_spark(warehouse, SPARK_BUILD, master)
    if outcome.failures:
        return _failed(warehouse, outcome)
    seconds = time.monotonic() - started
    print(f"{outcome.models} models built in {seconds:.0f} seconds")
    print(f"the tables stand as Parquet in {tables_of(warehouse)} (docs/spark.md says how to read them)")
    return 0


def _failed(warehouse: Warehouse, outcome: Outcome) -> int:
    """Say what did not hold; the exit code."""
    print(f"\n{len(outcome.failures)} did not hold:", *outcome.failures, sep="\n  ", file=sys.stderr)
    print(_state(warehouse), file=sys.stderr)
    return EXIT_FAILED


def _built(warehouse: Warehouse) -> Outcome:
    """Make, test and publish every model, or, where only articles are new, no more than they change."""
    if can_add(warehouse):
        print(f"reading {count_unread(warehouse):,} new articles, and building and testing what depends on them")
        return build_additions(warehouse)
    print("building models and running their tests")
    begin_build(warehouse, "all")
    _prepare(warehouse)
    outcome = run_dbt(warehouse, BUILD)
    if not outcome.failures:
        keep_statements(warehouse)
        finish_build(warehouse, outcome)
        warehouse.publish()
    return outcome


def _prepare(warehouse: Warehouse) -> None:
    """See to it that the work file has every raw table, and the gazetteer."""
    with warehouse.open_work() as connection:
        ensure_layout(connection)
        load_gazetteer(connection)


def _state(warehouse: Warehouse) -> str:
    """What is untouched, and what to do."""
    published = f"{warehouse.published} is as it was" if warehouse.published.exists() else "nothing was published"
    return (
        f"\n{published}; what was loaded is kept in {warehouse.work}.\n"
        "Mend what did not hold (details: logs/dbt.log) and run scripts/build again."
    )


def main() -> int:
    """Run scripts/build; 0 only if every model and every test held, other exit codes as in scripts/load."""
    parser = argparse.ArgumentParser(prog="scripts/build", description=__doc__)
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="INPUT",
        help="what to load before (see scripts/load --help); with none, and a warehouse yet to be made, the samples",
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="begin a new work file with every raw row of the old one"
    )
    parser.add_argument(
        "--target", choices=("duckdb", "spark"), default="duckdb", help="the engine that builds (default: duckdb)"
    )
    parser.add_argument("--master", metavar="URL", help="with Spark: the cluster (default: this machine's processors)")
    parser.add_argument(
        "--workers", type=int, default=0, metavar="N", help="with Spark: a cluster of N workers on this machine"
    )
    add_settings(parser)
    arguments = parser.parse_args()
    warehouse = warehouse_at(arguments.warehouse)
    if not (arguments.inputs or warehouse.work.exists() or warehouse.published.exists()):
        arguments.inputs = [str(SAMPLES)]
    try:
        inputs = named_inputs(arguments)
        with writing(warehouse, arguments.wait):
            if arguments.rebuild:
                renew_work_file(warehouse)
            if arguments.target == "spark":
                return build_with_spark(warehouse, inputs, arguments.master, arguments.workers)
            return build(warehouse, inputs)
    except Exception as error:
        return explain(error, _state(warehouse))


if __name__ == "__main__":
    sys.exit(main())
