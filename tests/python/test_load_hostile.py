"""Hostile input: nothing crashes, nothing vanishes, and whatever is text stays text."""

import csv
import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import datetime

import pytest
from conftest import BODY, outcomes_of

from scripts.loaders import budget
from scripts.loaders.dates import parse_date
from scripts.loaders.records import Record
from scripts.warehouse.files import PROJECT

HOSTILE_TEXTS = {
    "sql": "'; drop table raw.articles; --",
    "jinja": "{{ env_var('HOME') }} {% raw %} {# #}",
    "html": "<script>alert(1)</script><b>69</b>",
    "formula": '=HYPERLINK("http://x.example","69 killed")',
    "nul": "before\0after",
    "right to left": "\u202e69 killed\u202c \u200f",
    "astral": "\U0001f4a5 69 \U00010348",
    "separators": "one\u2028two\u2029three\x85four\x0bfive",
    "percent": "100% %s %(x)s $1 \\1",
}


def reasons(found) -> list[str]:
    return [getattr(each, "reason", "article") for each in found]


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_text_is_data(tmp_path, load, rows, text):
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": text, "title": text, "text": text, "url": text}), encoding="utf-8"
    )
    with (tmp_path / "b.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "title", "text", "url"], [text, text, text, text]])
    for name in ("a.jsonl", "b.csv"):
        assert load(tmp_path / name).new == 1
    assert rows("select external_id, title, text, source_url from raw.articles") == [(text,) * 4] * 2


def test_not_utf8(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 and \xff\xfe")
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "caf\xe9"}\n{"text": "fine"}\n')
    (tmp_path / "c.csv").write_bytes(b"id,text\n1,caf\xe9\n2,fine\n")
    (tmp_path / "d.md").write_bytes(b"# caf\xe9\n")
    assert reasons(outcomes_of(tmp_path / "a.txt")) == ["undecodable"]
    assert reasons(outcomes_of(tmp_path / "b.jsonl")) == ["undecodable", "article"]
    assert reasons(outcomes_of(tmp_path / "c.csv")) == ["undecodable", "article"]
    assert reasons(outcomes_of(tmp_path / "d.md")) == ["undecodable"]


def test_lone_surrogates_become_the_replacement_character(tmp_path, load, rows):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "half \\ud83d, whole \\ud83d\\ude00"}', encoding="utf-8")
    assert load(tmp_path / "a.jsonl").new == 1
    assert rows("select text from raw.articles") == [("half \ufffd, whole \U0001f600",)]


def test_json_with_duplicate_keys_and_other_oddities(tmp_path):
    lines = [
        '{"text": "first", "text": "last"}',
        '{"text": "fine", "n": NaN}',
        '{"text": ["a", "list"]}',
        '{"text": {"deep": 1}}',
        '{"text": null}',
        '{"text": "   "}',
        '{"text": true}',
        '{"other": "field"}',
        "[1, 2]",
        '"a string"',
        "{",
        "null",
        '{"text": "fine", "deep": ' + "[" * 5000 + "]" * 5000 + "}",
        "[" * 200_000,
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = outcomes_of(tmp_path / "a.jsonl")
    assert found[0].text == "last"
    assert len(found) == len(lines)
    assert reasons(found)[:12] == [
        *["article"] * 2, *["empty"] * 5, "no_text_field", *["not_an_object"] * 2, "malformed_json", "not_an_object",
    ]  # fmt: skip
    assert reasons(found)[12] in ("article", "malformed_json")
    assert reasons(found)[13] == "malformed_json"
    (tmp_path / "b.json").write_text("[" * 200_000, encoding="utf-8")
    (tmp_path / "c.json").write_text('{"a":' * 200_000, encoding="utf-8")
    assert "article" not in reasons(outcomes_of(tmp_path / "b.json") + outcomes_of(tmp_path / "c.json"))


def test_ragged_rows_and_unclosed_quotes(tmp_path):
    (tmp_path / "a.csv").write_text(
        'id,text\n1,fine\n2\n3,a,b\n4,"two\nlines"\n\n5,fine\n6,"open\n7,swallowed\n', encoding="utf-8"
    )
    found = outcomes_of(tmp_path / "a.csv")
    assert reasons(found) == ["article", "ragged_row", "ragged_row", "article", "article", "article"]
    assert found[3].text == "two\nlines"
    assert "swallowed" in found[5].text
    (tmp_path / "b.csv").write_text("id,text,text\n1,first,second\n", encoding="utf-8")
    assert json.loads(outcomes_of(tmp_path / "b.csv")[0].content) == {"id": "1", "text": "first", "text (3)": "second"}


@pytest.mark.parametrize(
    "page",
    [
        b"<html>",
        b"<html><head><title>x</title></head></html>",
        b"<!doctype html>",
        b"<html><body></body></html>",
        b"<html>" + b"<div>" * 20_000,
        b"<html><body>" + b"<p>&#0;&#xD800;&bogus;</p>" * 10,
        b"<html><meta charset=nonsense><body><p>\xff\xfe\x00</p>",
        b"<html \x00\x00><body><p>x",
    ],
    ids=range(8),
)
def test_html_without_an_article(tmp_path, page):
    (tmp_path / "a.html").write_bytes(page)
    assert len(outcomes_of(tmp_path / "a.html")) == 1


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("0000-01-01", None),
        ("0001-01-01", datetime(1, 1, 1)),
        ("9999-12-31T23:59:59", datetime(9999, 12, 31, 23, 59, 59)),
        ("10000-01-01", None),
        ("-0044-03-15", None),
        ("2019-02-30", None),
        ("31/02/2019", None),
        ("4/5/17", None),
        ("13/5/17", datetime(2017, 5, 13)),
        ("Tue, 19 Mar 2019 21:30:00 +0300", datetime(2019, 3, 19, 21, 30)),
        ("2019-03-19T23:30:00-08:00", datetime(2019, 3, 19, 23, 30)),
        ("20190319", datetime(2019, 3, 19)),
        ("1552999999", None),
        ("March 19, 2019", datetime(2019, 3, 19)),
        ("last Tuesday", None),
        ("", None),
        ("\0", None),
    ],
)
def test_dates(stated, expected, tmp_path, load, rows):
    assert parse_date(stated) == expected
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": BODY, "published_at": stated}), encoding="utf-8")
    load(tmp_path / "a.jsonl")
    assert rows("select published_at from raw.articles") == [(expected,)]


# The peak of the process itself: what getrusage tells of a child begins at the size of the process that started it.
LOAD_AND_TELL_PEAK = """
import sys
from pathlib import Path
from scripts.commands.load import main
status = main()
peak = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
print(peak, file=sys.stderr)
sys.exit(status)
"""


def limited_load(path, warehouse, mebibytes: int) -> str:
    """The output of scripts/load, whose process must stay under a peak of resident memory."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD_AND_TELL_PEAK, "--warehouse", warehouse.published, path],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    used = int(done.stderr.splitlines()[-1]) / 1024
    assert used < mebibytes, f"{used:.0f} MiB of memory"
    return done.stdout


def test_endless_line_and_empty_lines_cost_no_memory(tmp_path, warehouse):
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "before"}\n{"text": "')
        for _ in range(200):
            file.write(b"x" * 2**20)
        file.write(b'"}\n' + b"\n" * 1_000_000 + b'{"text": "after"}\n')
    output = limited_load(tmp_path / "a.jsonl", warehouse, 512)
    assert "3 seen, 2 new, 0 known, 1 rejected" in output
    assert "1 too_large" in output


def test_whole_files_that_are_too_large(tmp_path):
    for name in ("a.txt", "a.md", "a.html"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(200 * 2**20)
        assert reasons(outcomes_of(tmp_path / name)) == ["too_large"]


def zip_of(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_bombs(tmp_path, monkeypatch):
    monkeypatch.setattr(budget, "ALWAYS_ALLOWED", 4 * 2**20)
    member = b"\n" * (8 * 2**20)
    bomb = zip_of({"a.jsonl": member})
    for _ in range(3):
        bomb = zip_of({f"{n}.zip": bomb for n in range(4)})
    (tmp_path / "bomb.zip").write_bytes(bomb)
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(gzip.compress(member * 4)))
    assert reasons(outcomes_of(tmp_path / "bomb.zip"))[-1] == "expands_too_far"
    assert reasons(outcomes_of(tmp_path / "bomb.jsonl.gz")) == ["expands_too_far"]


def test_package_that_holds_itself_in_ever_new_layers(tmp_path):
    packed = BODY.encode()
    for _ in range(400):
        packed = gzip.compress(packed)
    (tmp_path / "a.txt").write_bytes(packed)
    assert len(outcomes_of(tmp_path / "a.txt")) == 1


def test_cut_off_packages_keep_what_came_before(tmp_path):
    lines = b"".join(json.dumps({"id": n, "text": os.urandom(600).hex()}).encode() + b"\n" for n in range(5000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2_000_000])
    found = outcomes_of(tmp_path / "a.jsonl.gz")
    assert sum(isinstance(each, Record) for each in found) > 1000
    assert reasons(found)[-1] == "unreadable"


def test_archives_write_nothing_anywhere(tmp_path):
    outside = tmp_path / "outside.txt"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.zip").write_bytes(
        zip_of({"../outside.txt": b"words", str(outside): b"words", "a/../../b.txt": b"words"})
    )
    assert reasons(outcomes_of(folder)) == ["article"] * 3
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "folder"]


def test_links_do_not_lead_out_of_a_folder(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "real.txt").write_text(BODY, encoding="utf-8")
    (folder / "again.txt").symlink_to(folder / "real.txt")
    (folder / "file.txt").symlink_to(tmp_path / "secret" / "a.txt")
    (folder / "all").symlink_to(tmp_path / "secret")
    (folder / "broken.txt").symlink_to(folder / "nothing")
    (folder / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    found = outcomes_of(folder)
    assert sum(isinstance(each, Record) for each in found) == 1
    assert sorted(reasons(found)) == [
        "article",
        "not_a_file",
        "outside_folder",
        "outside_folder",
        "unreadable",
        "unreadable",
    ]


def test_names_with_odd_characters(tmp_path, load, rows):
    folder = tmp_path / "odd {{ names }}"
    folder.mkdir()
    for name in ("new\nline.txt", "quote's \".txt", "空.txt", "{{ x }}.txt", "-rf.txt"):
        (folder / name).write_text(BODY, encoding="utf-8")
    (folder / os.fsdecode(b"bad\xff.txt")).write_text(BODY, encoding="utf-8")
    assert str(load(folder)) == "6 seen, 6 new, 0 known, 0 rejected"
    assert ("空",) in rows("select external_id from raw.articles")


def test_pictures_and_office_documents_are_no_articles(tmp_path):
    (tmp_path / "a.jpg").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "b.docx").write_bytes(zip_of({"word/document.xml": b"<x/>"}))
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9)
    (tmp_path / "d").write_bytes(b"")
    assert reasons(outcomes_of(tmp_path)) == ["unknown_format", "unknown_format", "unknown_format", "empty"]


def test_feeds_do_not_expand_entities_or_read_files(tmp_path):
    (tmp_path / "a.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(9))
        + "]><rss><channel><item><title>&f;</title><description>&a8; &f; words</description></item></channel></rss>",
        encoding="utf-8",
    )
    for found in outcomes_of(tmp_path / "a.xml"):
        assert "root:" not in str(found)
        assert len(getattr(found, "text", "")) < 10_000
