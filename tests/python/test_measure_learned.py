"""The comparison with a trained model counts as the evaluation does."""

import os
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest
from conftest import printed_by

from scripts.warehouse.files import PROJECT, Warehouse

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
RIGHT = "select slot, accuracy from evaluation.eval_slots where fact_type = 'casualty' and slot in ('scope', 'place')"


@pytest.mark.integration
@pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")
def test_rules_are_right_as_often_as_the_evaluation_says(tmp_path):
    samples, copy = Warehouse(Path(SAMPLES)), Warehouse(tmp_path / "samples.duckdb")
    shutil.copy(samples.work, copy.work)
    printed_by(["evaluate", "--warehouse", copy.published, "--no-dbt-tests", PROJECT / "samples" / "expected.jsonl"])
    setup = [PROJECT / "scripts" / "setup", "--into", ".venv-learned", "requirements-learned.txt"]
    subprocess.run(setup, check=True, capture_output=True)
    python = PROJECT / ".venv-learned" / "bin" / "python"
    measure = [python, "-m", "scripts.commands.measure_learned", "--warehouse", copy.published]
    lines = subprocess.run(measure, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    shown = {slot.split()[0]: row.split() for slot, row in zip(lines[::2], lines[1::2], strict=True)}
    with duckdb.connect(str(copy.work), read_only=True) as connection:
        right = dict(connection.execute(RIGHT).fetchall())
    assert {slot: row[2] for slot, row in shown.items()} == {slot: f"{share:.2f}" for slot, share in right.items()}
    assert all(0 < float(row[3]) <= float(row[5]) <= 1 for row in shown.values())
