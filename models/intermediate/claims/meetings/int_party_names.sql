-- Grain: one name inside a unit that can stand for a party: the run of words that is the person's own name.

with

words as (
    select * from {{ ref('int_party_words') }}
    where unit_class in ('person_party', 'named_party', 'official_party')
),

sentences as (
    select
        sentence_id,
        text,
        start_offset
    from {{ ref('stg_sentences') }}
),

runs as (
    select
        party_unit_id,
        article_id,
        sentence_id,
        unit_class,
        min(token_index) as token_index,
        max(token_index + token_count) - min(token_index) as token_count,
        min(start_offset) as start_offset,
        max(end_offset) as end_offset,
        count(*) filter (where word_class in ('name', 'person')) as part_count,
        max(case when word_class = 'person' then entity_id end) as entity_id,
        max(case when word_class = 'person' then token_count end) as known_token_count,
        {{ min_by('class_before', 'token_index') }} as class_before,
        {{ max_by('class_after', 'token_index') }} as class_after
    from words
    where is_in_name
    group by party_unit_id, article_id, sentence_id, unit_class, run_number
),

opened as (
    select
        *,
        bool_or(class_before is null) over (partition by party_unit_id) as is_opened_by_name
    from runs
),

-- A name follows its office, or a comma behind it; in a unit that begins with a name, the office follows the comma.
-- "President of the International Games Lea Moor": behind "the" stands what the office is of.
best as (
    select *
    from opened
    where part_count > 0 and (unit_class != 'official_party' or entity_id is not null)
    qualify row_number() over (
        partition by party_unit_id
        order by
            -- "Saleh's deputy, Karim Haddad,": whose deputy he is comes before his name.
            coalesce(class_after in ('genitive', 'apostrophe'), false) asc,
            entity_id is not null desc,
            coalesce(class_before in ('role', 'stop'), false) desc,
            coalesce(class_before = 'comma', false) and not is_opened_by_name desc,
            coalesce(class_before = 'definite', false) asc,
            token_index
    ) = 1
),

names as (
    select
        best.party_unit_id,
        best.article_id,
        best.sentence_id,
        best.token_index,
        best.token_count,
        best.start_offset,
        best.end_offset,
        {{ words_between('best.start_offset', 'best.end_offset') }} as name_text,
        best.unit_class,
        best.part_count > 1 or coalesce(best.known_token_count > 1, false) as is_full,
        case when best.known_token_count = best.token_count then best.entity_id end as entity_id
    from best
    inner join sentences on best.sentence_id = sentences.sentence_id
),

-- "Mike PompeoDonald Trump Jr", "TrumpGOP": a headline glued to a name; "McCain" and "DeSantis" are names; "R-Ky" is
-- where a lawmaker comes from.
separate as (
    select * from names
    where not {{ matches('name_text', '\\p{Ll}{4}\\p{Lu}\\p{Ll}|\\p{Ll}{3}\\p{Lu}{2}|^\\p{Lu}-\\p{Lu}') }}
)

select * from separate
