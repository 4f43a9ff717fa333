"""Rules as tests read them: the rows of their seeds, and where they fire in a warehouse."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb

from scripts.warehouse.files import PROJECT, Warehouse

SEEDS = PROJECT / "seeds"

# For each seed of rules with anchors, the sentences in which its rules fire, as a query on models.
FIRED = {
    "attribution_rules": "select sentence_id, rule_id from {{ ref('int_speech_frames') }}",
    "casualty_rules": "select sentence_id, rule_id from {{ ref('int_casualty_matches') }}",
    "control_rules": "select sentence_id, rule_id from {{ ref('int_control_matches') }}",
    "meeting_rules": "select sentence_id, rule_id from {{ ref('int_meeting_matches') }}",
    "meeting_aspect_rules": """
        select sentence_id, rule_id
        from ({{ match_rules(ref('int_meeting_anchors'), ref('meeting_aspect_rules'), []) }}) as matches
    """,
    "perpetrator_rules": "select sentence_id, rule_id from {{ ref('int_perpetrator_matches') }}",
    "responsibility_rules": "select sentence_id, rule_id from {{ ref('int_perpetrator_matches') }}",
    "scope_rules": """
        select sentence_id, rule_id
        from ({{ match_rules(ref('int_casualty_triggers'), ref('scope_rules'), []) }}) as matches
    """,
}


def seed_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a seed, every value as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rules_of(seed: str) -> list[dict[str, str]]:
    return seed_rows(SEEDS / "rules" / f"{seed}.csv")


def run_dbt(warehouse: Warehouse, *arguments: str) -> str:
    """What dbt prints of its work on the work file; its target and its log stand beside the file."""
    folder = warehouse.work.parent
    places = {"ATTESTED_WORK_FILE": warehouse.work, "ATTESTED_TARGET": folder / "target"}
    places |= {"DBT_LOG_PATH": folder / "logs", "DBT_PROFILES_DIR": PROJECT}
    done = subprocess.run(
        [Path(sys.executable).with_name("dbt"), "--quiet", *arguments],
        cwd=PROJECT,
        env=os.environ | {name: str(place) for name, place in places.items()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def answer(warehouse: Warehouse, query: str) -> list[tuple]:
    """The rows of a query in dbt's SQL on the work file."""
    compiled = run_dbt(warehouse, "compile", "--output", "json", "--inline", query)
    with duckdb.connect(str(warehouse.work), read_only=True) as connection:
        return connection.execute(json.loads(compiled)["compiled"]).fetchall()
