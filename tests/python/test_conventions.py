"""The project judged from outside: dbt-score on how well it is described, dbt-bouncer on its own conventions."""

import json
import os
import re
import subprocess
from pathlib import Path

import duckdb
import pytest
import yaml
from test_structure import MODELS, assert_none, descriptions

from scripts.warehouse.files import PROJECT, warehouse_at

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
pytestmark = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")
PROGRAMS = PROJECT / ".venv-checks" / "bin"
LEAST, LEAST_OF_MARTS = 8, 9  # out of 10
MARTS = ("models/marts/", "models/answers/")
EXAMPLE = re.compile(r"```sql\n(.*?)```", re.DOTALL)
# Of what people query; models of violations are empty.
EXAMPLES = {
    name: EXAMPLE.findall(description["description"])
    for name, description in descriptions()
    if str(MODELS[name].relative_to(PROJECT)).startswith(MARTS) and not name.startswith("violation_")
}


@pytest.fixture(scope="module")
def manifest() -> Path:
    """What dbt knew of the project when it built the samples; the programs that judge it are installed."""
    setup = [PROJECT / "scripts" / "setup", "--into", ".venv-checks", "requirements-checks.txt"]
    subprocess.run(setup, check=True)
    return warehouse_at(SAMPLES).target / "manifest.json"


def judged(program: str, *arguments: object) -> subprocess.CompletedProcess:
    """What one of the programs says."""
    command = [PROGRAMS / program, *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_every_model_and_seed_scores_well(manifest, report):
    nodes = json.loads(manifest.read_text(encoding="utf-8"))["nodes"]
    paths = {identifier: node["original_file_path"] for identifier, node in nodes.items()}
    done = judged("dbt-score", "lint", "--manifest", manifest, "--format", "json")
    assert done.stdout, done.stderr
    # Macros are described where they are written, which dbt-score does not read.
    scores = {name: node for name, node in json.loads(done.stdout)["evaluables"].items() if name in paths}
    assert {"model", "seed"} <= {node["type"] for node in scores.values()}
    marts = [node["score"] for name, node in scores.items() if paths[name].startswith(MARTS)]
    others = [node["score"] for name, node in scores.items() if not paths[name].startswith(MARTS)]
    report(
        f"dbt-score: {len(marts)} marts from {min(marts):.1f} to {max(marts):.1f}, "
        f"{len(others)} other models and seeds from {min(others):.1f} to {max(others):.1f}"
    )
    assert_none(
        [
            f"{name} has {node['score']:.1f}: {', '.join(lost_by(node))}"
            for name, node in scores.items()
            if node["score"] < (LEAST_OF_MARTS if paths[name].startswith(MARTS) else LEAST)
        ]
    )


def lost_by(node: dict) -> list[str]:
    """Why a model has less than ten."""
    return [str(answer["message"]) for answer in node["results"].values() if answer["result"] != "OK"]


def test_conventions_hold(manifest, report, tmp_path):
    conventions = yaml.safe_load((PROJECT / "dbt-bouncer.yml").read_text(encoding="utf-8"))
    configuration, answer = tmp_path / "dbt-bouncer.yml", tmp_path / "answer.json"
    configuration.write_text(yaml.safe_dump(conventions | {"dbt_artifacts_dir": str(manifest.parent)}))
    done = judged("dbt-bouncer", "--config-file", configuration, "--output-file", answer)
    assert answer.exists(), done.stdout + done.stderr
    outcomes = json.loads(answer.read_text(encoding="utf-8"))
    assert len(outcomes) > 1000
    assert_none([outcome["failure_message"] for outcome in outcomes if outcome["outcome"] == "failed"])
    report(f"dbt-bouncer: {len(conventions['manifest_checks'])} conventions hold in {len(outcomes)} places")


def test_every_mart_has_an_example_query():
    assert_none(
        [f"{name} has {len(queries)} example queries" for name, queries in EXAMPLES.items() if len(queries) != 1]
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_query_has_an_answer(name):
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        assert connection.execute(EXAMPLES[name][0]).fetchone() is not None
