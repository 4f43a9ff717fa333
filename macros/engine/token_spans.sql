{#-
    Where tokens stand, and their words. They read a relation of int_sentence_tokens that the query calls
    `sentences` (words_between is content with its text and start_offset); an index is the number of a token in its
    sentence, from 1. Null where the index is.
-#}

{#- The offset in the article's field at which a token begins. -#}
{%- macro token_start(index) -%}
    {{- list_element('sentences.token_starts', index) -}}
{%- endmacro -%}

{#- The offset in the article's field behind a token. -#}
{%- macro token_end(index) -%}
    {{- list_element('sentences.token_ends', index) -}}
{%- endmacro -%}

{#- The words of the article between two offsets of its field. -#}
{%- macro words_between(start_offset, end_offset) -%}
    substring(
        sentences.text, {{ start_offset }} - sentences.start_offset + 1, {{ end_offset }} - {{ start_offset }}
    )
{%- endmacro -%}

{#- The words of the article from a first token to a last one. -#}
{%- macro token_text(first, last) -%}
    {{- words_between(token_start(first), token_end(last)) -}}
{%- endmacro -%}
