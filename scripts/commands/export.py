"""Give the marts and answers away: as CSV and Parquet files with a data dictionary, or into a PostgreSQL database.

TO is a folder, which gets datapackage.json and a file of each kind for every table; or the address of a database, like
postgresql://user@127.0.0.1:5432/name, where the schemas marts and answers are replaced in one transaction.
"""

import argparse
import sys
from pathlib import Path

import duckdb
import psycopg

from scripts.commands.load import EXIT_FAILED
from scripts.exporting.package import write_package
from scripts.exporting.postgres import copy_to_postgres
from scripts.warehouse.files import warehouse_at

DATABASE = ("postgresql://", "postgres://")


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/export; 0 when everything was written."""
    parser = argparse.ArgumentParser(
        prog="scripts/export", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("to", metavar="TO", help="a folder, or the address of a PostgreSQL database")
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    options = parser.parse_args(arguments)
    try:
        with warehouse_at(options.warehouse).read() as connection:
            if options.to.startswith(DATABASE):
                counts = copy_to_postgres(connection, options.to)
                print(f"{len(counts)} tables, {sum(counts.values()):,} rows")
            else:
                files = write_package(connection, Path(options.to))
                print(f"{files[0]} and {len(files) - 1} files, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB")
    except duckdb.Error as error:
        print(f"{error}\nscripts/build makes the warehouse.", file=sys.stderr)
        return EXIT_FAILED
    except (psycopg.Error, OSError) as error:
        print(error, file=sys.stderr)
        return EXIT_FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())
