"""Ask for metrics: how many claims, figures and disputes, how many killed at least and at most, by time and kind.

Without a metric, what there is. The metrics are those of models/metrics; MetricFlow turns them into SQL.
"""

import argparse
import sys
from pathlib import Path

import duckdb
from metricflow.engine.metricflow_engine import MetricFlowEngine, MetricFlowQueryRequest
from metricflow.protocols.sql_client import SqlEngine
from metricflow.sql.render.duckdb_renderer import DuckDbSqlPlanRenderer
from metricflow_semantics.errors.error_classes import InvalidQueryException
from metricflow_semantics.model.dbt_manifest_parser import parse_manifest_from_dbt_generated_manifest
from metricflow_semantics.model.semantic_manifest_lookup import SemanticManifestLookup

from scripts.commands.load import EXIT_FAILED, EXIT_USAGE
from scripts.commands.query import WRITERS, answer
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import Warehouse, literal, warehouse_at

EXAMPLES = """
scripts/metrics killed_low,killed_best,killed_high --by metric_time__month
scripts/metrics lowest_share,highest_share --by territory_share__place_name,territory_share__side
scripts/metrics disputed_share --by claim__said_by --where "{{ Dimension('claim__claim_type') }} = 'control'"
"""


class DuckDB:
    """What MetricFlow must know of the engine to write SQL for it; it does not run any."""

    sql_engine_type = SqlEngine.DUCKDB
    sql_plan_renderer = DuckDbSqlPlanRenderer()


class Metrics:
    """The metrics of the project, as dbt read them when it built `warehouse`.

    Raises RuntimeError where dbt cannot read the project.
    """

    def __init__(self, warehouse: Warehouse):
        described = warehouse.target / "semantic_manifest.json"
        if not described.exists() and (failures := run_dbt(warehouse, ["parse"]).failures):
            raise RuntimeError("\n".join(failures))
        self.manifest = parse_manifest_from_dbt_generated_manifest(described.read_text(encoding="utf-8"))
        self.database = self.manifest.semantic_models[0].node_relation.database
        self.engine = MetricFlowEngine(SemanticManifestLookup(self.manifest), DuckDB())

    def sql(self, metrics: list[str], by: list[str], where: list[str]) -> str:
        """The query that computes `metrics` for each value of `by`; InvalidQueryException for a name not known."""
        request = MetricFlowQueryRequest.create(
            metric_names=metrics, group_by_names=by, where_constraints=where, order_by_names=by
        )
        return self.engine.explain(request).sql_statement.sql

    def print_all(self) -> None:
        """Print every metric with its meaning, and by what they can be asked for."""
        for metric in sorted(self.manifest.metrics, key=lambda each: each.name):
            print(f"  {metric.name:<18}{metric.description}")
        print("\nby metric_time__day, __week, __month, __year (the day of the event, or of publication), or\n")
        for model in self.manifest.semantic_models:
            entity = next(each.name for each in model.entities if each.type.value == "primary")
            names = [f"{entity}__{each.name}" for each in model.dimensions if each.type.value == "categorical"]
            print(f"  {model.name:<18}{', '.join(names)}")


def connect(warehouse: Warehouse, database: str) -> duckdb.DuckDBPyConnection:
    """A connection that reads the published file, under the name that dbt knew it by."""
    connection = duckdb.connect()
    connection.execute(f'attach {literal(warehouse.published)} as "{database}" (read_only)')
    return connection


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/metrics; 0 when the metrics were computed."""
    parser = argparse.ArgumentParser(
        prog="scripts/metrics",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("metrics", nargs="?", metavar="METRIC[,METRIC...]", help="what to compute")
    parser.add_argument("--by", metavar="NAME[,NAME...]", help="one row for each value of these")
    parser.add_argument("--where", metavar="CONDITION", action="append", help="only what fulfils this")
    parser.add_argument("--sql", action="store_true", help="print the query instead of running it")
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--format", choices=WRITERS, default="table")
    parser.add_argument("--output", metavar="FILE", type=Path, help="where to write")
    options = parser.parse_args(arguments)
    warehouse = warehouse_at(options.warehouse)
    try:
        metrics = Metrics(warehouse)
        if options.metrics is None:
            metrics.print_all()
            return 0
        sql = metrics.sql(
            options.metrics.split(","), (options.by or "").split(",") if options.by else [], options.where
        )
        if options.sql:
            print(sql)
            return 0
        with connect(warehouse, metrics.database) as connection:
            return answer(connection, sql, options.format, options.output)
    except InvalidQueryException as error:
        print(f"{error}\nscripts/metrics lists what there is.", file=sys.stderr)
        return EXIT_USAGE
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return EXIT_FAILED
    except duckdb.Error as error:
        print(f"{error}\nscripts/build makes the warehouse.", file=sys.stderr)
        return EXIT_FAILED


if __name__ == "__main__":
    sys.exit(main())
