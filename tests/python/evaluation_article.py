"""One article, what is annotated in it, and the facts that a perfect warehouse finds."""

from fact_tables import Article

TOLL = "The Northern Monitor said on Friday that shells killed at least 14 civilians and injured dozens in Marra"
TALKS = "Defence Minister Omar Haddad met President Lena Orlova in Port Azur on May 3, the ministry said."
CALL = "Haddad also spoke by phone with Foreign Minister Jan Kral."
HOLD = "The Free River Army holds 40 percent of the valley, its spokesman said."
TAKEN = "Government forces captured the city of Marra last week."
HISTORY = "The war has killed tens of thousands of people."
RUMOUR = "A driver was reportedly killed on the road."
TEXT = f"{TOLL}\n{TALKS}\n{CALL}\n{HOLD}\n{TAKEN}\n{HISTORY}\n{RUMOUR}"

GOLD_CASUALTY = {
    "kind": "killed",
    "value": 14,
    "value_text": "at least 14",
    "qualifier": "at_least",
    "victims": "civilians",
    "perpetrator": None,
    "place": "Marra",
    "date": "2018-05-04",
    "scope": "event",
    "attributed_to": ["The Northern Monitor"],
    "via": [],
    "part": False,
    "evidence": TOLL,
}
GOLD_INJURED = GOLD_CASUALTY | {
    "kind": "injured",
    "value": None,
    "value_text": "dozens",
    "qualifier": "vague",
    "victims": "others",
}
GOLD_HISTORY = {
    "kind": "killed",
    "value": None,
    "value_text": "tens of thousands",
    "qualifier": "vague",
    "victims": "people",
    "perpetrator": None,
    "place": None,
    "date": None,
    "scope": "cumulative",
    "attributed_to": [],
    "via": [],
    "part": False,
    "evidence": HISTORY,
}
GOLD_OPTIONAL = GOLD_HISTORY | {
    "value": 1,
    "value_text": "A",
    "qualifier": "exact",
    "victims": "driver",
    "scope": "event",
    "evidence": RUMOUR,
    "optional": True,
}
GOLD_TALKS = {
    "participants": [
        {"name": "Omar Haddad", "role": "Defence Minister"},
        {"name": "Lena Orlova", "role": "President"},
    ],
    "place": "Port Azur",
    "date": "2018-05-03",
    "mode": "in_person",
    "status": "held",
    "attributed_to": ["defence ministry"],
    "via": [],
    "evidence": TALKS,
}
GOLD_CALL = {
    "participants": [
        {"name": "Omar Haddad", "role": "Defence Minister"},
        {"name": "Jan Kral", "role": "Foreign Minister"},
    ],
    "place": None,
    "date": None,
    "mode": "phone",
    "status": "held",
    "attributed_to": [],
    "via": [],
    "evidence": CALL,
}
GOLD_HOLD = {
    "actor": "The Free River Army",
    "territory": "the valley",
    "relation": "controls",
    "share": 0.4,
    "share_text": "40 percent",
    "as_of": None,
    "attributed_to": ["its spokesman"],
    "via": [],
    "stance": "asserted",
    "evidence": HOLD,
}
GOLD_TAKEN = GOLD_HOLD | {
    "actor": "Government forces",
    "territory": "the city of Marra",
    "relation": "captured",
    "share": None,
    "share_text": None,
    "as_of": "2018-04",
    "attributed_to": [],
    "evidence": TAKEN,
}
GOLD = {
    "meetings": [GOLD_TALKS, GOLD_CALL],
    "casualties": [GOLD_CASUALTY, GOLD_INJURED, GOLD_HISTORY, GOLD_OPTIONAL],
    "control": [GOLD_HOLD, GOLD_TAKEN],
}

KILLED = {
    "outcome": "killed",
    "value": 14,
    "original_value": "at least 14",
    "qualifier": "at_least",
    "victims": "14 civilians",
    "place_text": "Marra",
    "event_date": "2018-05-04",
    "date_precision": "day",
    "scope": "event",
    "is_lead_figure": True,
    "is_part": False,
    "attributed_to": "Northern Monitor",
    "rule_id": "toll",
    "exact": TOLL,
}
INJURED = KILLED | {
    "outcome": "injured",
    "value": None,
    "original_value": "dozens",
    "qualifier": "vague",
    "victims": "others",
    "is_lead_figure": False,
}
WAR_DEAD = {
    "outcome": "killed",
    "original_value": "tens of thousands",
    "qualifier": "vague",
    "victims": "people",
    "scope": "cumulative",
    "is_part": False,
    "rule_id": "history",
    "exact": HISTORY,
}
MEETING = {
    "participants": [{"participant_name": "Omar Haddad"}, {"participant_name": "Léna Orlova"}],
    "place_text": "Port Azur",
    "meeting_date": "2018-05-03",
    "date_precision": "day",
    "mode": "in_person",
    "status": "held",
    "attributed_to": "Defence Ministry",
    "rule_id": "met",
    "exact": TALKS,
}
PHONE_CALL = {
    "participants": [{"participant_name": "Haddad"}, {"participant_name": "Jan Kral"}],
    "mode": "phone",
    "status": "held",
    "rule_id": "call",
    "exact": CALL,
}
SHARE_HELD = {
    "actor": "FRA",
    "territory": "valley",
    "relation": "controls",
    "share": 0.4,
    "as_of_date": "2018-05-05",
    "date_precision": "day",
    "stance": "asserted",
    "attributed_to": "its spokesman",
    "rule_id": "share",
    "exact": HOLD,
}
CITY_TAKEN = {
    "actor": "government",
    "territory": "Marra",
    "relation": "captured",
    "as_of_date": "2018-04-28",
    "date_precision": "day",
    "stance": "asserted",
    "rule_id": "taken",
    "exact": TAKEN,
}
PERFECT = Article(
    external_id="perfect",
    text=TEXT,
    published_date="2018-05-05",
    casualties=[KILLED, INJURED, WAR_DEAD],
    meetings=[MEETING, PHONE_CALL],
    control=[SHARE_HELD, CITY_TAKEN],
)
ALIASES = [("organization", "free_river_army", "Free River Army"), ("organization", "free_river_army", "FRA")]
