"""What a warehouse holds, as a table, and queries to begin with."""

import duckdb

COUNTS = (
    ("raw.articles", "select 'articles', count(*) from raw.articles"),
    ("raw.rejects", "select 'rejects', count(*) from raw.rejects"),
    ("marts.dim_entities", "select entity_type || ' entities', count(*) from marts.dim_entities group by 1 order by 1"),
    ("marts.fct_meeting_reports", "select 'meeting reports', count(*) from marts.fct_meeting_reports"),
    ("marts.fct_casualty_figures", "select 'casualty figures', count(*) from marts.fct_casualty_figures"),
    ("marts.fct_control_claims", "select 'control claims', count(*) from marts.fct_control_claims"),
    ("marts.fct_claim_conflicts", "select 'conflicts between claims', count(*) from marts.fct_claim_conflicts"),
    ("meta.builds", "select 'tests passed', tests_passed from meta.builds order by began_at desc limit 1"),
)
EXAMPLES = (
    "select value, outcome, victims, attributed_to, exact from marts.fct_casualty_figures order by value desc limit 5",
    "select meeting_date, participants, place_text, status from marts.fct_meeting_reports order by meeting_date",
    "select actor, relation, territory, share, attributed_to from marts.fct_control_claims order by share desc",
)


def holdings(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, int]]:
    """A label and a count for everything worth counting that this warehouse has."""
    tables = {
        f"{schema}.{name}"
        for schema, name in connection.execute(
            "select table_schema, table_name from information_schema.tables"
        ).fetchall()
    }
    return [row for table, query in COUNTS if table in tables for row in connection.execute(query).fetchall()]


def show(connection: duckdb.DuckDBPyConnection, published: str) -> None:
    """Print the table of holdings and the example queries."""
    rows = holdings(connection)
    width = max(len(label) for label, _ in rows)
    print(f"\n{published} now holds")
    for label, count in rows:
        print(f"  {label:<{width}}  {count:>10,}")
    print("\nQueries to begin with:")
    for query in EXAMPLES:
        print(f'  scripts/query "{query}"')
