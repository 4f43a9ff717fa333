"""Charts as pictures that are part of a page: SVG in which every mark is a link that says what it is."""

import json
import re
from typing import Any

import vl_convert
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
# Vega draws within a page of its own; what stands before the mark is the address of that page.
FRAGMENT = re.compile(r".*(#[a-z]+-[0-9a-f]+)")
# Widths in pixels of the picture for a screen and of the one for a phone; the page shows one of them.
WIDE, NARROW = 860, 340

INK, GREY, RULE = "#1d1d1b", "#5f6368", "#d9d6cf"
# The colours of Okabe and Ito, which people with any kind of colour vision can tell apart, darkened until each stands
# out from white by at least 3 to 1 (WCAG 2.2, 1.4.11).
COLOURS = ["#0072b2", "#c4500a", "#007a5a", "#a8477f", "#8a6d00", "#4b4b9b", "#7a3b12", "#2b7a8c"]

STYLE: dict[str, Any] = {
    "background": None,
    # The measures of Liberation Sans, and so of Arial and Helvetica, in which the page shows the text.
    "font": "sans-serif",
    "padding": {"left": 8, "right": 12, "top": 4, "bottom": 4},
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "labelColor": GREY,
        "titleColor": GREY,
        "titleFontWeight": "normal",
        "gridColor": RULE,
        "domainColor": RULE,
        "tickColor": RULE,
        "labelLimit": 210,
    },
    "legend": {
        "orient": "top",
        "symbolOpacity": 1,
        "columns": 3,
        "labelFontSize": 12,
        "title": None,
        "symbolSize": 90,
        "labelColor": INK,
    },
    "header": {
        "labelFontSize": 13,
        "labelFontWeight": "bold",
        "labelColor": INK,
        "labelAnchor": "start",
        "title": None,
    },
}


def drawn(specification: dict[str, Any], width: int, description: str) -> str:
    """The chart of a Vega-Lite (or Vega) specification as SVG for `width` pixels, with `description` as its text.

    A mark with an `href` of the form #x-0af3 becomes a link to that part of the page, named by the `description` of the
    mark, which is its tooltip too. Raises ValueError where Vega cannot read the specification.
    """
    if "vega-lite" in specification["$schema"]:
        svg = vl_convert.vegalite_to_svg({**specification, "config": STYLE}, vl_version="6.1")
    else:
        svg = vl_convert.vega_to_svg(specification)
    root = etree.fromstring(svg.encode())
    for element in root.iter():
        for attribute in ("role", "aria-roledescription", "aria-hidden", "font-family", "pointer-events"):
            element.attrib.pop(attribute, None)
        if element.tag == f"{SVG}a":
            _name_link(element)
        elif element.getparent() is not None and element.getparent().tag != f"{SVG}a":
            element.attrib.pop("aria-label", None)
    root.set("width", "100%")
    root.attrib.pop("height", None)
    root.set("style", f"max-width:{width}px")
    root.set("role", "group")
    root.set("aria-label", description)
    return etree.tostring(root, encoding="unicode")


def _name_link(link) -> None:
    """Give a link its own target within the page, its name, and a tooltip."""
    (mark,) = link
    name = mark.attrib.pop("aria-label", "")
    target = FRAGMENT.fullmatch(link.attrib.pop(LINK))
    link.set("href", target[1])
    link.set("aria-label", name)
    if mark.tag == f"{SVG}line":
        # A range belongs to its dot: one stop for the keyboard is enough.
        link.set("tabindex", "-1")
        link.set("aria-hidden", "true")
    title = etree.SubElement(mark, f"{SVG}title")
    title.text = name


def in_both_widths(make, *arguments: Any, description: str) -> str:
    """The chart that `make(*arguments, width)` specifies, for screens and for phones, as two pictures of one figure."""
    pictures = [
        f'<div class="{name}">{drawn(make(*arguments, width), width, description)}</div>'
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    ]
    return "".join(pictures)


def values(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Rows as data of a specification; dates and the like as text."""
    return {"values": json.loads(json.dumps(rows, default=str))}
