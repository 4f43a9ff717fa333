"""Load inputs, build every model, run every test, and publish the warehouse if all of it held."""

import argparse
import importlib
import importlib.util
import sys
import time

import duckdb

from scripts.commands.load import EXIT_BUSY, EXIT_FAILED, EXIT_USAGE, add_settings, load_all
from scripts.loaders.layout import IncompatibleLayout, ensure_layout
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import Warehouse, warehouse_at
from scripts.warehouse.lock import Busy, writing
from scripts.warehouse.state import is_current, record_build
from scripts.warehouse.summary import show

BUILD = ["build", "--exclude", "tag:evaluation"]
GAZETTEER = "scripts.loaders.gazetteer"


def build(warehouse: Warehouse, inputs: list[str]) -> int:
    """Load, build, test, publish; the exit code. The published file changes only if everything held."""
    started = time.monotonic()
    load_all(warehouse, inputs, {})
    if is_current(warehouse):
        print(f"nothing new: {warehouse.published} is up to date")
    else:
        _load_reference_data(warehouse)
        print("building models and running their tests")
        outcome = run_dbt(warehouse, BUILD)
        if outcome.failures:
            _explain(warehouse, outcome.failures)
            return EXIT_FAILED
        record_build(warehouse, outcome)
        warehouse.publish()
        seconds = time.monotonic() - started
        print(f"{outcome.models} models built, {outcome.tests_passed} tests passed in {seconds:.0f} seconds")
    with warehouse.read() as connection:
        show(connection, str(warehouse.published))
    return 0


def _load_reference_data(warehouse: Warehouse) -> None:
    with warehouse.open_work() as connection:
        ensure_layout(connection)
        if importlib.util.find_spec(GAZETTEER):
            importlib.import_module(GAZETTEER).load_gazetteer(connection)


def _explain(warehouse: Warehouse, failures: list[str]) -> None:
    print(f"\n{len(failures)} did not hold:", file=sys.stderr)
    for failure in failures:
        print(f"  {failure}", file=sys.stderr)
    state = f"{warehouse.published} is as it was" if warehouse.published.exists() else "nothing was published"
    print(
        f"\n{state}; what was loaded is kept in {warehouse.work}.\n"
        "Mend what did not hold (details: logs/dbt.log) and run scripts/build again.",
        file=sys.stderr,
    )


def main() -> int:
    """Run scripts/build; 0 only if every model and every test held."""
    parser = argparse.ArgumentParser(prog="scripts/build", description=__doc__)
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="a file or a folder to load before")
    add_settings(parser)
    arguments = parser.parse_args()
    warehouse = warehouse_at(arguments.warehouse)
    try:
        with writing(warehouse, arguments.wait):
            return build(warehouse, arguments.inputs)
    except Busy as error:
        print(error, file=sys.stderr)
        return EXIT_BUSY
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    except (IncompatibleLayout, duckdb.Error, OSError) as error:
        _explain(warehouse, [str(error)])
        return EXIT_FAILED


if __name__ == "__main__":
    sys.exit(main())
