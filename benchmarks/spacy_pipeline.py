"""What one might write instead: spaCy's rules over the same articles, on both processors; prints JSON.

A blank English pipeline cuts the text into tokens and sentences, a phrase matcher finds the people, organizations and
places whose names the project's seeds list, and a matcher finds casualty figures, meetings and claims of control. It
has no attribution, no dates, no resolution and a small part of the rules, so it has less to do than the build.
"""

import csv
import json
import sys
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

WORLD = Path(__file__).resolve().parents[1] / "seeds" / "world"
NAMED = ("world_persons", "world_organizations", "world_places")
PROCESSES = 2
PEOPLE = ["people", "civilians", "soldiers", "fighters", "children", "women", "men", "militants", "troops", "others"]
HARMED = ["killed", "wounded", "injured", "dead", "displaced", "captured", "missing"]
TAKEN = ["controls", "captured", "seized", "retook", "recaptured", "holds", "besieged"]
BE = {"LOWER": {"IN": ["was", "were", "are", "is", "been"]}, "OP": "?"}
NUMBER = {"LIKE_NUM": True}
WORDS = {"IS_ALPHA": True, "OP": "{0,3}"}
NAME = {"IS_TITLE": True, "OP": "+"}
RULES = {
    "casualty": [
        [NUMBER, WORDS, {"LOWER": {"IN": PEOPLE}}, BE, {"LOWER": {"IN": HARMED}}],
        [{"LOWER": {"IN": ["killed", "killing", "wounding", "injuring"]}}, WORDS, NUMBER, WORDS],
        [{"LOWER": {"IN": ["toll", "dead"]}}, WORDS, NUMBER],
    ],
    "meeting": [
        [NAME, {"LOWER": {"IN": ["met", "meets", "hosted", "received"]}}, {"LOWER": "with", "OP": "?"}, WORDS, NAME],
        [{"LOWER": {"IN": ["talks", "meeting"]}}, {"LOWER": {"IN": ["with", "between"]}}, WORDS, NAME],
    ],
    "control": [
        [{"LOWER": {"IN": TAKEN}}, WORDS, NAME],
        [NUMBER, {"LOWER": {"IN": ["percent", "%"]}}, {"LOWER": "of"}, WORDS],
        [{"LOWER": "control"}, {"LOWER": {"IN": ["of", "over"]}}, WORDS, NAME],
    ],
}


def names() -> set[str]:
    """Every name of an entity that the seeds list."""
    found: set[str] = set()
    for seed in (*NAMED, "world_aliases"):
        with (WORLD / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
            found.update(row["alias" if seed == "world_aliases" else "name"] for row in csv.DictReader(file))
    return found


@Language.factory("facts")
def facts(nlp: Language, name: str):
    """A component that counts names and facts in a document."""
    phrases = PhraseMatcher(nlp.vocab)
    phrases.add("name", [nlp.make_doc(text) for text in sorted(names())])
    matcher = Matcher(nlp.vocab)
    for kind, patterns in RULES.items():
        matcher.add(kind, patterns, greedy="LONGEST")

    def count(doc: Doc) -> Doc:
        doc.user_data["names"] = len(phrases(doc))
        doc.user_data["facts"] = sum(len(matcher(sentence)) for sentence in doc.sents)
        return doc

    return count


def main() -> None:
    """Read the articles named on the command line."""
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("facts")
    list(nlp.pipe(texts[:1]))
    began = time.perf_counter()
    found = [doc.user_data for doc in nlp.pipe(texts, n_process=PROCESSES, batch_size=64)]
    seconds = time.perf_counter() - began
    totals = {key: sum(each[key] for each in found) for key in ("names", "facts")}
    print(json.dumps({"articles": len(found), "seconds": seconds, **totals}))


if __name__ == "__main__":
    main()
