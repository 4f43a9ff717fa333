"""Where a warehouse is: the published file that readers open, and the work file beside it that builds write."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from scripts.warehouse.copying import copy_whole

PROJECT = Path(__file__).resolve().parents[2]
DEFAULT_WAREHOUSE = PROJECT / "warehouse" / "attested.duckdb"
# Readable by every DuckDB client from 1.5 on, and so by the BI drivers that lag behind.
STORAGE_VERSION = "v1.5.0"
# Rows that are added stay beside those that are there: to merge them would compress the end of every table anew.
WRITING = {"storage_compatibility_version": STORAGE_VERSION, "max_vacuum_tasks": 0}
# DuckDB spills beyond this memory, so that a load stays far under 1 GiB whatever its size. One thread: the other
# processor reads the next batch meanwhile.
LOADING = {"memory_limit": "300MB", "threads": 1}


@dataclass(frozen=True)
class Warehouse:
    """A published DuckDB file, and the files beside it."""

    published: Path

    @property
    def work(self) -> Path:
        """The file that loads and builds write; raw lives here first."""
        return self.published.with_name(f"{self.published.stem}.work.duckdb")

    @property
    def lock(self) -> Path:
        """Held by the one process that loads or builds."""
        return self.published.with_name(f"{self.published.stem}.lock")

    @property
    def target(self) -> Path:
        """dbt's target folder; one for each warehouse, so that parsed projects stay valid between builds."""
        if self.published == DEFAULT_WAREHOUSE:
            return PROJECT / "target"
        return PROJECT / "target" / hashlib.sha256(str(self.published).encode()).hexdigest()[:12]

    def open_work(self, settings: dict[str, Any] = LOADING) -> duckdb.DuckDBPyConnection:
        """A connection that writes the work file; where there is none, it begins as a copy of the published one.

        `settings` are DuckDB's own. Raises duckdb.IOException where another process holds the file.
        """
        self.work.parent.mkdir(parents=True, exist_ok=True)
        if not self.work.exists() and self.published.exists():
            copy_whole(self.published, self.work)
        return duckdb.connect(str(self.work), config=WRITING | settings)

    def publish(self) -> None:
        """Put a copy of the work file in the place of the published one, in one step.

        Readers that have the old file open keep it; those that open it from now on see the new one. Raises OSError
        (a full disk, say), and then the published file is as it was.
        """
        copy_whole(self.work, self.published)

    def read(self) -> duckdb.DuckDBPyConnection:
        """A connection that reads the published file. Raises duckdb.IOException where there is none."""
        return duckdb.connect(str(self.published), read_only=True)


def literal(path: Path) -> str:
    """`path` as SQL writes it, for statements that take no parameters."""
    return "'" + str(path).replace("'", "''") + "'"


def warehouse_at(path: str | None) -> Warehouse:
    """The warehouse whose published file is `path`, or the project's own."""
    return Warehouse(Path(path).resolve() if path else DEFAULT_WAREHOUSE)
