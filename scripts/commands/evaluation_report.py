"""Print the tables of schema `evaluation` for people: scores, rules, errors, death tolls."""

import textwrap
from collections.abc import Iterable, Sequence

import duckdb

Connection = duckdb.DuckDBPyConnection

SUMMARY = """
select
    fact_type, sum(gold)::bigint, sum(predicted)::bigint, sum(found)::bigint, sum(missed)::bigint, sum(extra)::bigint,
    sum(found) / nullif(sum(predicted), 0), sum(found) / nullif(sum(gold), 0),
    2 * sum(found) / nullif(sum(gold) + sum(predicted), 0),
from evaluation.eval_summary where gold_file in (select unnest(?)) group by fact_type order by fact_type
"""
SLOTS = """
select fact_type, slot, sum(compared)::bigint, sum("right")::bigint, sum("right") / sum(compared),
from evaluation.eval_slots where gold_file in (select unnest(?)) group by all order by fact_type, slot
"""
RULES = """
select
    fact_type, rule_id, sum(fired)::bigint, sum("right")::bigint, sum(extra)::bigint,
    sum("right") / nullif(sum("right") + sum(extra), 0),
from evaluation.eval_rules where gold_file in (select unnest(?))
group by all order by fact_type, sum(extra) desc, rule_id
"""
ERRORS = """
select kind, article, slot, evidence, expected, found, rule_id,
from evaluation.eval_errors where gold_file in (select unnest(?)) and fact_type = ?
order by array_position(['miss', 'extra', 'wrong_slot'], kind), slot, article, evidence, error_id
"""
ABSENT = """
select external_id from evaluation.eval_articles
where gold_file in (select unnest(?)) and article_id is null order by external_id
"""
UNPLACED = """
select count(*) from evaluation.eval_gold_records inner join evaluation.eval_articles using (annotated_article_id)
where eval_articles.gold_file in (select unnest(?)) and article_id is not null and evidence_field is null
"""
TOLLS = """
select count(*), count(article_id), sum(is_toll_among_figures::int)::bigint, sum(is_toll_lead_figure::int)::bigint,
from evaluation.eval_death_tolls where label_file = ?
"""
TOLL_ERRORS = """
select external_id, title, toll, lead_value, killed_figures, is_toll_among_figures, from evaluation.eval_death_tolls
where label_file = ? and not is_toll_lead_figure order by is_toll_among_figures, external_id
"""


def print_scores(connection: Connection, gold_files: Sequence[str]) -> None:
    """Print precision, recall and F1 by kind of fact, and the accuracy of each slot, over all gold files named."""
    absent = [row[0] for row in connection.execute(ABSENT, [gold_files]).fetchall()]
    if absent:
        print(
            f"{len(absent)} annotated articles are not in the warehouse; "
            f"their records count as missed: {', '.join(absent)}"
        )
    unplaced = connection.execute(UNPLACED, [gold_files]).fetchall()[0][0]
    if unplaced:
        print(f"{unplaced} records quote evidence that their article does not contain")
    print(f"\nFacts, against {', '.join(gold_files)}")
    _print_table(
        ["fact type", "gold", "predicted", "found", "missed", "extra", "precision", "recall", "f1"],
        connection.execute(SUMMARY, [gold_files]).fetchall(),
    )
    print("\nSlots of matched records")
    _print_table(
        ["fact type", "slot", "compared", "right", "accuracy"], connection.execute(SLOTS, [gold_files]).fetchall()
    )


def print_rules(connection: Connection, gold_files: Sequence[str]) -> None:
    """Print how often each rule fired in the annotated articles and how often rightly, most extras first."""
    print("\nRules")
    _print_table(
        ["fact type", "rule", "fired", "right", "extra", "precision"],
        connection.execute(RULES, [gold_files]).fetchall(),
    )


def print_errors(connection: Connection, gold_files: Sequence[str], fact_types: Iterable[str]) -> None:
    """Print each miss, each extra and each wrong slot of the kinds of fact named, with the words of the article."""
    for fact_type in fact_types:
        for kind, article, slot, evidence, expected, found, rule in connection.execute(
            ERRORS, [gold_files, fact_type]
        ).fetchall():
            print(f"\n{kind} {fact_type}{' ' + slot if slot else ''} in {article}{' by ' + rule if rule else ''}")
            for label, text in (("words", evidence), ("expected", expected), ("found", found)):
                _print_labelled(label, text)


def print_tolls(connection: Connection, label_file: str, with_errors: bool) -> None:
    """Print how many labelled death tolls are among the article's killed figures, and how many are its lead figure."""
    labelled, loaded, among, lead = connection.execute(TOLLS, [label_file]).fetchone()
    print(f"\nDeath tolls above 0 in {label_file}: {labelled}, of {loaded} articles in the warehouse")
    _print_table(
        ["measure", "right", "rate"],
        [
            ("toll is among the killed figures", among, among / labelled if labelled else None),
            ("toll is the lead figure", lead, lead / labelled if labelled else None),
        ],
    )
    if with_errors:
        for article, title, toll, lead_value, figures, is_among in connection.execute(
            TOLL_ERRORS, [label_file]
        ).fetchall():
            print(f"\n{'not the lead figure' if is_among else 'not found'}: {article} {title or ''}")
            _print_labelled("expected", str(toll))
            _print_labelled("lead", None if lead_value is None else str(lead_value))
            _print_labelled("killed", figures)


def _print_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    cells = [list(header)] + [[_cell(value) for value in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    for row in cells:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _print_labelled(label: str, text: str | None) -> None:
    print(
        textwrap.fill(" ".join((text or "-").split()), 150, initial_indent=f"  {label:<9}", subsequent_indent=" " * 11)
    )
