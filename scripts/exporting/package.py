"""Tables as CSV and Parquet files with a data dictionary: a data package as Frictionless Data specifies it.

Source: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
"""

import csv
import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from scripts.exporting.dictionary import Table, foreign_keys, tables
from scripts.exporting.spreadsheets import harmless_cells

TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "DOUBLE": "number",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "BOOLEAN": "boolean",
}
ROWS_AT_A_TIME = 5000


def write_package(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    """Write every table of `marts` and view of `answers` into `folder`, twice, and datapackage.json beside them.

    The same warehouse gives the same bytes. Returns the files. Raises OSError where one cannot be written.
    """
    found = tables(connection)
    resources, files = [], []
    for table in found:
        for form, write in (("csv", _write_csv), ("parquet", _write_parquet)):
            path = folder / form / table.schema / f"{table.name}.{form}"
            path.parent.mkdir(parents=True, exist_ok=True)
            write(connection, table, path)
            resources.append(_resource(table, form, path, folder, found))
            files.append(path)
    description = folder / "datapackage.json"
    description.write_text(json.dumps(_package(resources), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return [description, *files]


def _package(resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": "attested",
        "title": "Who said what about a war, and where exactly they said it",
        "description": "Facts from news articles, each with the words it rests on and whose they are. In CSV files, "
        "a text that a spreadsheet would run as a formula begins with an apostrophe; Parquet files have it as it is.",
        "resources": resources,
    }


def _resource(table: Table, form: str, path: Path, folder: Path, among: list[Table]) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "name": f"{table.schema}-{table.name}-{form}".replace("_", "-"),
        "path": path.relative_to(folder).as_posix(),
        "format": form,
        "mediatype": "text/csv" if form == "csv" else "application/vnd.apache.parquet",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "description": table.meaning,
        "schema": _schema(table, form, among),
    }


def _schema(table: Table, form: str, among: list[Table]) -> dict[str, Any]:
    return {
        "fields": [
            {
                "name": column.name,
                "type": TYPES[column.data_type],
                "description": column.meaning,
                **({"constraints": {"required": True}} if column.is_required else {}),
            }
            for column in table.columns
        ],
        "primaryKey": table.primary_key,
        "foreignKeys": [
            {
                "fields": column,
                "reference": {
                    "resource": f"{other.schema}-{other.name}-{form}".replace("_", "-"),
                    "fields": other.primary_key[0],
                },
            }
            for column, other in foreign_keys(table, among).items()
        ],
        "missingValues": [""],
    }


def _write_csv(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    cursor = connection.execute(table.rows_in_order)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in table.columns])
        while rows := cursor.fetchmany(ROWS_AT_A_TIME):
            writer.writerows(harmless_cells(_written(row)) for row in rows)


def _written(row: Iterable[object]) -> list[object]:
    """Values as Table Schema writes them, where Python would write them in another way."""
    return [
        str(value).lower() if isinstance(value, bool) else value.isoformat() if isinstance(value, datetime) else value
        for value in row
    ]


def _write_parquet(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    connection.sql(table.rows_in_order).write_parquet(str(path), compression="zstd")
