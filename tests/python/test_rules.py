"""Every rule fires on its example, in a warehouse that holds nothing but the examples."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from rules import FIRED, SEEDS, answer, rules_of, run_dbt, seed_rows

from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.warehouse.files import PROJECT, Warehouse

# The first sentences of a text may be a dateline or a caption; an example stands after two that are plainly neither.
OPENING = "Officials gave an account of the day.\nNobody could confirm any of it.\n"

FIRED_RULES = """
    select distinct fired.rule_id, articles.external_id
    from ({queries}) as fired
    inner join {{{{ ref('stg_sentences') }}}} as sentences on fired.sentence_id = sentences.sentence_id
    inner join {{{{ ref('stg_articles') }}}} as articles on sentences.article_id = articles.article_id
"""
# The class string of each sentence after the pass of the grammar that a level of unit_rules stands for.
UNITS = """
    select articles.external_id, sentences.text, passes.level, passes.classes
    from (
        select sentence_id, '1' as level, mention_classes as classes from {{ ref('int_sentence_units') }}
        union all
        select sentence_id, '2', unit_classes from {{ ref('int_sentence_units') }}
        union all
        select sentence_id, '3', {{ rewrite_units('mention_classes', 3) }} from {{ ref('int_sentence_units') }}
        union all
        select sentence_id, '4', {{ rewrite_units('mention_classes', 4) }} from {{ ref('int_sentence_units') }}
    ) as passes
    inner join {{ ref('stg_sentences') }} as sentences on passes.sentence_id = sentences.sentence_id
    inner join {{ ref('stg_articles') }} as articles on sentences.article_id = articles.article_id
"""
# How the place of the last figure of each article was found.
LAST_PLACES = """
    select articles.external_id, places.place_method
    from {{ ref('int_claim_anchors') }} as anchors
    inner join {{ ref('stg_articles') }} as articles on anchors.article_id = articles.article_id
    inner join {{ ref('stg_sentences') }} as sentences on anchors.sentence_id = sentences.sentence_id
    left join {{ ref('int_claim_places') }} as places on anchors.claim_key = places.claim_key
    where anchors.claim_type = 'casualty'
    qualify row_number() over (
        partition by articles.article_id order by sentences.sentence_index desc, anchors.anchor_index desc
    ) = 1
"""
BUILT = (
    "+int_speech_frames",
    "+int_casualty_perpetrators",
    "+int_claim_places",
    "+int_control_matches",
    "+int_meeting_matches",
    "meeting_aspect_rules",
    "scope_rules",
)


def unit_examples() -> Iterator[tuple[str, dict[str, str], str]]:
    """An identity, the rule and the words of each phrase that a unit rule gives as an example."""
    for rule in rules_of("unit_rules"):
        for number, phrase in enumerate(rule["example"].split("; ")):
            yield f"{rule['unit_rule']} {number}", rule, phrase.strip()


def example_articles() -> Iterator[dict[str, str]]:
    for seed in FIRED:
        for rule in rules_of(seed):
            # A colon or a dash reports speech in headlines only.
            if {"colon", "dash"} & set(rule["anchor"].split("|")):
                yield {"id": rule["rule_id"], "title": rule["example"], "text": OPENING}
            else:
                yield {"id": rule["rule_id"], "title": "Example", "text": OPENING + rule["example"]}
    for identity, _, phrase in unit_examples():
        yield {"id": identity, "title": "Example", "text": f"{OPENING}{phrase}."}
    for method in rules_of("place_methods"):
        yield {"id": method["place_method"], "title": "Example", "text": method["example"]}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[tuple]]:
    """Answers a query in dbt's SQL on a warehouse of one article for every example."""
    folder = tmp_path_factory.mktemp("examples")
    file = folder / "examples.jsonl"
    file.write_text("".join(json.dumps(article) + "\n" for article in example_articles()), encoding="utf-8")
    warehouse = Warehouse(folder / "examples.duckdb")
    with warehouse.open_work() as connection:
        load_input(connection, named_input(str(file), Settings()))
        load_gazetteer(connection)

    run_dbt(warehouse, "build", "--resource-type", "seed", "--resource-type", "model", "--select", *BUILT)
    return partial(answer, warehouse)


def test_every_place_is_found_in_the_way_that_its_example_shows(examples):
    found = dict(examples(LAST_PLACES))
    ways = [method["place_method"] for method in rules_of("place_methods")]
    assert {way: found.get(way) for way in ways} == {way: way for way in ways}


def test_every_rule_fires_on_its_example(examples):
    fired = set(examples(FIRED_RULES.format(queries=" union all ".join(FIRED.values()))))
    silent = [
        f"{seed}: {rule['rule_id']} does not fire on: {rule['example']}"
        f" (there: {', '.join(sorted(name for name, place in fired if place == rule['rule_id'])) or 'nothing'})"
        for seed in FIRED
        for rule in rules_of(seed)
        if (rule["rule_id"], rule["rule_id"]) not in fired
    ]
    assert not silent, "\n".join(["", *silent])


def test_every_unit_rule_makes_its_example_a_unit(examples):
    symbols = {row["word_class"]: row["symbol"] for row in seed_rows(SEEDS / "language" / "word_classes.csv")}
    strings = {(identity, text, level): classes for identity, text, level, classes in examples(UNITS)}
    broken = []
    for identity, rule, phrase in unit_examples():
        classes = strings.get((identity, f"{phrase}.", rule["level"]), "")
        # The whole phrase is one unit: its symbol, one mark for each further token, and the full stop.
        if not classes or classes[0] != symbols[rule["becomes"]] or classes[1:-1].strip("~"):
            broken.append(f"{rule['unit_rule']}: {phrase!r} is no {rule['becomes']}, but {classes!r}")
    assert not broken, "\n".join(["", *broken])


@pytest.mark.parametrize("seed", [*FIRED, "unit_rules"])
def test_every_rule_is_explained_by_an_example(seed):
    rules = rules_of(seed)
    identities = Counter(rule.get("rule_id") or rule["unit_rule"] for rule in rules)
    assert [identity for identity, count in identities.items() if count > 1] == []
    assert [identity for identity, rule in zip(identities, rules, strict=True) if not rule["example"].strip()] == []


def test_no_term_stands_in_the_lexicons_twice():
    places = defaultdict(list)
    for lexicon in sorted((SEEDS / "language").glob("lexicon_*.csv")):
        for row in seed_rows(lexicon):
            places[row["term"]].append(f"{lexicon.stem} ({row['word_class']})")
    repeated = [f"{term}: {', '.join(found)}" for term, found in places.items() if len(found) > 1]
    assert not repeated, "\n".join(["", *repeated])


def test_every_named_pattern_is_used():
    sources = [*(SEEDS / "rules").glob("*.csv"), *PROJECT.glob("models/**/*.sql"), *PROJECT.glob("macros/**/*.sql")]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    anchors = {name for seed in FIRED for rule in rules_of(seed) for name in rule["anchor"].split("|")}
    names = {row["pattern_name"] for row in rules_of("named_patterns")} - anchors
    assert [name for name in names if not re.search(rf"[<|!]{name}[>|]", text)] == []


def test_every_text_pattern_is_found_in_its_example(examples):
    missed = " or ".join(
        f"(pattern_name = '{name}' and not {{{{ matches('example', text_pattern('{name}')) }}}})"
        for name in (row["pattern_name"] for row in rules_of("text_patterns"))
    )
    assert examples(f"select pattern_name from {{{{ ref('text_patterns') }}}} where example is null or {missed}") == []


def test_no_text_pattern_begins_or_ends_with_a_space():
    """Whoever reads the seed may strip it."""
    assert [row["pattern_name"] for row in rules_of("text_patterns") if row["pattern"] != row["pattern"].strip()] == []


def test_every_text_pattern_is_used():
    models = "".join(path.read_text(encoding="utf-8") for path in PROJECT.glob("models/**/*.sql"))
    patterns = "".join(row["pattern"] for row in rules_of("text_patterns"))
    names = [row["pattern_name"] for row in rules_of("text_patterns")]
    assert [name for name in names if f"text_pattern('{name}')" not in models and f"<{name}>" not in patterns] == []


def test_no_model_spells_out_english():
    """Expressions over words stand in the seed text_patterns; those in models name classes or tell marks apart."""
    classes = {row["word_class"] for row in seed_rows(SEEDS / "language" / "word_classes.csv")}
    spelled = []
    for path in PROJECT.glob("models/intermediate/**/*.sql"):
        code = re.sub(r"--[^\n]*|{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = re.sub(r"<[^>]*>", "", re.sub(r"compile_pattern\((?:[^()']|'[^']*'|\([^()]*\))*\)", "", code))
        texts = [text for text in re.findall(r"'([^'\n]*)'", code) if set(text.strip("|!").split("|")) - classes]
        spelled += [f"{path.name}: {text}" for text in texts if re.search(r"[a-z]{2}[?)]*\|[(?:]*[a-z]{2}", text)]
    assert spelled == []
