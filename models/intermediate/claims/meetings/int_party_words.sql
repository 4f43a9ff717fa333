-- Grain: one word of a unit that can stand for a party, with its part in it: name, office, state, or none.

with

units as (
    select * from {{ ref('int_party_units') }}
),

words as (
    select * from {{ ref('int_words') }}
),

sentences as (
    select * from {{ ref('int_sentence_tokens') }}
),

parts as (
    select
        units.party_unit_id,
        units.article_id,
        units.sentence_id,
        units.unit_class,
        words.token_index,
        words.token_count,
        words.word_class,
        words.meaning,
        words.entity_id,
        words.token,
        words.word_class in ('role', 'roles') as is_office,
        words.word_class in ('name', 'person', 'particle')
        or words.word_class in ('hyphen', 'apostrophe', 'stop')
        and lead(words.word_class) over unit_words in ('name', 'person', 'particle', 'word')
        and lag(words.word_class) over unit_words in ('name', 'person', 'particle')
        -- "Anne-marie", but not "in-law Kushner"
        or words.word_class = 'word'
        and lag(words.word_class) over unit_words = 'hyphen'
        and lag(words.word_class, 2) over unit_words in ('name', 'person', 'particle') as is_in_name,
        lag(words.word_class) over unit_words as class_before,
        lead(words.word_class) over unit_words as class_after
    from units
    inner join words
        on
            units.sentence_id = words.sentence_id
            and units.token_index <= words.token_index
            and words.token_index < units.token_index + units.token_count
    window unit_words as (partition by units.party_unit_id order by words.token_index)
),

-- A name is a run of words that nothing else interrupts.
runs as (
    select
        *,
        sum(case when is_in_name then 0 else 1 end) over (
            partition by party_unit_id
            order by token_index
            rows between unbounded preceding and current row
        ) as run_number
    from parts
),

placed as (
    select
        runs.*,
        {{ token_start('runs.token_index') }} as start_offset,
        {{ token_end('runs.token_index + runs.token_count - 1') }} as end_offset
    from runs
    inner join sentences on runs.sentence_id = sentences.sentence_id
)

select * from placed
