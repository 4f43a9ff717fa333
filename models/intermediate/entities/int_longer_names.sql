-- Grain: one name of an organization that a longer name in the same article ends with.

with

spans as (
    select * from {{ ref('int_named_spans') }}
),

contained as (
    select
        short_names.sentence_id,
        short_names.token_index,
        short_names.start_offset as short_offset,
        full_names.sentence_id as full_sentence_id,
        full_names.token_index as full_token_index,
        full_names.start_offset as full_offset,
        full_names.own_entity_id as entity_id,
        coalesce(full_names.known_name, {{ one_line('full_names.mention_text') }}) as name
    from spans as short_names
    inner join spans as full_names
        on
            short_names.article_id = full_names.article_id
            and short_names.last_name = full_names.last_name
            and full_names.entity_kind = 'organization'
            and position(' ' || short_names.compared_name || '|' in full_names.compared_name || '|') > 0
    where short_names.entity_kind = 'organization' and short_names.entity_id is null and short_names.has_several_words
),

-- "the Armed Services Committee" is the Senate's, if the article has named that; and that is in no longer name again.
longer_names as (
    select
        contained.sentence_id,
        contained.token_index,
        contained.entity_id,
        contained.name
    from contained
    left join contained as longer
        on contained.full_sentence_id = longer.sentence_id and contained.full_token_index = longer.token_index
    where longer.sentence_id is null
    qualify row_number() over (
        partition by contained.sentence_id, contained.token_index
        order by
            contained.full_offset < contained.short_offset desc,
            abs(contained.full_offset - contained.short_offset),
            contained.entity_id
    ) = 1
)

select * from longer_names
