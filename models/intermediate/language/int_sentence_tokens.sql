-- Grain: one sentence that can hold facts, cut into tokens, which lists hold in their order.
-- A model that wants the place or the words of some tokens takes them out of the lists (macros/engine/token_spans.sql):
-- that joins sentences, of which there are twenty-five times fewer than tokens.

with

sentences as (
    select * from {{ ref('stg_sentences') }}
    where can_hold_facts
),

cut as (
    select
        *,
        {{ extract_all('text', token_pattern()) }} as pieces
    from sentences
),

measured as (
    select
        *,
        {{ transform_list('pieces', 'piece', trim_left('piece')) }} as tokens,
        {{ transform_list('pieces', 'piece', 'length(piece)') }} as lengths
    from cut
),

ended as (
    select
        *,
        {{ transform_list(
            positions_of('lengths'), 'position',
            'cast(start_offset + ' ~ sum_of_first('lengths', 'position') ~ ' as integer)'
        ) }} as token_ends
    from measured
),

sentence_tokens as (
    select
        sentence_id,
        article_id,
        sentence_index,
        evidence_field,
        start_offset,
        text,
        tokens,
        {{ transform_list(
            positions_of('tokens'), 'position',
            'cast(' ~ list_element('token_ends', 'position') ~ ' - length(' ~ list_element('tokens', 'position')
            ~ ') as integer)'
        ) }} as token_starts,
        token_ends
    from ended
)

select * from sentence_tokens
