"""Write what the warehouse holds as one page: figures, control, meetings, disputes, each mark with its quotation.

The page is a file of its own: it loads nothing, needs no network, and can be mailed.
"""

import argparse
import sys
from pathlib import Path

import duckdb

from scripts.commands.load import EXIT_FAILED
from scripts.page.page import report
from scripts.warehouse.files import PROJECT, warehouse_at


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/report; 0 when the page was written."""
    parser = argparse.ArgumentParser(
        prog="scripts/report", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    default = PROJECT / "warehouse" / "report.html"
    parser.add_argument("--output", metavar="FILE", type=Path, default=default, help="default: warehouse/report.html")
    options = parser.parse_args(arguments)
    try:
        with warehouse_at(options.warehouse).read() as connection:
            page = report(connection)
    except duckdb.Error as error:
        print(f"{error}\nscripts/build makes the warehouse.", file=sys.stderr)
        return EXIT_FAILED
    try:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        print(error, file=sys.stderr)
        return EXIT_FAILED
    print(f"{options.output} ({options.output.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
