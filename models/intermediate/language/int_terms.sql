-- Grain: one written form of a word, phrase or name, with the one reading that wins.

with

word_classes as (
    select * from {{ ref('word_classes') }}
),

lexicon as (
    {%- for lexicon in lexicons() %}
        select
            term,
            word_class,
            meaning
        from {{ ref(lexicon) }}
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

country_words as (
    select * from {{ ref('world_country_words') }}
),

entity_names as (
    select * from {{ ref('stg_entity_names') }}
),

readings as (
    select
        term,
        word_class,
        meaning,
        cast(null as {{ dbt.type_string() }}) as entity_id,
        term != lower(term) as is_exact,
        2 as reading_rank,
        1 as name_rank
    from lexicon

    union all

    select
        word as term,
        case kind when 'adjective' then 'nationality' else 'nationals' end as word_class,
        country_code as meaning,
        cast(null as {{ dbt.type_string() }}) as entity_id,
        true as is_exact,
        1 as reading_rank,
        case kind when 'adjective' then 1 else 2 end as name_rank
    from country_words
    where kind in ('adjective', 'inhabitant')

    union all

    select
        alias as term,
        case entity_type
            when 'person' then 'person'
            when 'place' then case place_type when 'country' then 'country' else 'place' end
            else 'organization'
        end as word_class,
        country_code as meaning,
        entity_id,
        true as is_exact,
        3 as reading_rank,
        name_rank
    from entity_names
),

keyed as (
    select
        *,
        {{ plain_apostrophes('term') }} as term_key
    from readings
),

chosen as (
    select
        *,
        {{ extract_all('term', token_pattern()) }} as tokens
    from keyed
    qualify row_number() over (
        partition by term_key
        order by reading_rank, name_rank, word_class, entity_id, term
    ) = 1
),

terms as (
    select
        chosen.term_key,
        chosen.is_exact,
        chosen.word_class,
        word_classes.symbol,
        chosen.meaning,
        chosen.entity_id,
        {{ list_length('chosen.tokens') }} as token_count,
        {{ trim_left(list_element('chosen.tokens', 1)) }} as first_token,
        {{ trim_left(list_element('chosen.tokens', 2)) }} as second_token
    from chosen
    inner join word_classes on chosen.word_class = word_classes.word_class
)

select * from terms
