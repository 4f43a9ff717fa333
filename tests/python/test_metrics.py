"""scripts/metrics: what MetricFlow makes of models/metrics gives the numbers that the marts give."""

import csv
import io
import os
import subprocess

import duckdb
import pytest

from scripts.warehouse.files import PROJECT

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
pytestmark = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")
KILLED = "from marts.fct_incidents where outcome = 'killed'"
# Each metric, asked of the marts without MetricFlow.
ASKED_DIRECTLY = {
    "articles": "select count(*) from marts.dim_articles where is_latest_version and duplicate_of_article_id is null",
    "claims": "select count(*) from marts.fct_lineage",
    "disputed_claims": """
        select count(distinct claim_id)
        from (unpivot marts.fct_claim_conflicts on claim_id_a, claim_id_b into name side value claim_id)
    """,
    "disputed_share": """
        select
            (select count(distinct claim_id)
            from (unpivot marts.fct_claim_conflicts on claim_id_a, claim_id_b into name side value claim_id))
            / count(*)
        from marts.fct_lineage
    """,
    "disputes": "select count(*) from marts.fct_claim_conflicts",
    "figures": "select count(*) from marts.fct_casualty_figures",
    "highest_share": "select max(share_high) from marts.fct_control_claims",
    "incidents": "select count(*) from marts.fct_incidents",
    "killed_best": f"select sum(best) {KILLED}",
    "killed_high": f"select sum(high) {KILLED}",
    "killed_low": f"select sum(low) {KILLED}",
    "least_stated": "select min(value_low) from marts.fct_casualty_figures",
    "lowest_share": "select min(share_low) from marts.fct_control_claims",
    "meeting_reports": "select count(*) from marts.fct_meeting_reports",
    "meetings": "select count(*) from marts.fct_meetings",
    "most_stated": "select max(coalesce(value_high, value)) from marts.fct_casualty_figures",
    "sources": "select count(distinct said_by) from answers.claims",
}


def asked(*arguments: str) -> subprocess.CompletedProcess:
    command = [PROJECT / "scripts" / "metrics", "--warehouse", SAMPLES, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def rows_of(done: subprocess.CompletedProcess) -> list[dict[str, str]]:
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def queried(query: str) -> list[tuple]:
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_every_metric_is_what_the_marts_say():
    listed = asked().stdout.split("\n\n")[0]
    assert sorted(line.split()[0] for line in listed.splitlines()) == sorted(ASKED_DIRECTLY)
    [answer] = rows_of(asked(",".join(ASKED_DIRECTLY), "--format", "csv"))
    assert {name: float(value) for name, value in answer.items()} == pytest.approx(
        {name: float(queried(query)[0][0]) for name, query in ASKED_DIRECTLY.items()}
    )


def test_metrics_by_month_and_place_add_up_as_the_marts_do():
    by = "metric_time__month,place__name"
    answer = rows_of(asked("killed_low,killed_high", "--by", by, "--format", "csv"))
    expected = queried(f"""
        select coalesce(date_trunc('month', event_date)::date::varchar, ''), coalesce(name, ''), sum(low), sum(high)
        from (select * {KILLED}) left join marts.dim_places using (place_id) group by all
    """)
    found = {
        (row["metric_time__month"][:10], row["place__name"], int(row["killed_low"]), int(row["killed_high"]))
        for row in answer
    }
    assert len(found) > 3
    assert found == set(expected)


def test_condition_holds():
    condition = "{{ Dimension('claim__claim_type') }} = 'control'"
    [answer] = rows_of(asked("claims", "--where", condition, "--format", "csv"))
    assert int(answer["claims"]) == queried("select count(*) from marts.fct_control_claims")[0][0] > 0


def test_unknown_metric_is_a_message():
    done = asked("killed_more_or_less")
    assert (done.returncode, "scripts/metrics lists what there is" in done.stderr) == (2, True)
