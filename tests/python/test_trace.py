"""scripts/trace: a claim walked back to its words and its bytes, on the samples that scripts/test has built."""

import os

import duckdb
import pytest

from scripts.commands import trace
from scripts.warehouse.copying import copy_whole

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
pytestmark = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")


@pytest.fixture(scope="module")
def samples():
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        yield connection


def claim(samples, original_value: str) -> str:
    query = "select claim_id from marts.fct_casualty_figures where original_value = ?"
    return samples.execute(query, [original_value]).fetchone()[0]


def fields(shown: str) -> dict[str, str]:
    lines = [line for line in shown.splitlines() if line.startswith("  ") and not line.startswith("   ")]
    return {line[2:17].strip(): line[19:] for line in lines}


def test_everything_that_a_claim_rests_on_is_shown(samples, capsys):
    identifier = claim(samples, "only six")
    assert trace.main([identifier, "--warehouse", SAMPLES]) == 0
    shown = capsys.readouterr().out
    query = "select rule_id, article_id, source_uri, content_hash, load_id from marts.fct_lineage where claim_id = ?"
    rule_id, article_id, source_uri, content_hash, load_id = samples.execute(query, [identifier]).fetchone()
    found = fields(shown)
    assert found["claim"] == f"{identifier} (casualty)"
    assert found["who says so"].startswith("Afghan defense ministry")
    assert found["rule"].startswith(f"{rule_id}, which reads: ")
    assert article_id in found["article"]
    assert found["loaded from"].startswith(source_uri)
    assert found["content hash"] == f"{content_hash} (the bytes still give it)"
    assert found["load"].startswith(load_id)
    assert "43 killed" in found["contradicted by"]
    assert "[value: only six" in shown
    assert "[attribution: " in shown


def test_the_marked_words_are_the_evidence(samples):
    for claim_id, quotation in samples.execute("select claim_id, quotation from answers.traces").fetchall():
        evidence = samples.execute(
            "select exact from marts.bridge_claim_evidence where claim_id = ? and evidence_role = 'value'", [claim_id]
        ).fetchall()
        plain = trace.MARK.sub(r"\2", quotation).replace("«", "").replace("»", "")
        assert all(words in plain for (words,) in evidence)


def test_beginning_of_an_id_is_enough_where_it_is_the_only_one(samples, capsys):
    identifier = claim(samples, "around 60")
    assert trace.main([identifier[:12], "--warehouse", SAMPLES]) == 0
    assert identifier in capsys.readouterr().out


def test_words_of_the_summary_are_enough_too(samples, capsys):
    assert trace.main(["Only six killed", "--warehouse", SAMPLES]) == 0
    assert claim(samples, "only six") in capsys.readouterr().out
    assert trace.main(["killed", "--warehouse", SAMPLES]) == 2
    listed = capsys.readouterr().err
    assert f"{claim(samples, 'only six')[:12]}  only six killed (soldiers), says Afghan defense ministry" in listed


def test_unknown_claims(capsys):
    for unknown in ("0000000000000000", "'; drop table"):
        assert trace.main([unknown, "--warehouse", SAMPLES]) == 2
        assert "no claim" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        trace.main(["abc", "--warehouse", SAMPLES])


def test_bytes_that_changed_are_told(samples, warehouse, capsys):
    identifier = claim(samples, "around 60")
    warehouse.published.parent.mkdir()
    copy_whole(trace.warehouse_at(SAMPLES).published, warehouse.published)
    with duckdb.connect(str(warehouse.published)) as connection:
        connection.execute("update raw.documents set content = content || 'x'::blob")
    assert trace.main([identifier, "--warehouse", str(warehouse.published)]) == 0
    assert "DO NOT GIVE IT" in capsys.readouterr().out
