"""An input: something with a name and bytes, wherever it comes from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

# One record larger than this is not a news article, and would cost every query after it.
MAX_RECORD_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class Statement:
    """What someone else says about an input (a manifest, an HTTP answer); it goes before what the input says."""

    external_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    source_url: str | None = None
    published_at: datetime | None = None
    language: str | None = None


@dataclass(frozen=True)
class Input:
    """Bytes with a name.

    `source_uri` is what lineage shows; `name` is what the format is guessed from; `size` is in bytes where known;
    `encoding` is the one to use where the bytes are not UTF-8 and do not say what they are;
    `columns` names the source's own fields for columns of raw.articles, where a guess would miss them.
    """

    source_uri: str
    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    media_type: str | None = None
    retrieved_at: datetime | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    statement: Statement = field(default_factory=Statement)

    @property
    def stem(self) -> str:
        """The name without its ending: the external id of a whole file."""
        return Path(self.name).stem or self.name

    def within(self, inner_name: str, **changes: object) -> "Input":
        """The input called `inner_name` inside this one (a member of an archive)."""
        return replace(self, source_uri=f"{self.source_uri}!/{inner_name}", name=inner_name, **changes)


def file_input(path: Path, **settings: object) -> Input:
    """The input for one file, under its real path, so that two ways to write a path are one source."""
    real = path.resolve()
    status = real.stat()
    return Input(
        source_uri=str(real),
        name=real.name,
        open=lambda: real.open("rb"),
        size=status.st_size,
        retrieved_at=datetime.fromtimestamp(status.st_mtime, UTC).replace(tzinfo=None),
        **settings,
    )
