"""One round of measurements: the parts of Attested over so many articles, and the references over the same text."""

import json
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks.articles import varied_articles, write_articles
from benchmarks.references import SCAN, TOKENIZATION, query_seconds, spacy_seconds
from scripts.commands.build import BUILD
from scripts.loaders.gazetteer import load_gazetteer
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse
from scripts.warehouse.outcome import Outcome
from scripts.warehouse.state import begin_build, finish_build
from scripts.warehouse.statements import keep_statements

SEEDS = [*BUILD, "--resource-type", "seed"]
MODELS = [*BUILD, "--resource-type", "model"]
COMPILE = ["compile", "--exclude", "tag:evaluation", "path:models/evaluation"]
ADDED = 100
# A second file as large as the first, and what an addition writes aside.
ROOM_TO_PUBLISH = 1.2
QUERIES = {
    "figures by month": "select date_trunc('month', event_date), sum(value) from marts.fct_casualty_figures group by 1",
    "what is said of a town": "select * from marts.fct_control_claims where territory = 'Raqqa'",
    "whom a person met": "select * from marts.fct_meeting_reports where participants like '%Putin%'",
    "claims that conflict": "select conflict_kind, count(*) from marts.fct_claim_conflicts group by 1",
    "claims and their bytes": "select content_hash, count(*) from marts.fct_lineage group by 1",
}


@dataclass
class Round:
    """What one round measured, in seconds unless the name says otherwise; None where a part was left out.

    `memory` is the most that the process of the models had resident, in GiB.
    """

    articles: int
    mebibytes: float
    scan: float
    tokenization: float
    load: float
    models: float
    models_processor: float
    models_made: int
    memory: float
    slowest: dict[str, float]
    queries: dict[str, float]
    added: float | None = None
    whole_build: float | None = None
    spacy: float | None = None


def measure(source: Path, count: int, folder: Path, with_tests: bool, with_spacy: bool) -> Round:
    """Measure everything over `count` articles varied from `source`, in `folder`.

    `with_tests` measures the whole command scripts/build too, which takes twice as long. An addition needs a published
    file beside the work file; it is left out where the disk has no room for two of them. Raises RuntimeError where a
    model does not build, and CalledProcessError where a command fails.
    """
    articles, added = folder / "articles.jsonl", folder / "added.jsonl"
    write_articles(articles, varied_articles(source, count))
    write_articles(added, varied_articles(source, ADDED, first=count))
    warehouse = Warehouse(folder / "measured.duckdb")
    load = _command_seconds("load", "--warehouse", warehouse.published, articles)
    models, processor, by_model = _build_models(warehouse)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    has_room = shutil.disk_usage(folder).free > ROOM_TO_PUBLISH * warehouse.work.stat().st_size
    if has_room:
        _record_build(warehouse)
    read_from = warehouse.published if has_room else warehouse.work
    return Round(
        articles=count,
        mebibytes=articles.stat().st_size / 2**20,
        scan=query_seconds(warehouse.work, SCAN),
        tokenization=query_seconds(warehouse.work, TOKENIZATION),
        load=load,
        models=models,
        models_processor=processor,
        models_made=len(by_model),
        memory=memory,
        slowest=dict(sorted(by_model.items(), key=lambda item: -item[1])[:12]),
        queries={name: query_seconds(read_from, query) for name, query in QUERIES.items()},
        added=_command_seconds("build", "--warehouse", warehouse.published, added) if has_room else None,
        whole_build=_whole_build(folder, articles) if with_tests else None,
        spacy=spacy_seconds(articles) if with_spacy else None,
    )


def _record_build(warehouse: Warehouse) -> None:
    """Note that all models were built, so that what comes next is read alone, and publish."""
    begin_build(warehouse, "all")
    # The models were built without their tests, which additions run too.
    outcome = run_dbt(warehouse, COMPILE)
    if outcome.failures:
        raise RuntimeError("; ".join(outcome.failures))
    keep_statements(warehouse)
    finish_build(warehouse, Outcome())
    warehouse.publish()


def _build_models(warehouse: Warehouse) -> tuple[float, float, dict[str, float]]:
    """Build all seeds, then all models: the models' seconds after dbt had started, of the processor, and by model."""
    with warehouse.open_work() as connection:
        load_gazetteer(connection)
    for arguments in (SEEDS, MODELS):
        began = time.process_time()
        outcome = run_dbt(warehouse, arguments)
        processor = time.process_time() - began
        if outcome.failures:
            raise RuntimeError("; ".join(outcome.failures))
    results = json.loads((warehouse.target / "run_results.json").read_text(encoding="utf-8"))["results"]
    steps = [step for result in results for step in result["timing"]]
    began, ended = min(step["started_at"] for step in steps), max(step["completed_at"] for step in steps)
    seconds = (datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds()
    return seconds, processor, {result["unique_id"].split(".")[-1]: result["execution_time"] for result in results}


def _whole_build(folder: Path, articles: Path) -> float:
    """The seconds of scripts/build on a new warehouse: loading, models, tests, publishing."""
    return _command_seconds("build", "--warehouse", folder / "whole.duckdb", articles)


def _command_seconds(name: str, *arguments: str | Path) -> float:
    """The seconds that a command of scripts/ takes in a process of its own."""
    began = time.perf_counter()
    command = [sys.executable, "-m", f"scripts.commands.{name}", *arguments]
    subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began
