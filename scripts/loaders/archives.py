"""zip archives: every member is an input of its own. Nothing is ever unpacked to a path that an archive names."""

import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Reject
from scripts.loaders.streams import Counted, seekable

ENCRYPTED = 0x1
OFFICE = ("word/", "xl/", "ppt/", "[Content_Types].xml", "mimetype")


def read_zip(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The outcomes of every member in its order. Raises any of reading.UNREADABLE where the archive is damaged."""
    packed = source.packed()
    with zipfile.ZipFile(seekable(stream)) as archive:
        members = archive.infolist()
        if any(member.filename.startswith(OFFICE) for member in members):
            yield Reject(source.source_uri, None, "unknown_format", "an office document; save it as text or HTML")
            return
        for member in members:
            # Not ZipInfo.is_dir(), which fails where a damaged archive has lost a name.
            if not member.filename.endswith("/") and not _is_hidden(member.filename):
                yield from _read_member(packed, archive, member)


def _read_member(source: Input, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Outcome]:
    from scripts.loaders.reading import read  # what is inside is any format again

    uri = f"{source.source_uri}!/{member.filename}"
    if member.flag_bits & ENCRYPTED:
        yield Reject(uri, None, "encrypted", "a member with a password")
        return
    if stat.S_ISLNK(member.external_attr >> 16):
        yield Reject(uri, None, "not_a_file", "a symbolic link inside an archive")
        return

    def open_member() -> BinaryIO:
        return io.BufferedReader(Counted(archive.open(member), source.budget.charge))

    name = member.filename.rsplit("/", 1)[-1]
    yield from read(replace(source, source_uri=uri, name=name, open=open_member, size=member.file_size))


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or any(
        part.startswith(".") and part not in (".", "..") for part in name.split("/")
    )
