"""A small warehouse file with the fact tables of the interface, filled with facts that a test makes up."""

from dataclasses import dataclass, field
from pathlib import Path

import duckdb

TABLES = """
create schema raw; create schema marts; create schema seeds;
create table raw.articles (article_id varchar, title varchar, text varchar);
create table marts.dim_articles (
    article_id varchar, external_id varchar, title varchar, published_date date, is_latest_version boolean,
    duplicate_of_article_id varchar
);
create table marts.dim_places (place_id varchar, name varchar);
create table seeds.world_aliases (entity_type varchar, entity_key varchar, alias varchar);
create table marts.fct_casualty_figures (
    claim_id varchar, article_id varchar, outcome varchar, value bigint, value_low bigint, value_high bigint,
    original_value varchar, qualifier varchar, victims varchar, victim_group varchar, perpetrator_id varchar,
    perpetrator varchar, place_id varchar, place_text varchar, event_date date, date_precision varchar,
    date_earliest date, date_latest date, date_method varchar, period_text varchar, scope varchar,
    is_lead_figure boolean, is_part boolean, part_of_claim_id varchar, attributed_to_id varchar,
    attributed_to varchar, via varchar, rule_id varchar, sentence_id varchar, evidence_field varchar, exact varchar,
    start_offset bigint, end_offset bigint
);
create table marts.fct_meeting_reports (
    claim_id varchar, article_id varchar, status varchar, mode varchar, participants varchar,
    participant_count bigint, topics_text varchar, place_id varchar, place_text varchar, meeting_date date,
    date_precision varchar, date_earliest date, date_latest date, date_method varchar, attributed_to_id varchar,
    attributed_to varchar, via varchar, rule_id varchar, sentence_id varchar, evidence_field varchar, exact varchar,
    start_offset bigint, end_offset bigint
);
create table marts.bridge_meeting_participants (
    claim_id varchar, participant_index bigint, entity_id varchar, participant_name varchar, mention_text varchar,
    role_text varchar
);
create table marts.fct_control_claims (
    claim_id varchar, article_id varchar, actor_id varchar, actor varchar, place_id varchar, territory varchar,
    relation varchar, share double, share_low double, share_high double, share_text varchar, as_of_date date,
    date_precision varchar, date_method varchar, stance varchar, attributed_to_id varchar, attributed_to varchar,
    via varchar, rule_id varchar, sentence_id varchar, evidence_field varchar, exact varchar, start_offset bigint,
    end_offset bigint
);
create table marts.bridge_claim_evidence (
    claim_id varchar, evidence_index bigint, evidence_role varchar, article_id varchar, sentence_id varchar,
    evidence_field varchar, exact varchar, prefix varchar, suffix varchar, start_offset bigint, end_offset bigint
);
"""

RELATIONS = {
    "casualties": "marts.fct_casualty_figures",
    "meetings": "marts.fct_meeting_reports",
    "control": "marts.fct_control_claims",
}


@dataclass
class Article:
    """An article with the facts that the warehouse is to have found in it, as the columns of the fact tables."""

    external_id: str
    text: str
    title: str | None = None
    published_date: str | None = None
    casualties: list[dict] = field(default_factory=list)
    meetings: list[dict] = field(default_factory=list)
    control: list[dict] = field(default_factory=list)


def write_warehouse(path: Path, articles: list[Article], aliases: list[tuple[str, str, str]]) -> None:
    """Writes a warehouse file in which these facts were found.

    A fact is the columns of its table. It needs `exact`, words of its article; a meeting has `participants`, rows of
    the bridge; any fact can have `further_evidence`, more words that it rests on.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute(TABLES)
        connection.executemany("insert into seeds.world_aliases values (?, ?, ?)", aliases)
        for article in articles:
            _insert_article(connection, article)


def _insert_article(connection: duckdb.DuckDBPyConnection, article: Article) -> None:
    _insert(
        connection, "raw.articles", {"article_id": article.external_id, "title": article.title, "text": article.text}
    )
    _insert(
        connection,
        "marts.dim_articles",
        {
            "article_id": article.external_id,
            "external_id": article.external_id,
            "title": article.title,
            "published_date": article.published_date,
            "is_latest_version": True,
        },
    )
    for kind, relation in RELATIONS.items():
        for index, fact in enumerate(getattr(article, kind)):
            _insert_fact(connection, relation, article, f"{article.external_id}-{kind}-{index}", fact)


def _insert_fact(
    connection: duckdb.DuckDBPyConnection, relation: str, article: Article, claim_id: str, fact: dict
) -> None:
    columns = dict(fact)
    participants = columns.pop("participants", [])
    further_evidence = columns.pop("further_evidence", [])
    claim = {"claim_id": claim_id, "article_id": article.external_id}
    _insert(connection, relation, claim | columns | _span(article, columns["exact"]))
    for index, exact in enumerate([columns["exact"], *further_evidence]):
        _insert(
            connection,
            "marts.bridge_claim_evidence",
            claim | _span(article, exact) | {"evidence_index": index, "evidence_role": "claim"},
        )
    for index, participant in enumerate(participants):
        _insert(
            connection,
            "marts.bridge_meeting_participants",
            {"claim_id": claim_id, "participant_index": index} | participant,
        )


def _span(article: Article, exact: str) -> dict:
    start = article.text.index(exact)
    return {"evidence_field": "text", "exact": exact, "start_offset": start, "end_offset": start + len(exact)}


def _insert(connection: duckdb.DuckDBPyConnection, relation: str, row: dict) -> None:
    places = ", ".join("?" * len(row))
    connection.execute(f"insert into {relation} ({', '.join(row)}) values ({places})", list(row.values()))
