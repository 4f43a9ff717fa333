"""An input: something with a name and bytes, wherever it comes from."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from scripts.loaders.budget import Budget

# One record larger than this is not a news article, and would cost every query after it.
MAX_RECORD_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class Statement:
    """What a manifest says about a file; it goes before what the file says of itself."""

    external_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    source_url: str | None = None
    published_at: datetime | None = None
    language: str | None = None


@dataclass(frozen=True)
class Input:
    """Bytes with a name.

    `source_uri` is what lineage shows; `name` is what the format is guessed from; `position` is the place in the
    source of an input that is one of many; `media_type` is what a server said; `address` is where on the web the bytes
    were; `size` is in bytes where known; `encoding` is the one to use where the bytes are not UTF-8 and do not say what
    they are; `columns` names the source's own fields for columns of raw.articles, where a guess would miss them;
    `budget` is what is left to unpack inside.
    """

    source_uri: str
    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    position: int | None = None
    media_type: str | None = None
    address: str | None = None
    retrieved_at: datetime | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    statement: Statement = field(default_factory=Statement)
    budget: Budget | None = None

    @property
    def identity(self) -> str:
        """The external id of an input that is one document: its address, or its name without the ending."""
        return self.address or PurePosixPath(self.name).stem or self.name

    def packed(self) -> "Input":
        """This input with a budget for what is packed inside it; the outermost package sets it."""
        return self if self.budget else replace(self, budget=Budget(self.size or 0))


def file_input(path: Path, **settings: object) -> Input:
    """The input for one file, under its real path, so that two ways to write a path are one source."""
    real = path.resolve()
    status = real.stat()
    return Input(
        # A name that is not UTF-8 is shown with its odd bytes written out.
        source_uri=os.fsencode(real).decode("utf-8", "backslashreplace"),
        name=os.fsencode(real.name).decode("utf-8", "backslashreplace"),
        open=lambda: real.open("rb"),
        size=status.st_size,
        retrieved_at=datetime.fromtimestamp(status.st_mtime, UTC).replace(tzinfo=None),
        **settings,
    )
