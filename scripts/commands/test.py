"""Every check there is: samples built with all data tests, unit tests, pytest, SQL style, Python style."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.warehouse.files import PROJECT, Warehouse

# Not macros: the linter passes over them, and sees them where models call them.
SQL_FOLDERS = ("models", "tests/data")
PYTHON_FOLDERS = ("benchmarks", "bi", "scripts", "tests/python")


def main() -> int:
    """Run every check, then say which held; 0 only if all did."""
    parser = argparse.ArgumentParser(prog="scripts/test", description=__doc__)
    parser.add_argument("--integration", action="store_true", help="also the long tests (pytest mark: integration)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="attested-test-") as folder:
        results = list(_checks(Warehouse(Path(folder) / "samples.duckdb"), arguments.integration))
    print("\nsummary")
    for name, held, seconds in results:
        print(f"  {'passed' if held else 'FAILED'}  {name} ({seconds:.0f} s)")
    return 0 if all(held for _, held, _ in results) else 1


def _checks(samples: Warehouse, integration: bool):
    python = sys.executable
    environment = os.environ | {
        "PYTHONPATH": str(PROJECT),
        "ATTESTED_WORK_FILE": str(samples.work),
        "ATTESTED_TARGET": str(samples.published.parent / "target"),
        "ATTESTED_SAMPLES": str(samples.published),
    }
    marks = [] if integration else ["-m", "not integration"]
    commands = {
        "ruff": [python, "-m", "ruff", "check", *PYTHON_FOLDERS],
        "ruff format": [python, "-m", "ruff", "format", "--check", *PYTHON_FOLDERS],
        "build of samples": [
            python,
            "-m",
            "scripts.commands.build",
            "--warehouse",
            samples.published,
            "samples/articles",
        ],
        "unit tests": [
            *[Path(python).with_name("dbt"), "--quiet", "test", "--select", "test_type:unit"],
            *["--exclude", "tag:evaluation", "path:models/evaluation", "--profiles-dir", PROJECT],
        ],
        # Models read their rules when they are rendered, so the linter works on the samples just built.
        "sqlfluff": [python, "-m", "sqlfluff", "lint", "--processes", "2", "--disable-progress-bar", *SQL_FOLDERS],
        "pytest": [python, "-m", "pytest", "tests/python", "-rs", *marks],
    }
    for name, command in commands.items():
        print(f"\n{name}", flush=True)
        started = time.monotonic()
        done = subprocess.run(command, cwd=PROJECT, env=environment, stdin=subprocess.DEVNULL, check=False)
        yield name, done.returncode == 0, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
