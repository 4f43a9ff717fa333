"""Which format an input has: by its first bytes, then by its name."""

import re
from pathlib import PurePath

SIGNATURES = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/1.", "warc"),
)
ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".csv": "delimited",
    ".tsv": "delimited",
}
MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/csv": "delimited",
    "text/tab-separated-values": "delimited",
    "application/x-ndjson": "json_lines",
    "application/jsonl": "json_lines",
    "text/plain": "text",
}
FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
JSON_LINE = re.compile(rb"\{.*\}[ \t\r]*\n\s*\{")
# Bytes that no text has, in UTF-8 or any encoding before it: what begins with many of them is a picture or a program.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def detect(head: bytes, name: str, media_type: str | None = None) -> str | None:
    """The format of the input called `name` that begins with `head` (up to some kilobytes); None where it is unknown.

    Content decides where it is unmistakable (a signature, a feed's root); else the name's ending, else the media
    type that a server states, else what the text looks like.
    """
    for signature, found in SIGNATURES:
        if head.startswith(signature):
            return found
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    ending = PurePath(name).suffix.lower()
    stated = ENDINGS.get(ending) or MEDIA_TYPES.get((media_type or "").partition(";")[0].strip().lower())
    if stated in ("text", "markdown", "delimited"):
        return stated
    if start.startswith(b"<") and FEED.search(start[:2048]):
        return "feed"
    if start[:1] in (b"[", b"{") and (ending == ".json" or (stated != "html" and _looks_like_json(start))):
        return "json_lines" if stated == "json_lines" or JSON_LINE.match(start) else "json_values"
    if stated is not None:
        return stated
    if HTML.search(head):
        return "html"
    return None if _is_binary(head) else "text"


def _looks_like_json(start: bytes) -> bool:
    return re.match(rb'\[\s*[\{\]]|\{\s*["}]', start) is not None


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return len(CONTROL.findall(head)) > len(head) // 20
