-- Grain: one mention of a place, no wider than a province, at which people come to harm.

{%- set lead_key = 'case when breadth = 1 and is_location and not is_beside and sentence_index <= 3 '
    ~ 'then coalesce(place_id, lower(place_text)) end' %}
{%- set scene_text = 'case when breadth = 1 and is_of_told_event then place_text end' %}

with

harm_places as (
    select
        sentence_id,
        article_id,
        sentence_index,
        token_index,
        place_id,
        place_text,
        start_offset,
        end_offset,
        breadth,
        country,
        is_beside,
        is_of_told_event,
        {{ lead_key }} is not null
        and min({{ lead_key }}) over (partition by article_id)
        = max({{ lead_key }}) over (partition by article_id) as is_lead_town,
        sentence_index = min(case when breadth = 1 then sentence_index end) over (partition by article_id)
            as is_with_first_town,
        min({{ scene_text }}) over (partition by article_id)
        = max({{ scene_text }}) over (partition by article_id) as is_of_only_scene
    from {{ ref('int_place_units') }}
    where
        breadth <= 2
        and is_amid_violence
        and (is_location or is_scene)
        and not is_owner
        and not is_speaker
        and not is_off_scene
)

select * from harm_places
