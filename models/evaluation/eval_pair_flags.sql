-- One row per pair of an annotated and a found record: which of the slots that can identify a record agree.

with pair_slots as (
    select * from {{ ref('eval_pair_slots') }}
),

pivoted as (
    select
        pair_id,
        {%- for slot in ['outcome', 'value', 'quantity', 'mode', 'date', 'relation'] %}
            max(case when slot = '{{ slot }}' and is_right then 1 else 0 end) = 1 as is_{{ slot }}_right,
        {%- endfor %}
        {%- for slot in ['value', 'share', 'date'] %}
            count(case when slot = '{{ slot }}' then expected end) > 0 as has_expected_{{ slot }},
            count(case when slot = '{{ slot }}' then found end) > 0 as has_found_{{ slot }},
        {%- endfor %}
        {%- for slot in ['actor', 'territory'] %}
            max(case when slot = '{{ slot }}' and is_compatible then 1 else 0 end) = 1 as is_{{ slot }}_compatible,
        {%- endfor %}
        sum(case when is_right and not is_absent_on_both_sides then 1 else 0 end) as right_slots
    from pair_slots
    group by pair_id
)

select * from pivoted
