"""The whole of ../shared/corpus through every model and every test, and which rules fire in it."""

import re

import pytest
from rules import FIRED, answer, rules_of

from scripts.warehouse.files import Warehouse

# Rules that fire in fewer than two sentences of the corpus and stay, each with the reason.
RARE = {
    "casualty_taken_and_harmed": "people taken away and shot, as in the news of Afghanistan and Iraq",
    "control_announced": "a capture that its author announces; elsewhere the corpus has the verb, which is frequent",
    "control_flag": "a flag raised over a place, as in the news of Ukraine and Afghanistan",
    "control_passive_aside": "the passive of control_verb_after_aside, which is frequent",
    "control_passive_joined": "the passive of control_verb_joined, which is frequent",
    "control_passive_row": "the passive of a row of places, which is frequent behind its verb",
    "control_predicate_hyphen": "the predicate form of 'rebel-held', which is frequent before a noun",
    "control_under_row": "the same for places under somebody's control",
    "control_unknown_place": "places that no gazetteer lists; the corpus is mostly about Syria, whose places are known",
    "meeting_arrived_and_received": "a visitor who is received, as in the news of capitals",
    "meeting_both_meeting": "meeting_both where the verb is a participle",
    "meeting_in_place_met": "texts that have lost their commas",
    "meeting_said_by_phone": "by phone behind told; behind spoke and called it is frequent",
    "meeting_verb_in_meeting": "meeting_verb_in_call with a meeting for the call",
    "perpetrator_accused": "an accusation with its author; one without is read as a plan",
    "perpetrator_during_attack": "perpetrator_of_attack where the attack stands first",
    "perpetrator_leaving": "perpetrator_clause_subject with 'leaving 12 dead' for 'killing 12'",
    "perpetrator_said_it_waged": "perpetrator_waged where the doer speaks of itself",
    "perpetrator_said_to_have": "an accusation inside a relative clause",
    "perpetrator_said_to_have_done": "perpetrator_said_it with an infinitive",
    "perpetrator_where": "harm in a clause about the place that was attacked",
    "scope_so_far_before": "'so far have been killed' for 'have so far been killed'",
}


@pytest.mark.integration
def test_corpus_holds(corpus: Warehouse, corpus_output: str, report):
    assert re.search(r"2,379 seen, 2,379 new, 0 known, 0 rejected", corpus_output)
    facts = re.findall(r"(meeting reports|casualty figures|control claims) +([\d,]+)", corpus_output)
    built = re.search(r"\d+ models built, .*", corpus_output)
    assert built is not None
    assert all(int(count.replace(",", "")) > 500 for _, count in facts)
    assert len(facts) == 3
    report(f"corpus: {built[0]}; " + ", ".join(f"{count} {kind}" for kind, count in facts))


@pytest.mark.integration
def test_every_rule_fires_in_the_corpus(corpus: Warehouse):
    sentences = " union all ".join(f"select rule_id, sentence_id from ({query}) as fired" for query in FIRED.values())
    counts = dict(
        answer(corpus, f"select rule_id, count(distinct sentence_id) from ({sentences}) as found group by rule_id")
    )
    rare = {rule["rule_id"] for seed in FIRED for rule in rules_of(seed) if counts.get(rule["rule_id"], 0) < 2}
    assert rare - RARE.keys() == set()
    assert RARE.keys() - rare == set()
