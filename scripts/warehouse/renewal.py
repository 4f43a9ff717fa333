"""A new work file with every raw row of the old one: the way out where the old one cannot be brought along in place."""

import duckdb

from scripts.loaders.layout import TABLES, ensure_layout
from scripts.warehouse.files import WRITING, Warehouse, literal


def renew_work_file(warehouse: Warehouse) -> None:
    """Put a new work file, with the raw rows of the old (or of the published) one, in the old one's place in one step.

    Raises duckdb.Error where a row does not fit the present layout, and then the old file is as it was.
    """
    old = warehouse.work if warehouse.work.exists() else warehouse.published
    if not old.exists():
        return
    new = warehouse.work.with_name(f".{warehouse.work.name}.new")
    new.unlink(missing_ok=True)
    with duckdb.connect(str(new), config=WRITING) as connection:
        ensure_layout(connection)
        connection.execute(f"attach {literal(old)} as old (read_only)")
        for table, columns in TABLES.items():
            present = connection.execute(
                "select column_name from duckdb_columns() "
                "where database_name = 'old' and schema_name = 'raw' and table_name = ?",
                [table],
            ).fetchall()
            shared = ", ".join(name for (name,) in present if name in columns)
            if shared:
                connection.execute(f"insert into raw.{table} by name select {shared} from old.raw.{table}")
        connection.execute("detach old")
    new.replace(warehouse.work)
