"""scripts/docs: pages that answer a reader without a network, from the samples that scripts/test has built."""

import base64
import json
import os
import re
import subprocess

import duckdb
import pytest
from browser import browsing
from lxml import html

from scripts.page.catalogue import catalogue, measured_rules
from scripts.warehouse.files import PROJECT

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
# Where the lineage page keeps its data.
EMBEDDED = re.compile(r'atob\("([A-Za-z0-9+/=]{1000,})"\)')
with_samples = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")


@with_samples
def test_catalogue_has_every_rule_with_its_example_and_its_claims():
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        document = html.fromstring(catalogue(connection))
        rules = connection.execute("from seeds.casualty_rules select rule_id, example").fetchall()
        claims = connection.execute("select rule_id, count(*) from answers.claims group by all").fetchall()
    shown = {row.get("id"): [cell.text_content().strip() for cell in row] for row in document.xpath("//tbody/tr")}
    assert {rule: shown[rule][2] for rule, _ in rules} == dict(rules)
    assert {rule: int(shown[rule][5]) for rule, _ in claims} == dict(claims)


def test_measured_precision_is_that_of_the_quality_page():
    measured = measured_rules()
    assert len(measured) > 40
    assert all(0 <= float(row["precision"] or 0) <= 1 and int(row["fired"]) > 0 for row in measured.values())


@with_samples
@pytest.mark.integration
def test_pages_answer_a_reader_in_a_browser_without_a_network(tmp_path):
    command = [PROJECT / "scripts" / "docs", "--warehouse", SAMPLES, "--output", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with browsing() as browser:
        browser.resize(1400, 1000)
        browser.open(f"{(tmp_path / 'index.html').as_uri()}")
        assert "Who met whom?" in browser.waits_for("body", "Where to look first")
        browser.click("a[href='rules.html']")
        assert "150 civilians were killed" in browser.waits_for("#casualty_harmed_after", "150")
        browser.open(f"{(tmp_path / 'index.html').as_uri()}#!/model/model.attested.fct_casualty_figures")
        page = browser.waits_for("body", "value_high")
        assert "Least number of people that the words allow" in page
        assert "int_casualty_claims" in page
        browser.open((tmp_path / "lineage.html").as_uri())
        assert "exposures" in browser.waits_for("body", "sources")
        asked = browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)")
        assert [address for address in asked if address.startswith("http")] == []
    lineage = (tmp_path / "lineage.html").read_text(encoding="utf-8")
    edges = json.loads(base64.b64decode(EMBEDDED.search(lineage)[1]))["lineage"]["edges"]
    assert len(edges) > 4000
    assert ("int_casualty_claims", "value_low") in {
        (edge["source"].split(".")[-1], edge["sourceColumn"])
        for edge in edges
        if edge["target"].endswith(".fct_casualty_figures") and edge["targetColumn"] == "value_low"
    }
