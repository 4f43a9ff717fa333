-- plain_apostrophes: every kind of apostrophe becomes the plain one, other quotes stay, and the length is kept.

with

texts as (
    select {{ plain_apostrophes("'Sana’a, Ta‘izz, Ma`rib “city”'") }} as text
)

select * from texts
where text != 'Sana''a, Ta''izz, Ma''rib “city”'
