"""What the engine's macros do while dbt compiles; what they make of class strings is tested in tests/data/engine."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.warehouse.files import PROJECT

LANGUAGE = "{'symbols': {'number': 'n'}, 'patterns': {'count': '<number> <peple>'}, 'compiled': {}}"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], subprocess.CompletedProcess]:
    """Compiles a piece of dbt's SQL; what it comes to is the end of the standard output."""
    folder = tmp_path_factory.mktemp("engine")
    places = {"ATTESTED_WORK_FILE": folder / "engine.duckdb", "ATTESTED_TARGET": folder / "target"}
    places |= {"DBT_LOG_PATH": folder / "logs", "DBT_PROFILES_DIR": PROJECT}

    def compile_inline(source: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [Path(sys.executable).with_name("dbt"), "--quiet", "compile", "--inline", source],
            cwd=PROJECT,
            env=os.environ | {name: str(place) for name, place in places.items()},
            capture_output=True,
            text=True,
            check=False,
        )

    return compile_inline


@pytest.mark.parametrize(("pattern", "unknown"), [("<!count>", "count"), ("<number> <count>", "peple")])
def test_a_name_that_nothing_defines_stops_the_build(compiled, pattern, unknown):
    done = compiled(f'{{{{ compile_pattern("{pattern}", {LANGUAGE}) }}}}')
    assert done.returncode != 0
    assert f"No word class or named pattern '{unknown}' (in: " in done.stdout + done.stderr


def test_every_lexicon_is_read(compiled):
    lexicons = sorted(path.stem for path in (PROJECT / "seeds" / "language").glob("lexicon_*.csv"))
    done = compiled("{{ lexicons() | join(' ') }}")
    assert done.stdout.split() == lexicons, done.stdout + done.stderr
