"""The charts of the page, each as a function from rows to a Vega-Lite specification for one width in pixels."""

from typing import Any

from scripts.page.drawing import COLOURS, INK, NARROW, RULE, values

Rows = list[dict[str, Any]]
Specification = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
NETWORK_SCHEMA = "https://vega.github.io/schema/vega/v6.json"
LINKED = {"href": {"field": "href", "type": "nominal"}, "description": {"field": "label", "type": "nominal"}}
# Lines of the network are links, so they stand out from white as marks do.
LINE = "#8d8b86"
VOICES = ["somebody named", "the publisher"]
TENFOLD = "people (each step is ten times as many)"
PEOPLE_ON_A_PHONE = 16
RANGED = {"transform": [{"filter": "datum.low < datum.high"}]}
AXIS_OF_TIME = {
    "grid": False,
    "tickCount": 6,
    "labelOverlap": True,
    # The year under every day, or what happened on one day only would stand in no year.
    "labelExpr": "[timeFormat(datum.value, date(datum.value) == 1 ? '%B' : '%-d %B'), timeFormat(datum.value, '%Y')]",
}
COUNT_AXIS = {
    "gridDash": [2, 3],
    "values": [10**power for power in range(11)],
    "labelExpr": "datum.value < 1e6 ? format(datum.value, ',') : datum.value < 1e9 ? datum.value / 1e6 + ' million' "
    ": datum.value / 1e9 + ' billion'",
}


def _chart(rows: Rows, width: int, **parts: Any) -> Specification:
    return {
        "$schema": SCHEMA,
        "data": values(rows),
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
        **parts,
    }


def _dot(size: int = 60, **parts: Any) -> Specification:
    return {
        "type": "point",
        "filled": True,
        "size": size,
        "opacity": 0.85,
        "stroke": "white",
        "strokeWidth": 0.6,
        **parts,
    }


def _time(field: str) -> Specification:
    return {"field": field, "type": "temporal", "title": None, "scale": {"padding": 14}, "axis": AXIS_OF_TIME}


def _colours(field: str, domain: list[str], legend: bool = True) -> Specification:
    scale = {"domain": domain, "range": (COLOURS * (len(domain) // len(COLOURS) + 1))[: len(domain)]}
    return {"field": field, "type": "nominal", "scale": scale, **({} if legend else {"legend": None})}


def _people(field: str, title: str) -> Specification:
    scale = {"type": "log", "nice": True}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": {**COUNT_AXIS, "title": title}}


def incidents_over_time(rows: Rows, width: int) -> Specification:
    """One dot for an incident at its best figure, a line from the lowest to the highest."""
    x, colour = _time("day"), _colours("outcome", ["killed", "injured"])
    return _chart(
        rows,
        width,
        height=360 if width > NARROW else 300,
        encoding={"x": x, "color": colour},
        layer=[
            {
                **RANGED,
                "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.45},
                "encoding": {"y": _people("low", TENFOLD), "y2": {"field": "high"}, **LINKED},
            },
            {"mark": _dot(), "encoding": {"y": _people("best", TENFOLD), **LINKED}},
        ],
    )


def rival_figures(rows: Rows, width: int) -> Specification:
    """One line for an incident from the lowest to the highest figure, a dot for each statement."""
    wide = width > NARROW
    y = {
        "field": "incident" if wide else "short_incident",
        "type": "nominal",
        "sort": {"field": "order"},
        "title": None,
        "axis": {"grid": True, "gridColor": RULE, "labelLimit": 300 if wide else 132, "labelColor": INK},
    }
    shape = {
        "field": "voice",
        "type": "nominal",
        "scale": {"domain": VOICES, "range": ["circle", "diamond"]},
    }
    ends = [{"op": op, "field": "value", "as": end} for op, end in (("min", "low"), ("max", "high"))]
    return _chart(
        rows,
        width,
        height={"step": 28},
        encoding={"y": y},
        layer=[
            {
                "transform": [{"aggregate": ends, "groupby": ["incident", "short_incident", "order"]}],
                "mark": {"type": "rule", "strokeWidth": 5, "color": RULE, "strokeCap": "round"},
                "encoding": {"x": _people("low", "people"), "x2": {"field": "high"}},
            },
            {
                "mark": _dot(80),
                "encoding": {
                    "x": _people("value", "people"),
                    "shape": shape,
                    "color": _colours("voice", VOICES),
                    **LINKED,
                },
            },
        ],
    )


def tolls_over_time(rows: Rows, width: int) -> Specification:
    """One dot for each count of more than one event, when it was published."""
    return _chart(
        rows,
        width,
        height=320,
        encoding={"x": _time("day"), "color": _colours("outcome", ["killed", "displaced"])},
        layer=[
            {"mark": _dot(), "encoding": {"y": _people("value", TENFOLD), **LINKED}},
        ],
    )


def shares_over_time(rows: Rows, width: int) -> Specification:
    """For each territory, the share that somebody is said to hold, with what the words allow."""
    holders = list(dict.fromkeys(row["holder"] for row in rows))
    y = {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1]}, "title": None}
    axis = {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1], "gridDash": [2, 3]}
    row = {"field": "territory", "type": "nominal", "sort": {"field": "order"}, "header": {"labelOrient": "top"}}
    bounds = {**LINKED, "y": {**y, "field": "low", "axis": axis}, "y2": {"field": "high"}}
    spec = _chart(
        rows,
        width,
        facet={"row": row},
        spec={
            "width": width - 70,
            "height": 110,
            "encoding": {"x": _time("day"), "color": _colours("holder", holders)},
            "layer": [
                {**RANGED, "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.4}, "encoding": bounds},
                {"mark": _dot(90), "encoding": {"y": {**y, "axis": axis}, **LINKED}},
            ],
        },
        resolve={"axis": {"x": "independent"}},
    )
    del spec["width"], spec["autosize"]
    return spec


def meetings_over_time(rows: Rows, width: int) -> Specification:
    """One line for a person, a dot for each meeting."""
    states = ["held", "planned", "cancelled"]
    order = list(dict.fromkeys(row["person"] for row in rows))
    y = {"field": "person", "type": "nominal", "sort": order, "title": None}
    y["axis"] = {"grid": True, "labelColor": INK, "labelLimit": 180 if width > NARROW else 110}
    shape = {"field": "status", "type": "nominal", "scale": {"domain": states, "range": ["circle", "diamond", "cross"]}}
    return _chart(
        rows,
        width,
        height={"step": 24},
        mark=_dot(70),
        encoding={"x": _time("day"), "y": y, "color": _colours("status", states), "shape": shape, **LINKED},
    )


def meeting_network(people: Rows, links: Rows, width: int) -> Specification:
    """Who met whom: a dot for a person, a line for the meetings of two, thicker for more. A Vega specification.

    `people` have `index`, `name`, `meetings`, `href` and `label`; `links` have `source` and `target`, which are such
    indexes, `meetings`, `href` and `label`.
    """
    wide = width > NARROW
    if not wide:
        people = people[:PEOPLE_ON_A_PHONE]
        links = [link for link in links if max(link["source"], link["target"]) < PEOPLE_ON_A_PHONE]
    height = min(620 if wide else 430, 130 + 24 * len(people))
    forces = [
        {"force": "center", "x": width / 2, "y": height / 2},
        {"force": "collide", "radius": 42 if wide else 26, "iterations": 6},
        {"force": "nbody", "strength": -1500 if wide else -260},
        {"force": "link", "links": "links", "distance": 150 if wide else 70},
        {"force": "x", "x": {"expr": f"{width / 2}"}, "strength": 0.14 if wide else 0.2},
        {"force": "y", "y": {"expr": f"{height / 2}"}, "strength": 0.26 if wide else 0.14},
    ]
    dots = {
        "name": "dots",
        "type": "symbol",
        "zindex": 1,
        "from": {"data": "people"},
        "encode": {
            "enter": {
                "fill": {"value": COLOURS[0]},
                "stroke": {"value": "white"},
                "size": {"signal": f"{70 if wide else 40} + {9 if wide else 4} * datum.meetings"},
                "href": {"field": "href"},
                "description": {"field": "label"},
            }
        },
        "transform": [{"type": "force", "iterations": 500, "static": True, "signal": "force", "forces": forces}],
    }
    line_ends = {f"{end}{axis.upper()}": f"datum.{end}.{axis}" for end in ("source", "target") for axis in "xy"}
    lines = {
        "type": "path",
        "from": {"data": "links"},
        "encode": {
            "enter": {
                "stroke": {"value": LINE},
                "strokeWidth": {"signal": "0.6 + 0.7 * sqrt(datum.meetings)"},
                "href": {"field": "href"},
                "description": {"field": "label"},
            }
        },
        "transform": [{"type": "linkpath", "require": {"signal": "force"}, "shape": "line", **line_ends}],
    }
    names = {
        "type": "text",
        "zindex": 2,
        "from": {"data": "dots"},
        "encode": {
            "update": {
                "x": {"signal": f"clamp(datum.x, 44, {width - 44})"},
                "y": {"signal": "datum.y - sqrt(datum.size) / 2 - 4"},
                "text": {"signal": "datum.datum.name" if wide else "datum.datum.short_name"},
                "align": {"value": "center"},
                "fontSize": {"value": 12 if wide else 10},
                "fill": {"value": INK},
                "stroke": {"value": "white"},
                "strokeWidth": {"value": 3},
            }
        },
    }
    return {
        "$schema": NETWORK_SCHEMA,
        "width": width,
        "height": height,
        "padding": 0,
        "autosize": "none",
        "data": [{"name": "people", **values(people)}, {"name": "links", **values(links)}],
        "marks": [dots, lines, names],
    }
