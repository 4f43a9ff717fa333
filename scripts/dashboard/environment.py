"""Superset in an environment of its own: what it asks for and what dbt asks for cannot live in one."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from scripts.warehouse.files import PROJECT

DEFINITION = PROJECT / "bi" / "superset"
PINS = DEFINITION / "requirements.lock"
ENVIRONMENT = PROJECT / ".venv-superset"
# Written last, so that an installation that was interrupted is taken up again.
STAMP = ENVIRONMENT / "installed"


def pins_hash() -> str:
    """What names the versions that PINS asks for, as a hash."""
    return hashlib.sha256(PINS.read_bytes()).hexdigest()


def program(name: str) -> Path:
    """A program of Superset's environment: `python`, `gunicorn`."""
    return ENVIRONMENT / "bin" / name


def install(say: Callable[[str], None]) -> None:
    """Install what PINS pins, unless it is there; `say` hears of it before it begins.

    Raises subprocess.CalledProcessError, with what pip printed, where it cannot be installed.
    """
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == pins_hash():
        return
    say(f"installing Superset into {ENVIRONMENT} (once: 900 MB, some minutes)")
    _run([sys.executable, "-m", "venv", ENVIRONMENT])
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps"]
    _run([program("python"), "-m", "pip", "install", *quiet, "--requirement", PINS])
    STAMP.write_text(pins_hash(), encoding="utf-8")


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
