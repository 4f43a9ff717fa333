-- Grain: one article whose publisher is known: by the name in its metadata, else by its address, else because the page
-- names its own house in what stands around the article, or an agency in the dateline.

with

articles as (
    select
        article_id,
        nullif({{ trim_spaces('publisher') }}, '') as stated_name,
        {{ replace_all('lower(publisher)', '[^\\p{L}\\p{N}]+', '') }} as stated_letters,
        lower(regexp_extract(
            coalesce(source_url, source_uri), {{ pattern('^https?://(?:www[.]|edition[.]|m[.])?([^/:?#]+)') }}, 1
        )) as host
    from {{ ref('stg_articles') }}
),

publishers as (
    select * from {{ ref('world_publishers') }}
),

names as (
    select * from {{ ref('int_publisher_names') }}
),

-- "jordantimes" is the Jordan Times
names_as_letters as (
    select
        replace(lower(name), ' ', '') as letters,
        min(entity_key) as entity_key
    from names
    group by replace(lower(name), ' ', '')
),

-- An article of which the metadata say nothing may name its house; credits ("with reporting by") name other houses.
surroundings as (
    select
        paragraphs.article_id,
        paragraphs.role,
        ' ' || {{ replace_all('paragraphs.text', '[^\\p{L}\\p{N}]+', ' ') }} || ' ' as words
    from {{ ref('stg_paragraphs') }} as paragraphs
    inner join articles on paragraphs.article_id = articles.article_id
    where
        articles.stated_name is null
        and articles.host = ''
        and paragraphs.role in ('dateline', 'boilerplate')
        and not {{ matches('lower(paragraphs.text)', text_pattern('credit')) }}
),

named_in_text as (
    select
        surroundings.article_id,
        names.entity_key,
        bool_or(surroundings.role = 'boilerplate') as is_in_boilerplate,
        count(*) as mention_count
    from surroundings
    inner join names on position(' ' || names.name || ' ' in surroundings.words) > 0
    where length(names.name) > 2 or surroundings.role = 'dateline'
    group by surroundings.article_id, names.entity_key
    qualify row_number() over (
        partition by surroundings.article_id
        order by is_in_boilerplate desc, mention_count desc, names.entity_key asc
    ) = 1
),

resolved as (
    select
        articles.article_id,
        articles.stated_name,
        by_name.entity_key as key_by_name,
        by_host.entity_key as key_by_host,
        named_in_text.entity_key as key_by_text,
        nullif(articles.host, '') as host
    from articles
    left join names_as_letters as by_name on articles.stated_letters = by_name.letters
    left join publishers as by_host
        on articles.host = by_host.domain or articles.host like '%.' || by_host.domain
    left join named_in_text on articles.article_id = named_in_text.article_id
),

article_publishers as (
    select
        resolved.article_id,
        coalesce(resolved.key_by_name, resolved.key_by_host, resolved.key_by_text) as entity_key,
        coalesce(publishers.name, resolved.stated_name, resolved.host) as name,
        case
            when resolved.key_by_name is not null then 'metadata'
            when resolved.key_by_host is not null then 'address'
            when resolved.stated_name is not null then 'metadata'
            when resolved.host is not null then 'address'
            else 'text'
        end as resolution_method
    from resolved
    left join publishers
        on coalesce(resolved.key_by_name, resolved.key_by_host, resolved.key_by_text) = publishers.entity_key
    where coalesce(publishers.name, resolved.stated_name, resolved.host) is not null
    qualify row_number() over (
        partition by resolved.article_id
        order by length(publishers.domain) desc nulls last, publishers.entity_key
    ) = 1
)

select
    article_id,
    {{ content_id(["'publisher'", 'coalesce(entity_key, name)']) }} as publisher_id,
    entity_key,
    name,
    resolution_method
from article_publishers
