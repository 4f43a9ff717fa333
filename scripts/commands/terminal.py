"""Output for terminals: text of strangers made fit for them, and readers who leave early."""

import os
import re
import sys
import unicodedata

# Characters that move the cursor, change colours, or turn the direction of what stands around them.
UNSAFE = {"Cc", "Cf", "Cs", "Co"}
# Not these: line breaks, and what joins and parts letters in Persian and other scripts.
SAFE = "\n\u200c\u200d"


def harmless(text: str) -> str:
    """`text` with U+FFFD for every character that would steer a terminal instead of being shown; line breaks stay."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(each) else each for each in text)


def one_line(value: object) -> str:
    """`value` as harmless text without line breaks; empty for None."""
    return "" if value is None else harmless(re.sub(r"\s+", " ", str(value)).strip())


def reader_has_left() -> int:
    """The exit code where whoever reads the output (head, less) has read enough; Python then closes it in silence."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _steers(character: str) -> bool:
    return character not in SAFE and unicodedata.category(character) in UNSAFE
