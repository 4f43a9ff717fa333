"""Measure how fast the models are built: articles a second after dbt has started, beside DuckDB's own tokenization.

The raw rows of a warehouse are copied to a new one, whose models are built, without tests. Then DuckDB cuts the text of
the same articles into words and marks with one regular expression, which is the least that reading them can cost.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from scripts.commands.build import BUILD
from scripts.loaders.gazetteer import load_gazetteer
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import Warehouse, warehouse_at
from scripts.warehouse.renewal import renew_work_file

SEEDS = [*BUILD, "--resource-type", "seed"]
MODELS = [*BUILD, "--resource-type", "model"]
TOKENIZATION = r"""
    select coalesce(sum(len(regexp_extract_all(text, '[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s\p{Z}]'))), 0)
    from raw.articles
"""


@dataclass(frozen=True)
class Run:
    """One build of all models: seconds after dbt had started, processor seconds in all, and seconds by model."""

    seconds: float
    processor_seconds: float
    by_model: dict[str, float]


def main() -> int:
    """Print the rates of the build and of the tokenization, their ratio, and the slowest models; 1 below --least."""
    parser = argparse.ArgumentParser(prog="python -m scripts.commands.measure_speed", description=__doc__)
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--slowest", type=int, default=15, help="how many models to show (default: 15)")
    parser.add_argument("--least", type=float, default=0, help="articles a second that it must reach (default: 0)")
    arguments = parser.parse_args()
    source = warehouse_at(arguments.warehouse)
    with tempfile.TemporaryDirectory(prefix="attested-speed-") as folder:
        measured = Warehouse(Path(folder) / "measured.duckdb")
        measured.published.symlink_to(source.published)
        renew_work_file(measured)
        with measured.open_work() as connection:
            load_gazetteer(connection)
        _built(measured, SEEDS)
        run = _built(measured, MODELS)
        articles, tokenized = _tokenized(measured.work)
    rate = articles / run.seconds
    print(f"{articles:,} articles; models: {run.seconds:.1f} s after dbt had started, {rate:,.0f} articles a second")
    print(f"processor, with dbt's start: {run.processor_seconds:.1f} s")
    print(f"DuckDB's tokenization: {tokenized:.2f} s; the models take {run.seconds / tokenized:.1f} times as long")
    for name in sorted(run.by_model, key=run.by_model.get, reverse=True)[: arguments.slowest]:
        print(f"{run.by_model[name]:>8.2f}  {name}")
    return 0 if rate >= arguments.least else 1


def _built(warehouse: Warehouse, arguments: list[str]) -> Run:
    """Run dbt. Raises RuntimeError where something of it fails."""
    processor_began = time.process_time()
    outcome = run_dbt(warehouse, arguments)
    processor_seconds = time.process_time() - processor_began
    if outcome.failures:
        raise RuntimeError("; ".join(outcome.failures))
    results = json.loads((warehouse.target / "run_results.json").read_text(encoding="utf-8"))["results"]
    steps = [step for result in results for step in result["timing"]]
    began = min(datetime.fromisoformat(step["started_at"]) for step in steps)
    ended = max(datetime.fromisoformat(step["completed_at"]) for step in steps)
    by_model = {result["unique_id"].split(".")[-1]: result["execution_time"] for result in results}
    return Run((ended - began).total_seconds(), processor_seconds, by_model)


def _tokenized(work: Path) -> tuple[int, float]:
    """How many articles a work file holds, and the seconds in which DuckDB tokenizes them: the best of three."""
    with duckdb.connect(str(work), read_only=True) as connection:
        articles = connection.execute("select count(*) from raw.articles").fetchall()[0][0]
        seconds = []
        for _ in range(3):
            began = time.perf_counter()
            connection.execute(TOKENIZATION).fetchall()
            seconds.append(time.perf_counter() - began)
    return articles, min(seconds)


if __name__ == "__main__":
    sys.exit(main())
