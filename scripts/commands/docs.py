"""Write the documentation as pages that need no network: tables and columns, lineage of columns, the rules.

index.html has every table and column with its meaning, tests and SQL, and the graph of tables; lineage.html which
column comes from which; rules.html every rule with an example, its measured precision, and what it found.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

from scripts.commands.load import EXIT_FAILED
from scripts.page.catalogue import catalogue
from scripts.warehouse.copying import copy_whole
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse, warehouse_at

# dbt writes where it looks, and the published file must stay as it is: it looks at a copy.
OWN_WAREHOUSE = Warehouse(PROJECT / "target" / "docs" / "attested.duckdb")
GENERATE = ["docs", "generate", "--static", "--exclude", "tag:evaluation", "path:models/evaluation"]


def write_docs(warehouse: Warehouse, folder: Path) -> list[str]:
    """Write the three pages for the published file of `warehouse` into `folder`; what dbt could not do, as messages.

    Raises duckdb.Error where there is no published file, OSError where a page cannot be written, and
    subprocess.CalledProcessError where the lineage of columns could not be found.
    """
    with warehouse.read() as connection:
        rules = catalogue(connection)
    OWN_WAREHOUSE.work.parent.mkdir(parents=True, exist_ok=True)
    copy_whole(warehouse.published, OWN_WAREHOUSE.work)
    if failures := run_dbt(OWN_WAREHOUSE, GENERATE).failures:
        return failures
    folder.mkdir(parents=True, exist_ok=True)
    target = OWN_WAREHOUSE.target
    shutil.copyfile(target / "static_index.html", folder / "index.html")
    _write_lineage(target)
    shutil.copyfile(target / "lineage" / "index.html", folder / "lineage.html")
    (folder / "rules.html").write_text(rules, encoding="utf-8")
    OWN_WAREHOUSE.work.unlink()
    return []


def _write_lineage(target: Path) -> None:
    """Column lineage from dbt's manifest and catalog. Telemetry is off: a page must not report who reads it."""
    program = Path(sys.executable).with_name("colibri")
    files = ["--manifest", target / "manifest.json", "--catalog", target / "catalog.json"]
    command = [program, "generate", "--light", "--disable-telemetry", *files, "--output-dir", target / "lineage"]
    subprocess.run(command, check=True, capture_output=True, text=True)


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/docs; 0 when the pages were written."""
    parser = argparse.ArgumentParser(
        prog="scripts/docs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    default = PROJECT / "warehouse" / "docs"
    parser.add_argument("--output", metavar="FOLDER", type=Path, default=default, help="default: warehouse/docs")
    options = parser.parse_args(arguments)
    try:
        failures = write_docs(warehouse_at(options.warehouse), options.output)
    except duckdb.Error as error:
        failures = [f"{error}\nscripts/build makes the warehouse."]
    except subprocess.CalledProcessError as error:
        failures = [error.stderr]
    except OSError as error:
        failures = [str(error)]
    if failures:
        print(*failures, sep="\n", file=sys.stderr)
        return EXIT_FAILED
    for page in ("index.html", "lineage.html", "rules.html"):
        print(options.output / page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
