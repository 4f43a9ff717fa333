"""Measure clusters against the pairs in tests/clusters, which were judged by reading: pairwise precision and recall.

The warehouse has to hold the articles that the pairs name; a pair with an article that it does not hold is left out.
"""

import argparse
import csv
import sys
from dataclasses import dataclass

import duckdb

from scripts.warehouse.files import PROJECT, warehouse_at

PAIRS = PROJECT / "tests" / "clusters"

# One query a kind: how a member of a pair is found by what names it, and the cluster that it is in. An offset lies
# within the words that are meant; of several spans around it the narrowest counts.
COVERED = """
    with spans as ({spans}),
    members as (select unnest($members) as member),
    wanted as (
        select member[1] as external_id, member[2] as evidence_field, cast(member[3] as integer) as at
        from members
    )
    select [wanted.external_id, wanted.evidence_field, cast(wanted.at as varchar)], spans.cluster_id
    from wanted
    inner join marts.dim_articles as articles on wanted.external_id = articles.external_id
    inner join spans
        on articles.article_id = spans.article_id and wanted.evidence_field = spans.evidence_field
        and wanted.at >= spans.start_offset and wanted.at < spans.end_offset
    qualify rank() over (
        partition by wanted.external_id, wanted.evidence_field, wanted.at order by spans.end_offset - spans.start_offset
    ) = 1
"""
CLUSTERS = {
    "articles": """
        select [external_id], coalesce(duplicate_of_article_id, article_id)
        from marts.dim_articles where list_contains($members, [external_id])
    """,
    "entities": COVERED.format(
        spans="""
        select mentions.article_id, sentences.evidence_field, mentions.start_offset, mentions.end_offset,
            mentions.entity_id as cluster_id
        from marts.bridge_entity_mentions as mentions inner join staging.stg_sentences as sentences using (sentence_id)
        """
    ),
    "meetings": COVERED.format(
        spans="""
        select evidence.article_id, evidence.evidence_field, evidence.start_offset, evidence.end_offset,
            reports.meeting_id as cluster_id
        from marts.fct_meeting_reports as reports inner join marts.bridge_claim_evidence as evidence using (claim_id)
        where evidence.evidence_role = 'claim'
        """
    ),
    "incidents": """
        select [articles.external_id, figures.outcome, cast(figures.value as varchar)], figures.incident_id
        from marts.fct_casualty_figures as figures inner join marts.dim_articles as articles using (article_id)
        where not figures.is_part and figures.incident_id is not null
            and list_contains($members, [articles.external_id, figures.outcome, cast(figures.value as varchar)])
    """,
}
# Claims of a conflict are named by their number, those of meetings and control by where their words begin.
CONFLICTS = """
    with claims as (
        select claim_id, article_id, cast(coalesce(value, value_low) as varchar) as mark from marts.fct_casualty_figures
        union all select claim_id, article_id, cast(start_offset as varchar) from marts.fct_control_claims
        union all select claim_id, article_id, cast(start_offset as varchar) from marts.fct_meeting_reports
    )
    select conflicts.conflict_kind, articles_a.external_id, claims_a.mark, articles_b.external_id, claims_b.mark
    from marts.fct_claim_conflicts as conflicts
    inner join claims as claims_a on conflicts.claim_id_a = claims_a.claim_id
    inner join claims as claims_b on conflicts.claim_id_b = claims_b.claim_id
    inner join marts.dim_articles as articles_a on claims_a.article_id = articles_a.article_id
    inner join marts.dim_articles as articles_b on claims_b.article_id = articles_b.article_id
    order by all
"""
DISPUTES = """
    select articles.external_id, disputes.evidence_field, cast(disputes.start_offset as varchar), disputes.denied_by
    from marts.fct_stated_disputes as disputes inner join marts.dim_articles as articles using (article_id)
    order by all
"""
NAMED_BY = {
    "articles": ("article_{}",),
    "entities": ("article_{}", "field_{}", "offset_{}"),
    "meetings": ("article_{}", "field_{}", "offset_{}"),
    "incidents": ("article_{}", "outcome", "value_{}"),
}


@dataclass(frozen=True)
class Judged:
    """A pair as the file gives it, whether it is the same by reading, whether the warehouse says so, and has both."""

    row: dict[str, str]
    is_same: bool
    is_joined: bool
    is_found: bool


@dataclass(frozen=True)
class Score:
    """Pairwise precision and recall over judged pairs of one kind."""

    kind: str
    pairs: list[Judged]

    @property
    def same(self) -> int:
        """How many pairs are the same by reading."""
        return sum(pair.is_same for pair in self.pairs)

    @property
    def precision(self) -> float:
        """Of the pairs that the warehouse joins, the share that are the same; 1 if it joins none."""
        joined = [pair for pair in self.pairs if pair.is_joined]
        return sum(pair.is_same for pair in joined) / len(joined) if joined else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are the same, the share that the warehouse joins; 1 if there are none."""
        return sum(pair.is_same and pair.is_joined for pair in self.pairs) / self.same if self.same else 1.0

    @property
    def recall_of_found(self) -> float:
        """The same among pairs both of whose members the warehouse has: what clustering alone is to blame for."""
        found = [pair for pair in self.pairs if pair.is_same and pair.is_found]
        return sum(pair.is_joined for pair in found) / len(found) if found else 1.0

    def __str__(self) -> str:
        return (
            f"{self.kind:<15}  {self.same:>5}  {len(self.pairs) - self.same:>9}  "
            f"{self.precision:>9.2f}  {self.recall:>6.2f}  {self.recall_of_found:>8.2f}"
        )


def score(connection: duckdb.DuckDBPyConnection, kind: str, drawn: str = "") -> Score:
    """Compare the pairs of `kind` (articles, entities, meetings or incidents) with the clusters of a warehouse.

    `drawn` chooses another file of pairs of that kind: "fresh" are those that nothing was developed on.
    """
    name = f"{kind}_{drawn}" if drawn else kind
    with (PAIRS / f"{name}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    held = {name for (name,) in connection.execute("select distinct external_id from marts.dim_articles").fetchall()}
    rows = [row for row in rows if row["article_a"] in held and row["article_b"] in held]
    members = {member for row in rows for member in (_member(kind, row, "a"), _member(kind, row, "b"))}
    clusters: dict[tuple[str, ...], set[str]] = {}
    found = connection.execute(CLUSTERS[kind], {"members": [list(member) for member in sorted(members)]}).fetchall()
    for member, cluster_id in found:
        clusters.setdefault(tuple(member), set()).add(cluster_id)
    return Score(name.replace("_", ", "), [_judged(kind, row, clusters) for row in rows])


def score_readings(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> tuple[int, int, float]:
    """How many rows `query` finds, how many of them were read (file `name`), and the share of these that is right."""
    with (PAIRS / f"{name}.csv").open(encoding="utf-8") as file:
        verdicts = {tuple(row[:-1]): row[-1] == "true" for row in csv.reader(file)}
    found = connection.execute(query).fetchall()
    read = [verdicts[row] for row in found if row in verdicts]
    return len(found), len(read), sum(read) / len(read) if read else 1.0


def _judged(kind: str, row: dict[str, str], clusters: dict[tuple[str, ...], set[str]]) -> Judged:
    """`row` beside what the clusters say."""
    here = clusters.get(_member(kind, row, "a"), set())
    there = clusters.get(_member(kind, row, "b"), set())
    return Judged(row, row["is_same"] == "true", bool(here & there), bool(here and there))


def _member(kind: str, row: dict[str, str], side: str) -> tuple[str, ...]:
    """What names the member on one side of a pair."""
    return tuple(row[column.format(side)] for column in NAMED_BY[kind])


def main() -> int:
    """Print the scores, and with `--errors` every pair on which warehouse and reader differ."""
    parser = argparse.ArgumentParser(prog="python -m scripts.commands.measure_clusters", description=__doc__)
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--errors", action="store_true", help="list the pairs that are joined or kept apart wrongly")
    arguments = parser.parse_args()
    warehouse = warehouse_at(arguments.warehouse)
    print(f"{'pairs of':<15}  {'same':>5}  {'different':>9}  {'precision':>9}  {'recall':>6}  {'of found':>8}")
    with warehouse.read() as connection:
        for kind, drawn in [
            *((kind, "") for kind in CLUSTERS),
            *((kind, "fresh") for kind in ("entities", "meetings")),
        ]:
            result = score(connection, kind, drawn)
            print(result)
            if arguments.errors:
                for pair in result.pairs:
                    if pair.is_same != pair.is_joined:
                        print("    missed" if pair.is_same else "    wrong ", *pair.row.values())
        for name, query in (("conflicts", CONFLICTS), ("disputes", DISPUTES)):
            found, read, precision = score_readings(connection, name, query)
            print(f"{name}: {found} found, {read} of them read, precision {precision:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
