"""A PostgreSQL server for a test: its own files, its own port on loopback, gone when the test is."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.loopback import free_port
from scripts.warehouse.files import PROJECT


def _programs() -> Path:
    return sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))[-1].parent


@contextmanager
def serving() -> Iterator[str]:
    """The address of an empty database; where no server can be installed, the test is skipped."""
    installed = subprocess.run([PROJECT / "scripts" / "install-postgres"], capture_output=True, text=True, check=False)
    if installed.returncode != 0:
        pytest.skip(installed.stderr.strip().splitlines()[-1])
    # The server refuses to run as root, and its package brings a user.
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    as_user = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="attested-postgres-"))
    try:
        shutil.chown(folder, user)
        data, port, programs = folder / "data", free_port(), _programs()
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        start = ["start", "-w", "-l", folder / "log", "-o", settings]
        _run([programs / "initdb", "-D", data, "-U", "reader", "-A", "trust", "-E", "UTF8"], **as_user)
        _run([programs / "pg_ctl", "-D", data, *start], **as_user)
        try:
            yield f"postgresql://reader@127.0.0.1:{port}/postgres"
        finally:
            _run([programs / "pg_ctl", "-D", data, "stop", "-m", "immediate"], **as_user)
    finally:
        shutil.rmtree(folder)


def _run(command: list, **as_user: object) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **as_user)
