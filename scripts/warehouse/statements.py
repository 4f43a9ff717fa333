"""What dbt compiled for a build, kept in the work file, so that new articles are read without starting dbt again."""

import json
from dataclasses import asdict, dataclass

import duckdb

from scripts.warehouse.files import Warehouse
from scripts.warehouse.layers import Layer, layers_of

COLUMNS = {
    "position": "integer",
    "kind": "varchar",
    "name": "varchar",
    "layer": "varchar",
    "parents": "integer[]",
    "shared_key": "varchar",
    "sql": "varchar",
}


@dataclass(frozen=True)
class Statement:
    """A node of dbt's graph, in the order in which they can be run.

    `kind` is seed, table, view or test; `name` that of the relation with its schema, or of the test; `parents` are the
    positions of what it reads; `shared_key` is a column of which several articles may have the same row. `sql` gives
    the rows of a relation, or how many rows speak against a test, if there are any; a seed has none.
    """

    position: int
    kind: str
    name: str
    layer: Layer
    parents: list[int]
    shared_key: str | None
    sql: str | None

    @property
    def schema(self) -> str:
        """The schema of a relation."""
        return self.name.partition(".")[0]


def keep_statements(warehouse: Warehouse) -> None:
    """Keep what dbt's last run for `warehouse` compiled. Raises OSError where that run wrote no manifest."""
    manifest = json.loads((warehouse.target / "manifest.json").read_text(encoding="utf-8"))
    layers = layers_of(manifest)
    positions = {identifier: position for position, identifier in enumerate(layers)}
    statements = [
        _statement(manifest["nodes"][identifier], layer, positions)
        for identifier, layer in layers.items()
        if _was_run(manifest["nodes"][identifier])
    ]
    with warehouse.open_work() as connection:
        store(connection, statements)


def store(connection: duckdb.DuckDBPyConnection, statements: list[Statement]) -> None:
    """Keep `statements` in the place of those that were kept before."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute("create schema if not exists meta")
    connection.execute(f"create or replace table meta.compiled_statements ({columns})")
    connection.execute(
        "insert into meta.compiled_statements by name select unnest(statement) from (select unnest(?) as statement)",
        [[asdict(statement) for statement in statements]],
    )


def kept_statements(connection: duckdb.DuckDBPyConnection) -> list[Statement]:
    """The statements of the last full build, parents first. Raises duckdb.CatalogException where none were kept."""
    rows = connection.execute(f"select {', '.join(COLUMNS)} from meta.compiled_statements order by position").fetchall()
    return [Statement(*row) for row in rows]


def _was_run(node: dict) -> bool:
    """Whether a node was part of the build. (A seed has nothing to compile.)"""
    if node["resource_type"] == "seed":
        return node["fqn"][1] != "evaluation"
    return node["resource_type"] in ("model", "test") and bool(node.get("compiled_code"))


def _statement(node: dict, layer: Layer, positions: dict[str, int]) -> Statement:
    parents = sorted(positions[parent] for parent in node["depends_on"].get("nodes", []) if parent in positions)
    kind, name, config = node["resource_type"], f"{node['schema']}.{node['name']}", node["config"]
    # The work file may have another name by then: its tables are found without it.
    sql = (node.get("compiled_code") or "").replace(f'"{node["database"]}".', "") or None
    if kind == "model":
        kind = config["materialized"]
    elif kind == "test":
        name = node["name"]
        sql = f"select {config['fail_calc']} from (\n{sql}\n) having {config['fail_calc']} {config['error_if']}"
    return Statement(positions[node["unique_id"]], kind, name, layer, parents, config.get("unique_key"), sql)
