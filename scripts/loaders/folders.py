"""Folders: every file below, in the order of its name, each with what a manifest of its folder says of it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scripts.loaders import manifest
from scripts.loaders.inputs import Input, Statement, file_input
from scripts.loaders.records import Reject

URL_LIST = ".urls"


def inputs_of(folder: Path, **settings: object) -> Iterator[Input | Reject]:
    """Each file below `folder` as an input; hidden files are passed over, links that lead out of it are rejects."""
    root = folder.resolve()
    stated: dict[Path, Statement] = {}
    for directory, folders, files in os.walk(root):
        here = Path(directory)
        if manifest.NAME in files:
            files.remove(manifest.NAME)
            yield from _read_manifest(here / manifest.NAME, stated)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted(files + links):
            if name.startswith("."):
                continue
            found = _checked(root, here / name, settings)
            if isinstance(found, Input) and (path := Path(found.source_uri)) in stated:
                found = replace(found, statement=stated[path])
            if found is not None:
                yield found


def inputs_of_manifest(path: Path, **settings: object) -> Iterator[Input | Reject]:
    """Each file that the manifest at `path` names, as an input. Raises ValueError where it is no manifest."""
    statements, rejects = manifest.read_manifest(path)
    yield from rejects
    for target, statement in statements.items():
        yield file_input(target, statement=statement, **settings)


def _read_manifest(path: Path, stated: dict[Path, Statement]) -> Iterator[Reject]:
    """Add to `stated` what a manifest says; a file called so that is none is a reject."""
    try:
        statements, rejects = manifest.read_manifest(path)
    except (ValueError, OSError) as error:
        yield Reject(str(path), None, "malformed_manifest", str(error))
        return
    stated.update(statements)
    yield from rejects


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
        if path.suffix == URL_LIST:
            return Reject(
                str(path), None, "not_followed", "a list of addresses is fetched only when loaded by its name"
            )
        return file_input(path, **settings)
    except (OSError, RuntimeError) as error:
        return Reject(str(path), None, "unreadable", str(error))
