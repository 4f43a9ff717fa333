"""Measure how the time of resolution grows with the corpus: copies, meetings, incidents, conflicts, stories.

The articles of a built warehouse are varied: every further copy of them tells of other people, places and sources, with
other numbers, on other days of the same years, in other words, so that its articles are about events of their own. What
the models of resolution read is varied that way, and then these models alone are run. The copies share countries, sides
and the span of years with the rest, so that each country and year gets as much denser as the corpus grows.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import Warehouse, warehouse_at

MODELS = [
    *["path:models/intermediate/claims/compared", "path:models/intermediate/resolution"],
    *["dim_articles", "fct_casualty_figures", "fct_meeting_reports", "bridge_meeting_participants"],
    *["fct_meetings", "fct_incidents", "fct_claim_conflicts", "fct_figure_repetitions", "fct_territory_standing"],
    *["fct_stated_disputes", "fct_figure_comparisons"],
]
# These read the words of articles, of which there are too many to vary; their rows are varied instead.
EXCLUDED = ["--exclude", "int_found_persons", "int_entities"]
# Days by which copies lie apart, within the eleven years of the corpus.
DAYS_APART, DAYS_IN_ALL = 37, 4000
NAMES = {"participant_name", "attributed_to", "speaker", "source_url", "content_hash"}
LONG_TEXTS = {"text", "sentence_text", "exact", "title"}


def varied(column: str, kind: str) -> str:
    """The SQL expression for a column in the copy number `copy`, which is 0 for the articles as they are."""
    if column == "rule_id":
        return column
    if kind == "VARCHAR" and (column.endswith(("_id", "_key")) or column in NAMES):
        return f"case when copy = 0 then {column} else {column} || '-' || copy end"
    if column in ("value", "value_low", "value_high"):
        return f"{column} + copy % 13"
    if kind in ("DATE", "TIMESTAMP"):
        shifted = f"{column} + to_days(cast(copy * {DAYS_APART} % {DAYS_IN_ALL} as integer))"
        return f"cast({shifted} as {kind})"
    # A fifth of the kept runs of words stays what it was, the others are new.
    if column == "shingle_hashes":
        return "list_transform(shingle_hashes, lambda run: case when run % 5 = 0 then run else run + copy * 5 end)"
    return f"left({column}, 100)" if column in LONG_TEXTS else column


def vary(source: Path, target: Path, inputs: list[tuple[str, str]], times: int) -> None:
    """Fill `target` with `times` variations of what the tables `inputs` (schema, name) of `source` hold."""
    limits = {"memory_limit": os.environ.get("ATTESTED_MEMORY_LIMIT", "80%"), "preserve_insertion_order": False}
    with duckdb.connect(str(target), config=limits) as connection:
        connection.execute(f"attach '{source}' as corpus (read_only)")
        for schema, table in inputs:
            columns = connection.execute(
                "select column_name, data_type from duckdb_columns() "
                "where database_name = 'corpus' and schema_name = ? and table_name = ? order by column_index",
                [schema, table],
            ).fetchall()
            expressions = ", ".join(f"{varied(name, kind)} as {name}" for name, kind in columns)
            copies = 1 if schema == "seeds" else times
            connection.execute(f"create schema if not exists {schema}")
            connection.execute(
                f"create table {schema}.{table} as select {expressions} from corpus.{schema}.{table}, "
                f"range({copies}) as copies(copy)"
            )


def inputs_of_resolution(warehouse: Warehouse, models: list[str]) -> list[tuple[str, str]]:
    """The tables, as (schema, name), that `models` (arguments of dbt) read and that are not among them."""
    outcome = run_dbt(warehouse, ["compile", "--select", *models])
    if outcome.failures:
        raise RuntimeError("; ".join(outcome.failures))
    nodes = json.loads((warehouse.target / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    results = json.loads((warehouse.target / "run_results.json").read_text(encoding="utf-8"))["results"]
    measured = {result["unique_id"] for result in results}
    read = {parent for name in measured for parent in nodes[name]["depends_on"]["nodes"]} - measured
    return sorted((nodes[name]["schema"], nodes[name]["name"]) for name in read)


def run_models(warehouse: Warehouse, models: list[str]) -> dict[str, float]:
    """Run `models` (arguments of dbt); their seconds by name."""
    outcome = run_dbt(warehouse, ["run", "--select", *models])
    if outcome.failures:
        raise RuntimeError("; ".join(outcome.failures))
    results = json.loads((warehouse.target / "run_results.json").read_text(encoding="utf-8"))["results"]
    return {result["unique_id"].split(".")[-1]: result["execution_time"] for result in results}


def main() -> int:
    """Print the seconds of all models together and of the slowest, for each size of the corpus."""
    parser = argparse.ArgumentParser(prog="python -m scripts.commands.measure_growth", description=__doc__)
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100], help="sizes, as multiples of the corpus")
    parser.add_argument("--memory", metavar="SIZE", help="what DuckDB may use, such as 8GB; it spills to disk beyond")
    parser.add_argument("--slowest", type=int, default=12, help="how many models to show (default: 12)")
    arguments = parser.parse_args()
    if arguments.memory:
        os.environ["ATTESTED_MEMORY_LIMIT"] = arguments.memory
    models = [*MODELS, *EXCLUDED]
    source = warehouse_at(arguments.warehouse)
    seconds: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory(prefix="attested-growth-", dir=source.published.parent) as folder:
        for times in arguments.times:
            grown = Warehouse(Path(folder) / f"grown-{times}.duckdb")
            vary(source.published, grown.work, inputs_of_resolution(grown, models), times)
            began, processor_began = time.monotonic(), time.process_time()
            seconds.append(run_models(grown, models))
            elapsed, processor = time.monotonic() - began, time.process_time() - processor_began
            with duckdb.connect(str(grown.work)) as connection:
                articles, meetings, incidents = connection.execute(
                    "select (select count(*) from marts.dim_articles), (select count(*) from marts.fct_meetings), "
                    "(select count(*) from marts.fct_incidents)"
                ).fetchall()[0]
            grown.work.unlink()
            print(f"{articles:,} articles: {elapsed:.1f} s, {processor:.1f} s of processor time", flush=True)
            print(f"    {meetings:,} meetings, {incidents:,} incidents", flush=True)
    _print_table(arguments.times, seconds, arguments.slowest)
    return 0


def _print_table(times: list[int], seconds: list[dict[str, float]], slowest: int) -> None:
    """One row a model, the slowest of the largest corpus first, and one for all together."""
    print(f"{'seconds':<32}" + "".join(f"{f'x {count}':>9}" for count in times))
    print(f"{'all models':<32}" + "".join(f"{sum(run.values()):>9.1f}" for run in seconds))
    for name in sorted(seconds[-1], key=seconds[-1].get, reverse=True)[:slowest]:
        print(f"{name:<32}" + "".join(f"{run[name]:>9.2f}" for run in seconds))


if __name__ == "__main__":
    sys.exit(main())
