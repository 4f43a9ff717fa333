"""Articles for measurements: as many as wanted, made by varying real ones."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from scripts.warehouse.files import PROJECT

LEXICONS = [*(PROJECT / "seeds" / "language").glob("*.csv"), PROJECT / "seeds" / "world" / "world_country_words.csv"]
# Words in -ly and -ed, whose endings mean something to the grammar, and short ones stay as they are.
WORD = re.compile(r"\b[a-z]{4,}\b(?<!ly)(?<!ed)")
DAYS_APART, DAYS_IN_ALL = 37, 4000


def varied_articles(source: Path, count: int, first: int = 0) -> Iterator[dict]:
    """`count` articles from number `first` on: those of `source` (JSON lines, gzip), then variations of them.

    In a variation every lower-case word that no lexicon knows has letters of the variation's own at its end, and it was
    published on another day. So what the grammar sees, how many facts there are and how long the text is stay about as
    they are, while hardly five words in a row are the same, and few stories are about the same event.
    """
    with gzip.open(source, "rt", encoding="utf-8") as file:
        originals = [json.loads(line) for line in file]
    known = _known_words()
    for number in range(first, first + count):
        copy, place = divmod(number, len(originals))
        yield originals[place] if copy == 0 else _varied(originals[place], copy, known)


def write_articles(path: Path, articles: Iterator[dict]) -> None:
    """Write `articles` to `path`, one JSON object a line."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps(article, ensure_ascii=False) + "\n")


def _varied(article: dict, copy: int, known: set[str]) -> dict:
    ending = _letters(copy)

    def reworded(text: str | None) -> str | None:
        return text and WORD.sub(lambda found: found[0] if found[0] in known else found[0] + ending, text)

    published = article.get("published_at")
    if published:
        days = timedelta(days=copy * DAYS_APART % DAYS_IN_ALL)
        published = (datetime.fromisoformat(published) - days).isoformat()
    return {
        **article,
        "id": f"{article['id']}-{copy}",
        "title": reworded(article.get("title")),
        "text": reworded(article["text"]),
        "url": article.get("url") and f"{article['url']}?copy={copy}",
        "published_at": published,
    }


def _letters(number: int) -> str:
    """A number as a few consonants, which end no English word together."""
    digits = ""
    while number:
        number, digit = divmod(number, 8)
        digits = "bcfgjkqx"[digit] + digits
    return digits


def _known_words() -> set[str]:
    """Every lower-case word that is part of a term of a lexicon."""
    words: set[str] = set()
    for path in LEXICONS:
        with path.open(encoding="utf-8", newline="") as file:
            words.update(word for row in csv.reader(file) for word in re.findall(r"[a-z]+", row[0].lower()))
    return words
