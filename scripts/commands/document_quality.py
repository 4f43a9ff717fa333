"""Write the measured numbers into docs/quality.md and README.md, from a warehouse that scripts/evaluate has measured.

Run as `python -m scripts.commands.document_quality --warehouse FILE`. Only what stands between the marks
`<!-- NAME -->` and `<!-- end NAME -->` is replaced; NAME is a key of TABLES.
"""

import argparse
import re
import sys
from pathlib import Path

import duckdb

from scripts.warehouse.files import PROJECT, warehouse_at

PAGES = (PROJECT / "docs" / "quality.md", PROJECT / "README.md")
MARKED = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)
# Gold files in the order of the table that explains them in docs/quality.md.
FILES = ["articles", "dev", "corpus", "second", "held_out", "written", "written_held_out", "expected"]
READINGS = {kind: PROJECT / "tests" / "readings" / f"{kind}.csv" for kind in ("casualty", "control", "meeting")}
READ_FIRST = "gold_file in ('dev.jsonl', 'corpus.jsonl', 'second.jsonl')"


def _rate(expression: str) -> str:
    return f"coalesce(printf('%.2f', {expression}), '')"


TABLES = {
    "scores": f"""
        select
            gold_file, fact_type as "kind", gold::bigint as annotated, predicted::bigint as found,
            found::bigint as "right", {_rate('"precision"')} as "precision", {_rate("recall")} as recall,
            {_rate("f1")} as "F1"
        from evaluation.eval_summary order by list_position({FILES}, replace(gold_file, '.jsonl', '')), fact_type
    """,
    "totals": f"""
        select
            if({READ_FIRST}, 'looked at', 'kept aside') as articles, fact_type as "kind",
            sum(gold)::bigint as annotated, {_rate("sum(found) / sum(predicted)")} as "precision",
            {_rate("sum(found) / sum(gold)")} as recall
        from evaluation.eval_summary where {READ_FIRST} or gold_file = 'held_out.jsonl'
        group by all order by articles, fact_type
    """,
    "slots": f"""
        pivot (
            select
                fact_type as "kind", slot, replace(gold_file, '.jsonl', '') as file,
                {_rate('sum("right") / sum(compared)')} || ' of ' || sum(compared)::bigint as shown
            from evaluation.eval_slots group by gold_file, fact_type, slot
        ) on file in {tuple(FILES)} using any_value(shown) group by "kind", slot
        order by "kind", slot
    """,
    "tolls": f"""
        select
            count(*) as "articles with a toll above 0",
            {_rate("avg(is_toll_among_figures::int)")} as "toll is among the killed figures",
            {_rate("avg(is_toll_lead_figure::int)")} as "toll is the lead figure"
        from evaluation.eval_death_tolls where article_id is not null
    """,
    "rules": f"""
        select
            fact_type as "kind", rule_id as rule, sum(fired)::bigint as fired, sum("right")::bigint as "right",
            sum(extra)::bigint as extra,
            {_rate('sum("right") / nullif(sum("right") + sum(extra), 0)')} as "precision"
        from evaluation.eval_rules
        group by fact_type, rule_id having sum(fired) > 0 order by fact_type, fired desc, rule
    """,
    "readings": " union all ".join(
        f"""
        select
            '{kind}' as "kind", replace(verdict, 'is_row_right', 'all core slots') as slot, count(*) as "read",
            sum(is_right)::bigint as "right", {_rate("avg(is_right)")} as share
        from (
            unpivot (select * exclude (claim_id, article, remark) from read_csv('{file}'))
            on columns(*) into name verdict value is_right
        ) group by verdict
        """
        for kind, file in READINGS.items()
    )
    + """order by "kind", slot != 'all core slots', slot != 'is_fact', slot""",
    "errors": f"""
        select fact_type as "kind", kind as error, coalesce(slot, '') as slot, count(*) as errors
        from evaluation.eval_errors where {READ_FIRST}
        group by fact_type, eval_errors.kind, slot having count(*) >= 3
        order by fact_type, errors desc, error, slot
    """,
}


def table(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    """The answer to `query` as a table in Markdown, its headings the names of its columns."""
    answer = connection.execute(query)
    names = [column[0] for column in answer.description]
    rows = [["" if value is None else str(value) for value in row] for row in answer.fetchall()]
    return "".join(f"| {' | '.join(row)} |\n" for row in (names, ["---"] * len(names), *rows))


def filled(page: str, connection: duckdb.DuckDBPyConnection) -> str:
    """`page` with every marked table replaced by what the warehouse says now. Raises KeyError for an unknown mark."""
    return MARKED.sub(lambda mark: mark[1] + table(connection, TABLES[mark[2]]) + mark[3], page)


def main() -> int:
    """Rewrite the pages; 0 when that was done."""
    parser = argparse.ArgumentParser(prog="document_quality", description=__doc__)
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("pages", nargs="*", type=Path, default=PAGES, metavar="PAGE", help="what to rewrite")
    arguments = parser.parse_args()
    with warehouse_at(arguments.warehouse).read() as connection:
        for page in arguments.pages:
            page.write_text(filled(page.read_text(encoding="utf-8"), connection), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
