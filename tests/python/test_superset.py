"""scripts/superset: the dashboard shows what SQL says, on the samples that scripts/test has built."""

import json
import os
import queue
import re
import subprocess
import threading
import time
from datetime import UTC, datetime
from types import SimpleNamespace
from urllib.parse import parse_qs, urlparse

import duckdb
import pytest
import requests
import yaml
from browser import ENTER, browsing

from scripts.dashboard.definition import FOLDER, definition
from scripts.dashboard.environment import install
from scripts.dashboard.home import LOGIN
from scripts.loopback import free_port
from scripts.warehouse.copying import copy_whole
from scripts.warehouse.files import PROJECT, warehouse_at

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
with_samples = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")
PASSWORD = "a password of this test alone"
# Seconds; two busy processors need a minute to set Superset up, once it is installed.
PATIENCE = 300

# What each chart must show, by its file: names of columns in its answer, and SQL for them. A list, where a chart asks
# several questions.
SHOWN = {
    "count_of_figures": "select count(*) as figures from answers.figures where outcome = 'killed'",
    "count_of_meetings": "select count(*) as reports from marts.fct_meeting_reports where participant_count > 1",
    "count_of_control_claims": "select count(*) as claims from marts.fct_control_claims",
    "count_of_disputes": "select count(*) as disputes from marts.fct_claim_conflicts",
    "figures_over_time": [
        """
        select date_trunc('month', coalesce(event_date, date_earliest))::date as incident_date,
            sum(low) as lowest, sum(high - low) as above_lowest
        from marts.fct_incidents
        where outcome = 'killed' and coalesce(event_date, date_earliest) is not null
        group by 1
        """,
        """
        select date_trunc('month', coalesce(event_date, date_earliest))::date as incident_date, sum(best) as best
        from marts.fct_incidents
        where outcome = 'killed' and coalesce(event_date, date_earliest) is not null
        group by 1
        """,
    ],
    "places": [
        """
        select longitude, min(latitude) as latitude
        from marts.dim_places
        where country in (select country from marts.dim_places semi join answers.claims using (place_id))
        group by 1
        """,
        """
        select distinct name as place, longitude, latitude
        from marts.dim_places semi join answers.claims using (place_id) where longitude is not null
        """,
    ],
    "figure_history": "select claim_id, value, exact from answers.figure_history where outcome = 'killed'",
    "shares_by_claimant": """
        select place || ': ' || coalesce(replace(side, '_', ' '), actor) || ', says '
            || coalesce(said_by, 'an unknown publisher') as statement,
            max(share) as share
        from answers.territory_shares where share is not null group by 1
    """,
    "control_by_claimant": """
        select said_by, coalesce(replace(side, '_', ' '), actor) as holder, count(*) as claims
        from answers.holdings where said_by is not null group by all
    """,
    "territory_shares": "select claim_id, share, exact from answers.territory_shares",
    "meeting_network": """
        select participant, met, count(distinct claim_id) as reports from answers.encounters group by all
    """,
    "encounters": "select claim_id, participant, met, exact from answers.encounters",
    "disputes": "select one_claim_id, other_claim_id, one_exact, other_exact from answers.disputes",
    "attributions": "select quoted_source, quoted_as, exact from answers.attributions",
    "evidence": "select claim_id, quotation from answers.traces",
}
LAST_CLAIM = "select max(claim_id) from marts.fct_control_claims"
RECORD = """
    window.asked = [];
    const send = window.fetch;
    window.fetch = (address, settings) => {
        if (String(address?.url ?? address).includes('/api/v1/chart/data'))
            window.asked.push([String(address?.url ?? address), settings?.body]);
        return send(address, settings);
    };
"""
STATE = """
    const charts = [...document.querySelectorAll('[data-test-chart-name]')];
    return [charts.length, charts.filter(each => each.querySelector('.slice_container')).length,
        document.querySelectorAll('[data-test=loading-indicator], .loading').length];
"""


def charts() -> dict[str, dict]:
    """The charts of the dashboard, by file."""
    files = sorted((FOLDER / "charts").glob("*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in files}


def lines_of(stream) -> queue.Queue:
    """The lines of a stream as they come; None at its end."""
    lines: queue.Queue = queue.Queue()

    def read():
        for line in stream:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    return lines


@pytest.fixture(scope="module")
def superset(tmp_path_factory):
    """The dashboard of the samples, as scripts/superset serves it: its addresses, and a session that is logged in."""
    try:
        install(print)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"Superset cannot be installed: {error.stderr.strip().splitlines()[-1]}")
    published = tmp_path_factory.mktemp("superset") / "samples.duckdb"
    copy_whole(warehouse_at(SAMPLES).published, published)
    command = [PROJECT / "scripts" / "superset", "--warehouse", published, "--port", str(free_port())]
    server = subprocess.Popen(
        [*command, "--password", PASSWORD], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        printed, lines = [], lines_of(server.stdout)
        while "Ctrl-C" not in (line := lines.get(timeout=PATIENCE) or pytest.fail("".join(printed))):
            printed.append(line)
        page = printed[-1].strip()
        host = page.split("/superset/")[0]
        session = requests.Session()
        login = {"username": LOGIN, "password": PASSWORD, "provider": "db"}
        token = session.post(f"{host}/api/v1/security/login", json=login, timeout=60).json()["access_token"]
        session.headers["Authorization"] = f"Bearer {token}"
        yield SimpleNamespace(host=host, page=page, session=session, published=published)
    finally:
        server.terminate()
        assert server.wait(timeout=90) == 0
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{host}/health", timeout=5)


@pytest.fixture(scope="module")
def browser(superset):
    """A browser in which the dashboard is open and every chart of it drawn."""
    with browsing() as window:
        window.before_pages(RECORD)
        window.resize(1500, 5000)
        window.open(f"{superset.host}/login/")
        window.waits_for("body", "Password")
        window.click("input[type=text]")
        window.press(*LOGIN)
        window.click("input[type=password]")
        window.press(*PASSWORD, ENTER)
        window.waits_for("body", "Dashboards")
        window.open(superset.page)
        settle(window)
        yield window


def settle(window) -> None:
    """Wait until every chart is drawn, and none is being drawn again."""
    deadline, calm = time.monotonic() + PATIENCE, 0
    while calm < 10:
        there, drawn, loading = window.run(STATE)
        calm = calm + 1 if there == drawn == len(charts()) and loading == 0 else 0
        assert time.monotonic() < deadline, f"{drawn} of {there} charts are drawn, {loading} are loading"
        time.sleep(0.2)


@pytest.fixture(scope="module")
def questions(superset, browser):
    """What each chart asks the server, by the file of the chart."""
    listed = superset.session.get(f"{superset.host}/api/v1/dashboard/attested/charts", timeout=60).json()["result"]
    names = {chart["id"]: chart["slice_name"] for chart in listed}
    asked = {}
    for address, body in browser.run("return window.asked"):
        if form := parse_qs(urlparse(address).query).get("form_data"):
            asked[names[json.loads(form[0])["slice_id"]]] = json.loads(body)
    return {stem: asked[chart["slice_name"]] for stem, chart in charts().items()}


def ask(superset, question: dict) -> list[dict]:
    """The answers to a question of a chart, over REST, as rows: before they are turned into the series of a chart."""
    queries = [query | {"post_processing": []} for query in question["queries"]]
    question = question | {"queries": queries}
    answer = superset.session.post(f"{superset.host}/api/v1/chart/data", json=question, timeout=120)
    assert answer.status_code == 200, answer.text
    return answer.json()["result"]


def comparable(value: object) -> str:
    """Numbers, dates and words alike, whether they come from Superset (a date as milliseconds) or from DuckDB."""
    if isinstance(value, int | float) and value > 10**11:
        return datetime.fromtimestamp(value / 1000, UTC).date().isoformat()
    if isinstance(value, float):
        return f"{value:.9g}"
    return str(value)


def test_parts_of_the_dashboard_belong_together():
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.rglob("*.yaml"))]
    ids = [file["uuid"] for file in files if "uuid" in file]
    assert len(ids) == len(set(ids))
    assert {file[key] for file in files for key in ("dataset_uuid", "database_uuid") if key in file} <= set(ids)
    dashboard = yaml.safe_load((FOLDER / "dashboards" / "attested.yaml").read_text(encoding="utf-8"))
    parts = [part for part in dashboard["position"].values() if isinstance(part, dict) and part["type"] == "CHART"]
    assert {part["meta"]["uuid"]: part["meta"]["sliceName"] for part in parts} == {
        chart["uuid"]: chart["slice_name"] for chart in charts().values()
    }
    assert set(SHOWN) == set(charts())


@with_samples
def test_datasets_have_the_columns_and_meanings_of_the_warehouse():
    files = {name: yaml.safe_load(text) for name, text in definition(warehouse_at(SAMPLES)).items()}
    columns = {column["column_name"]: column for column in files["datasets/attested/figures.yaml"]["columns"]}
    assert columns["incident_low"]["description"] == "People; the least that any source allows for the incident."
    assert (columns["incident_date"]["is_dttm"], columns["place"]["is_dttm"]) == (True, False)
    assert files["databases/attested.yaml"]["sqlalchemy_uri"].endswith(SAMPLES)
    datasets = {file["uuid"]: file for name, file in files.items() if name.startswith("datasets/")}
    for chart in charts().values():
        dataset = datasets[chart["dataset_uuid"]]
        known = {column["column_name"] for column in dataset["columns"]}
        used = {each for key in ("all_columns", "groupby", "groupby_b") for each in chart["params"].get(key, [])}
        assert used <= known, chart["slice_name"]


def test_no_warehouse_is_a_message(tmp_path):
    command = [PROJECT / "scripts" / "superset", "--warehouse", tmp_path / "none.duckdb"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "scripts/build makes the warehouse" in done.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


@with_samples
@pytest.mark.integration
@pytest.mark.parametrize("stem", sorted(SHOWN))
def test_a_chart_shows_what_sql_says(superset, questions, stem):
    queries = SHOWN[stem] if isinstance(SHOWN[stem], list) else [SHOWN[stem]]
    answers = [result["data"] for result in ask(superset, questions[stem])]
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        for query, answer in zip(queries, answers, strict=False):
            cursor = connection.execute(query)
            names = [column[0] for column in cursor.description]
            expected = sorted([comparable(value) for value in row] for row in cursor.fetchall())
            assert expected
            assert sorted([comparable(row[name]) for name in names] for row in answer) == expected


@with_samples
@pytest.mark.integration
@pytest.mark.parametrize("stem", sorted(SHOWN))
def test_behind_every_number_are_its_sentences(superset, questions, stem):
    (rows,) = [result["data"] for result in ask(superset, questions[stem] | {"result_type": "drill_detail"})][:1]
    sentences = {"disputes": "one_exact", "count_of_disputes": "one_exact", "evidence": "quotation"}
    assert any(row[sentences.get(stem, "exact")] for row in rows)


@with_samples
@pytest.mark.integration
def test_dashboard_is_drawn_without_errors_and_without_a_network(superset, browser, tmp_path):
    shown = browser.text("body")
    assert not re.search(r"unexpected error|data error|no results|see more|not found", shown, re.IGNORECASE)
    assert browser.run("return document.querySelectorAll('[data-test-chart-name] canvas').length") >= 5
    asked = browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)")
    elsewhere = [name for name in asked if not name.startswith((superset.host, "data:", "blob:"))]
    # Superset would report its readers; what the page asks of others is stopped by its own policy.
    refused = "".join(line for line in browser.complaints() if "Content Security Policy" in line)
    assert len(asked) > 50
    assert [name for name in elsewhere if name not in refused] == []
    browser.picture(tmp_path / "superset.png")
    assert (tmp_path / "superset.png").stat().st_size > 100_000


@with_samples
@pytest.mark.integration
def test_a_click_on_a_claim_leads_to_its_words(browser):
    claim = browser.run("""
        const cells = document.querySelectorAll('[data-test-chart-name^="Who stated"] tbody tr:first-child td');
        const last = cells[cells.length - 1];
        last.id = 'claim';
        return last.innerText.trim();
    """)
    browser.click("#claim")
    browser.waits_for("[data-test-chart-name='Claims of control']", "\n0\n")
    settle(browser)
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        query = "select quotation from answers.traces where claim_id = ?"
        (quotation,) = connection.execute(query, [claim]).fetchone()
    words = browser.text("[data-test-chart-name='The words of every claim'] tbody")
    assert " ".join(quotation.split()) in " ".join(words.split())
    assert browser.run("return document.querySelectorAll(\"[data-test-chart-name^='The words'] tbody tr\").length") == 1


@with_samples
@pytest.mark.integration
def test_a_build_can_publish_beside_it(superset, questions):
    aside = superset.published.with_name("built.duckdb")
    copy_whole(superset.published, aside)
    with duckdb.connect(str(aside)) as connection:
        (left,) = connection.execute("select count(*) - 1 from marts.fct_control_claims").fetchone()
        connection.execute(f"delete from marts.fct_control_claims where claim_id in ({LAST_CLAIM})")
    question = questions["count_of_control_claims"]
    assert list(ask(superset, question)[0]["data"][0].values()) == [left + 1]
    copy_whole(aside, superset.published)
    assert list(ask(superset, question)[0]["data"][0].values()) == [left]
