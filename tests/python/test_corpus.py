"""The whole of ../shared/corpus through every model and every test, and which rules fire in it."""

import re

import pytest
from rules import FIRED, answer, rules_of

from scripts.warehouse.files import Warehouse

# Rules that fire in fewer than two sentences of the corpus and stay, each with the reason.
RARE = {
    "casualty_deaths_reached": "casualty_toll_before with 'the dead' or 'deaths' for the toll",
    "casualty_of_a_whole_died": "casualty_of_a_whole_harmed with 'died' for 'were killed'",
    "casualty_of_the_wounded": "who of the wounded died; a toll that rises so is frequent in longer reports",
    "casualty_put_at": "a side that counts its own, as in the news of Ukraine and Ethiopia",
    "casualty_taken_and_harmed": "people taken away and shot, as in the news of Afghanistan and Iraq",
    "control_announced": "a capture that its author announces; elsewhere the corpus has the verb, which is frequent",
    "control_capture_of_by": "control_noun_of_by with 'capture', a word that counts prisoners, too",
    "control_claims_to_have": "a claim that another rejects, as in the news of Ukraine",
    "control_denied": "a loss or capture that its own author denies, as in the news of Ukraine",
    "control_driven_on": "the passive of control_drove_out with a day before 'from'",
    "control_fell_row": "several places that fell; one is frequent",
    "control_fell_unknown": "control_fell_to with a place that no gazetteer lists, as control_unknown_place",
    "control_flag": "a flag raised over a place, as in the news of Ukraine and Afghanistan",
    "control_hyphen_including": "control_passive_including with the adjective",
    "control_lost_to": "the participle of what somebody lost, which is frequent as a verb",
    "control_passive_apposition_row": "control_passive_apposition with several places",
    "control_passive_aside": "the passive of control_verb_after_aside, which is frequent",
    "control_passive_including": "areas held by an actor, some of them named; behind a verb such rows are frequent",
    "control_passive_joined": "the passive of control_verb_joined, which is frequent",
    "control_passive_row": "the passive of a row of places, which is frequent behind its verb",
    "control_people_besieged": "control_passive with the people of a besieged place as subject",
    "control_place_taken_by": "'Salkhad's capture by' for 'the capture of Salkhad by', which is frequent",
    "control_predicate_hyphen": "'is rebel-held' for 'is held by rebels'; before a noun it is frequent",
    "control_under_unknown": "control_under with a place that no gazetteer lists, as control_unknown_place",
    "control_unknown_name": "control_verb with towns that no gazetteer lists, as in the news of Congo and Myanmar",
    "control_unknown_name_passive": "control_passive with such a town",
    "control_unknown_place": "places that no gazetteer lists; the corpus is mostly about Syria, whose places are known",
    "control_unknown_place_placed": "such a town, of which the same sentence says where it is",
    "control_unknown_place_taken": "a place that no gazetteer lists, as control_unknown_place",
    "control_withdrawal_from": "'after the Russian withdrawal from', as in the news since the corpus; it has its plans",
    "meeting_arrived_and_received": "a visitor who is received, as in the news of capitals",
    "meeting_both_meeting": "meeting_both where the verb is a participle",
    "meeting_in_place_met": "'In Turkey X met Y'; with a comma behind the place it is frequent",
    "meeting_said_by_phone": "by phone behind told; behind spoke and called it is frequent",
    "meeting_verb_in_meeting": "meeting_verb_in_call with a meeting for the call",
    "meeting_who_met": "meeting_met_object in a relative clause without a subject of its own",
    "meeting_whom_met": "'the envoy, whom X met'; with the object behind the verb it is frequent",
    "perpetrator_accused": "an accusation with its author; one without is read as a plan",
    "perpetrator_during_attack": "perpetrator_of_attack where the attack stands first",
    "perpetrator_leaving": "perpetrator_clause_subject with 'leaving 12 dead' for 'killing 12'",
    "perpetrator_said_it_waged": "perpetrator_waged where the doer speaks of itself",
    "perpetrator_said_to_have": "'the group, which officials say has killed 12'; without the aside it is frequent",
    "perpetrator_said_to_have_done": "perpetrator_said_it with an infinitive",
    "perpetrator_where": "an attack on a place 'where 12 were killed'; with 'killing' it is frequent",
    "status_was_to_have": "'was to have met', a plan that came to nothing",
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
