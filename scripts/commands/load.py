"""Load articles into the work file of a warehouse: files or folders, each input whole or not at all."""

import argparse
import sys

import duckdb

from scripts.loaders.layout import IncompatibleLayout
from scripts.loaders.loading import load_input
from scripts.loaders.store import Summary
from scripts.warehouse.files import Warehouse, warehouse_at
from scripts.warehouse.lock import Busy, writing

EXIT_FAILED, EXIT_USAGE, EXIT_BUSY = 1, 2, 3
WAIT_SECONDS = 600.0


def load_all(warehouse: Warehouse, inputs: list[str], settings: dict[str, object]) -> list[Summary]:
    """Load each of `inputs` into the work file, one transaction each, and say what each came to."""
    with warehouse.open_work() as connection:
        summaries = []
        for name in inputs:
            summary = load_input(connection, name, **settings)
            print(f"{name}: {summary}")
            summaries.append(summary)
        return summaries


def parser() -> argparse.ArgumentParser:
    """The command line of scripts/load."""
    made = argparse.ArgumentParser(prog="scripts/load", description=__doc__)
    made.add_argument("inputs", nargs="+", metavar="INPUT", help="a file or a folder")
    add_settings(made)
    return made


def add_settings(made: argparse.ArgumentParser) -> None:
    """The options that scripts/load and scripts/build share."""
    made.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    made.add_argument(
        "--wait", type=float, default=WAIT_SECONDS, metavar="SECONDS", help="how long to wait for another writer"
    )


def main() -> int:
    """Run scripts/load; 0 when every input was loaded, whatever was rejected inside them."""
    arguments = parser().parse_args()
    warehouse = warehouse_at(arguments.warehouse)
    try:
        with writing(warehouse, arguments.wait):
            load_all(warehouse, arguments.inputs, {})
            if not warehouse.published.exists():
                warehouse.publish()
    except Busy as error:
        print(error, file=sys.stderr)
        return EXIT_BUSY
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    except (IncompatibleLayout, duckdb.Error, OSError) as error:
        print(f"nothing of the input at fault was loaded: {error}", file=sys.stderr)
        return EXIT_FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())
