"""RSS and Atom: each entry is one document, kept as its XML."""

from collections.abc import Iterator
from typing import BinaryIO

import feedparser
from lxml import etree, html

from scripts.loaders.dates import parse_date
from scripts.loaders.inputs import MAX_RECORD_BYTES, Input
from scripts.loaders.records import Outcome, Record, Reject

ATOM = "{http://www.w3.org/2005/Atom}entry"
BLOCKS = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "figcaption", "section"}


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The articles of a feed's entries, from the fullest text that each has; a damaged feed ends with a reject."""
    about: dict[str, str] = {}
    position = 0
    try:
        # No entities and no network: a feed is data, whatever it declares.
        for _, element in etree.iterparse(
            stream, events=("end",), recover=True, resolve_entities=False, no_network=True, huge_tree=False
        ):
            name = etree.QName(element).localname
            if name in ("item", "entry"):
                position += 1
                yield _read_entry(source, position, element, about)
                _forget(element)
            elif name in ("title", "language") and etree.QName(element.getparent()).localname in ("channel", "feed"):
                about.setdefault(name, (element.text or "").strip())
    except etree.XMLSyntaxError as error:
        yield Reject(source.source_uri, position + 1, "malformed_feed", str(error))


def _read_entry(source: Input, position: int, element: etree._Element, about: dict[str, str]) -> Outcome:
    content = etree.tostring(element, encoding="utf-8", with_tail=False)
    if len(content) > MAX_RECORD_BYTES:
        return Reject(source.source_uri, position, "too_large", f"an entry of {len(content)} bytes")
    shell = (
        b"<feed xmlns='http://www.w3.org/2005/Atom'>%b</feed>"
        if element.tag == ATOM
        else b"<rss version='2.0'><channel>%b</channel></rss>"
    )
    try:
        entries = feedparser.parse(shell % content, sanitize_html=False, resolve_relative_uris=False).entries
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        # An entry that breaks the library is one reject, not the end of the feed.
        return Reject(source.source_uri, position, "unreadable_entry", f"{type(error).__name__}: {error}"[:300])
    entry = entries[0] if entries else {}
    title, address = entry.get("title"), entry.get("link")
    text = max((plain_text(piece) for piece in _pieces(entry)), key=len, default="")
    if not text:
        return Reject(source.source_uri, position, "empty", f"an entry without a text: {title or address or ''}"[:300])
    return Record(
        source.source_uri,
        position,
        "application/xml",
        content,
        text,
        "feedparser",
        feedparser.__version__,
        external_id=entry.get("id") or address,
        title=plain_text(title) if title else None,
        publisher=entry.get("source", {}).get("title") or about.get("title"),
        source_url=address,
        published_at=parse_date(entry.get("published") or entry.get("updated")),
        language=about.get("language"),
        retrieved_at=source.retrieved_at,
    )


def _pieces(entry: dict) -> Iterator[str]:
    yield entry.get("summary") or ""
    for content in entry.get("content") or []:
        yield content.get("value") or ""


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, a line for each block; text without marks stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return markup.strip()
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _forget(element: etree._Element) -> None:
    """Free an entry that was read, and those before it, so that memory does not grow with the feed."""
    element.clear(keep_tail=False)
    while (before := element.getprevious()) is not None:
        element.getparent().remove(before)
