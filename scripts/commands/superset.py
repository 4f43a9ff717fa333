"""Open the dashboard: Apache Superset on the published file, on this machine alone, until Ctrl-C.

The first run installs Superset into an environment of its own, makes a login and prints its password. Later runs
import the dashboard again only if it has changed. What Superset keeps stands in a folder beside the published file,
FILE.superset; delete the folder to begin anew.
"""

import argparse
import signal
import subprocess
import sys

import duckdb

from scripts.commands.load import EXIT_FAILED
from scripts.dashboard.environment import install
from scripts.dashboard.home import LOGIN, home_of
from scripts.dashboard.server import ServerError, serving
from scripts.warehouse.files import warehouse_at


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/superset; 0 when it served until it was told to stop."""
    parser = argparse.ArgumentParser(
        prog="scripts/superset", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--port", type=int, default=8088, help="on 127.0.0.1 (default: 8088)")
    parser.add_argument("--password", help=f"of the login {LOGIN}; the first run makes one up, later runs keep it")
    parser.add_argument("--prepare", action="store_true", help="install and import, but do not serve")
    options = parser.parse_args(arguments)
    # What ends a service ends this one in order, as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _run(options)
    except duckdb.Error as error:
        message = f"{error}\nscripts/build makes the warehouse."
    except subprocess.CalledProcessError as error:
        message = "\n".join([f"{error.cmd[0]} failed:", *(error.stderr or "").splitlines()[-15:]])
    except (ServerError, OSError) as error:
        message = str(error)
    except KeyboardInterrupt:
        return 0
    print(message, file=sys.stderr)
    return EXIT_FAILED


def _run(options: argparse.Namespace) -> int:
    warehouse = warehouse_at(options.warehouse)
    # Before anything long: is there something to show?
    warehouse.read().close()
    install(_say)
    home = home_of(warehouse)
    password = home.prepare(warehouse, options.password, _say)
    if password and not options.password:
        print(f"login {LOGIN}, password {password}", flush=True)
    if options.prepare:
        return 0
    _say("starting")
    with serving(home, options.port) as (server, address):
        print(f"{address}\nCtrl-C ends it.", flush=True)
        server.wait()
    raise ServerError(f"Superset ended; {home.folder / 'server.log'} says why")


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
