"""Superset as a server on loopback, for as long as somebody wants it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from scripts.dashboard.environment import program
from scripts.dashboard.home import Home
from scripts.loopback import HOST

# Seconds; starting takes six on two idle processors.
PATIENCE = 180


class ServerError(Exception):
    """The server did not start; says why."""


@contextmanager
def serving(home: Home, port: int) -> Iterator[tuple[subprocess.Popen, str]]:
    """The server and the address of the dashboard, from when it answers until the block ends.

    One process with threads: each query opens the published file anew, for reading, so a build can publish beside it
    and the next query sees what it published. Raises ServerError where the port is taken or the server ends at once.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ServerError(f"port {port}: {error.strerror} (--port names another)") from None
    log = home.folder / "server.log"
    address = ["--bind", f"{HOST}:{port}"]
    manner = ["--threads", "8", "--timeout", "120", "--log-level", "warning"]
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [program("gunicorn"), *address, *manner, "superset.app:create_app()"],
            env=home.environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C is for whoever runs this, who then ends the server.
            start_new_session=True,
        )
    try:
        _wait(server, f"http://{HOST}:{port}/health", log)
        yield server, f"http://{HOST}:{port}/superset/dashboard/attested/"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait(server: subprocess.Popen, address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise ServerError(f"Superset ended at once; {log} says why")
        try:
            if requests.get(address, timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.3)
    raise ServerError(f"Superset did not answer within {PATIENCE} seconds; see {log}")
