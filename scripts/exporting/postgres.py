"""The marts in PostgreSQL, for tools that speak nothing else: same tables, with types, keys and comments."""

import duckdb
import psycopg
from psycopg import sql

from scripts.exporting.dictionary import Table, foreign_keys, tables

TYPES = {
    "VARCHAR": "text",
    "BIGINT": "bigint",
    "INTEGER": "integer",
    "DOUBLE": "double precision",
    "DATE": "date",
    "TIMESTAMP": "timestamp",
    "BOOLEAN": "boolean",
}
ROWS_AT_A_TIME = 5000


def copy_to_postgres(connection: duckdb.DuckDBPyConnection, address: str) -> dict[str, int]:
    """Put every table of `marts` and view of `answers` (as a table) into the database at `address`.

    What was there under these names goes in the same transaction, so that readers see the old or the new, never half.
    Returns the number of rows of each table. Raises psycopg.Error where the database refuses, and then nothing changed.
    """
    found = tables(connection)
    with psycopg.connect(address) as database, database.cursor() as cursor:
        for schema in sorted({table.schema for table in found}):
            name = sql.Identifier(schema)
            cursor.execute(sql.SQL("drop schema if exists {} cascade").format(name))
            cursor.execute(sql.SQL("create schema {}").format(name))
        counts = {f"{table.schema}.{table.name}": _copy_table(connection, cursor, table) for table in found}
        for table in found:
            _add_foreign_keys(cursor, table, found)
    return counts


def _copy_table(connection: duckdb.DuckDBPyConnection, cursor: psycopg.Cursor, table: Table) -> int:
    name = sql.Identifier(table.schema, table.name)
    columns = [
        sql.SQL("{} {}{}").format(
            sql.Identifier(column.name),
            sql.SQL(TYPES[column.data_type]),
            sql.SQL(" not null" if column.is_required else ""),
        )
        for column in table.columns
    ]
    key = sql.SQL("primary key ({})").format(sql.SQL(", ").join(map(sql.Identifier, table.primary_key)))
    cursor.execute(sql.SQL("create table {} ({})").format(name, sql.SQL(", ").join([*columns, key])))
    cursor.execute(sql.SQL("comment on table {} is {}").format(name, sql.Literal(table.meaning)))
    for column in table.columns:
        full_name = sql.Identifier(table.schema, table.name, column.name)
        cursor.execute(sql.SQL("comment on column {} is {}").format(full_name, sql.Literal(column.meaning)))
    rows = connection.execute(table.rows_in_order)
    count = 0
    with cursor.copy(sql.SQL("copy {} from stdin").format(name)) as copy:
        while batch := rows.fetchmany(ROWS_AT_A_TIME):
            for row in batch:
                copy.write_row([_storable(value) for value in row])
            count += len(batch)
    return count


def _storable(value: object) -> object:
    """PostgreSQL has no place for the character of code 0 in a text; the replacement character stands for it."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else value


def _add_foreign_keys(cursor: psycopg.Cursor, table: Table, among: list[Table]) -> None:
    for column, other in foreign_keys(table, among).items():
        cursor.execute(
            sql.SQL("alter table {} add foreign key ({}) references {} ({})").format(
                sql.Identifier(table.schema, table.name),
                sql.Identifier(column),
                sql.Identifier(other.schema, other.name),
                sql.Identifier(other.primary_key[0]),
            )
        )
