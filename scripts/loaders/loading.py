"""Load inputs into a warehouse: each input is one load."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from scripts.loaders import folders, reading
from scripts.loaders.inputs import file_input
from scripts.loaders.layout import ensure_layout
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.store import Load, Summary


def load_input(connection: duckdb.DuckDBPyConnection, name: str, **settings: object) -> Summary:
    """Load the file or folder `name` in one transaction. Raises FileNotFoundError where there is none."""
    ensure_layout(connection)
    path = Path(name)
    if not path.exists():
        raise FileNotFoundError(f"no such file or folder: {name}")
    loader = "folder" if path.is_dir() else "file"
    return Load(connection, loader, str(path.resolve())).run(outcomes_of(path, **settings))


def outcomes_of(path: Path, **settings: object) -> Iterator[Outcome]:
    """Every outcome of a file, or of the files of a folder."""
    sources = folders.inputs_of(path, **settings) if path.is_dir() else [file_input(path, **settings)]
    for source in sources:
        if isinstance(source, Reject):
            yield source
        else:
            yield from reading.read(source)
