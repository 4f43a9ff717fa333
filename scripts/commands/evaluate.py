"""Measure the warehouse against annotations: how many facts it found, which slots are right, every error."""

import argparse
import os
import sys
from pathlib import Path

import duckdb

from scripts.commands import evaluation_report as report
from scripts.commands.load import EXIT_BUSY, EXIT_FAILED, EXIT_USAGE, add_settings
from scripts.loaders import annotations
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse, warehouse_at
from scripts.warehouse.lock import Busy, writing

FACT_TYPES = ("casualty", "meeting", "control")
BUILD = ["build", "--select", "tag:evaluation"]
WITHOUT_TESTS = ["--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]


class WorkFile(Warehouse):
    """A work file alone, measured where it is; nothing is published. For work on the rules, as with dbt itself."""

    @property
    def work(self) -> Path:
        """The file itself."""
        return self.published

    @property
    def target(self) -> Path:
        """dbt's target folder, as dbt_project.yml has it."""
        return Path(os.environ.get("ATTESTED_TARGET", PROJECT / "target"))

    def publish(self) -> None:
        """Nothing: the file that was written is the one that is read."""


def evaluate(warehouse: Warehouse, gold: list[Path], tolls: Path | None, with_tests: bool) -> list[str]:
    """Load the annotations, build the evaluation models, publish; a line for everything that did not hold.

    Raises AnnotationError for a file that does not follow the guide, and then nothing is built.
    """
    with warehouse.open_work() as connection:
        annotations.create_tables(connection)
        for path in gold:
            annotations.load_gold(connection, path)
        if tolls:
            annotations.load_tolls(connection, tolls)
    outcome = run_dbt(warehouse, BUILD if with_tests else BUILD + WITHOUT_TESTS)
    if not outcome.failures:
        warehouse.publish()
    return outcome.failures


def show(warehouse: Warehouse, options: argparse.Namespace) -> None:
    """Print what was asked for."""
    gold_files = [path.name for path in options.gold]
    with warehouse.read() as connection:
        if gold_files:
            report.print_scores(connection, gold_files)
        if gold_files and options.rules:
            report.print_rules(connection, gold_files)
        if gold_files and options.errors:
            report.print_errors(connection, gold_files, FACT_TYPES if options.errors == "all" else (options.errors,))
        if options.fakes:
            report.print_tolls(connection, options.fakes.name, with_errors=options.errors is not None)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The command line. Exits with a usage message where it makes no sense."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=__doc__)
    parser.add_argument(
        "gold", nargs="*", type=Path, metavar="GOLD.jsonl", help="annotated articles (docs/evaluation.md)"
    )
    parser.add_argument("--fakes", type=Path, metavar="CSV", help="labelled death tolls of FA-KES; articles by unit_id")
    parser.add_argument("--errors", nargs="?", const="all", choices=("all", *FACT_TYPES), help="list every error")
    parser.add_argument("--rules", action="store_true", help="how often each rule fired, and how often rightly")
    parser.add_argument("--no-dbt-tests", action="store_true", help="build the models without their tests")
    add_settings(parser)
    options = parser.parse_args(arguments)
    names = [path.name for path in options.gold]
    if not names and not options.fakes:
        parser.error("nothing to measure against: give a gold file, or --fakes")
    if len(set(names)) < len(names):
        parser.error("two gold files of one name; they are told apart by their names")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/evaluate; 0 when everything was measured, whatever came out."""
    options = parse(arguments)
    work_file = os.environ.get("ATTESTED_WORK_FILE")
    if work_file and not options.warehouse:
        warehouse = WorkFile(Path(work_file).resolve())
    else:
        warehouse = warehouse_at(options.warehouse)
    if not (warehouse.work.exists() or warehouse.published.exists()):
        print(f"there is no {warehouse.published}; scripts/build makes it", file=sys.stderr)
        return EXIT_USAGE
    try:
        with writing(warehouse, options.wait):
            failures = evaluate(warehouse, options.gold, options.fakes, with_tests=not options.no_dbt_tests)
        if not failures:
            show(warehouse, options)
            return 0
    except Busy as error:
        print(error, file=sys.stderr)
        return EXIT_BUSY
    except (annotations.AnnotationError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    except (duckdb.Error, OSError) as error:
        failures = [str(error)]
    print("\n".join(failures), file=sys.stderr)
    return EXIT_FAILED


if __name__ == "__main__":
    sys.exit(main())
