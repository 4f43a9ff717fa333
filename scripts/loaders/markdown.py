"""Markdown: its words without its marks; a front matter and a first heading say what it is."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.loaders.dates import parse_date
from scripts.loaders.decoding import Undecodable, decode
from scripts.loaders.fields import guess_columns
from scripts.loaders.inputs import Input
from scripts.loaders.records import Outcome, Record, Reject
from scripts.loaders.whole import read_whole, stated

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
WORDS = {"text", "code_inline"}


def read(source: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The one article of a Markdown file, or the reject that says why there is none."""
    content = read_whole(source, stream)
    if isinstance(content, Reject):
        yield content
        return
    try:
        written = decode(content, source.encoding)
    except Undecodable as error:
        yield Reject(source.source_uri, source.position, "undecodable", str(error))
        return
    front, body = _front_matter(written)
    title, text = _title_and_text(body)
    if not text.strip():
        yield Reject(source.source_uri, source.position, "empty", f"{len(content)} bytes without a paragraph")
        return
    record = Record(source.source_uri, source.position, "text/markdown", content, text, "markdown")
    record.external_id, record.title = source.identity, title
    for column, name in guess_columns(front).items():
        if column == "published_at":
            record.published_at = parse_date(front[name])
        elif column != "text":
            setattr(record, column, front[name])
    yield stated(source, record)


def _front_matter(written: str) -> tuple[dict[str, str], str]:
    """The fields of a front matter that hold one value each, and what stands below it."""
    match = FRONT_MATTER.match(written)
    if match is None:
        return {}, written
    try:
        # As text throughout: a date or a number in YAML is still what somebody wrote.
        fields = yaml.load(match[1], yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return {}, written
    if not isinstance(fields, dict):
        return {}, written
    return {name: value for name, value in fields.items() if isinstance(name, str) and isinstance(value, str)}, written[
        match.end() :
    ]


def _title_and_text(body: str) -> tuple[str | None, str]:
    """The heading of the first level that the text begins with, and the blocks below it, one line for each."""
    tokens = PARSER.parse(body)
    title = None
    if len(tokens) > 2 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title, tokens = _words(tokens[1]), tokens[3:]
    blocks = (_words(token) if token.type == "inline" else token.content for token in tokens)
    return title, "\n\n".join(block.strip() for block in blocks if block.strip())


def _words(inline: Token) -> str:
    """The words of one block: a link by its text, a picture by what is said of it, a soft line break as a space."""
    pieces = []
    for token in inline.children or []:
        if token.type in WORDS:
            pieces.append(token.content)
        elif token.type == "image":
            pieces.append(_words(token))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" " if token.type == "softbreak" else "\n")
    return "".join(pieces)
