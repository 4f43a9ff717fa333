"""What the project promises of its models and macros: a test where something is decided, words for columns, keys."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest
import yaml

from scripts.warehouse.files import PROJECT

MODELS = {path.stem: path for path in sorted((PROJECT / "models").rglob("*.sql"))}
MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)\(.*?\{%-?\s*endmacro", re.DOTALL)
CALL = re.compile(r"\b(\w+)\(")
COMMENT = re.compile(r"\{#.*?#\}|--[^\n]*", re.DOTALL)
CASE_WORD = re.compile(r"\b(case|when|end)\b|\{%-?\s*(for)\b", re.IGNORECASE)
# What the functions of DuckDB and Spark for regular expressions begin with.
REGEX = re.compile(r"\bregexp_|\brlike\b")
WINDOW = re.compile(r"\bover\s*\(", re.IGNORECASE)
KEY = re.compile(r"Primary key:? (?:all columns|(`[\w, ]+`(?:(?:,|,? and) `\w+`)*))")
DESCRIBED_ELSEWHERE = re.compile(r"Columns of (\w+) are described there")


@cache
def code_of(path: Path) -> str:
    """A file of SQL without its comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@cache
def macros() -> dict[str, str]:
    """The code of every macro of the project; that of the variants for one engine belongs to the macro itself."""
    found: dict[str, str] = {}
    for path in sorted((PROJECT / "macros").rglob("*.sql")):
        for macro in MACRO.finditer(code_of(path)):
            name = macro[1].split("__")[-1]
            found[name] = found.get(name, "") + macro[0]
    return found


def macros_reached(code: str, overridden: frozenset[str] = frozenset()) -> set[str]:
    """The macros that a piece of code calls, and those that these call; those overridden call nothing."""
    reached: set[str] = set()
    pieces = [code]
    while pieces:
        called = set(CALL.findall(pieces.pop())) & macros().keys() - overridden - reached
        reached |= called
        pieces += [macros()[name] for name in called]
    return reached


def longest_case(code: str) -> int:
    """The number of branches of the longest CASE; branches that a loop writes count as many."""
    longest, open_cases = 0, []
    for match in CASE_WORD.finditer(code):
        word = (match[1] or match[2]).lower()
        if word == "case":
            open_cases.append(0)
        elif open_cases and word == "end":
            longest = max(longest, open_cases.pop())
        elif open_cases:
            open_cases[-1] += 1 if word == "when" else 3
    return longest


def decisions(code: str) -> list[str]:
    """What in a piece of code, or in the macros it calls, asks for a unit test."""
    pieces = [code, *(macros()[name] for name in macros_reached(code))]
    kinds = {
        "a regular expression": any(REGEX.search(piece) for piece in pieces),
        "a window": any(WINDOW.search(piece) for piece in pieces),
        "a CASE of more than two branches": any(longest_case(piece) > 2 for piece in pieces),
    }
    return [kind for kind, is_there in kinds.items() if is_there]


@cache
def properties(path: Path) -> dict:
    """A YAML file of properties."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {}


@cache
def unit_tests() -> tuple[tuple[str, frozenset[str]], ...]:
    """For each unit test, its model and the macros that it overrides."""
    return tuple(
        (test["model"], frozenset(test.get("overrides", {}).get("macros", {})))
        for path in sorted((PROJECT / "models").rglob("*.yml"))
        for test in properties(path).get("unit_tests", [])
    )


def descriptions() -> Iterator[tuple[str, dict]]:
    """Each model with what the YAML beside it says of it."""
    for name, path in MODELS.items():
        beside = path.with_suffix(".yml")
        described = properties(beside).get("models", []) if beside.exists() else []
        yield name, described[0] if [model["name"] for model in described] == [name] else {}


def data_tests_of(node: dict) -> dict[str, dict]:
    """The data tests of a model or column, with their arguments."""
    named = [test if isinstance(test, dict) else {test: {}} for test in node.get("data_tests") or []]
    return {name: settings.get("arguments", settings) for test in named for name, settings in test.items()}


def columns_of(description: dict) -> dict[str, dict]:
    return {column["name"]: column for column in description.get("columns", [])}


def text_of(node: dict) -> str:
    return " ".join((node.get("description") or "").split())


def assert_none(problems: list[str]) -> None:
    assert not problems, "\n".join(["", *problems])


def test_every_model_that_decides_has_a_unit_test():
    tested = {model for model, _ in unit_tests()}
    assert_none(
        [
            f"{name} has no unit test, but {', '.join(found)}"
            for name, path in MODELS.items()
            if name not in tested and (found := decisions(code_of(path)))
        ]
    )


def test_every_macro_of_the_engine_is_tested():
    tested = {
        macro for model, overridden in unit_tests() for macro in macros_reached(code_of(MODELS[model]), overridden)
    }
    for path in [*(PROJECT / "tests" / "data" / "engine").glob("*.sql"), Path(__file__).with_name("test_engine.py")]:
        tested |= macros_reached(code_of(path))
    engine = "".join(code_of(path) for path in sorted((PROJECT / "macros" / "engine").glob("*.sql")))
    assert_none([f"{macro[1]} is called by no test" for macro in MACRO.finditer(engine) if macro[1] not in tested])


def test_every_model_has_a_description_beside_it():
    assert_none(
        [f"{name} has no YAML of its own beside it" for name, description in descriptions() if not description]
        + [f"{name} is not described" for name, description in descriptions() if not text_of(description)]
    )


def test_every_column_named_is_described():
    assert_none(
        [
            f"{name}.{column} is not described"
            for name, description in descriptions()
            for column, node in columns_of(description).items()
            if not text_of(node)
        ]
    )


@pytest.mark.skipif("ATTESTED_SAMPLES" not in os.environ, reason="run by scripts/test, which builds the samples")
def test_every_column_of_the_warehouse_is_described(report):
    with duckdb.connect(os.environ["ATTESTED_SAMPLES"], read_only=True) as connection:
        found = connection.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall()
    known = dict(descriptions())

    def described(name: str) -> set[str]:
        elsewhere = DESCRIBED_ELSEWHERE.search(text_of(known[name]))
        return set(columns_of(known[name])) | (described(elsewhere[1]) if elsewhere else set())

    columns = [(name, column) for name, column in sorted(found) if name in known]
    assert columns
    without = [f"{name}.{column}" for name, column in columns if column not in described(name)]
    report(f"documentation: {len(columns) - len(without)} of {len(columns)} columns of the warehouse are described")
    assert_none([f"{column} is not described" for column in without])


def key_problem(description: dict) -> str | None:
    """Why the primary key that a model's description ends with is not tested; None where it is."""
    columns, own_tests = columns_of(description), data_tests_of(description)
    if "is_empty" in own_tests:
        return None
    stated = KEY.search(text_of(description))
    if stated is None:
        return "its description names no primary key"
    key = re.findall(r"\w+", "".join(re.findall(r"`[^`]+`", stated[1]))) if stated[1] else list(columns)
    unknown = [column for column in key if column not in columns]
    if unknown:
        return f"its key {', '.join(unknown)} is no column"
    together = own_tests.get("unique", {}).get("column_name", "")
    if len(key) == 1 and "unique" not in data_tests_of(columns[key[0]]):
        return f"its key {key[0]} is not tested to be unique"
    if len(key) > 1 and not set(key) <= set(re.findall(r"\w+", together)):
        return f"its key {', '.join(key)} is not tested to be unique"
    # A part that may be null must say in the key what null is.
    empty = [
        column
        for column in key
        if "not_null" not in data_tests_of(columns[column])
        and not re.search(rf"coalesce\((cast\()?{column}\b", together)
    ]
    return f"its key {', '.join(empty)} may be null" if empty else None


def test_every_primary_key_is_tested(report):
    problems = {
        name: problem for name, description in descriptions() if description and (problem := key_problem(description))
    }
    empty = sum("is_empty" in data_tests_of(description) for _, description in descriptions())
    report(
        f"tests: {len(MODELS) - len(problems)} of {len(MODELS)} models have a tested primary key "
        f"({empty} of them are tested to be empty)"
    )
    assert_none([f"{name}: {problem}" for name, problem in problems.items()])
