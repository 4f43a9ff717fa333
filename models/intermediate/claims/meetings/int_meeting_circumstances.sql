-- Grain: one occasion, with the date, the place and the source of the mention that tells most about it, or else of the
-- first mention that states them, before what is carried over to any; a source tells of what is beside it.

{%- set most_sentences_to_source = 4 %}

with

claims as (
    select * from {{ ref('int_meeting_claims') }}
),

occasions as (
    select * from {{ ref('int_meeting_occasions') }}
),

mentions as (
    select * from {{ ref('int_meeting_mentions') }}
),

rules as (
    select * from {{ ref('meeting_rules') }}
),

dates as (
    select * from {{ ref('int_meeting_dates') }}
),

places as (
    select * from {{ ref('int_meeting_places') }}
),

attendance as (
    select * from {{ ref('int_meeting_attendance') }}
),

-- Who took part is a source where he tells of the meeting itself; elsewhere he may only have spoken at it.
attributions as (
    select
        attributions.*,
        attendance.claim_key is not null as is_of_participant
    from {{ ref('int_claim_attributions') }} as attributions
    left join attendance
        on
            attributions.claim_key = attendance.claim_key
            and attributions.attributed_to_id = attendance.entity_id
    qualify row_number() over (partition by attributions.claim_key order by attendance.participant_key) = 1
),

ranked as (
    select
        claims.claim_id,
        mentions.claim_key,
        mentions.sentence_id,
        mentions.token_index,
        rules.is_setting,
        abs(
            mentions.sentence_index
            - min(case when mentions.mention_key = claims.mention_key then mentions.sentence_index end)
                over (partition by claims.claim_id)
        ) as sentence_distance,
        mentions.word_class not in ('meeting', 'summit', 'talks', 'call', 'video') as is_stated,
        row_number() over (
            partition by claims.claim_id
            order by
                mentions.mention_key = claims.mention_key desc,
                mentions.is_headline,
                mentions.sentence_index asc,
                mentions.token_index asc,
                mentions.mention_key asc
        ) as mention_rank
    from claims
    inner join occasions on claims.occasion_key = occasions.occasion_key
    inner join mentions on occasions.mention_key = mentions.mention_key
    inner join rules on mentions.rule_id = rules.rule_id
),

chosen as (
    select
        ranked.claim_id,
        coalesce(
            {{ min_by('ranked.claim_key', 'ranked.mention_rank') }} filter (
                where dates.date_earliest is not null and dates.sentence_id = ranked.sentence_id
            ),
            {{ min_by('ranked.claim_key', 'ranked.mention_rank') }} filter (where dates.date_earliest is not null)
        ) as date_key,
        coalesce(
            {{ min_by('ranked.claim_key', 'ranked.mention_rank') }} filter (
                where places.place_text is not null and places.sentence_id = ranked.sentence_id
            ),
            {{ min_by('ranked.claim_key', 'ranked.mention_rank') }} filter (where places.place_text is not null)
        ) as place_key,
        {{ min_by('ranked.claim_key', 'ranked.mention_rank') }} filter (
            where attributions.attributed_to is not null
            and ranked.sentence_distance <= {{ most_sentences_to_source }}
            and (
                not attributions.is_of_participant
                or (
                    ranked.mention_rank = 1
                    and (ranked.is_stated or attributions.first_token < ranked.token_index)
                    -- "Obama warned Putin at a summit": who spoke there is no source of it.
                    and not ranked.is_setting
                )
            )
        ) as attribution_key
    from ranked
    left join dates on ranked.claim_key = dates.claim_key
    left join places on ranked.claim_key = places.claim_key
    left join attributions on ranked.claim_key = attributions.claim_key
    group by ranked.claim_id
),

circumstances as (
    select
        chosen.claim_id,
        places.place_id,
        places.place_text,
        dates.event_date as meeting_date,
        dates.date_precision,
        dates.date_earliest,
        dates.date_latest,
        dates.date_method,
        attributions.attributed_to_id,
        attributions.attributed_to,
        attributions.via,
        chosen.date_key,
        chosen.place_key,
        chosen.attribution_key
    from chosen
    left join dates on chosen.date_key = dates.claim_key
    left join places on chosen.place_key = places.claim_key
    left join attributions on chosen.attribution_key = attributions.claim_key
)

select * from circumstances
