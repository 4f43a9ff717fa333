-- Grain: one casualty figure whose own clause leaves open who did it, and the sentence near it that says so.

{%- set addition = '^' ~ compile_pattern('<addition>', grammar()) %}

with

figures as (
    select * from {{ ref('int_casualty_figures') }}
),

scopes as (
    select * from {{ ref('int_casualty_scopes') }}
),

sentences as (
    select
        sentence_id,
        article_id,
        sentence_index
    from {{ ref('stg_sentences') }}
),

sentence_units as (
    select
        sentence_id,
        unit_classes
    from {{ ref('int_sentence_units') }}
),

event_references as (
    select * from {{ ref('int_event_references') }}
),

-- The day and the place of an event, where both are known.
occasions as (
    select
        dates.claim_key,
        dates.event_date,
        places.place_id
    from {{ ref('int_casualty_dates') }} as dates
    inner join {{ ref('int_claim_places') }} as places on dates.claim_key = places.claim_key
    where dates.event_date is not null and places.place_id is not null
),

stated as (
    select
        perpetrators.*,
        occasions.event_date,
        occasions.place_id,
        sentences.article_id,
        sentences.sentence_index,
        coalesce(scopes.scope = 'event', false) as is_event,
        coalesce(figures.outcome = 'captured', false) as is_capture
    from {{ ref('int_stated_perpetrators') }} as perpetrators
    left join figures on perpetrators.claim_key = figures.claim_key
    inner join sentences on perpetrators.sentence_id = sentences.sentence_id
    left join scopes on perpetrators.claim_key = scopes.claim_key
    left join occasions on perpetrators.claim_key = occasions.claim_key
),

-- "Another 73 were injured", "119 were injured in the attack", "a woman was among the dead": the story goes on.
unstated as (
    select
        figures.claim_key,
        figures.article_id,
        coalesce(figures.victims, 'nobody named') as victims,
        figures.outcome = 'captured' as is_capture,
        sentences.sentence_index,
        occasions.event_date,
        occasions.place_id,
        {{ matches('sentence_units.unit_classes', addition) }} as is_addition,
        coalesce(event_references.is_told_before, false)
        or coalesce(figures.figure_role in ('toll', 'among'), false) as is_told_before,
        coalesce(event_references.is_new, false) as is_new,
        coalesce(figures.victim_group = 'combatant', false) as is_of_fighters,
        event_references.claim_key is not null as names_attack
    from figures
    inner join scopes on figures.claim_key = scopes.claim_key
    inner join sentences on figures.sentence_id = sentences.sentence_id
    inner join sentence_units on figures.sentence_id = sentence_units.sentence_id
    left join stated on figures.claim_key = stated.claim_key
    left join event_references on figures.claim_key = event_references.claim_key
    left join occasions on figures.claim_key = occasions.claim_key
    where stated.claim_key is null and scopes.scope = 'event'
),

-- Where an article names one perpetrator of events only, "the attack" is that one's, however far back.
alone as (
    select article_id
    from stated
    where is_event and is_somebody
    group by article_id
    having count(distinct coalesce(perpetrator_id, lower(perpetrator))) = 1
),

carried as (
    select
        unstated.claim_key,
        stated.perpetrator,
        stated.perpetrator_id
    from unstated
    inner join stated
        on
            unstated.article_id = stated.article_id
            and stated.sentence_index <= unstated.sentence_index + 3
    left join alone on unstated.article_id = alone.article_id
    where
        stated.is_somebody
        -- Whoever took hostages need not have killed.
        and stated.is_capture = unstated.is_capture
        -- "Separatists were killed in the raid": not by separatists.
        and {{ dbt.position('lower(unstated.victims)', 'lower(stated.perpetrator)') }} = 0
        and {{ dbt.position('lower(stated.perpetrator)', 'lower(unstated.victims)') }} = 0
        and (
            (unstated.is_addition and stated.sentence_index = unstated.sentence_index - 1)
            or (
                unstated.is_told_before
                and stated.sentence_index < unstated.sentence_index
                and (stated.sentence_index >= unstated.sentence_index - 2 or alone.article_id is not null)
            )
            -- Who came to harm on the same day at the same place did so in one event; but fighters may be of the side
            -- that did it.
            or (
                stated.is_event
                and not unstated.is_new
                and not unstated.is_of_fighters
                and stated.event_date = unstated.event_date
                and stated.place_id = unstated.place_id
                and stated.sentence_index < unstated.sentence_index
            )
            -- "The Taliban claimed responsibility for the bombing."
            or (
                unstated.names_attack
                and stated.claim_key is null
                and stated.sentence_index >= unstated.sentence_index - 3
            )
        )
    qualify row_number() over (
        partition by unstated.claim_key
        order by
            abs(unstated.sentence_index - stated.sentence_index) asc,
            stated.sentence_index asc,
            stated.perpetrator_key asc
    ) = 1
)

select * from carried
