-- A stretch of time ends after it begins: "from 2030" in an article of 2017 must not reach back to the article.
select
    sentence_id,
    token_index,
    date_earliest,
    date_latest
from {{ ref('int_date_values') }}
where date_earliest > date_latest
