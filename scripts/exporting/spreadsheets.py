"""Cells that a spreadsheet shows and never runs."""

from collections.abc import Iterable

# What makes a spreadsheet take a text for a formula, or hides what does. Source: OWASP, "CSV Injection".
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless_cells(row: Iterable[object]) -> list[object]:
    """The values of a row, with an apostrophe before each text that a spreadsheet would run as a formula.

    Numbers and dates stay as they are: what DuckDB gives as a number cannot be a formula.
    """
    return [f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value for value in row]
