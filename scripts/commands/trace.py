"""Show on what a claim rests: whose it is, the words it was found in, the rule, the bytes, and what contradicts it.

In the quotation, «the words that make the claim» stand in their paragraphs, and in them, or around them, the words that
support a part of it: [value: at least 12]. The same is to be had by SQL, as a row of answers.traces.
"""

import argparse
import re
import sys
import textwrap

import duckdb

from scripts.commands.load import EXIT_FAILED, EXIT_USAGE
from scripts.commands.terminal import harmless, one_line, reader_has_left
from scripts.warehouse.files import warehouse_at

SHORTEST, LISTED = 4, 20
WIDTH = 100
LABEL = 15
MARK = re.compile(r"\[((?:[a-z]+(?:, )?)+): ([^]]*)\]")
# Read from the file itself, so that a trace never says of bytes what only held when they were loaded.
HASH_HOLDS = "select sha256(content) = content_hash from raw.documents where document_id = ?"


FIND = """
    select claim_id, claim_summary, said_by from answers.claims
    where starts_with(claim_id, $sought) or contains(lower(claim_summary), lower($sought))
    order by claim_summary, claim_id
"""


def find_claims(connection: duckdb.DuckDBPyConnection, sought: str) -> list[tuple[str, str, str | None]]:
    """Id, summary and source of every claim whose id begins with `sought`, or whose summary has these words."""
    return connection.execute(FIND, {"sought": sought}).fetchall()


def print_trace(connection: duckdb.DuckDBPyConnection, claim_id: str, is_terminal: bool = False) -> None:
    """Print the claim `claim_id`, which must exist; on a terminal, evidence is bold."""
    cursor = connection.execute("select * from answers.traces where claim_id = ?", [claim_id])
    claim = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    holds = connection.execute(HASH_HOLDS, [claim["document_id"]]).fetchone()[0]
    said_by = claim["said_by"] or "(a publisher that nothing names)"
    via = f", through {claim['via']}" if claim["via"] else ""
    published = [str(each) for each in (claim["publisher_name"], claim["published_date"]) if each]
    verdict = "still give it" if holds else "DO NOT GIVE IT"
    voice = "" if claim["attributed_to"] else " (the publisher's own voice)"
    print(f"\n{one_line(claim['claim_summary'])}\n")
    _print_field("claim", f"{claim_id} ({claim['claim_type']})")
    _print_field("who says so", f"{said_by}{via}{voice}")
    if claim["event_date"]:
        _print_field("when", f"{claim['event_date']} (precision: {claim['date_precision']})")
    _print_field("where", claim["place"])
    print()
    for paragraph in harmless(claim["quotation"]).split("\n\n"):
        lines = textwrap.fill(paragraph, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        print(MARK.sub("[\\1: \033[1m\\2\033[0m]", lines) if is_terminal else lines, end="\n\n")
    _print_field("rule", f"{claim['rule_id']}, which reads: {claim['rule_reading']}")
    _print_field("article", f"{claim['title'] or '(without a headline)'} ({claim['article_id']})")
    _print_field("published", ", ".join(published))
    _print_field("address", claim["source_url"])
    _print_field("loaded from", claim["source_uri"] + (f", record {claim['position']}" if claim["position"] else ""))
    _print_field("content hash", f"{claim['content_hash']} (the bytes {verdict})")
    _print_field("load", f"{claim['load_id']} ({claim['loader']}, {claim['loaded_at']:%Y-%m-%d %H:%M} UTC)")
    _print_field("explained by", f"scripts/explain {claim['sentence_id']}")
    print()
    for contradiction in (claim["contradicted_by"] or "no other claim").split("\n"):
        _print_field("contradicted by", contradiction)


def _print_field(label: str, value: object) -> None:
    if value:
        print(f"  {label:<{LABEL}}  {one_line(value)}")


def main(arguments: list[str] | None = None) -> int:
    """Run scripts/trace; 0 when the claim was found."""
    parser = argparse.ArgumentParser(
        prog="scripts/trace", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("claim", metavar="CLAIM", help="the id of a claim or its beginning, or words of its summary")
    parser.add_argument("--warehouse", metavar="FILE", help="the published file (default: warehouse/attested.duckdb)")
    options = parser.parse_args(arguments)
    if len(options.claim) < SHORTEST:
        parser.error(f"give at least {SHORTEST} characters of the claim's id or summary")
    try:
        with warehouse_at(options.warehouse).read() as connection:
            found = find_claims(connection, options.claim)
            if len(found) == 1:
                print_trace(connection, found[0][0], sys.stdout.isatty())
                sys.stdout.flush()
                return 0
    except BrokenPipeError:
        return reader_has_left()
    except duckdb.Error as error:
        print(f"{error}\nscripts/build makes the warehouse.", file=sys.stderr)
        return EXIT_FAILED
    if not found:
        print("no claim has an id that begins so, nor these words in its summary (answers.claims)", file=sys.stderr)
        return EXIT_USAGE
    print(f"{len(found)} claims; name one by its id:", file=sys.stderr)
    for claim_id, summary, said_by in found[:LISTED]:
        print(
            f"  {claim_id[:12]}  {one_line(summary)}{', says ' + one_line(said_by) if said_by else ''}", file=sys.stderr
        )
    return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
