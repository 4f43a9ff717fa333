"""Measure load, build, addition and queries over more and more articles, beside references on the same text.

Nothing else should run meanwhile. The results are printed; with --keep they also go into benchmarks/results.json,
docs/benchmarks.md and its picture, beside those of other sizes.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.document import RESULTS, table, write_document
from benchmarks.measure import measure
from scripts.warehouse.files import PROJECT

CORPUS = PROJECT.parent / "shared" / "corpus" / "articles.jsonl.gz"
# Measured: half of the models over 237,900 articles left a work file of 33 GB, and 26 GB that memory did not hold.
BYTES_PER_ARTICLE = 330_000


def main() -> int:
    """Run the rounds; 0, or 2 where there are no articles to vary, or no room on the disk."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description=__doc__)
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[2379, 23790], help="sizes, one round each (default: 2379 23790)"
    )
    parser.add_argument(
        "--source", type=Path, default=CORPUS, help="articles to vary: JSON lines, gzip (default: ../shared/corpus)"
    )
    parser.add_argument(
        "--tests-up-to", type=int, default=2379, metavar="N", help="with scripts/build and its tests up to N articles"
    )
    parser.add_argument("--with-spacy", action="store_true", help="measure a pipeline in spaCy too (installs it)")
    parser.add_argument(
        "--keep", action="store_true", help="put the results in the place of those of these sizes in the documentation"
    )
    arguments = parser.parse_args()
    if not arguments.source.exists():
        print(f"no articles at {arguments.source}; name JSON lines (gzip) by --source", file=sys.stderr)
        return 2
    most, folder = max(arguments.articles), tempfile.gettempdir()
    wanted, free = most * BYTES_PER_ARTICLE, shutil.disk_usage(folder).free
    if wanted > free:
        lack = f"{most:,} articles want about {wanted / 1e9:.0f} GB in {folder}, which has {free / 1e9:.0f}"
        print(f"{lack}; make room, or name another folder by TMPDIR", file=sys.stderr)
        return 2
    rounds = []
    for count in arguments.articles:
        print(f"measuring over {count:,} articles", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="attested-benchmark-") as folder:
            measured = measure(
                arguments.source, count, Path(folder), count <= arguments.tests_up_to, arguments.with_spacy
            )
        rounds.append(asdict(measured) | {"processors": os.cpu_count()})
        print(table(rounds[-1:]), flush=True)
    if arguments.keep:
        others = [kept for kept in json.loads(RESULTS.read_text("utf-8")) if kept["articles"] not in arguments.articles]
        rounds = sorted(others + rounds, key=lambda kept: kept["articles"])
        RESULTS.write_text(json.dumps(rounds, indent=1) + "\n", encoding="utf-8")
        write_document(rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
