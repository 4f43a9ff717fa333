"""dbt and Spark in an environment of their own, which nobody else has to install, and settings for one machine."""

import os
import shutil
import subprocess
from pathlib import Path

from scripts.warehouse.files import PROJECT

ENVIRONMENT = PROJECT / ".venv-spark"
PINS = "requirements-spark.txt"
SETTINGS = PROJECT / "scripts" / "spark" / "settings"


class NoSpark(OSError):
    """Spark cannot run here."""


def install() -> None:
    """Make the environment, unless it is there. Raises NoSpark where Java is missing or it cannot be installed."""
    home = os.environ.get("JAVA_HOME")
    if not shutil.which(str(Path(home, "bin", "java")) if home else "java"):
        raise NoSpark("Spark needs Java 17: install it, or let JAVA_HOME say where it is")
    done = subprocess.run(
        [PROJECT / "scripts" / "setup", "--into", ENVIRONMENT.name, PINS], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoSpark(f"{PINS} could not be installed: {done.stderr.strip()[-500:]}")
