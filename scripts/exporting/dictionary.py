"""What is in the warehouse, in words: tables, columns, keys, as the file itself says it."""

import re
from dataclasses import dataclass, field

import duckdb

# What people use; the other schemas hold steps on the way, and rows of them are too many for a spreadsheet.
SCHEMAS = ("marts", "answers")

# A description may end with an example, a query that only the warehouse itself can answer.
COLUMNS = """
    select columns.schema_name, columns.table_name, columns.column_name, columns.data_type, columns.comment,
        not columns.is_nullable as is_required, split_part(relations.comment, '```', 1) as meaning
    from duckdb_columns() as columns
    inner join (
        select schema_name, table_name, comment from duckdb_tables()
        union all
        select schema_name, view_name as table_name, comment from duckdb_views()
    ) as relations using (schema_name, table_name)
    where list_contains($schemas, columns.schema_name)
    order by columns.schema_name, columns.table_name, columns.column_index
"""
# Every description ends with the primary key (CONTRIBUTING.md), and every build tests it; only some tables declare it
# to the database as well.
PRIMARY_KEY = re.compile(r"Primary key ((?:`[a-z_, ]+`(?:, )?)+)\.")


@dataclass(frozen=True)
class Column:
    """A column; `data_type` is DuckDB's name for it, `meaning` what its YAML says."""

    name: str
    data_type: str
    meaning: str
    is_required: bool


@dataclass
class Table:
    """A table or view, with its columns in order, and the columns of its primary key."""

    schema: str
    name: str
    meaning: str
    columns: list[Column] = field(default_factory=list)

    @property
    def primary_key(self) -> list[str]:
        """Names of columns, as the description ends with them; empty where it does not."""
        stated = PRIMARY_KEY.search(self.meaning)
        return re.findall(r"[a-z_]+", stated[1]) if stated else []

    @property
    def rows_in_order(self) -> str:
        """A query for every row, in an order that is the same whenever the rows are."""
        return f"select * from {self.schema}.{self.name} order by {', '.join(self.primary_key)}"


def tables(connection: duckdb.DuckDBPyConnection, schemas: tuple[str, ...] = SCHEMAS) -> list[Table]:
    """Every table and view of `schemas`, ordered by name."""
    found: dict[tuple[str, str], Table] = {}
    cursor = connection.cursor()
    cursor.execute(COLUMNS, {"schemas": list(schemas)})
    for schema, name, column, data_type, comment, required, meaning in cursor.fetchall():
        table = found.setdefault((schema, name), Table(schema, name, " ".join((meaning or "").split())))
        table.columns.append(Column(column, data_type, " ".join((comment or "").split()), required))
    return list(found.values())


def foreign_keys(table: Table, among: list[Table]) -> dict[str, Table]:
    """The columns of `table` that are the whole primary key of one other table alone, and that table.

    What names several tables (a claim is a figure, a report or a claim of control) refers to none of them.
    """
    owners: dict[str, list[Table]] = {}
    for other in among:
        if other.schema == table.schema and len(other.primary_key) == 1:
            owners.setdefault(other.primary_key[0], []).append(other)
    return {
        column.name: owners[column.name][0]
        for column in table.columns
        if len(owners.get(column.name, [])) == 1 and owners[column.name][0] is not table
    }
