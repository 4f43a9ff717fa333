-- Grain: one claim about how much of a territory a party holds, took or lost, in number or in words.

with

holdings as (
    select * from {{ ref('holdings') }}
),

territory_shares as (
    select
        claim_id,
        place,
        territory,
        side,
        actor,
        relation,
        stance,
        share_text,
        share,
        share_low,
        share_high,
        said_by,
        via,
        publisher_name,
        as_of_date,
        published_date,
        exact
    from holdings
    where share_text is not null
)

select * from territory_shares
