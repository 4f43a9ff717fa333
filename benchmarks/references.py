"""What the build is compared with, on the same articles: two queries of DuckDB alone, and a pipeline in spaCy."""

import json
import subprocess
import time
from pathlib import Path

import duckdb

from scripts.warehouse.files import PROJECT

SCAN = "select count(*) filter (where regexp_matches(text, 'kill(?:ed|ing)|wounded|captured')) from raw.articles"
TOKENIZATION = r"""
    select coalesce(sum(len(regexp_extract_all(text, '[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s\p{Z}]'))), 0)
    from raw.articles
"""
SPACY = PROJECT / ".venv-spacy" / "bin" / "python"


def query_seconds(work: Path, query: str, runs: int = 3) -> float:
    """The seconds that DuckDB takes for `query` on a work file: the best of `runs`."""
    seconds = []
    with duckdb.connect(str(work), read_only=True) as connection:
        for _ in range(runs):
            began = time.perf_counter()
            connection.execute(query).fetchall()
            seconds.append(time.perf_counter() - began)
    return min(seconds)


def spacy_seconds(articles: Path) -> float:
    """The seconds in which the pipeline in spaCy reads a file of articles, once it has started.

    Raises CalledProcessError where it fails, and FileNotFoundError where spaCy is not installed.
    """
    command = [SPACY, PROJECT / "benchmarks" / "spacy_pipeline.py", articles]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["seconds"]
