"""Publication dates as other people's metadata writes them."""

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

SLASHED = re.compile(r"\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\s*")
COMPACT = re.compile(r"\d{8}")
WRITTEN = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y", "%Y/%m/%d")
DAY_FIRST, MONTH_FIRST = "day first", "month first"


@lru_cache(maxsize=10_000)
def parse_date(value: object, order: str | None = None) -> datetime | None:
    """The wall-clock time that `value` states, without its zone; None where it states none that can be trusted.

    Reads ISO 8601, RFC 2822 (feeds), `5 April 2017`, `April 5, 2017`, and dates such as `4/5/17`, whose `order`
    the caller knows (`DAY_FIRST`, `MONTH_FIRST`, see `slashed_order`) or which one number above 12 gives away.
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if not isinstance(value, str) or not (text := value.strip()):
        return None
    slashed = SLASHED.fullmatch(text)
    if slashed:
        return _slashed_date(*map(int, slashed.groups()), order or slashed_order([text]))
    for parse in (_iso_date, parsedate_to_datetime, _written_date):
        try:
            return parse(text).replace(tzinfo=None)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def slashed_order(values: Iterable[str]) -> str | None:
    """Whether dates such as `4/5/17` in one source put the day or the month first; None where nothing gives it away."""
    matches = [match for value in values if (match := SLASHED.fullmatch(value))]
    day_first = any(int(match[1]) > 12 for match in matches)
    month_first = any(int(match[2]) > 12 for match in matches)
    if day_first == month_first:
        return None
    return DAY_FIRST if day_first else MONTH_FIRST


def _slashed_date(first: int, second: int, year: int, order: str | None) -> datetime | None:
    if order is None and first != second:
        return None
    day, month = (first, second) if order == DAY_FIRST else (second, first)
    try:
        # Two digits: the web is younger than 1990.
        return datetime(year if year >= 100 else year + (2000 if year < 90 else 1900), month, day)
    except ValueError:
        return None


def _iso_date(text: str) -> datetime:
    if text.isdigit() and not COMPACT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _written_date(text: str) -> datetime:
    for pattern in WRITTEN:
        try:
            return datetime.strptime(text, pattern)
        except ValueError:
            continue
    raise ValueError(text)
