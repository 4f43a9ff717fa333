"""What Superset keeps for one warehouse: its own database, a secret key, who may log in."""

import hashlib
import json
import os
import secrets
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.dashboard.definition import definition
from scripts.dashboard.environment import DEFINITION, pins_hash, program
from scripts.warehouse.files import Warehouse

LOGIN = "reader"


@dataclass(frozen=True)
class Home:
    """A folder beside the published file; without it, Superset begins anew."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Variables for Superset's programs; not those that lead Python to the project."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        config = DEFINITION / "superset_config.py"
        return kept | {"SUPERSET_CONFIG_PATH": str(config), "ATTESTED_SUPERSET": str(self.folder)}

    def prepare(self, warehouse: Warehouse, password: str | None, say: Callable[[str], None]) -> str | None:
        """Make what is missing and import the dashboard if it, or the tables it reads, have changed.

        Gives back the password of LOGIN where it is new: `password`, else one made here. `say` hears of what takes
        long. Raises duckdb.Error where the warehouse has no published file, and subprocess.CalledProcessError where
        Superset fails.
        """
        files = definition(warehouse)
        done = self._done()
        wanted = {"versions": pins_hash(), "files": hashlib.sha256(json.dumps(files).encode()).hexdigest()}
        if not done:
            password = password or secrets.token_urlsafe(12)
        if done == wanted and password is None:
            return None
        self._make()
        say("importing the dashboard" if done else f"setting Superset up in {self.folder} (once)")
        task = {
            "is_new": done.get("versions") != wanted["versions"],
            "login": LOGIN,
            "password": password,
            "files": files if done.get("files") != wanted["files"] else None,
        }
        subprocess.run(
            [program("python"), DEFINITION / "prepare.py"],
            input=json.dumps(task),
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        (self.folder / "done.json").write_text(json.dumps(wanted), encoding="utf-8")
        return password

    def _done(self) -> dict[str, str]:
        """What was done before; nothing where it was not done to its end."""
        note = self.folder / "done.json"
        return json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}

    def _make(self) -> None:
        """The folder, which only its owner may read, and the key that sessions are signed with."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = self.folder / "secret_key"
        if not key.exists():
            key.write_text(secrets.token_urlsafe(48), encoding="utf-8")


def home_of(warehouse: Warehouse) -> Home:
    """Where Superset keeps what belongs to `warehouse`."""
    return Home(warehouse.published.with_name(f"{warehouse.published.stem}.superset"))
