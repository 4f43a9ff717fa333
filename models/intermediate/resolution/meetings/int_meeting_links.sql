-- Grain: two reports, of different articles, that are about the same meeting, however they were found.

with

claims as (
    select
        claim_id,
        status
    from {{ ref('int_meeting_claims') }}
),

links as (
    select * from {{ ref('int_meeting_dated_links') }}
    union
    select * from {{ ref('int_meeting_undated_links') }}
    union
    select * from {{ ref('int_meeting_loose_links') }}
    union
    select * from {{ ref('int_meeting_circle_links') }}
    union
    select * from {{ ref('int_meeting_call_links') }}
),

-- What was cancelled may be what was planned, but nothing that was held.
meeting_links as (
    select links.*
    from links
    inner join claims on links.node = claims.claim_id
    inner join claims as others on links.other_node = others.claim_id
    where
        claims.status = others.status
        or (claims.status != 'cancelled' and others.status != 'cancelled')
        or (claims.status != 'held' and others.status != 'held')
)

select * from meeting_links
