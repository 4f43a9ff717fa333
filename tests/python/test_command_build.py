"""scripts/build for real, on articles that try to be anything but data."""

import json
import os
import subprocess

import duckdb
import pytest
from conftest import BODY
from test_load_hostile import HOSTILE_TEXTS

from scripts.warehouse.files import PROJECT


def scripts_build(warehouse, *arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [PROJECT / "scripts" / "build", "--warehouse", warehouse.published, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"ATTESTED_LOGS": str(warehouse.published.parent / "logs")},
    )


@pytest.mark.integration
def test_hostile_text_is_data_in_every_model(tmp_path, warehouse):
    with (tmp_path / "hostile.jsonl").open("w", encoding="utf-8") as file:
        for name, text in HOSTILE_TEXTS.items():
            record = {
                "id": name,
                "title": text,
                "publisher": text,
                "url": text,
                "text": f"{BODY}\n\n{text}\n{text} {BODY}",
            }
            file.write(json.dumps(record) + "\n")
    built = scripts_build(warehouse, tmp_path / "hostile.jsonl")
    assert built.returncode == 0, built.stdout + built.stderr
    with warehouse.read() as connection:
        found = connection.execute("select external_id from marts.dim_articles").fetchall()
    assert sorted(identity for (identity,) in found) == sorted(HOSTILE_TEXTS)
    again = scripts_build(warehouse, tmp_path / "hostile.jsonl")
    assert (again.returncode, "nothing new" in again.stdout) == (0, True)


def test_samples_are_published_in_a_file_that_earlier_clients_read():
    samples = os.environ.get("ATTESTED_SAMPLES")
    if not samples:
        pytest.skip("run by scripts/test, which builds the samples")
    with duckdb.connect(samples, read_only=True) as connection:
        assert connection.execute("select count(*) > 5 from marts.dim_articles").fetchall() == [(True,)]
        assert connection.execute("select count(*) from meta.builds").fetchall() == [(1,)]


@pytest.mark.integration
def test_without_inputs_a_new_warehouse_holds_the_samples(warehouse):
    built = scripts_build(warehouse)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "samples/articles: 13 seen, 12 new, 0 known, 1 rejected" in built.stdout
    again = scripts_build(warehouse)
    assert (again.returncode, "nothing new" in again.stdout, "seen" in again.stdout) == (0, True, False)


@pytest.mark.integration
def test_a_warehouse_whose_seeds_had_other_columns_builds(warehouse):
    assert scripts_build(warehouse).returncode == 0
    with warehouse.open_work() as connection:
        connection.execute("alter table seeds.casualty_rules drop column figure_role")
        connection.execute("update meta.builds set project_fingerprint = 'of an earlier version'")
    built = scripts_build(warehouse)
    assert built.returncode == 0, built.stdout + built.stderr
