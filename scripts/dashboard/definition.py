"""The dashboard as files: Superset's export format, completed with what the published file itself says."""

import duckdb
import yaml

from scripts.dashboard.environment import DEFINITION
from scripts.exporting.dictionary import Column, tables
from scripts.warehouse.files import Warehouse

FOLDER = DEFINITION / "dashboard"
# What Superset sorts and cuts by time.
TEMPORAL = ("DATE", "TIMESTAMP")


def definition(warehouse: Warehouse) -> dict[str, str]:
    """The files to import, by their path in an export of Superset.

    `bi/superset/dashboard` leaves out what the warehouse knows: where it is, and the columns of its tables with their
    types and meanings. Raises duckdb.Error where there is no published file, or where it lacks a table of a dataset.
    """
    files = {
        path.relative_to(FOLDER).as_posix(): yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.rglob("*.yaml"))
    }
    with warehouse.read() as connection:
        known = {(table.schema, table.name): table.columns for table in tables(connection)}
        for name, content in files.items():
            if name.startswith("databases/"):
                content["sqlalchemy_uri"] = f"duckdb:///{warehouse.published}"
            elif name.startswith("datasets/"):
                content["columns"] = [*_columns(content, known, connection), *content.get("columns", [])]
    return {name: yaml.safe_dump(content, allow_unicode=True) for name, content in files.items()}


def _columns(dataset: dict, known: dict[tuple[str, str], list[Column]], connection: duckdb.DuckDBPyConnection) -> list:
    """The columns of a dataset as Superset describes them; those of a query have no meaning of their own."""
    if "sql" in dataset:
        described = connection.sql(dataset["sql"])
        columns = [
            Column(name, str(data_type), "", False)
            for name, data_type in zip(described.columns, described.types, strict=True)
        ]
    elif (columns := known.get((dataset["schema"], dataset["table_name"]))) is None:
        raise duckdb.CatalogException(f"the warehouse has no {dataset['schema']}.{dataset['table_name']}")
    return [
        {
            "column_name": column.name,
            "verbose_name": column.name.replace("_", " "),
            "type": column.data_type,
            "description": column.meaning,
            "is_dttm": column.data_type.startswith(TEMPORAL),
            "groupby": True,
            "filterable": True,
        }
        for column in columns
    ]
