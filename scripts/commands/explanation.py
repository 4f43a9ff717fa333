"""What the intermediate tables hold about one sentence, for people: tokens and classes, rules, facts."""

import itertools
from dataclasses import dataclass

import duckdb

Connection = duckdb.DuckDBPyConnection

# Where the class strings of a sentence stand, in the order of the passes. A pass that only sentences with a word of
# meeting or of speech go through has no row for the others.
LEVELS = {
    "word": "select word_classes from intermediate.int_sentence_words where sentence_id = ?",
    "mention": "select mention_classes from intermediate.int_sentence_units where sentence_id = ?",
    "figure": "select unit_classes from intermediate.int_sentence_units where sentence_id = ?",
    "party": "select party_classes from intermediate.int_meeting_sentences where sentence_id = ?",
    "speaker": """
        select classes_before || anchor_symbol || repeat('~', token_count - 1)
            || left(classes_after, length(classes_after) - 1)
        from intermediate.int_speech_anchors where sentence_id = ? limit 1
    """,
}
# The mention level is what the last three are made from, each on its own.
LEFT_OF = {"mention": "word", "figure": "mention", "party": "mention", "speaker": "mention"}
# Where matches stand, and the seed with their rules. In both, <slot>_index and <slot>_count say where a slot is.
MATCHES = {
    "int_casualty_matches": "casualty_rules",
    "int_meeting_matches": "meeting_rules",
    "int_control_matches": "control_rules",
    "int_speech_frames": "attribution_rules",
}
FACTS = """
    select original_value || ' ' || outcome, attributed_to, via, rule_id, claim_id
    from marts.fct_casualty_figures where sentence_id = $id
    union all
    select concat_ws(' ', participants, status), attributed_to, via, rule_id, claim_id
    from marts.fct_meeting_reports where sentence_id = $id
    union all
    select concat_ws(' ', actor, relation, share_text, territory, nullif(stance, 'asserted')),
        attributed_to, via, rule_id, claim_id
    from marts.fct_control_claims where sentence_id = $id
    order by all
"""
SENTENCES = """
    select sentence_id, text, can_hold_facts from staging.stg_sentences
    where
        list_contains($ids, sentence_id)
        or list_contains($ids, article_id)
        or sentence_id in (select sentence_id from marts.bridge_claim_evidence where list_contains($ids, claim_id))
    order by article_id, sentence_index
"""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article, and whether rules read it at all."""

    sentence_id: str
    text: str
    can_hold_facts: bool


@dataclass(frozen=True)
class Unit:
    """A run of tokens with one class; `index` counts tokens from 0."""

    name: str
    index: int
    count: int


def sentences_of(connection: Connection, identifiers: list[str]) -> list[Sentence]:
    """The sentences that ids of sentences, articles and claims mean, in the order of their articles."""
    return [Sentence(*row) for row in connection.execute(SENTENCES, {"ids": identifiers}).fetchall()]


def print_explanation(connection: Connection, sentence: Sentence) -> None:
    """Print the sentence, its tokens with their classes, every rule that holds and every fact that was found."""
    print(f"\n{' '.join(sentence.text.split())}\n")
    if not sentence.can_hold_facts:
        print("Not read: boilerplate, not English, or said before in the same article.")
        return
    tokens = _tokens(connection, sentence)
    _print_columns(classes_of(connection, sentence, tokens))
    print("\nRules that hold")
    matches = sum(_print_matches(connection, sentence, tokens, *kind) for kind in MATCHES.items())
    if not matches:
        print("  none")
    print("\nFacts that it states")
    facts = connection.execute(FACTS, {"id": sentence.sentence_id}).fetchall()
    for fact, attributed_to, via, rule_id, claim_id in facts:
        said_by = f", attributed to {attributed_to}" if attributed_to else ""
        print(f"  {fact}{said_by}{f' via {via}' if via else ''}, by {rule_id} (claim {claim_id})")
    if not facts:
        print("  none")


def classes_of(connection: Connection, sentence: Sentence, tokens: list[str]) -> dict[str, list[str]]:
    """The columns of the table: tokens, then for each level what a token is.

    The first token of a unit has its class, further ones a bar. Blank is what is as it was at the level it came from.
    """
    names = dict(connection.execute("select symbol, word_class from seeds.word_classes").fetchall())
    columns, levels = {"token": tokens}, {}
    for level, query in LEVELS.items():
        if rows := connection.execute(query, [sentence.sentence_id]).fetchall():
            levels[level] = _units(rows[0][0], names)
            before = set(levels[LEFT_OF[level]]) if level in LEFT_OF else set()
            columns[level] = [""] * len(tokens)
            for unit in levels[level]:
                if unit not in before:
                    columns[level][unit.index : unit.index + unit.count] = [unit.name] + ["|"] * (unit.count - 1)
    return columns


def _units(classes: str, names: dict[str, str]) -> list[Unit]:
    """The units of a class string: a symbol and the `~` that follow it."""
    starts = [index for index, symbol in enumerate(classes) if symbol != "~"]
    ends = [*starts[1:], len(classes)]
    return [Unit(names[classes[start]], start, end - start) for start, end in zip(starts, ends, strict=True)]


def _tokens(connection: Connection, sentence: Sentence) -> list[str]:
    query = "select tokens from intermediate.int_sentence_tokens where sentence_id = ?"
    found = connection.execute(query, [sentence.sentence_id]).fetchone()
    return found[0] if found else []


def _print_columns(columns: dict[str, list[str]]) -> None:
    widths = [max(map(len, (name, *cells))) for name, cells in columns.items()]
    header = [list(columns), ["-" * width for width in widths]]
    for row in itertools.chain(header, zip(*columns.values(), strict=True)):
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print_matches(connection: Connection, sentence: Sentence, tokens: list[str], relation: str, seed: str) -> int:
    """Print each rule of one kind that holds, as written, with the words of its anchor and slots; how many hold."""
    cursor = connection.execute(
        f"""
        select matches.*, rules.reading, rules.before, rules.anchor, rules.after
        from intermediate.{relation} as matches inner join seeds.{seed} as rules using (rule_id)
        where sentence_id = ? order by rule_id
        """,
        [sentence.sentence_id],
    )
    names = [column[0] for column in cursor.description]
    slots = [name.removesuffix("_index") for name in names if name.endswith("_index")]
    rows = cursor.fetchall()
    for row in rows:
        match = dict(zip(names, row, strict=True))
        words = {
            slot: " ".join(tokens[match[f"{slot}_index"] - 1 :][: match[f"{slot}_count"]])
            for slot in slots
            if match[f"{slot}_count"]
        }
        anchor = words.pop("token", None) or words.pop("verb")
        lines = {"before": match["before"], "anchor": f"<{match['anchor']}> {anchor}", "after": match["after"], **words}
        print(f"  {match['rule_id']} ({match['reading']})")
        for label, line in lines.items():
            if line:
                print(f"    {label:<9}  {line}")
    return len(rows)
