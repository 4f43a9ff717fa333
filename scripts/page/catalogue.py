"""The catalogue of rules as a page: what each reads, an example, how often it was right, how often it fired here."""

import re
from typing import Any

import duckdb

from scripts.page.questions import ask
from scripts.page.templates import FOLDER, environment
from scripts.warehouse.files import PROJECT

KINDS = {"casualty": "casualty_rules", "control": "control_rules", "meeting": "meeting_rules"}
RULES = """
    select rules.rule_id, rules.reading, rules.example, rules.priority, count(claims.claim_id) as claims
    from seeds.{seed} as rules
    left join answers.claims as claims on rules.rule_id = claims.rule_id
    group by all
    order by rules.priority, rules.rule_id
"""
# The table that scripts/commands/document_quality.py writes.
MEASURED = re.compile(r"<!-- rules -->\n(.*?)<!-- end rules -->", re.DOTALL)


def catalogue(connection: duckdb.DuckDBPyConnection) -> str:
    """The page, as HTML, for the warehouse of `connection`. Raises duckdb.Error where a seed or view is missing."""
    kinds = {kind: ask(connection, RULES.format(seed=seed)) for kind, seed in KINDS.items()}
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    return environment().get_template("catalogue.html").render(kinds=kinds, measured=measured_rules(), style=style)


def measured_rules() -> dict[str, dict[str, Any]]:
    """How often each rule fired on the annotated articles and how often rightly, as docs/quality.md has it."""
    table = MEASURED.search((PROJECT / "docs" / "quality.md").read_text(encoding="utf-8"))[1]
    header, _, *lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
    return {row["rule"]: row for row in (dict(zip(header, line, strict=True)) for line in lines)}
