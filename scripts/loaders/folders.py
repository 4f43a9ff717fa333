"""Folders: every file below, in the order of its name."""

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.loaders.inputs import Input, file_input
from scripts.loaders.records import Reject


def inputs_of(folder: Path, **settings: object) -> Iterator[Input | Reject]:
    """Each file below `folder` as an input; hidden files are passed over, links that lead out of it are rejects."""
    root = folder.resolve()
    for directory, folders, files in os.walk(root):
        here = Path(directory)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted(files + links):
            if name.startswith("."):
                continue
            found = _checked(root, here / name, settings)
            if found is not None:
                yield found


def _checked(root: Path, path: Path, settings: dict[str, object]) -> Input | Reject | None:
    """The input for `path`, a reject where it is none; None for a link to what is walked through anyway."""
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(root):
            return Reject(str(path), None, "outside_folder", f"a link to {target}")
        if path.is_symlink():
            return None
        if not path.is_file():
            return Reject(str(path), None, "not_a_file", "neither a file nor a folder")
        return file_input(path, **settings)
    except (OSError, RuntimeError) as error:
        return Reject(str(path), None, "unreadable", str(error))
