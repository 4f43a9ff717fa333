"""A cluster on this machine: a standalone master of Spark and its workers, each a process of its own, on loopback."""

import json
import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scripts.loopback import HOST, free_port
from scripts.spark.environment import ENVIRONMENT, SETTINGS, NoSpark

START_SECONDS = 120.0
POLL_SECONDS = 0.5
# Of each worker; its one executor takes half of it.
WORKER_MEMORY = "2g"


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """Run a master and so many `workers` of one processor each while the block runs; yields the address of the master.

    What they write stands in `folder`. Raises NoSpark where the workers are not there after START_SECONDS.
    """
    port, page = free_port(), free_port()
    address = f"spark://{HOST}:{port}"
    with ExitStack() as running:
        master = ["master.Master", "--host", HOST, "--port", str(port), "--webui-port", str(page)]
        running.enter_context(_daemon(master, folder / "master"))
        for number in range(workers):
            worker = ["worker.Worker", "--host", HOST, "--webui-port", "0", "--cores", "1", "--memory", WORKER_MEMORY]
            running.enter_context(_daemon([*worker, address], folder / f"worker{number}"))
        _wait_for(workers, f"http://{HOST}:{page}/json/")
        yield address


@contextmanager
def _daemon(command: list[str], folder: Path) -> Iterator[None]:
    """Run a class of Spark's standalone mode in a folder of its own until the block ends."""
    folder.mkdir(parents=True)
    places = {"SPARK_LOCAL_IP": HOST, "SPARK_WORKER_DIR": str(folder), "SPARK_CONF_DIR": str(SETTINGS)}
    program = next(ENVIRONMENT.glob("lib/python*/site-packages/pyspark/bin/spark-class"))
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [program, f"org.apache.spark.deploy.{command[0]}", *command[1:]],
            env=os.environ | places,
            stdout=log,
            stderr=log,
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait()


def _wait_for(workers: int, page: str) -> None:
    """Return when the master's page, which is JSON, says that it has so many workers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(page, timeout=5) as answer:
                if json.load(answer)["aliveworkers"] >= workers:
                    return
        except OSError:
            pass
        time.sleep(POLL_SECONDS)
    raise NoSpark(f"Spark's master had not {workers} workers after {START_SECONDS:.0f} seconds")
