"""Measure what finds the article in a web page best: mean token F1 against the text that a person marked."""

import argparse
import gzip
import io
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import justext
import trafilatura
from lxml import html
from readability import Document

from scripts.loaders.html_page import read_page
from scripts.loaders.inputs import Input
from scripts.loaders.records import Record
from scripts.warehouse.files import PROJECT

PAGES = PROJECT.parent / "shared" / "corpus" / "html_pages.jsonl.gz"
TOKEN = re.compile(r"\w+")


def chosen(page: str) -> str:
    """The loader itself, as scripts/load calls it."""
    found = read_page(Input("page", "page.html", io.BytesIO), page.encode())
    return found.text if isinstance(found, Record) else ""


def plain_trafilatura(page: str) -> str:
    """trafilatura as it comes."""
    return trafilatura.extract(page) or ""


def readability(page: str) -> str:
    """readability-lxml, and the words of the HTML that it keeps."""
    return html.fromstring(Document(page).summary()).text_content()


def just_text(page: str) -> str:
    """jusText with its English stop words, and the paragraphs that it holds for good."""
    paragraphs = justext.justext(page.encode(), justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


EXTRACTORS: dict[str, Callable[[str], str]] = {
    "chosen": chosen,
    "trafilatura as it comes": plain_trafilatura,
    "readability-lxml": readability,
    "jusText": just_text,
}


def token_f1(expected: str, found: str) -> float:
    """F1 over bags of words: the harmonic mean of the share of `found` that is expected, and of `expected` found."""
    wanted, got = Counter(TOKEN.findall(expected)), Counter(TOKEN.findall(found))
    shared = sum((wanted & got).values())
    return 2 * shared / (sum(wanted.values()) + sum(got.values())) if shared else 0.0


def main() -> int:
    """Print the table; 0 when the chosen extractor has at least `--least`."""
    parser = argparse.ArgumentParser(prog="python -m scripts.commands.measure_html", description=__doc__)
    parser.add_argument("pages", nargs="?", type=Path, default=PAGES, help="JSON lines with html and expected_text")
    parser.add_argument("--least", type=float, default=0.95, help="mean F1 that the chosen one must reach")
    arguments = parser.parse_args()
    with gzip.open(arguments.pages, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    print(f"{len(pages)} pages\n{'extractor':<24}  mean token F1  pages a second  below 0.5")
    means = {}
    for name, extract in EXTRACTORS.items():
        started = time.monotonic()
        scores = [token_f1(page["expected_text"], extract(page["html"])) for page in pages]
        rate = len(pages) / (time.monotonic() - started)
        means[name] = sum(scores) / len(scores)
        print(f"{name:<24}  {means[name]:>13.3f}  {rate:>14.0f}  {sum(score < 0.5 for score in scores):>9}")
    return 0 if means["chosen"] >= arguments.least else 1


if __name__ == "__main__":
    sys.exit(main())
