"""A progress line for long loads; nothing where nobody watches."""

import sys
import time
from collections.abc import Iterable, Iterator

from scripts.loaders.records import Outcome, Record

SECONDS_BETWEEN = 0.5
LOOKED_AT_EACH = 256


def watched(outcomes: Iterable[Outcome], name: str, size: int | None) -> Iterator[Outcome]:
    """The same outcomes, with their count, their rate and, where `size` (in bytes) is known, the time left."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    started = shown = time.monotonic()
    read = 0
    for count, outcome in enumerate(outcomes, 1):
        read += len(outcome.content) if isinstance(outcome, Record) else 0
        if count % LOOKED_AT_EACH == 0 and (now := time.monotonic()) - shown > SECONDS_BETWEEN:
            shown = now
            print(f"\r\033[K{name}: {_line(count, read, size, now - started)}", end="", file=sys.stderr, flush=True)
        yield outcome
    print("\r\033[K", end="", file=sys.stderr, flush=True)


def _line(count: int, read: int, size: int | None, seconds: float) -> str:
    line = f"{count:,} read, {count / seconds:,.0f} a second"
    # A packed input holds more than its size, and then nobody knows how much is left.
    if size is None or not 0 < read < size:
        return line
    left = (size - read) * seconds / read
    return f"{line}, {left // 60:.0f}:{left % 60:02.0f} left"
