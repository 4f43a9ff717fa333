"""Measure loading: many short articles from JSON lines, beside DuckDB's own read_json in the same run."""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.warehouse.files import PROJECT, STORAGE_VERSION, Warehouse

WORDS = """
    the a of in and on to was were said by near after during city village government army forces attack air strike
    people civilians fighters killed injured wounded monitor observatory ministry official Tuesday March province
"""
SENTENCES_PER_ARTICLE = 8
READ_JSON = """
import duckdb, sys
connection = duckdb.connect(sys.argv[2], config={"storage_compatibility_version": sys.argv[3]})
connection.execute("create table articles as select * from read_json(?, format = 'newline_delimited')", [sys.argv[1]])
connection.close()
"""


def main() -> int:
    """Run the measurement; 0 when memory stayed under `--max-mebibytes` and the ratio at or over `--min-ratio`."""
    parser = argparse.ArgumentParser(prog="python -m scripts.commands.measure_loading", description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000, help="how many (default: 1,000,000)")
    parser.add_argument("--max-mebibytes", type=int, default=1024, help="resident memory that loading may take")
    parser.add_argument("--min-ratio", type=float, default=0.25, help="least rate of loading against read_json")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="attested-measure-") as folder:
        source = Path(folder) / "articles.jsonl"
        _write_articles(source, arguments.articles)
        size = source.stat().st_size / 2**20
        print(f"{arguments.articles:,} articles, {size:,.0f} MiB of JSON lines")
        plain = [sys.executable, "-c", READ_JSON, source, Path(folder) / "plain.duckdb", STORAGE_VERSION]
        read = _timed(plain)
        warehouse = Warehouse(Path(folder) / "loaded.duckdb")
        load = [sys.executable, "-m", "scripts.commands.load", "--warehouse", warehouse.published, source]
        loaded = _timed(load)
        with warehouse.read() as connection:
            counted = connection.execute("select count(*) from raw.articles").fetchall()[0][0]
    print(f"{'':<9}  {'seconds':>8}  {'articles a second':>17}  {'processor seconds':>17}  {'MiB of memory':>13}")
    for name, run in (("read_json", read), ("load", loaded)):
        rate = arguments.articles / run.seconds
        print(f"{name:<9}  {run.seconds:>8.1f}  {rate:>17,.0f}  {run.processor_seconds:>17.1f}  {run.mebibytes:>13.0f}")
    ratio = read.seconds / loaded.seconds
    processor_ratio = read.processor_seconds / loaded.processor_seconds
    print(f"rate of loading to read_json: {ratio:.2f}; of processor time: {processor_ratio:.2f}")
    held = counted == arguments.articles and loaded.mebibytes < arguments.max_mebibytes and ratio >= arguments.min_ratio
    return 0 if held else 1


def _write_articles(path: Path, count: int) -> None:
    """`count` articles of about a hundred words with a fixed seed, no two the same."""
    chance = random.Random(4)
    sentences = [" ".join(chance.choices(WORDS.split(), k=12)).capitalize() + "." for _ in range(5000)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = {
                "id": f"article-{number}",
                "title": f"Report {number}",
                "text": " ".join(chance.choices(sentences, k=SENTENCES_PER_ARTICLE)),
                "publisher": "Measured Daily",
                "url": f"https://example.org/{number}",
                "published_at": f"2019-03-{number % 28 + 1:02}",
            }
            file.write(json.dumps(record) + "\n")


@dataclass
class Run:
    """What one process took: seconds on the wall, seconds of all processors, peak resident memory."""

    seconds: float
    processor_seconds: float
    mebibytes: float


def _timed(command: list[object]) -> Run:
    """Run `command`. Raises CalledProcessError where it fails."""
    started = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), cwd=PROJECT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[0])
    return Run(time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
