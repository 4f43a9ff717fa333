"""What the loaders promise in figures."""

import gzip
import json
import subprocess
import sys

import pytest

from scripts.commands.measure_html import PAGES, chosen, token_f1
from scripts.warehouse.files import PROJECT


@pytest.mark.skipif(not PAGES.exists(), reason="needs the marked pages in ../shared")
def test_main_text_of_pages(report):
    with gzip.open(PAGES, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    scores = [token_f1(page["expected_text"], chosen(page["html"])) for page in pages]
    mean = sum(scores) / len(scores)
    report(f"pages: mean token F1 {mean:.3f} over {len(pages)}")
    assert mean >= 0.95


@pytest.mark.integration
def test_a_million_articles_in_little_memory(report):
    """The rate is reported, not asserted: it is a figure for a machine that does nothing else."""
    measure = [sys.executable, "-m", "scripts.commands.measure_loading", "--max-mebibytes", "1024", "--min-ratio", "0"]
    done = subprocess.run(measure, cwd=PROJECT, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        report(f"loading: {line}")
    assert done.returncode == 0, done.stdout + done.stderr
