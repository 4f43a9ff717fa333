-- One row per word of a text that is compared tolerantly: everything annotated or found in words, and every alias of an
-- entity. Plural endings are cut, synonyms replaced, and words without content ("the", "of") left out, unless there are
-- no others.

with gold_values as (
    select * from {{ ref('eval_gold_values') }}
),

predicted_values as (
    select * from {{ ref('eval_predicted_values') }}
),

gold_participants as (
    select * from {{ ref('eval_gold_participants') }}
),

predicted_participants as (
    select * from {{ ref('eval_predicted_participants') }}
),

aliases as (
    select * from {{ ref('world_aliases') }}
),

known_words as (
    select * from {{ ref('evaluation_words') }}
),

texts as (
    select expected as compared_text from gold_values
    union
    select expected as compared_text from gold_participants
    union
    select found as compared_text from predicted_values
    union
    select found as compared_text from predicted_participants
    union
    select alias as compared_text from aliases
),

split as (
    select
        compared_text,
        {{ plain_words('compared_text') }} as words
    from texts
),

listed as (
    {{ unnest_with_position('split', ['compared_text'], 'words', 'full_word', 'word_index') }}
),

singular as (
    select distinct
        compared_text,
        case
            when length(full_word) > 3 and full_word like '%s' and full_word not like '%ss'
                then left(full_word, length(full_word) - 1)
            else full_word
        end as word
    from listed
),

judged as (
    select
        singular.compared_text,
        coalesce(known_words.stands_for, singular.word) as word,
        coalesce(known_words.kind, 'content') as kind,
        min(case known_words.kind when 'function' then 3 when 'generic' then 2 else 1 end)
            over (partition by singular.compared_text) as best_kind
    from singular
    left join known_words on singular.word = known_words.word
),

kept as (
    select distinct
        {{ content_id(['compared_text', 'word']) }} as text_word_id,
        compared_text,
        word,
        -- what tells one actor or place from another: "fighters" does not, except where it is all there is
        kind not in ('function', 'generic') or best_kind >= 2 as is_telling
    from judged
    where kind <> 'function' or best_kind = 3
)

select * from kept
