-- Grain: one incident, with the range of figures that its sources leave it with, and the best of them.

with

statements as (
    select * from {{ ref('int_incident_statements') }}
    where is_last_word
),

last_words as (
    select
        *,
        count(*) over (partition by incident_id, size) as support
    from statements
),

-- Every source counts with its last word. The best figure is the one that most sources give; of those that as many
-- give, the latest; of those, the one in the more exact words; of those, the larger.
best_figures as (
    select
        incident_id,
        size
    from last_words
    where size is not null
    qualify row_number() over (
        partition by incident_id
        order by
            support desc,
            published_date desc nulls last,
            case qualifier
                when 'exact' then 1
                when 'at_least' then 2
                when 'more_than' then 2
                when 'vague' then 4
                else 3
            end,
            size desc,
            claim_id asc
    ) = 1
),

incident_ranges as (
    select
        last_words.incident_id,
        min(last_words.least) as low,
        min(best_figures.size) as best,
        max(coalesce(last_words.most, last_words.size)) as high,
        count(*) as source_count
    from last_words
    left join best_figures on last_words.incident_id = best_figures.incident_id
    group by last_words.incident_id
)

select * from incident_ranges
