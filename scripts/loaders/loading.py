"""Load inputs into a warehouse: each input is one load."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from scripts.loaders import folders, manifest, reading
from scripts.loaders.decoding import decode
from scripts.loaders.fields import GUESSES
from scripts.loaders.inputs import Input, file_input
from scripts.loaders.layout import ensure_layout
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.store import Load, Summary
from scripts.loaders.web import Web


@dataclass(frozen=True)
class Settings:
    """What whoever loads may say of the inputs, and whether to fetch from private addresses."""

    encoding: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    allow_private: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for a column that raw.articles does not have, LookupError for an unknown encoding."""
        if unknown := set(self.columns) - set(GUESSES):
            raise ValueError(f"unknown column {sorted(unknown)[0]!r}: one of {', '.join(GUESSES)}")
        if self.encoding is not None:
            codecs.lookup(self.encoding)

    @property
    def of_inputs(self) -> dict[str, object]:
        """The settings that every input carries."""
        return {"encoding": self.encoding, "columns": self.columns}


@dataclass(frozen=True)
class Named:
    """One INPUT of the command line: which loader reads it, its source_uri, and how to read its outcomes."""

    loader: str
    source_uri: str
    outcomes: Callable[[], Iterator[Outcome]]
    size: int | None = None


def named_input(name: str, settings: Settings) -> Named:
    """What `name` means: an address, a list of addresses, a folder, a manifest or a file.

    Raises FileNotFoundError where there is no such file or folder, ValueError where a manifest or list is none.
    """
    if name.startswith(("http://", "https://")):
        return Named("url", name, lambda: _fetched([name], settings))
    path = Path(name)
    if not path.exists():
        raise FileNotFoundError(f"no such file or folder: {name}")
    uri = str(path.resolve())
    if path.is_dir():
        return Named("folder", uri, lambda: _read_all(folders.inputs_of(path, **settings.of_inputs)))
    if path.suffix == folders.URL_LIST:
        addresses = decode(path.read_bytes()).split()
        return Named("url_list", uri, lambda: _fetched(addresses, settings))
    if path.name == manifest.NAME:
        manifest.read_manifest(path)
        return Named("manifest", uri, lambda: _read_all(folders.inputs_of_manifest(path, **settings.of_inputs)))
    return Named("file", uri, lambda: reading.read(file_input(path, **settings.of_inputs)), path.stat().st_size)


def load_input(connection: duckdb.DuckDBPyConnection, named: Named, watch: Callable = iter) -> Summary:
    """Load one input in one transaction; `watch` is handed its outcomes and hands them on."""
    ensure_layout(connection)
    return Load(connection, named.loader, named.source_uri).run(watch(named.outcomes()))


def _read_all(sources: Iterator[Input | Reject]) -> Iterator[Outcome]:
    for source in sources:
        if isinstance(source, Reject):
            yield source
        else:
            yield from reading.read(source)


def _fetched(addresses: list[str], settings: Settings) -> Iterator[Outcome]:
    return Web(settings.allow_private).outcomes(addresses, columns=settings.columns)
