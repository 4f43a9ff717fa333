-- One row per compared text and entity that it names: the text holds all telling words of one of the entity's aliases.

with words as (
    select * from {{ ref('eval_text_words') }}
    where is_telling
),

aliases as (
    select * from {{ ref('world_aliases') }}
),

word_counts as (
    select
        compared_text,
        count(*) as words
    from words
    group by compared_text
),

alias_words as (
    select
        aliases.entity_type,
        aliases.entity_key,
        aliases.alias,
        words.word,
        word_counts.words as alias_words
    from aliases
    inner join words on aliases.alias = words.compared_text
    inner join word_counts on aliases.alias = word_counts.compared_text
),

held_aliases as (
    select
        words.compared_text,
        alias_words.entity_type,
        alias_words.entity_key,
        alias_words.alias_words
    from words
    inner join alias_words on words.word = alias_words.word
    group by
        words.compared_text,
        alias_words.entity_type,
        alias_words.entity_key,
        alias_words.alias,
        alias_words.alias_words
    having count(*) = alias_words.alias_words
),

named as (
    select
        {{ content_id(['held_aliases.compared_text', 'held_aliases.entity_type', 'held_aliases.entity_key']) }}
            as text_entity_id,
        held_aliases.compared_text,
        held_aliases.entity_type,
        held_aliases.entity_key,
        max(held_aliases.alias_words) = max(word_counts.words) as is_whole
    from held_aliases
    inner join word_counts on held_aliases.compared_text = word_counts.compared_text
    group by held_aliases.compared_text, held_aliases.entity_type, held_aliases.entity_key
)

select * from named
