"""models/exposures.yml names everything that reads the warehouse, and what it reads."""

import os
import re

import pytest
from test_structure import MODELS, assert_none, properties

from scripts.warehouse.files import PROJECT

EXPOSURES = {each["name"]: each for each in properties(PROJECT / "models" / "exposures.yml")["exposures"]}
COMMAND = re.compile(r"`(scripts/[a-z-]+)`")
# Tables in SQL, and in the files of metrics or dashboards; rule seeds are named with the kind of fact before.
NAMED = re.compile(
    r"\b(?:marts|answers|raw)\.([a-z_]+)|\bref\('(\w+)'\)|^table_name: (\w+)|\"([a-z]+_rules)\"", re.MULTILINE
)
DEPENDENCY = re.compile(r"'(\w+)'\)$")
# The one answers whatever is asked, the other writes.
WITHOUT_EXPOSURE = {"query", "load"}


def read_by(exposure: dict) -> set[str]:
    """The tables that the files of an exposure name, or all of a folder."""
    meta = exposure.get("config", {}).get("meta", {})
    assert meta.keys() & {"reads_in", "reads_all_of"}, "config.meta must name the files or folders"
    if "reads_all_of" in meta:
        folders = tuple(f"models/{folder}/" for folder in meta["reads_all_of"])
        paths = {name: str(path.relative_to(PROJECT)) for name, path in MODELS.items()}
        return {name for name, path in paths.items() if path.startswith(folders) and "/violations/" not in path}
    found: set[str] = set()
    for name in meta["reads_in"]:
        path = PROJECT / name
        for file in [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file()):
            found |= {one for names in NAMED.findall(file.read_text(encoding="utf-8")) for one in names if one}
    return found


@pytest.mark.parametrize("name", EXPOSURES)
def test_exposure_depends_on_what_its_files_read(name):
    exposure = EXPOSURES[name]
    named, read = {DEPENDENCY.search(each)[1] for each in exposure["depends_on"]}, read_by(exposure)
    assert_none([f"models/exposures.yml: {name} depends on {table}, too" for table in sorted(read - named)])
    assert_none([f"models/exposures.yml: {name} does not depend on {table}" for table in sorted(named - read)])


@pytest.mark.parametrize("name", EXPOSURES)
def test_command_of_exposure_exists(name):
    commands = COMMAND.findall(EXPOSURES[name]["description"])
    assert commands
    assert [command for command in commands if not os.access(PROJECT / command, os.X_OK)] == []


def test_every_command_that_reads_the_published_file_is_an_exposure():
    readers = {
        path.stem
        for path in (PROJECT / "scripts" / "commands").glob("*.py")
        if "the published file (default" in path.read_text(encoding="utf-8")
        and (PROJECT / "scripts" / path.stem).exists()
    }
    named = {command.split("/")[1] for each in EXPOSURES.values() for command in COMMAND.findall(each["description"])}
    assert {"report", "export", "trace"} <= readers - WITHOUT_EXPOSURE
    assert readers - WITHOUT_EXPOSURE - named == set()
