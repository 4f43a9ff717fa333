"""Puts the page together: parts, charts, and a quotation for every mark."""

import base64
import hashlib
import re
from datetime import UTC, datetime
from itertools import groupby

import duckdb
from markupsafe import Markup

from scripts.page import charts, parts, questions
from scripts.page.drawing import in_both_widths
from scripts.page.questions import Row, ask
from scripts.page.templates import FOLDER, environment

QUOTED_CLAIM = re.compile(r'href="#c-([0-9a-f]{32})"')
# Characters of context that a quotation keeps at either side of the words that count.
CONTEXT = 160


def report(connection: duckdb.DuckDBPyConnection) -> str:
    """The page, as HTML, for the warehouse of `connection`. Raises duckdb.Error where a view is missing."""
    templates = environment()
    answers = _answers(connection)
    body = templates.get_template("body.html").render(**answers, **_figures(answers))
    quoted = sorted(set(QUOTED_CLAIM.findall(body)))
    style = Markup((FOLDER / "page.css").read_text(encoding="utf-8"))
    script = Markup((FOLDER / "page.js").read_text(encoding="utf-8"))
    return templates.get_template("page.html").render(
        **answers,
        body=Markup(body),
        quotations=_quotations(connection, quoted),
        style=style,
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        written=datetime.now(UTC),
    )


def _answers(connection: duckdb.DuckDBPyConnection) -> Row:
    """Everything but the quotations, and of how many rows the parts are a selection."""
    rows = {
        name: ask(connection, getattr(questions, name.upper()))
        for name in (
            *("incidents", "rival_figures", "first_reports", "tolls"),
            *("shares", "standing", "encounters", "disputes", "sources"),
        )
    }
    totals = {name: answer[0]["total"] if answer and "total" in answer[0] else 0 for name, answer in rows.items()}
    return {
        "loaded": ask(connection, questions.LOADED)[0],
        "loads": ask(connection, questions.LOADS),
        "publishers": ask(connection, questions.PUBLISHERS),
        "incidents": parts.incidents(rows["incidents"]),
        "rivals": parts.rival_figures(rows["rival_figures"]),
        "first_reports": parts.first_reports(rows["first_reports"]),
        "tolls": parts.tolls(rows["tolls"]),
        "shares": parts.shares(rows["shares"]),
        "standing": parts.standing(rows["standing"]),
        "meetings": parts.meetings(rows["encounters"]),
        "disputes": rows["disputes"],
        "sources": parts.sources(rows["sources"]),
        "totals": totals,
    }


def _figures(answers: Row) -> Row:
    """The charts of the parts that hold anything."""
    meetings = answers["meetings"]
    asked = {
        "incident_chart": (
            charts.incidents_over_time,
            [answers["incidents"]],
            "Incidents by day, with the number of people killed or injured and its range",
        ),
        "rival_chart": (
            charts.rival_figures,
            [answers["rivals"]],
            "Figures that several sources give for one incident, a line for each incident",
        ),
        "toll_chart": (
            charts.tolls_over_time,
            [answers["tolls"]],
            "Counts of people killed or displaced so far or in a period, by day of publication",
        ),
        "share_chart": (
            charts.shares_over_time,
            [answers["shares"]],
            "Shares of territories that somebody is said to hold, by day",
        ),
        "meeting_chart": (charts.meetings_over_time, [meetings["timeline"]], "Meetings by person and day"),
        "network_chart": (
            charts.meeting_network,
            [meetings["people"], meetings["links"]],
            "Who met whom, people joined by lines; the same as lists stands below",
        ),
    }
    return {
        name: Markup(in_both_widths(make, *rows, description=description)) if rows[0] else None
        for name, (make, rows, description) in asked.items()
    }


def _quotations(connection: duckdb.DuckDBPyConnection, claims: list[str]) -> list[Row]:
    """Each claim with its passages, paragraph by paragraph, context cut to what stands next to the evidence."""
    passages = ask(connection, questions.PASSAGES, {"claims": claims})
    paragraphs = {
        claim_id: [list(runs) for _, runs in groupby(of_claim, key=lambda run: run["paragraph_index"])]
        for claim_id, of_claim in groupby(passages, key=lambda run: run["claim_id"])
    }
    for of_claim in paragraphs.values():
        for runs in of_claim:
            _cut_context(runs)
    return [
        {**claim, "paragraphs": paragraphs[claim["claim_id"]]}
        for claim in ask(connection, questions.QUOTED, {"claims": claims})
    ]


def _cut_context(runs: list[Row]) -> None:
    """Shorten the runs without evidence at whole words; nothing of what supports the claim is ever cut."""
    for position, run in enumerate(runs):
        if run["is_claim"] or run["evidence_roles"]:
            continue
        text = run["exact"]
        head = text[:CONTEXT].rsplit(" ", 1)[0] + " …" if position > 0 else ""
        tail = "… " + text[-CONTEXT:].split(" ", 1)[-1] if position < len(runs) - 1 else ""
        if len(head) + len(tail) < len(text):
            run["exact"] = f"{head} {tail}" if head and tail else head or tail
