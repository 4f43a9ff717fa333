"""Ask the published warehouse one question, or many; it is opened for reading only."""

import argparse
import csv
import json
import sys
from pathlib import Path

import duckdb

from scripts.warehouse.files import warehouse_at

WIDTH = 60


def main() -> int:
    """Run scripts/query; 0 when every query was answered."""
    parser = argparse.ArgumentParser(prog="scripts/query", description=__doc__)
    parser.add_argument("query", nargs="?", help="SQL; without it a shell that reads one query after another")
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--format", choices=("table", "csv", "json", "parquet"), default="table")
    parser.add_argument("--output", metavar="FILE", type=Path, help="where to write; parquet needs it")
    arguments = parser.parse_args()
    if arguments.format == "parquet" and arguments.output is None:
        parser.error("--format parquet needs --output FILE")
    try:
        with warehouse_at(arguments.warehouse).read() as connection:
            if arguments.query is None:
                return _shell(connection)
            return _answer(connection, arguments.query, arguments.format, arguments.output)
    except duckdb.IOException as error:
        print(f"{error}\nscripts/build makes the warehouse.", file=sys.stderr)
        return 1


def _answer(connection: duckdb.DuckDBPyConnection, query: str, form: str, output: Path | None) -> int:
    try:
        if form == "parquet":
            connection.sql(query).write_parquet(str(output))
            return 0
        cursor = connection.execute(query)
    except duckdb.Error as error:
        print(error, file=sys.stderr)
        return 1
    names = [column[0] for column in cursor.description]
    with output.open("w", encoding="utf-8", newline="") if output else _Standard() as file:
        WRITERS[form](names, cursor, file)
    return 0


class _Standard:
    """Standard output as a file that stays open."""

    def __enter__(self):
        return sys.stdout

    def __exit__(self, *_):
        return False


def _rows(cursor):
    while rows := cursor.fetchmany(1000):
        yield from rows


def _write_csv(names: list[str], cursor, file) -> None:
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows(_rows(cursor))


def _write_json(names: list[str], cursor, file) -> None:
    for row in _rows(cursor):
        file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) + "\n")


def _write_table(names: list[str], cursor, file) -> None:
    rows = [["" if value is None else " ".join(str(value).split())[:WIDTH] for value in row] for row in _rows(cursor)]
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    for row in (names, ["-" * width for width in widths], *rows):
        file.write("  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() + "\n")


def _shell(connection: duckdb.DuckDBPyConnection) -> int:
    interactive = sys.stdin.isatty()
    pending = ""
    while True:
        try:
            pending += input(("attested> " if not pending else "     ...> ") if interactive else "") + "\n"
        except EOFError:
            break
        if pending.rstrip().endswith(";"):
            _answer(connection, pending, "table", None)
            pending = ""
    return _answer(connection, pending, "table", None) if pending.strip() else 0


WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json}

if __name__ == "__main__":
    sys.exit(main())
