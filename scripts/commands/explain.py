"""Show how the engine reads a sentence: its tokens with their classes at every level, the rules that hold, the facts.

WHAT is a sentence (or several in one argument), which is loaded and read in a small warehouse of its own, or the id of
a sentence, an article or a claim of a warehouse that is there already.
"""

import argparse
import json
import re
import sys

import duckdb

from scripts.commands.explanation import print_explanation, sentences_of
from scripts.commands.load import EXIT_BUSY, EXIT_FAILED, EXIT_USAGE, WAIT_SECONDS
from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse, warehouse_at
from scripts.warehouse.lock import Busy, writing

IDENTIFIER = re.compile(r"[0-9a-f]{32}")
# One place for all sentences, so that dbt finds the project that it parsed the time before.
OWN_WAREHOUSE = Warehouse(PROJECT / "target" / "explain" / "sentence.duckdb")
# The first sentences of an article may be a dateline or a caption. These are neither, and name nobody.
OPENING = "Little is known so far.\nMore may be known later.\n"
SENTENCES_AT = """
    select sentence_id from staging.stg_sentences where evidence_field = ? and start_offset >= ? order by sentence_index
"""
FACTS = ("fct_casualty_figures", "fct_meeting_reports", "fct_control_claims", "bridge_claim_evidence")
BUILD = ["build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test", "--select"]


class UnreadError(RuntimeError):
    """A model that reads sentences could not be built."""


def read_sentence(warehouse: Warehouse, sentence: str, is_headline: bool = False) -> list[str]:
    """Make `warehouse` anew with one article that has `sentence` as its headline or in its body, and find its facts.

    Returns the ids of the sentences that the engine sees in it. Raises UnreadError, with dbt's message, where a model
    could not be built.
    """
    for file in (warehouse.work, warehouse.published):
        file.unlink(missing_ok=True)
    warehouse.work.parent.mkdir(parents=True, exist_ok=True)
    title, text = (sentence, OPENING) if is_headline else ("Explained", OPENING + sentence)
    source = warehouse.work.with_name("sentence.jsonl")
    source.write_text(json.dumps({"id": "sentence", "title": title, "text": text}), encoding="utf-8")
    with warehouse.open_work() as connection:
        load_input(connection, named_input(str(source), Settings()))
        load_gazetteer(connection)
    if failures := run_dbt(warehouse, [*BUILD, *(f"+{model}" for model in FACTS)]).failures:
        raise UnreadError("\n".join(failures))
    warehouse.publish()
    place = ["title", 0] if is_headline else ["text", len(OPENING)]
    with warehouse.read() as connection:
        return [identifier for (identifier,) in connection.execute(SENTENCES_AT, place).fetchall()]


def explain(warehouse: Warehouse, identifiers: list[str]) -> int:
    """Print every sentence that the ids mean; the exit code."""
    with warehouse.read() as connection:
        sentences = sentences_of(connection, identifiers)
        for sentence in sentences:
            print_explanation(connection, sentence)
    if not sentences:
        print(f"no sentence, article or claim of {warehouse.published} has this id", file=sys.stderr)
    return 0 if sentences else EXIT_USAGE


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/explain; 0 when there was something to explain."""
    parser = argparse.ArgumentParser(
        prog="scripts/explain", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", metavar="WHAT", help="a sentence in quotation marks, or an id")
    parser.add_argument("--headline", action="store_true", help="read the sentence as the headline of an article")
    parser.add_argument(
        "--warehouse", metavar="FILE", help="where ids are looked up (default: warehouse/attested.duckdb)"
    )
    options = parser.parse_args(arguments)
    if not options.what.strip():
        parser.error("nothing to explain")
    try:
        if IDENTIFIER.fullmatch(options.what):
            return explain(warehouse_at(options.warehouse), [options.what])
        with writing(OWN_WAREHOUSE, WAIT_SECONDS):
            return explain(OWN_WAREHOUSE, read_sentence(OWN_WAREHOUSE, options.what, options.headline))
    except Busy as error:
        print(error, file=sys.stderr)
        return EXIT_BUSY
    except (UnreadError, duckdb.Error, OSError) as error:
        print(error, file=sys.stderr)
        return EXIT_FAILED


if __name__ == "__main__":
    sys.exit(main())
