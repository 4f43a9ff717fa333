"""Every macro in macros/portable gives the same on DuckDB and on Spark, over the same inputs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.spark.environment import ENVIRONMENT, SETTINGS, NoSpark, install
from scripts.warehouse.files import PROJECT

pytestmark = pytest.mark.integration

# Accents, spaces that are not ASCII, letters outside the first plane, lines, nothing at all.
TEXTS = [
    "Mevlüt Çavuşoğlu",
    "İbrahim Kalın",
    "  12 killed, 30 hurt \u00a0",
    "\u202f\ufeffKyiv\u2009",
    "𐐀 and 𐐁: 😀 5",
    "o'clock “quoted” – dash",
    "first\nsecond\n\nfourth",
    "one two three four five six seven",
    "a b c d e",
    "Ёлка, Παράδειγμα, łódź, e\u0301",
    "",
    None,
]
# Of the macros that make an expression of one text: Jinja that gives text, a truth or a whole number.
OF_TEXT = {
    "content_id": "{{ content_id(['text', \"'x'\"]) }}",
    "extract_all": "{{ transform_and_join(extract_all('text', '[\\\\p{L}\\\\p{M}]+'), 'word', \"word || '|'\") }}",
    "extract_group": "{{ extract_group('text', '([0-9]+) (\\\\p{L}+)', 2) }}",
    "extract_groups": "{{ extract_groups('text', '([0-9]+) (\\\\p{L}+)', 2) }}.group1",
    "following_elements": "{{ list_element(following_elements(extract_all('text', '[^ ]+')), 1) }}",
    "jaro_winkler": "cast(round(1e9 * {{ jaro_winkler(ascii, \"'one tow three'\") }}) as bigint)",
    "join_first": "{{ join_first(extract_all('text', '[^ ]+'), 2) }}",
    "list_element": "{{ list_element(extract_all('text', '[^ ]+'), 2) }}",
    "list_length": "{{ list_length(extract_all('text', '[^ ]+')) }}",
    "matches": "{{ matches('text', '^\\\\s*[\\\\p{Lu}]') }}",
    "pattern": "regexp_extract(text, {{ pattern('o\\\\x27(cl)') }}, 1)",
    "positions_of": "{{ transform_and_join(positions_of(extract_all('text', '[^ ]+')), 'place', \"place || '|'\") }}",
    "replace_all": "{{ replace_all('text', '(\\\\p{L})(\\\\p{L})', '\\\\2\\\\1') }}",
    "sha256": "{{ sha256(\"encode(text, 'UTF-8')\" if target.type == 'spark' else 'encode(text)') }}",
    "shared_elements": "{{ shared_elements(extract_all('text', '[^ ]+'), extract_all(\"'and four 12'\", '[^ ]+')) }}",
    "split_lines": "{{ transform_and_join(split_lines('text'), 'line', \"length(line) || '|'\") }}",
    "strip_accents": "{{ strip_accents('text') }}",
    "sum_of_first": "{{ sum_of_first(transform_list(extract_all('text', '[^ ]+'), 'w', 'length(w)'), 2) }}",
    "text_hash": "{{ text_hash('text') }}",
    "transform_and_join": "{{ transform_and_join(extract_all('text', '[^ ]+'), 'word', \"upper(word) || '-'\") }}",
    "transform_list": "{{ list_element(transform_list(extract_all('text', '[^ ]+'), 'word', 'length(word)'), 2) }}",
    "trim_left": "{{ trim_left('text') }} || '.'",
    "trim_spaces": "{{ trim_spaces('text') }} || '.'",
    "word_shingles": "{{ transform_and_join(word_shingles(words_of_any), 'run', \"run || '|'\") }}",
}
DAYS = [("2019-03-31", "2020-02-29"), ("2020-02-29", "2020-02-29"), ("2017-01-02", "2016-12-25"), (None, "2020-01-01")]
OF_DAYS = {
    "add_days": "{{ add_days('day', -31) }}",
    "add_months": "{{ add_months('day', -1) }}",
    "date_difference": "{{ date_difference('day', 'other_day') }}",
    "iso_weekday": "{{ iso_weekday('day') }}",
    "make_date": "{{ make_date('year(day)', 2, 'day(other_day) + 1') }}",
}
RECORDS = ['{"a": "x", "b": ["y", "z"], "c": null, "d": [{"e": 1}, {"e": "é"}]}', '{"a": 1.5, "b": [], "d": []}']
OF_RECORDS = {
    "json_objects": "{{ list_length(json_objects('record', 'd')) }}",
    "json_value": "{{ json_value('record', \"'a'\") }}",
    "json_values": "{{ list_element(json_values('record', \"'b'\"), 2) }}",
}
# (group, number, word): of a group all words, or some, or none are known.
MEMBERS = [("a", 2, "'two'"), ("a", 1, "null"), ("a", 3, "'three'"), ("b", 1, "null"), ("c", 5, "'five'")]
OF_MEMBERS = {
    "collected_in_order": "{{ transform_and_join(collected_in_order('number', '-number'), 'n', \"n || '|'\") }}",
    "joined_in_order": "{{ joined_in_order('word', 'number') }}",
    "max_by": "{{ max_by('word', '-number') }}",
    "min_by": "{{ min_by('word', 'number') }}",
    "product": "cast({{ product('number') }} as bigint)",
}
# Whole select statements over the texts, without the empty ones.
RELATIONS = {
    "unnest_lists": (
        "{{ unnest_lists('texts', ['id'], {'word': \"%s\", 'size': \"%s\"}, 'place') }}",
        "id || word || size || ' ' || place",
    ),
    "unnest_pieces": (
        "{{ unnest_pieces('texts', ['id'], \"%s\") }}",
        "id || piece || end_position || ' ' || piece_index",
    ),
    "unnest_with_position": (
        "{{ unnest_with_position('texts', ['id'], \"%s\", 'word', 'place') }}",
        "id || word || place",
    ),
}
# Names for expressions of a text that stand in others.
NAMED = {
    "ascii": "{{ replace_all(\"coalesce(text, 'x')\", '[^ -~]', '') }}",
    "words_of_any": "{{ extract_all(\"coalesce(text, '')\", '[^ ]+') }}",
    "words": "{{ extract_all('text', '[^ ]+') }}",
    "sizes": "{{ transform_list(extract_all('text', '[^ ]+'), 'w', 'length(w)') }}",
}
# What only Spark has: it makes tables of raw files and of seeds, which every build on Spark does (test_spark.py).
FOR_SPARK_ALONE = {"load_csv_rows", "register_raw"}
OTHERS = {"components", "json_row", "unnest_days"}


def literal(value: str | None) -> str:
    """A SQL literal of type text that both engines read alike."""
    return "cast(null as string)" if value is None else "'" + value.replace("'", "''") + "'"


def query() -> str:
    """One statement with the columns `macro`, `id` and `result`, of every macro over every input."""
    texts = " union all ".join(f"select {number} as id, {literal(text)} as text" for number, text in enumerate(TEXTS))
    days = " union all ".join(
        f"select {number} as id, cast({literal(day)} as date) as day, cast({literal(other)} as date) as other_day"
        for number, (day, other) in enumerate(DAYS)
    )
    records = " union all ".join(f"select {n} as id, {literal(text)} as record" for n, text in enumerate(RECORDS))
    members = " union all ".join(f"select '{a}' as id, {n} as number, {word} as word" for a, n, word in MEMBERS)
    links = " union all ".join(f"select '{n}' as node, '{n + 1}' as other_node" for n in (1, 2, 3, 6))
    selects = [
        f"select '{macro}' as macro, cast(id as string) as id, cast({expression} as string) as result from {relation}"
        for relation, expressions in (("texts", OF_TEXT), ("days", OF_DAYS), ("records", OF_RECORDS))
        for macro, expression in expressions.items()
    ]
    selects += [
        f"select '{macro}', id, cast({expression} as string) from members group by id"
        for macro, expression in OF_MEMBERS.items()
    ]
    setting = "".join(f"{{%- set {name} -%}}{value}{{%- endset -%}}" for name, value in NAMED.items())
    named = []
    for macro, (statement, result) in RELATIONS.items():
        lists = statement.replace('"%s"', "words", 1).replace('"%s"', "sizes")
        named.append(f"{macro}_rows as ({lists})")
        selects.append(f"select '{macro}', cast(id as string), cast({result} as string) from {macro}_rows")
    named.append("components_rows as ({{ components('nodes', 'links') }})")
    selects.append("select 'components', node, component from components_rows")
    named.append("unnest_days_rows as ({{ unnest_days('stretch', 'day', 'other_day') }})")
    selects.append("select 'unnest_days', cast(day as string), '' from unnest_days_rows")
    selects.append("select 'json_row', '', {{ json_value(json_row('stretch'), \"'note'\") }} from stretch")
    return setting + ", ".join([
        f"with texts as ({texts})", f"days as ({days})", f"records as ({records})", f"members as ({members})",
        "nodes as (" + " union all ".join(f"select '{n}' as node" for n in range(1, 9)) + ")", f"links as ({links})",
        "stretch as (select cast('2020-02-28' as date) as day, cast('2020-03-02' as date) as other_day, 'é' as note)",
        *named,
    ]) + " " + " union all ".join(selects)  # fmt: skip


def answers(dbt: Path, target: str, folder: Path) -> dict[tuple[str, str], list[str]]:
    """What an engine answers: the results of every macro and input."""
    places = {
        "ATTESTED_WORK_FILE": folder / "macros.duckdb",
        "ATTESTED_TARGET": folder / target,
        "ATTESTED_SPARK_TABLES": folder / "tables",
        "DBT_LOG_PATH": folder / "logs",
        "DBT_PROFILES_DIR": PROJECT,
        "SPARK_CONF_DIR": SETTINGS,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    command = [dbt, "--quiet", "show", "--target", target, "--output", "json", "--limit", "10000", "--inline", query()]
    environment = os.environ | {name: str(place) for name, place in places.items()}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    found: dict[tuple[str, str], list[str]] = {}
    for row in json.loads(done.stdout[done.stdout.index("{") :])["show"]:
        found.setdefault((row["macro"], str(row["id"])), []).append(row["result"])
    return {key: sorted(results, key=str) for key, results in found.items()}


def test_every_macro_has_a_case():
    tried = OF_TEXT | OF_DAYS | OF_RECORDS | OF_MEMBERS | RELATIONS
    macros = {path.stem for path in (PROJECT / "macros" / "portable").glob("*.sql")}
    assert tried.keys() | OTHERS | FOR_SPARK_ALONE == macros


def test_both_engines_give_the_same(tmp_path):
    try:
        install()
    except NoSpark as reason:
        pytest.skip(str(reason))
    on_duckdb = answers(Path(sys.executable).with_name("dbt"), "duckdb", tmp_path)
    on_spark = answers(ENVIRONMENT / "bin" / "dbt", "spark", tmp_path)
    differences = {
        key: (on_duckdb.get(key), on_spark.get(key))
        for key in on_duckdb.keys() | on_spark.keys()
        if on_duckdb.get(key) != on_spark.get(key)
    }
    assert not differences, "\n".join(map(str, ["", *sorted(differences.items(), key=str)]))
    # A macro that gives null for everything would agree too.
    known = {macro for (macro, _), results in on_duckdb.items() if any(result is not None for result in results)}
    assert known == {macro for macro, _ in on_duckdb}
