"""The measurements as a table and as a picture."""

import importlib
import json
from pathlib import Path
from typing import Any

from scripts.commands.document_quality import MARKED
from scripts.warehouse.files import PROJECT

RESULTS = PROJECT / "benchmarks" / "results.json"
DOCUMENT = PROJECT / "docs" / "benchmarks.md"
PICTURE = PROJECT / "docs" / "images" / "benchmarks.svg"
RATED = {
    "scan": "one regular expression, DuckDB alone",
    "tokenization": "tokenization, DuckDB alone",
    "load": "scripts/load",
    "models": "all models, after dbt has started",
    "whole_build": "scripts/build with all tests",
    "spacy": "a pipeline in spaCy",
}


def lines(measured: dict[str, Any]) -> list[tuple[str, float, float, float]]:
    """What one round measured, for each part: a label, seconds, articles a second, and how often the tokenization."""
    return [
        (label, measured[key], measured["articles"] / measured[key], measured[key] / measured["tokenization"])
        for key, label in RATED.items()
        if measured[key] is not None
    ]


def table(rounds: list[dict[str, Any]]) -> str:
    """All rounds as tables in Markdown."""
    parts = []
    for measured in rounds:
        added = measured["added"]
        parts += [
            f"**{measured['articles']:,} articles**, {measured['mebibytes']:.0f} MiB, {measured['processors']} cores",
            "",
            "| what | seconds | articles a second | times the tokenization |",
            "|---|---:|---:|---:|",
            *(
                f"| {label} | {seconds:,.2f} | {rate:,.0f} | {ratio:,.1f} |"
                for label, seconds, rate, ratio in lines(measured)
            ),
            *([] if added is None else [f"| 100 more articles, scripts/build with its tests | {added:,.1f} | | |"]),
            *(f"| query: {name} | {seconds:,.3f} | | |" for name, seconds in measured["queries"].items()),
            "",
            f"The models took {measured['models_processor']:,.0f} seconds of processors and up to "
            f"{measured['memory']:.1f} GiB of memory.",
            "",
            "Slowest models (seconds): "
            + ", ".join(f"`{name}` {seconds:.1f}" for name, seconds in measured["slowest"].items()),
            "",
        ]
    return "\n".join(parts)


def write_document(rounds: list[dict[str, Any]]) -> None:
    """Put the tables into docs/benchmarks.md, between their marks, and draw the picture beside it."""
    page = DOCUMENT.read_text(encoding="utf-8")
    filled = MARKED.sub(lambda mark: f"{mark[1]}\n{table(rounds)}\n{mark[3]}", page)
    DOCUMENT.write_text(filled, encoding="utf-8")
    draw(rounds, PICTURE)


def draw(rounds: list[dict[str, Any]], path: Path) -> None:
    """Articles a second, for each part and size, on a scale of powers of ten, as SVG.

    Needs what scripts/report installs.
    """
    rows = [
        {"part": label, "articles": f"{measured['articles']:,}", "rate": rate}
        for measured in rounds
        for label, _, rate, _ in lines(measured)
    ]
    specification = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "white",
        "data": {"values": rows},
        "width": 420,
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 0.9},
        "encoding": {
            "y": {"field": "part", "type": "nominal", "sort": list(RATED.values()), "title": None},
            "x": {
                "field": "rate",
                "type": "quantitative",
                "scale": {"type": "log"},
                "title": "articles a second (each step is ten times as many)",
            },
            "color": {"field": "articles", "type": "nominal", "title": "articles", "sort": None},
            "shape": {"field": "articles", "type": "nominal", "sort": None},
        },
        "config": {"axis": {"labelLimit": 260}},
    }
    vl_convert = importlib.import_module("vl_convert")
    path.write_text(vl_convert.vegalite_to_svg(json.dumps(specification), vl_version="6.1"), encoding="utf-8")
