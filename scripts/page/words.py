"""Dates, numbers and names as the page writes them."""

import re
from datetime import date
from urllib.parse import urlsplit

IDENTIFIER = re.compile(r"[0-9a-f]{32}")
ACRONYMS = {"us", "un", "nato"}
FORMATS = {"year": "%Y", "month": "%B %Y", "season": "%B %Y"}


def day(when: date | None, precision: str | None = "day") -> str:
    """A date in words, no more exact than it is known: 20 February 2014, February 2014, 2014."""
    if when is None:
        return "day not stated"
    if precision in FORMATS:
        return f"{when:{FORMATS[precision]}}"
    return f"{'week of ' if precision == 'week' else ''}{when.day} {when:%B %Y}"


def number(value: float | None) -> str:
    """A number with commas between thousands."""
    return "" if value is None else f"{value:,.0f}"


def shortened(text: str, length: int) -> str:
    """`text`, or its beginning with an ellipsis where it is longer than `length` characters."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def side_name(side: str, actor: str) -> str:
    """The name of a side: its key in words, or the actor where the seeds know no side and the key is an id."""
    if IDENTIFIER.fullmatch(side):
        return actor
    words = [word.upper() if word in ACRONYMS else word for word in side.split("_")]
    return " ".join(words)


def web_address(address: str | None) -> str | None:
    """`address` if it is one of a web page, else None: nothing else of what sources give becomes a link."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
