"""DuckDB for SQLAlchemy with the keys of the published file, which duckdb-engine looks for where DuckDB keeps none.

Importing this module registers the address `duckdb+attested:///FILE`. (SQLAlchemy reads keys from PostgreSQL's
pg_index, and before 2.0.30 from pg_constraint.conkey; DuckDB has no rows in the first, and counts the second from 0.)
"""

from typing import Any

from duckdb_engine import Dialect
from sqlalchemy.dialects import registry
from sqlalchemy.engine import Connection
from sqlalchemy.engine.default import DefaultDialect

from scripts.exporting.dictionary import Table, foreign_keys, tables

registry.register("duckdb.attested", __name__, "KeyedDialect")


class KeyedDialect(Dialect):
    """duckdb-engine's dialect, with primary and foreign keys as the descriptions of tables state them."""

    supports_statement_cache = False
    get_multi_pk_constraint = DefaultDialect.get_multi_pk_constraint
    get_multi_foreign_keys = DefaultDialect.get_multi_foreign_keys

    def get_pk_constraint(self, connection: Connection, table_name: str, schema: str | None = None, **_: Any) -> dict:
        """The columns of the primary key; none where the description states none."""
        table, _ = _found(connection, table_name, schema)
        return {"name": None, "constrained_columns": table.primary_key if table else []}

    def get_foreign_keys(
        self, connection: Connection, table_name: str, schema: str | None = None, **_: Any
    ) -> list[dict]:
        """The columns that are the whole primary key of one other table of the same schema."""
        table, all_tables = _found(connection, table_name, schema)
        return [
            {
                "name": None,
                "constrained_columns": [column],
                "referred_schema": owner.schema,
                "referred_table": owner.name,
                "referred_columns": owner.primary_key,
                "options": {},
            }
            for column, owner in (foreign_keys(table, all_tables) if table else {}).items()
        ]


def _found(connection: Connection, name: str, schema: str | None) -> tuple[Table | None, list[Table]]:
    """The table of that name, and all tables and views of its schema."""
    all_tables = tables(connection.connection, (schema,)) if schema else []
    return next((table for table in all_tables if table.name == name), None), all_tables
