"""Copies of large files that are, at every moment, whole."""

import mmap
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Bytes; a multiple of every disk's block.
PIECE = 16 * 2**20


def copy_whole(source: Path, target: Path) -> None:
    """Copy `source` over `target` so that `target` is at every moment the old or the new file, whole and on disk.

    Raises OSError (a full disk, say), and then `target` is as it was.
    """
    aside = _aside(target)
    try:
        _copy(source, aside)
        _put_in_place(aside, target)
    finally:
        aside.unlink(missing_ok=True)


@dataclass(frozen=True)
class Copy:
    """A copy that another process makes."""

    path: Path
    target: Path
    process: subprocess.Popen[str]

    def made(self) -> Path:
        """Where the copy is, once it is whole. Raises OSError (a full disk, say)."""
        _, errors = self.process.communicate()
        if self.process.returncode:
            raise OSError(errors.strip().rpartition("\n")[2])
        return self.path

    def put_in_place(self) -> None:
        """Put the copy, and what was written to it since, in the place of the target, in one step."""
        _put_in_place(self.path, self.target)


@contextmanager
def copied_meanwhile(source: Path, target: Path) -> Iterator[Copy]:
    """Copy `source` while the block goes on; what is not put in place by its end is removed.

    In a process of its own: DuckDB's lock on `source` would end as soon as this process closed the file once.
    """
    aside = _aside(target)
    command = [sys.executable, "-P", __file__, source, aside]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Copy(aside, target, process)
        finally:
            process.kill()
            process.wait()
            aside.unlink(missing_ok=True)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.copy")


def _copy(source: Path, target: Path) -> None:
    try:
        _copy_directly(source, target)
    except OSError:
        # Not every file system can; one that is full says so again.
        shutil.copyfile(source, target)


def _put_in_place(made: Path, target: Path) -> None:
    """Raises OSError (a full disk, say), and then `target` is as it was."""
    with made.open("rb") as written:
        os.fsync(written.fileno())
    made.replace(target)
    with _opened(target.parent, os.O_RDONLY) as folder:
        os.fsync(folder)


def _copy_directly(source: Path, target: Path) -> None:
    """Write past the system's cache, which is more than twice as fast for gigabytes. Raises OSError where it cannot."""
    direct = getattr(os, "O_DIRECT", None)
    if direct is None:
        raise OSError("no direct writing on this system")
    # Direct writing takes whole blocks from memory that begins at a page.
    with (
        source.open("rb", buffering=0) as read,
        _opened(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | direct) as written,
        mmap.mmap(-1, PIECE) as pages,
        memoryview(pages) as piece,
    ):
        while length := read.readinto(piece):
            whole_blocks = -(-length // mmap.PAGESIZE) * mmap.PAGESIZE
            if os.write(written, piece[:whole_blocks]) < whole_blocks:
                raise OSError(f"no room for {target}")
        os.ftruncate(written, source.stat().st_size)


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    """A file descriptor until the block ends."""
    descriptor = os.open(path, flags, 0o666)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    _copy(Path(sys.argv[1]), Path(sys.argv[2]))
