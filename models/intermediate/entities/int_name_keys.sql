-- Grain: one name as names are compared, of a person, an organization or a place, with the key that its other spellings
-- share: without initials and fillers, with short forms and foreign spellings folded together.

{{ config(unique_key='name_id') }}

{%- set least_consonants = 4 %}

with

spans as (
    select * from {{ ref('int_worded_spans') }}
    where compared_name is not null
),

cues as (
    select * from {{ ref('int_name_cues') }}
),

name_words as (
    select * from {{ ref('world_name_words') }}
),

-- "Russian" and "Russia" say the same of a ministry, and so does "Russias", of which a page lost the apostrophe.
country_words as (
    select
        lower(word) as word,
        min(lower(country_code)) as country
    from {{ ref('world_country_words') }}
    where kind in ('name', 'adjective') and not {{ matches('word', ' ') }}
    group by lower(word)
),

names as (
    select
        coalesce(cues.entity_kind, spans.entity_kind) as entity_kind,
        spans.compared_name
    from spans
    left join cues on spans.sentence_id = cues.sentence_id and spans.token_index = cues.token_index
    union
    select
        entity_type as entity_kind,
        {{ compared_name('alias') }} as compared_name
    from {{ ref('stg_entity_names') }}
    where entity_type in ('person', 'organization')
),

spelled as (
    select
        *,
        replace(replace(compared_name, 'united states', 'us'), 'u s ', 'us ') as spelled_name
    from names
    where entity_kind != 'name'
),

words as (
    {{ unnest_with_position(
        'spelled', ['entity_kind', 'compared_name'], extract_all('spelled_name', '[^ ]+'), 'word', 'word_index'
    ) }}
),

-- A title is left out of what has a name besides: "Republican Rep. Jason Chaffetz".
described as (
    select
        words.*,
        name_words.stands_for,
        coalesce(name_words.kind, '') as word_kind,
        count(*) filter (where coalesce(name_words.kind, '') != 'filler' and length(words.word) > 1) over (
            partition by words.entity_kind, words.compared_name
        ) as name_word_count,
        {{ replace_all('words.word', '([^s]{3})s\\z', '\\1') }} as singular
    from words
    left join name_words on words.entity_kind = name_words.entity_type and words.word = name_words.word
),

-- An initial between two names ("Frederick W. Kagan") is left out; "Schroeder" is Schröder.
folded as (
    select
        words.entity_kind,
        words.compared_name,
        words.word_index,
        {{ without_umlauts("case
            when words.word_kind = 'filler' and (words.entity_kind != 'person' or words.name_word_count > 1) then ''
            when words.entity_kind = 'person' and length(words.word) = 1 and words.word_index > 0 then ''
            when words.entity_kind = 'organization'
                then coalesce(words.stands_for, country_words.country, genitives.country, words.singular)
            else coalesce(words.stands_for, words.word)
        end") }} as word,
        words.word_kind,
        coalesce(country_words.country, genitives.country) is not null as is_country,
        {{ single_letters('coalesce(words.stands_for, words.word)') }} as plain_word
    from described as words
    left join country_words on words.word = country_words.word
    left join country_words as genitives on words.word = genitives.word || 's'
),

-- In a name of more than one language the order of the words tells nothing: "region of X", "X region".
joined as (
    select
        entity_kind,
        compared_name,
        trim({{ replace_all(joined_in_order("' ' || word", 'word_index'), ' +', ' ') }}) as in_order,
        trim({{ replace_all(joined_in_order("' ' || word", 'word'), ' +', ' ') }}) as in_alphabet,
        {{ joined_in_order(
            "case when word_kind in ('transliterated', 'filler', 'type_word') or word = '' then word else "
            ~ consonants('plain_word') ~ " end", 'word_index'
        ) }} as consonants,
        sum(case when word_kind = 'type_word' then length(word) else 0 end) as type_length,
        bool_or(word_kind = 'transliterated') as is_transliterated,
        bool_or(word_kind = 'dependent_body') and not bool_or(is_country or word_kind = 'owner') as is_dependent
    from folded
    group by entity_kind, compared_name
),

-- A surname alone, or a committee without its chamber, is somebody else in another article.
name_keys as (
    select
        {{ content_id(['entity_kind', 'compared_name']) }} as name_id,
        entity_kind,
        compared_name,
        case
            when entity_kind = 'organization' then in_alphabet
            when
                (is_transliterated or entity_kind = 'place')
                and length(consonants) - type_length >= {{ least_consonants }}
                then consonants
            else in_order
        end as name_key,
        is_dependent or (entity_kind = 'person' and not {{ matches('compared_name', ' ') }}) as is_of_article
    from joined
)

select * from name_keys
