"""A manifest: a CSV that says of which publisher, address and date files are.

`manifest.csv` has a column `file` (paths from its own folder), and any of the columns of raw.articles under the names
that `fields` knows. It speaks for the files of its folder, whether the folder is loaded or the manifest itself.
"""

import csv
import io
from pathlib import Path

from scripts.loaders.dates import parse_date, slashed_order
from scripts.loaders.decoding import decode
from scripts.loaders.fields import guess_columns, normalized
from scripts.loaders.inputs import Statement
from scripts.loaders.records import Reject

NAME = "manifest.csv"
FILE_COLUMNS = ("file", "path", "filename", "file_name")


def read_manifest(path: Path) -> tuple[dict[Path, Statement], list[Reject]]:
    """What the manifest at `path` states, by the real path of each file, and a reject for each row it cannot mean.

    Raises ValueError where it is no CSV with a column for the file.
    """
    rows = list(csv.reader(io.StringIO(decode(path.read_bytes()), newline="")))
    names = rows[0] if rows else []
    file_column = next((name for name in names if normalized(name) in FILE_COLUMNS), None)
    if file_column is None:
        raise ValueError(f"{path} has no column called one of {', '.join(FILE_COLUMNS)}")
    columns = {column: name for column, name in guess_columns(names).items() if column != "text"}
    numbered = [(number, dict(zip(names, row, strict=False))) for number, row in enumerate(rows[1:], 2) if row]
    order = slashed_order(row.get(columns.get("published_at", ""), "") for _, row in numbered)
    statements, rejects = {}, []
    for number, row in numbered:
        target = _target(path, number, row.get(file_column, ""))
        if isinstance(target, Reject):
            rejects.append(target)
            continue
        values: dict[str, object] = {column: row.get(name) or None for column, name in columns.items()}
        values["published_at"] = parse_date(values.get("published_at"), order)
        statements[target] = Statement(**values)
    return statements, rejects


def _target(manifest: Path, number: int, name: str) -> Path | Reject:
    """The file that a row means; only files below the manifest's own folder are meant."""
    folder = manifest.resolve().parent
    target = (folder / name).resolve()
    if not name or not target.is_file():
        return Reject(str(manifest.resolve()), number, "missing_file", f"no file called {name!r}")
    if not target.is_relative_to(folder):
        return Reject(str(manifest.resolve()), number, "outside_folder", f"{name!r} is outside {folder}")
    return target
