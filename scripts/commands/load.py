"""Load articles into the work file of a warehouse; each input is there whole or not at all.

An INPUT is a file, a folder, an address on the web, a list of addresses (NAME.urls) or a manifest (manifest.csv):
text, Markdown, HTML, JSON lines, JSON, CSV, TSV, Parquet, WARC, RSS, Atom, and any of them in gzip, bzip2, zstd or zip.
"""

import argparse
import sys
from collections import Counter
from functools import partial

import duckdb

from scripts.loaders.layout import IncompatibleLayout
from scripts.loaders.loading import Named, Settings, load_input, named_input
from scripts.loaders.progress import watched
from scripts.loaders.records import Reject
from scripts.warehouse.files import Warehouse, warehouse_at
from scripts.warehouse.lock import Busy, writing

EXIT_FAILED, EXIT_USAGE, EXIT_BUSY = 1, 2, 3
WAIT_SECONDS = 600.0
REJECTS_SHOWN = 5
PAST_LOADS = """
    select strftime(started_at, '%Y-%m-%d %H:%M:%S'), loader, documents_seen, documents_new, documents_known,
        documents_rejected, source_uri
    from raw.loads order by started_at, load_id
"""
REASONS = "select reason, count(*) from raw.rejects group by reason order by 2 desc, 1"


def load_all(warehouse: Warehouse, inputs: list[Named]) -> None:
    """Load each of `inputs` into the work file, one transaction each, and say what each came to."""
    with warehouse.open_work() as connection:
        for named in inputs:
            summary = load_input(connection, named, partial(watched, name=named.source_uri, size=named.size))
            print(f"{named.source_uri}: {summary}", flush=True)
        if inputs and (reasons := connection.execute(REASONS).fetchall()):
            print("rejects so far: " + ", ".join(f"{count:,} {reason}" for reason, count in reasons))


def add_settings(parser: argparse.ArgumentParser) -> None:
    """The options that scripts/load and scripts/build share."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    parser.add_argument("--wait", type=float, default=WAIT_SECONDS, metavar="SECONDS", help="for another writer to end")
    parser.add_argument("--encoding", metavar="NAME", help="of inputs that are not UTF-8, such as windows-1252")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="OURS=THEIRS",
        help="a field of the input that holds one of ours, such as text=story (external_id, title, text, publisher, "
        "source_url, published_at, language); usual names are found without",
    )
    parser.add_argument("--allow-private", action="store_true", help="fetch from private addresses too")


def named_inputs(arguments: argparse.Namespace) -> list[Named]:
    """What the command line names. Raises FileNotFoundError or ValueError where that is nothing to load."""
    pairs = [pair.partition("=") for pair in arguments.column]
    columns = {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
    settings = Settings(arguments.encoding, columns, arguments.allow_private)
    return [named_input(name, settings) for name in arguments.inputs]


def dry_run(inputs: list[Named]) -> None:
    """Say what would be loaded: read every input to its end, and write nothing."""
    for named in inputs:
        counts = Counter()
        for outcome in named.outcomes():
            kind = f"rejected ({outcome.reason})" if isinstance(outcome, Reject) else f"articles ({outcome.media_type})"
            counts[kind] += 1
            if isinstance(outcome, Reject) and counts[kind] <= REJECTS_SHOWN:
                print(f"  {outcome.reason}: {outcome.source_uri} {outcome.position or ''} {outcome.detail[:100]!r}")
        print(f"{named.source_uri}: " + (", ".join(f"{count:,} {kind}" for kind, count in counts.items()) or "nothing"))


def list_loads(warehouse: Warehouse) -> int:
    """Print past loads, the oldest first."""
    file = warehouse.work if warehouse.work.exists() else warehouse.published
    if not file.exists():
        print("no loads yet")
        return 0
    with duckdb.connect(str(file), read_only=True) as connection:
        for when, loader, seen, new, known, rejected, source_uri in connection.execute(PAST_LOADS).fetchall():
            print(
                f"{when}  {loader:<8}  {seen:,} seen, {new:,} new, {known:,} known, {rejected:,} rejected  {source_uri}"
            )
    return 0


def main() -> int:
    """Run scripts/load; 0 when every input was loaded, whatever was rejected inside them.

    1: an input could not be loaded, and nothing of it was; 2: the command line names nothing that can be; 3: another
    process is writing.
    """
    parser = argparse.ArgumentParser(prog="scripts/load", description=__doc__)
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="what to load")
    parser.add_argument("--dry-run", action="store_true", help="say what would be loaded, and load nothing")
    parser.add_argument("--list", action="store_true", help="show past loads")
    add_settings(parser)
    arguments = parser.parse_args()
    warehouse = warehouse_at(arguments.warehouse)
    if not arguments.inputs and not arguments.list:
        parser.error("no INPUT")
    try:
        if arguments.list:
            return list_loads(warehouse)
        inputs = named_inputs(arguments)
        if arguments.dry_run:
            dry_run(inputs)
            return 0
        with writing(warehouse, arguments.wait):
            load_all(warehouse, inputs)
            if not warehouse.published.exists():
                warehouse.publish()
    except Exception as error:
        return explain(error, "nothing of the input at fault was loaded; what was loaded before it is kept")
    return 0


def explain(error: Exception, state: str) -> int:
    """Say what went wrong and how things stand now; the exit code. What nobody expected is raised again."""
    if isinstance(error, Busy):
        print(error, file=sys.stderr)
        return EXIT_BUSY
    if isinstance(error, FileNotFoundError | ValueError | LookupError):
        print(error, file=sys.stderr)
        return EXIT_USAGE
    if isinstance(error, IncompatibleLayout | duckdb.Error | OSError):
        print(f"{error}\n{state}", file=sys.stderr)
        return EXIT_FAILED
    raise error


if __name__ == "__main__":
    sys.exit(main())
