"""Bytes that nobody would think of: broken copies of every format, and any text there is."""

import csv
import io
import json
import os
import random
import time
import warnings

import duckdb
import pyarrow.parquet
from conftest import BODY, assert_balanced
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_load_formats import ATOM, PACKERS, PAGE, RECORD, RSS, warc_of
from test_load_hostile import zip_of

from scripts.loaders import reading
from scripts.loaders.inputs import Input
from scripts.loaders.json_values import read as read_values
from scripts.loaders.layout import ensure_layout
from scripts.loaders.lines import TooLong, numbered_lines
from scripts.loaders.records import Record, Reject
from scripts.loaders.store import Load
from scripts.loaders.streams import in_memory

# The same copies at every run, so that a failure is seen by the one who caused it; other seeds go further.
FUZZ_SEED = int(os.environ.get("ATTESTED_FUZZ_SEED", "4"))
FUZZ_SECONDS = float(os.environ.get("ATTESTED_FUZZ_SECONDS", "25"))
LINES = b"".join(json.dumps(RECORD | {"id": n}).encode() + b"\n" for n in range(5))
PIECES = (
    b"\0",
    b"\xff",
    b'"',
    b"{",
    b"[" * 2000,
    b"<",
    b"\r\n",
    b"\xed\xa0\x80",
    b"]]>",
    b"--",
    b"\x1f\x8b",
    b"WARC/1.0\r\n",
)


def parquet() -> bytes:
    file = io.BytesIO()
    with duckdb.connect() as connection:
        table = connection.sql(f"select range as id, '{BODY}' as text from range(20)").to_arrow_table()
    pyarrow.parquet.write_table(table, file)
    return file.getvalue()


WHOLE = {
    "a.txt": BODY.encode(),
    "a.md": b"---\ntitle: a\n---\n# Head\n\n" + BODY.encode(),
    "a.html": PAGE.encode(),
    "a.jsonl": LINES,
    "a.json": json.dumps([RECORD] * 3).encode(),
    "a.csv": b'id,text,date\n1,"some, words",3/4/2019\n2,more,4/13/2019\n',
    "a.parquet": parquet(),
    "a.warc.gz": warc_of(("https://x.example/", "200 OK", "text/html", PAGE.encode())),
    "a.warc": PACKERS["gz"](b""),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.jsonl.gz": PACKERS["gz"](LINES),
    "a.jsonl.bz2": PACKERS["bz2"](LINES),
    "a.jsonl.zst": PACKERS["zst"](LINES),
    "a.zip": zip_of({"a.jsonl": LINES, "b.html": PAGE.encode(), "c.txt": BODY.encode()}),
}


def broken(chance: random.Random, whole: bytes) -> bytes:
    """A copy with some bytes changed, cut, doubled or put in."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(5)
        if kind == 0 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randrange(1, 50)]
        elif kind == 2:
            data[at:at] = chance.choice(PIECES)
        elif kind == 3:
            data[at:at] = data[at : at + chance.randrange(1, 200)]
        elif chance.random() < 0.2:
            del data[at:]
    return bytes(data)


def read_bytes(name: str, content: bytes) -> list[Record | Reject]:
    return list(reading.read(Input(f"/fuzz/{name}", name, lambda: in_memory(content), size=len(content))))


def test_broken_copies_of_every_format(report):
    chance = random.Random(FUZZ_SEED)
    counts = dict.fromkeys(WHOLE, 0)
    articles = rejects = 0
    deadline = time.monotonic() + FUZZ_SECONDS
    with duckdb.connect() as connection, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ensure_layout(connection)
        while time.monotonic() < deadline:
            outcomes = []
            for name in chance.choices(list(WHOLE), k=60):
                content = broken(chance, WHOLE[name])
                found = read_bytes(name, content)
                failed = [each for each in found if isinstance(each, Reject) and each.reason == "loader_failed"]
                assert not failed, f"seed {FUZZ_SEED}: {name} {failed}: {content[:2000]!r}"
                assert found, f"seed {FUZZ_SEED}: {name} vanished: {content[:2000]!r}"
                counts[name] += 1
                outcomes += found
            summary = Load(connection, "fuzz", "fuzz").run(outcomes)
            assert summary.seen == len(outcomes)
            articles += summary.new
            rejects += summary.rejected
        assert_balanced(connection)
    assert min(counts.values()) > 0
    report(
        f"fuzz: {sum(counts.values())} broken inputs of {len(WHOLE)} kinds, "
        f"{articles} articles, {rejects} rejects, 0 crashes"
    )


# Every text but for halves of surrogate pairs, which UTF-8 cannot say.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
SOME = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(st.lists(st.fixed_dictionaries({"id": TEXTS, "text": TEXTS, "title": TEXTS}), max_size=6))
def test_any_text_comes_through_json_lines_and_arrays(records):
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()
    array = json.dumps(records, indent=1).encode()
    for name, content in (("a.jsonl", lines), ("a.json", array)):
        found = read_bytes(name, content) if records else []
        assert len(found) == len(records)
        for each, record in zip(found, records, strict=True):
            if record["text"].strip():
                assert (each.text, each.title, each.external_id) == (record["text"], record["title"], record["id"])
                assert json.loads(each.content) == record
            else:
                assert each.reason == "empty"


@SOME
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_any_text_comes_through_csv(records):
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "text"])
    writer.writerows(records)
    found = read_bytes("a.csv", file.getvalue().encode())
    assert len(found) == len(records)
    for each, (identity, text) in zip(found, records, strict=True):
        if text.strip():
            assert each.text == text
            assert json.loads(each.content) == {"id": identity, "text": text}


@SOME
@given(st.binary(max_size=400), st.integers(1, 50))
def test_lines_are_those_that_split_gives(content, limit):
    expected = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if expected[-1] == b"":
        expected.pop()
    found = [line for _, line in numbered_lines(in_memory(content), limit)]
    for line, wanted in zip(found, expected, strict=False):
        assert line == wanted.strip() or (isinstance(line, TooLong) and line.bytes >= len(wanted))


@SOME
@given(st.binary(max_size=300))
def test_any_bytes_are_something_in_every_format(content):
    for name in WHOLE:
        for found in read_bytes(name, content):
            assert isinstance(found, Record) or found.reason != "loader_failed"


@SOME
@given(
    st.lists(
        st.recursive(st.none() | st.integers() | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)),
        max_size=5,
    )
)
def test_every_value_of_an_array_is_found(values):
    flat = [value for value in values if not isinstance(value, list)]
    found = list(read_values(Input("a", "a.json", io.BytesIO), in_memory(json.dumps(flat).encode())))
    assert len(found) == len(flat)
