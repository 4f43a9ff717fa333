"""The ways in which a warehouse gets the article right or wrong, and what each costs."""

import copy
from dataclasses import replace

from evaluation_article import CITY_TAKEN, HISTORY, KILLED, MEETING, PERFECT, RUMOUR, TAKEN, TALKS, WAR_DEAD
from fact_tables import Article


def changed(kind: str, index: int, **columns: object) -> Article:
    """The perfect article with one of its facts changed in some columns."""
    facts = copy.deepcopy(getattr(PERFECT, kind))
    facts[index] |= columns
    return replace(PERFECT, **{kind: facts})


def with_fact(kind: str, fact: dict) -> Article:
    """The perfect article with one more fact."""
    return replace(PERFECT, **{kind: [*getattr(PERFECT, kind), fact]})


def without_fact(kind: str, index: int) -> Article:
    """The perfect article with one fact less."""
    return replace(PERFECT, **{kind: [fact for at, fact in enumerate(getattr(PERFECT, kind)) if at != index]})


# a scenario, and the slot that it gets wrong
WRONG_SLOTS = {
    "qualifier": (changed("casualties", 0, qualifier="exact"), "casualty", "qualifier"),
    "scope": (changed("casualties", 0, scope="period"), "casualty", "scope"),
    "part": (changed("casualties", 0, is_part=True), "casualty", "is_part"),
    "victims": (changed("casualties", 0, victims="soldiers"), "casualty", "victims"),
    "invented perpetrator": (changed("casualties", 0, perpetrator="rebels"), "casualty", "perpetrator_when_gold_null"),
    "wrong place": (changed("casualties", 0, place_text="Port Azur"), "casualty", "place"),
    "no place": (changed("casualties", 0, place_text=None), "casualty", "place"),
    "invented place": (changed("casualties", 2, place_text="Marra"), "casualty", "place_when_gold_null"),
    "wrong date": (changed("casualties", 0, event_date="2018-05-05"), "casualty", "date"),
    "vague date": (changed("casualties", 0, event_date="2018-05-01", date_precision="month"), "casualty", "date"),
    "bounds of a month": (
        changed("casualties", 0, event_date=None, date_earliest="2018-05-01", date_latest="2018-05-04"),
        "casualty",
        "date",
    ),
    "open bounds": (
        changed("casualties", 0, event_date=None, date_earliest="2017-05-01", date_latest="2018-05-04"),
        "casualty",
        "date",
    ),
    "invented period": (changed("casualties", 0, period_text="on Friday"), "casualty", "period_when_gold_null"),
    "wrong source": (changed("casualties", 0, attributed_to="its spokesman"), "casualty", "attribution"),
    "unresolved source": (changed("casualties", 0, attributed_to="the monitor"), "casualty", "attribution"),
    "no source": (changed("casualties", 0, attributed_to=None), "casualty", "attribution"),
    "invented source": (changed("casualties", 2, attributed_to="officials"), "casualty", "attribution"),
    "invented medium": (changed("casualties", 0, via="River News"), "casualty", "via"),
    "missing participant": (
        changed("meetings", 0, participants=MEETING["participants"][:1]),
        "meeting",
        "participants",
    ),
    "further participant": (
        changed("meetings", 0, participants=[*MEETING["participants"], {"participant_name": "Jan Kral"}]),
        "meeting",
        "participants",
    ),
    "meeting place": (changed("meetings", 0, place_text="Marra"), "meeting", "place"),
    "meeting date": (changed("meetings", 0, meeting_date="2018-05-04"), "meeting", "date"),
    "mode": (changed("meetings", 0, mode="video"), "meeting", "mode"),
    "status": (changed("meetings", 0, status="planned"), "meeting", "status"),
    "stance": (changed("control", 0, stance="denied"), "control", "stance"),
    "share": (changed("control", 0, share=0.45), "control", "share"),
    "control date": (changed("control", 1, as_of_date="2018-03-28"), "control", "date"),
    "invented control date": (changed("control", 0, as_of_date="2018-02-28"), "control", "date_when_gold_null"),
}
# a scenario, and the kind of fact, misses and extras that it costs
WRONG_FACTS = {
    "no toll": (without_fact("casualties", 0), "casualty", 1, 0),
    "no history": (without_fact("casualties", 2), "casualty", 1, 0),
    "no call": (without_fact("meetings", 1), "meeting", 1, 0),
    "no share": (without_fact("control", 0), "control", 1, 0),
    "toll twice": (with_fact("casualties", KILLED), "casualty", 0, 1),
    "meeting twice": (with_fact("meetings", MEETING), "meeting", 0, 1),
    "control twice": (with_fact("control", CITY_TAKEN), "control", 0, 1),
    "other number": (changed("casualties", 0, value=15), "casualty", 1, 1),
    "other outcome": (changed("casualties", 0, outcome="captured"), "casualty", 1, 1),
    "vague elsewhere": (changed("casualties", 2, exact=TALKS, original_value="scores"), "casualty", 1, 1),
    "other people": (
        changed("meetings", 1, participants=[{"participant_name": "Ada Stone"}, {"participant_name": "Ivo Pek"}]),
        "meeting",
        1,
        1,
    ),
    "other actor": (changed("control", 1, actor="Valley Militia"), "control", 1, 1),
    "other territory": (changed("control", 1, territory="Port Azur"), "control", 1, 1),
    "other relation": (changed("control", 1, relation="lost"), "control", 1, 1),
    "lost share": (changed("control", 0, share=None), "control", 1, 1),
    "second event": (with_fact("control", CITY_TAKEN | {"relation": "lost"}), "control", 0, 1),
}
# scenarios that cost nothing
RIGHT = {
    "perfect": PERFECT,
    "optional fact": with_fact(
        "casualties",
        WAR_DEAD
        | {
            "value": 1,
            "original_value": "A",
            "qualifier": "exact",
            "victims": "driver",
            "scope": "event",
            "exact": RUMOUR,
        },
    ),
    "evidence elsewhere": changed("casualties", 2, exact=TALKS, original_value="scores", further_evidence=[HISTORY]),
    "same words elsewhere": changed("casualties", 2, exact=TALKS),
    "surname": changed("meetings", 0, participants=[{"participant_name": "Haddad"}, {"participant_name": "Orlova"}]),
    "another sentence": changed("meetings", 0, exact=TAKEN),
    "longer place": changed("casualties", 0, place_text="the city of Marra"),
    "alias": changed("control", 0, actor="the Free River Army"),
    "bounds of a day": changed("casualties", 0, event_date=None, date_earliest="2018-05-04", date_latest="2018-05-04"),
    "month known": changed(
        "control", 1, as_of_date="2018-04-01", date_precision="month", attributed_to=None, territory="city of Marra"
    ),
}


# an article annotated as holding nothing, and one that is not in the warehouse
EMPTY = {"meetings": [], "casualties": [], "control": []}
TOLLS = """unit_id,nb_civilians,nb_noncivilians
perfect,10,4
other number,14,0
lead elsewhere,14,0
not loaded,3,0
no share,0,0
"""
