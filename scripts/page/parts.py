"""The parts of the page: rows of the warehouse as what charts and templates show, and which claims they quote."""

from collections import defaultdict
from itertools import groupby
from typing import Any

from scripts.page.words import day, number, shortened, side_name

Row = dict[str, Any]
Rows = list[Row]

PEOPLE_ON_TIMELINE, PEOPLE_IN_NETWORK = 16, 32
MONTHS_OF_A_SIDE = 5


def quotation(claim_id: str) -> str:
    """The link to a quotation within the page."""
    return f"#c-{claim_id}"


def incidents(rows: Rows) -> Rows:
    """Incidents as dots with their ranges."""
    return [
        {
            "day": row["event_date"],
            "outcome": row["outcome"],
            "low": max(row["low"] or row["best"], 1),
            "best": row["best"],
            "high": row["high"] or row["best"],
            "href": quotation(row["claim_id"]),
            "label": f"{row['place']}, {day(row['event_date'], row['date_precision'])}: {number(row['best'])} "
            f"{row['outcome']}{_range(row)}, sources: {row['source_count']}",
        }
        for row in rows
    ]


def _range(row: Row) -> str:
    low, high = row["low"] or row["best"], row["high"] or row["best"]
    return f" (from {number(low)} to {number(high)})" if low < high else ""


def rival_figures(rows: Rows) -> Rows:
    """Figures of incidents about which several sources do not agree, as dots on a line for each incident."""
    order = {identifier: index for index, identifier in enumerate(dict.fromkeys(row["incident_id"] for row in rows))}
    return [
        {
            "incident": f"{shortened(row['place'], 24)}, {day(row['event_date'], row['date_precision'])}: "
            f"{row['outcome']}",
            "short_incident": f"{shortened(row['place'], 10)} {row['event_date'] or ''}",
            "order": order[row["incident_id"]],
            "incident_id": row["incident_id"],
            "value": row["value"],
            "words": row["original_value"],
            "voice": "somebody named" if row["attributed_to"] else "the publisher",
            "said_by": row["said_by"],
            "publisher": row["publisher_name"],
            "published": day(row["published_date"]),
            "href": quotation(row["claim_id"]),
            "label": f"{row['place']}: {row['original_value']} {row['outcome']}, says {row['said_by']} "
            f"({row['publisher_name']}, {day(row['published_date'])})",
        }
        for row in rows
    ]


def first_reports(rows: Rows) -> Rows:
    """Numbers with who said them first, and who said them again."""
    return [
        {
            "href": quotation(row["claim_id"]),
            "words": f"{row['original_value']} {row['outcome']}",
            "victims": row["victims"],
            "place": row["place"],
            "said_by": row["said_by"],
            "publisher": row["publisher_name"],
            "published": day(row["published_date"]),
            "repeaters": row["repeaters"],
        }
        for row in rows
    ]


def sources(rows: Rows) -> Rows:
    """Who is quoted, each with what every outlet lets them say."""
    return [
        {
            "name": source,
            "statements": of_source[0]["statements"],
            "shown": len(of_source),
            "outlets": [
                {"name": outlet or "A publisher that nothing names", "statements": list(statements)}
                for outlet, statements in groupby(of_source, key=lambda row: row["publisher_name"])
            ],
        }
        for source, of_source in ((name, list(group)) for name, group in groupby(rows, key=lambda row: row["source"]))
    ]


def tolls(rows: Rows) -> Rows:
    """Counts of more than one event as dots."""
    return [
        {
            "day": row["published_date"],
            "outcome": row["outcome"],
            "value": row["value"],
            "href": quotation(row["claim_id"]),
            "label": f"{row['original_value']} {row['outcome']}"
            f"{' in ' + row['place'] if row['place'] else ''}, says {row['said_by']} ({day(row['published_date'])})",
        }
        for row in rows
    ]


def shares(rows: Rows) -> Rows:
    """Shares of territories as dots with what the words allow."""
    order = {place: index for index, place in enumerate(dict.fromkeys(row["place"] for row in rows))}
    known = {place for place, index in order.items() if index < 6}
    return [
        {
            "day": row["day"],
            "territory": shortened(row["place"], 50),
            "order": order[row["place"]],
            "holder": side_name(row["side"] or "side_not_known", row["actor"]),
            "share": row["share"],
            "low": row["share"] if row["share_low"] is None else row["share_low"],
            "high": row["share"] if row["share_high"] is None else row["share_high"],
            "actor": row["actor"],
            "words": row["share_text"],
            "said_by": row["said_by"],
            "date": day(row["day"]),
            "href": quotation(row["claim_id"]),
            "label": f"{row['actor']} {row['relation']} {row['share_text']} of {row['territory']}, "
            f"says {row['said_by']} ({day(row['day'])})",
        }
        for row in rows
        if row["place"] in known
    ]


def standing(rows: Rows) -> Rows:
    """Places that several sides are said to hold, each with its sides, each of these with its latest months."""
    places = []
    for _, of_place in groupby(rows, key=lambda row: row["place_id"]):
        sides = defaultdict(list)
        for row in of_place:
            sides[side_name(row["side"], row["actor"])].append(row)
            name = row["place"]
        columns = [
            {
                "side": side,
                "months": [
                    {
                        "month": day(row["stated_month"], "month"),
                        "actor": row["actor"],
                        "relation": row["relation"],
                        "said_by": row["said_by"],
                        "others": row["source_count"] - 1,
                        "href": quotation(row["last_claim_id"]),
                    }
                    for row in of_side[:MONTHS_OF_A_SIDE]
                ],
                "more": max(0, len(of_side) - MONTHS_OF_A_SIDE),
            }
            for side, of_side in sides.items()
        ]
        places.append({"place": name, "sides": columns})
    return places


def meetings(rows: Rows) -> Row:
    """Meetings for the timeline, the network, and the lists of each person."""
    of_person: dict[str, dict[str, Row]] = defaultdict(dict)
    of_pair: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    for row in rows:
        of_person[row["participant"]].setdefault(row["meeting_id"], row)
        if row["participant"] < row["met"]:
            of_pair[row["participant"], row["met"]].setdefault(row["meeting_id"], row)
    busiest = sorted(of_person, key=lambda name: (-len(of_person[name]), name))
    shown = busiest[:PEOPLE_IN_NETWORK]
    pairs = {pair: met for pair, met in of_pair.items() if set(pair) <= set(shown)}
    linked = [name for name in shown if any(name in pair for pair in pairs)]
    index = {name: position for position, name in enumerate(linked)}
    return {
        "timeline": [
            _dated_meeting(name, row)
            for name in busiest[:PEOPLE_ON_TIMELINE]
            for row in of_person[name].values()
            if row["meeting_date"] and row["date_precision"] in ("day", "week", "month")
        ],
        "people": [
            {
                "index": index[name],
                "name": shortened(name, 26),
                "short_name": shortened(name.split()[-1], 14),
                "meetings": len(of_person[name]),
                "href": f"#p-{index[name]:x}",
                "label": f"{name}: {_count(len(of_person[name]))}",
            }
            for name in linked
        ],
        "links": [
            {
                "source": index[one],
                "target": index[other],
                "meetings": len(met),
                "href": quotation(next(iter(met.values()))["claim_id"]),
                "label": f"{one} and {other}: {_count(len(met))}",
            }
            for (one, other), met in sorted(pairs.items())
        ],
        "lists": [_meetings_of(name, index[name], of_pair) for name in linked],
        "total": len({row["meeting_id"] for row in rows}),
    }


def _count(meetings: int) -> str:
    return "1 meeting" if meetings == 1 else f"{meetings} meetings"


def _dated_meeting(name: str, row: Row) -> Row:
    when = day(row["meeting_date"], row["date_precision"])
    return {
        "person": shortened(name, 30),
        "day": row["meeting_date"],
        "status": row["status"],
        "href": quotation(row["claim_id"]),
        "label": f"{name} and {row['met']}, {when}{', ' + row['place'] if row['place'] else ''}: {row['status']}",
    }


def _meetings_of(name: str, index: int, of_pair: dict[tuple[str, str], dict[str, Row]]) -> Row:
    met = [
        {
            "met": pair[0] if pair[1] == name else pair[1],
            "meetings": [
                {"day": day(row["meeting_date"], row["date_precision"]), "href": quotation(row["claim_id"])}
                for row in rows.values()
            ],
        }
        for pair, rows in of_pair.items()
        if name in pair
    ]
    return {
        "name": name,
        "id": f"p-{index:x}",
        "met": sorted(met, key=lambda each: (-len(each["meetings"]), each["met"])),
    }
