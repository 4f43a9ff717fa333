"""Ask the published warehouse one question, or many; it is opened for reading only."""

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb

from scripts.commands.terminal import one_line, reader_has_left
from scripts.exporting.spreadsheets import harmless_cells
from scripts.warehouse.files import warehouse_at

WIDTH = 60
HELP = """
In CSV, a text that a spreadsheet would run as a formula begins with an apostrophe; JSON and Parquet have it as it is.
Without SQL, a shell: queries end with a semicolon, .tables lists what there is with its meaning, .quit leaves.
"""
TABLES = """
    select schema_name || '.' || name as relation, comment as meaning
    from (
        select schema_name, table_name as name, comment from duckdb_tables()
        union all
        select schema_name, view_name as name, comment from duckdb_views() where not internal
    )
    where comment is not null and schema_name in ('answers', 'marts')
    order by relation
"""


def main() -> int:
    """Run scripts/query; 0 when every query was answered."""
    parser = argparse.ArgumentParser(
        prog="scripts/query", description=__doc__, epilog=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
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
                return _shell(connection, arguments.format)
            query = COMMANDS.get(arguments.query) or arguments.query
            return answer(connection, query, arguments.format, arguments.output)
    except duckdb.IOException as error:
        print(f"{error}\nscripts/build makes the warehouse.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return reader_has_left()


def answer(connection: duckdb.DuckDBPyConnection, query: str, form: str, output: Path | None) -> int:
    """Write the answer to `query` in one of the forms, to standard output where no file is named; the exit code."""
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
        sys.stdout.flush()
        return False


def _rows(cursor) -> Iterator[tuple]:
    while rows := cursor.fetchmany(1000):
        yield from rows


def _write_csv(names: list[str], cursor, file) -> None:
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows(map(harmless_cells, _rows(cursor)))


def _write_json(names: list[str], cursor, file) -> None:
    for row in _rows(cursor):
        file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) + "\n")


def _write_table(names: list[str], cursor, file) -> None:
    rows = [[one_line(value)[:WIDTH] for value in row] for row in _rows(cursor)]
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    for row in (names, ["-" * width for width in widths], *rows):
        file.write("  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() + "\n")


def _shell(connection: duckdb.DuckDBPyConnection, form: str) -> int:
    """Answer what is typed, or what comes through a pipe, until it ends; the exit code of the last answer."""
    interactive = sys.stdin.isatty()
    if interactive:
        import readline  # noqa: F401  (its import gives input() a history and arrow keys)

        print(".tables lists what there is; queries end with a semicolon; .quit leaves.")
    pending, code = "", 0
    while True:
        try:
            line = input(("attested> " if not pending else "     ...> ") if interactive else "")
        except EOFError:
            break
        except KeyboardInterrupt:
            print()
            pending = ""
            continue
        if not pending and line.strip() in COMMANDS:
            if COMMANDS[line.strip()] is None:
                return code
            line = COMMANDS[line.strip()] + ";"
        pending += line + "\n"
        if pending.rstrip().endswith(";"):
            code = answer(connection, pending, form, None)
            pending = ""
    return answer(connection, pending, form, None) if pending.strip() else code


COMMANDS = {".tables": TABLES, ".quit": None, ".exit": None}
WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json}

if __name__ == "__main__":
    sys.exit(main())
