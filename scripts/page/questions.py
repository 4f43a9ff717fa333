"""What the page asks the warehouse: one query for each part of it."""

from typing import Any

import duckdb

Row = dict[str, Any]

LOADED = """
    select
        (select count(*) from marts.dim_articles) as articles,
        (select count(distinct publisher_name) from marts.dim_articles) as publishers,
        (select min(published_date) from marts.dim_articles) as first_day,
        (select max(published_date) from marts.dim_articles) as last_day,
        (select count(*) from raw.rejects) as rejects,
        (select count(*) from answers.claims where claim_type = 'casualty') as figures,
        (select count(*) from answers.claims where claim_type = 'control') as control_claims,
        (select count(*) from answers.claims where claim_type = 'meeting') as meeting_reports,
        (select count(*) from answers.disputes) as disputes
"""
LOADS = """
    select source_uri, loader, started_at, documents_seen, documents_new, documents_rejected
    from raw.loads order by started_at desc, load_id limit 12
"""
PUBLISHERS = """
    select
        coalesce(publisher_name, 'not stated') as publisher, count(*) as articles,
        min(published_date) as first_day, max(published_date) as last_day
    from marts.dim_articles group by 1 order by articles desc, publisher limit 12
"""
# What happened long before the articles (an anniversary, a comparison) would push the rest to the edge of a timeline.
# An incident is shown by the earliest statement of its best figure.
FIRST_DAYS = """
    with first_days as (select min(published_date) - interval 1 year as first_day from marts.dim_articles)
"""
INCIDENTS = (
    FIRST_DAYS
    + """
    select
        incidents.incident_id, incidents.event_date, incidents.date_precision, incidents.outcome,
        incidents.low, incidents.best, incidents.high, incidents.source_count,
        coalesce(places.name, 'place not stated') as place,
        arg_min(history.claim_id, (history.statement_number, history.claim_id)) as claim_id,
        count(*) over () as total
    from marts.fct_incidents as incidents
    inner join marts.fct_casualty_figures as figures using (incident_id)
    inner join answers.figure_history as history using (claim_id)
    left join marts.dim_places as places on incidents.place_id = places.place_id
    where
        incidents.outcome in ('killed', 'injured') and incidents.date_precision in ('day', 'week', 'month')
        and incidents.event_date >= (select first_day from first_days)
        and incidents.best > 0 and figures.value = incidents.best
    group by all
    order by incidents.source_count desc, incidents.best desc, incidents.incident_id
    limit 240
"""
)
# Every figure of the incidents about which several sources do not say the same.
RIVAL_FIGURES = """
    with
    rivals as (
        select *, count(*) over () as total
        from marts.fct_incidents
        where source_count > 1 and low < high
        order by has_conflicting_figures desc, source_count desc, figure_count desc, incident_id
        limit 24
    )
    select
        rivals.incident_id, rivals.event_date, rivals.date_precision, rivals.outcome, rivals.low, rivals.best,
        rivals.high, rivals.total, coalesce(places.name, 'place not stated') as place, figures.claim_id, figures.value,
        figures.value_low, figures.value_high, figures.original_value, claims.said_by, claims.attributed_to,
        claims.publisher_name, claims.published_date
    from rivals
    inner join marts.fct_casualty_figures as figures using (incident_id)
    inner join answers.claims as claims using (claim_id)
    left join marts.dim_places as places on rivals.place_id = places.place_id
    where figures.value > 0 and not figures.is_part
    order by rivals.event_date nulls last, rivals.incident_id, figures.value, figures.claim_id
"""
# Each number by its first statement, those that were said again most often first.
FIRST_REPORTS = """
    with
    again as (
        select figure_id, count(*) as repetitions, string_agg(distinct said_by, ', ' order by said_by) as repeaters
        from answers.figure_history where statement_number > 1 group by figure_id
    )
    select history.*, coalesce(again.repetitions, 0) as repetitions, again.repeaters, count(*) over () as total
    from answers.figure_history as history
    left join again using (figure_id)
    where history.statement_number = 1 and history.value > 0
    order by repetitions desc, history.value desc, history.claim_id
    limit 60
"""
# Counts of more than one event: of a war so far, of a year.
TOLLS = """
    select
        claim_id, outcome, value, value_low, value_high, original_value, figures.period_text, claims.said_by,
        claims.publisher_name, claims.published_date, claims.place, count(*) over () as total
    from marts.fct_casualty_figures as figures
    inner join answers.claims as claims using (claim_id)
    where
        scope in ('cumulative', 'period') and outcome in ('killed', 'displaced') and value >= 1000
        and claims.published_date is not null
    order by claims.attributed_to is null, value desc, claim_id
    limit 160
"""
SHARES = (
    FIRST_DAYS
    + """
    select
        *, coalesce(as_of_date, published_date) as day, count(*) over () as total,
        count(*) over (partition by place) as place_claims
    from answers.territory_shares
    where
        share is not null and stance = 'asserted'
        and coalesce(as_of_date, published_date) >= (select first_day from first_days)
    order by place_claims desc, place, day, claim_id
    limit 80
"""
)
# What each side is said to hold, month by month, in the places that several sides are said to hold.
STANDING = """
    with
    contested as (
        select place_id, count(distinct side) as sides, sum(statement_count) as statements, count(*) over () as total
        from marts.fct_territory_standing
        where relation in ('controls', 'captured')
        group by place_id
        having count(distinct side) > 1
        order by sides desc, statements desc, place_id
        limit 9
    )
    select
        places.name as place, standing.*, claims.said_by, contested.total,
        count(*) over (partition by standing.place_id, standing.side) as months_of_side
    from contested
    inner join marts.fct_territory_standing as standing using (place_id)
    inner join marts.dim_places as places using (place_id)
    inner join answers.claims as claims on standing.last_claim_id = claims.claim_id
    order by contested.sides desc, contested.statements desc, place, months_of_side desc, side, stated_month desc
"""
ENCOUNTERS = (
    FIRST_DAYS
    + """
    select
        meeting_id, participant, met, meeting_date, date_precision, place, status, mode,
        min(claim_id) as claim_id, count(*) as reports
    from answers.encounters
    where
        participant != met
        and (meeting_date is null or meeting_date >= (select first_day from first_days))
    group by all
    order by meeting_date, meeting_id, participant, met
"""
)
# What is attributed to whoever is quoted most, as the one who speaks or the one who passes on; the latest first.
SOURCES = """
    with
    quoted as (
        select *, attributed_to as source from answers.statements
        union all
        select *, unnest(string_split(via, '; ')) as source from answers.statements
    ),
    counted as (
        select
            *, count(*) over (partition by source) as statements,
            row_number() over (partition by source order by published_date desc nulls last, statement_id) as position
        from quoted
    ),
    ranked as (select *, dense_rank() over (order by statements desc, source) as rank from counted)
    select *, (select count(distinct source) from quoted) as total
    from ranked where rank <= 24 and position <= 12
    order by rank, publisher_name nulls last, published_date desc nulls last, article_id, start_offset, statement_id
"""
DISPUTES = """
    select *, count(*) over () as total
    from answers.disputes
    order by conflict_kind, coalesce(one_published_date, other_published_date) desc nulls last, conflict_id
    limit 60
"""
QUOTED = """
    select * from answers.traces where claim_id in (select unnest($claims)) order by published_date nulls last, claim_id
"""
PASSAGES = """
    select claim_id, paragraph_index, exact, is_claim, evidence_roles
    from answers.passages where claim_id in (select unnest($claims)) order by claim_id, passage_index
"""


def ask(connection: duckdb.DuckDBPyConnection, query: str, parameters: Row | None = None) -> list[Row]:
    """The answer to one of the queries above, a dictionary for each row; duckdb.Error where a view is missing."""
    cursor = connection.execute(query, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
