"""One writer at a time; the next waits, and says for whom."""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.warehouse.files import Warehouse

POLL_SECONDS = 0.1


class Busy(RuntimeError):
    """Another process writes this warehouse, and the wait for it is over."""


@contextmanager
def writing(warehouse: Warehouse, wait_seconds: float) -> Iterator[None]:
    """Hold the right to write `warehouse`; wait up to `wait_seconds` for it, then raise Busy.

    The lock is the kernel's: it ends with its process, however that ends.
    """
    warehouse.lock.parent.mkdir(parents=True, exist_ok=True)
    with warehouse.lock.open("a+") as file:
        deadline = time.monotonic() + wait_seconds
        announced = False
        while not _taken(file.fileno()):
            if time.monotonic() >= deadline:
                raise Busy(f"{_holder(file)} is writing {warehouse.work}; run this again when it has ended")
            if not announced:
                print(f"waiting for {_holder(file)}, which is writing {warehouse.work}", file=sys.stderr)
                announced = True
            time.sleep(POLL_SECONDS)
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(file) -> str:
    file.seek(0)
    return f"process {file.read().strip() or '(unknown)'}"
