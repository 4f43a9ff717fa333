"""What the tests of loaders and commands share."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from scripts.commands.build import BUILD
from scripts.loaders.gazetteer import load_gazetteer
from scripts.loaders.loading import Settings, load_input, named_input
from scripts.loaders.records import Outcome
from scripts.loaders.store import Summary
from scripts.warehouse.dbt import run_dbt
from scripts.warehouse.files import PROJECT, Warehouse

SHARED = PROJECT.parent / "shared"
BODY = "Shelling killed twelve people in the market of Sarmin on Tuesday, a monitor said."


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    """A warehouse that does not exist yet, in a folder of its own."""
    return Warehouse(tmp_path / "warehouse" / "test.duckdb")


@pytest.fixture
def load(warehouse: Warehouse) -> Callable[..., Summary]:
    """Load one input into the work file, and check that its books balance."""

    def loaded(name: Path | str, **settings: object) -> Summary:
        with warehouse.open_work() as connection:
            summary = load_input(connection, named_input(str(name), Settings(**settings)))
            assert_balanced(connection)
        return summary

    return loaded


@pytest.fixture
def rows(warehouse: Warehouse) -> Callable[[str], list[tuple]]:
    """The rows of a query on the work file."""

    def queried(query: str) -> list[tuple]:
        with duckdb.connect(str(warehouse.work), read_only=True) as connection:
            return connection.execute(query).fetchall()

    return queried


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the warehouse of the corpus; skips where there is no corpus."""
    if not SHARED.exists():
        pytest.skip("needs the articles in ../shared")
    return tmp_path_factory.mktemp("corpus")


@pytest.fixture(scope="session")
def corpus_output(corpus_folder: Path) -> str:
    """What is printed when every article of ../shared/corpus and ../shared/articles is loaded and built."""
    warehouse = corpus_folder / "corpus.duckdb"
    load = ["load", "--warehouse", warehouse, "--column", "external_id=unit_id", SHARED / "corpus" / "fakes_dev.csv"]
    build = ["build", "--warehouse", warehouse, SHARED / "corpus" / "articles.jsonl.gz", SHARED / "articles"]
    return printed_by(load) + printed_by(build)


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path, corpus_output: str) -> Warehouse:
    """The published warehouse of the corpus."""
    return Warehouse(corpus_folder / "corpus.duckdb")


@pytest.fixture(scope="session")
def five_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published warehouse of the five articles alone; skips where they are not at hand."""
    articles = SHARED / "articles"
    if not articles.exists():
        pytest.skip("needs the five articles in ../shared/articles")
    warehouse = Warehouse(tmp_path_factory.mktemp("five") / "five.duckdb")
    with warehouse.open_work() as connection:
        load_input(connection, named_input(str(articles), Settings()))
        load_gazetteer(connection)
    outcome = run_dbt(warehouse, [*BUILD, "--exclude-resource-type", "test", "unit_test"])
    assert not outcome.failures
    warehouse.publish()
    return warehouse.published


def printed_by(command: list[str | Path]) -> str:
    """What a command of scripts/commands prints, which must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", f"scripts.commands.{command[0]}", *command[1:]],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


COUNTS = pytest.StashKey[list[str]]()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Say, at the end of the run, how much a test has tried."""
    return request.config.stash.setdefault(COUNTS, []).append


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    """Print what the tests reported."""
    for line in config.stash.get(COUNTS, []):
        terminalreporter.write_line(line)


def outcomes_of(name: Path | str, **settings: object) -> list[Outcome]:
    """Every outcome of one input, without a warehouse."""
    return list(named_input(str(name), Settings(**settings)).outcomes())


UNBALANCED = """
    select load_id, documents_seen
    from raw.loads
    where documents_seen != documents_new + documents_known + documents_rejected
        or documents_new != (select count(*) from raw.documents where documents.load_id = loads.load_id)
        or documents_new != (select count(*) from raw.articles where articles.load_id = loads.load_id)
        or documents_rejected != (select count(*) from raw.rejects where rejects.load_id = loads.load_id)
"""
BROKEN = """
    select document_id from raw.documents
    where content_hash != sha256(content) or byte_count != octet_length(content)
    union all
    select article_id from raw.articles anti join raw.documents using (document_id)
    union all
    select document_id from raw.documents anti join raw.articles using (document_id)
    union all
    select document_id from raw.documents anti join raw.loads using (load_id)
    union all
    select reject_id from raw.rejects anti join raw.loads using (load_id)
    union all
    select document_id from raw.documents group by document_id having count(*) > 1
    union all
    select article_id from raw.articles group by article_id having count(*) > 1
    union all
    select reject_id from raw.rejects group by reject_id having count(*) > 1
"""


def assert_balanced(connection: duckdb.DuckDBPyConnection) -> None:
    """Documents in = articles + rejects in every load, nothing half there, every hash the hash of its bytes."""
    assert connection.execute(UNBALANCED).fetchall() == []
    assert connection.execute(BROKEN).fetchall() == []


def fingerprint(connection: duckdb.DuckDBPyConnection) -> list[tuple]:
    """What the raw tables hold, whatever the order and the number of the loads that brought it."""
    return connection.execute(
        """
        select 'document', document_id, content_hash, external_id, title, text, cast(published_at as varchar)
        from raw.documents inner join raw.articles using (document_id)
        union all
        select 'reject', reject_id, reason, source_uri, null, detail, null from raw.rejects
        order by all
        """
    ).fetchall()
