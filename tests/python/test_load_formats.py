"""Every format, from a file made in the test."""

import bz2
import csv
import gzip
import io
import json
import zipfile
from datetime import date, datetime

import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from conftest import BODY, outcomes_of
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scripts.loaders.records import Record, Reject

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Twelve die in Sarmin | The Evening Wire</title>
<meta property="og:title" content="Twelve die in Sarmin"><meta property="og:site_name" content="The Evening Wire">
<link rel="canonical" href="https://wire.example/sarmin">
<meta property="article:published_time" content="2019-03-19T21:30:00+03:00"></head>
<body><nav><a href="/">Home</a> <a href="/donate">Donate 2,500 $</a></nav>
<article><h1>Twelve die in Sarmin</h1><p>{BODY}</p><p>Rescuers said the count could rise, as many were missing under
rubble near the town's bakery.</p><p>Nobody claimed the attack, which came a day after a truce had been agreed.</p>
</article><footer>About us. Newsletter.</footer></body></html>"""
RECORD = {
    "id": "one",
    "title": "Twelve die",
    "text": BODY,
    "publisher": "The Evening Wire",
    "url": "https://wire.example/1",
    "published_at": "2019-03-19T21:30:00",
    "section": "World",
}


def one(outcomes) -> Record:
    assert len(outcomes) == 1, outcomes
    assert isinstance(outcomes[0], Record), outcomes
    return outcomes[0]


def assert_is_record(found: Record) -> None:
    assert (found.external_id, found.title, found.text, found.publisher) == (
        "one",
        "Twelve die",
        BODY,
        "The Evening Wire",
    )
    assert (found.source_url, found.published_at) == ("https://wire.example/1", datetime(2019, 3, 19, 21, 30))


def test_text_file_is_one_article_named_after_it(tmp_path):
    (tmp_path / "sarmin.txt").write_text(BODY + "\n", encoding="utf-8")
    found = one(outcomes_of(tmp_path / "sarmin.txt"))
    assert (found.external_id, found.text, found.title) == ("sarmin", BODY + "\n", None)
    assert found.content == (BODY + "\n").encode()


def test_text_in_utf16_with_its_mark(tmp_path):
    (tmp_path / "wide.txt").write_bytes(BODY.encode("utf-16"))
    assert one(outcomes_of(tmp_path / "wide.txt")).text == BODY


def test_text_in_a_named_encoding(tmp_path):
    (tmp_path / "old.txt").write_bytes("Zwölf Tote".encode("windows-1252"))
    assert outcomes_of(tmp_path / "old.txt")[0].reason == "undecodable"
    assert one(outcomes_of(tmp_path / "old.txt", encoding="windows-1252")).text == "Zwölf Tote"


def test_markdown_front_matter_heading_and_words(tmp_path):
    (tmp_path / "a.md").write_text(
        "---\nid: one\npublisher: The Evening Wire\ndate: 2019-03-19\nurl: https://wire.example/1\n---\n"
        "# Twelve **die**\n\nShelling killed [twelve](https://x.example) people\nin `Sarmin`.\n\n"
        "![A photo of rubble](p.jpg)\n\n- one\n- two\n",
        encoding="utf-8",
    )
    found = one(outcomes_of(tmp_path / "a.md"))
    assert found.text == "Shelling killed twelve people in Sarmin.\n\nA photo of rubble\n\none\n\ntwo"
    assert (found.external_id, found.title, found.publisher) == ("one", "Twelve die", "The Evening Wire")
    assert (found.source_url, found.published_at) == ("https://wire.example/1", datetime(2019, 3, 19))


def test_html_page_main_text_and_metadata(tmp_path):
    (tmp_path / "saved page.html").write_text(PAGE, encoding="utf-8")
    found = one(outcomes_of(tmp_path / "saved page.html"))
    assert BODY in found.text
    assert "2,500" not in found.text
    assert "Newsletter" not in found.text
    assert (found.title, found.publisher) == ("Twelve die in Sarmin", "The Evening Wire")
    assert found.source_url == "https://wire.example/sarmin"
    assert found.published_at == datetime(2019, 3, 19, 21, 30)
    assert found.content == PAGE.encode()


def test_html_that_declares_the_wrong_charset(tmp_path):
    wrong = PAGE.replace("utf-8", "iso-8859-1").replace("Rescuers", "Rettungskräfte – Rescuers")
    (tmp_path / "wrong.html").write_text(wrong, encoding="utf-8")
    assert "Rettungskräfte – Rescuers" in one(outcomes_of(tmp_path / "wrong.html")).text
    (tmp_path / "old.html").write_bytes(
        PAGE.replace("utf-8", "windows-1251").replace("Rescuers", "Спасатели").encode("cp1251")
    )
    assert "Спасатели" in one(outcomes_of(tmp_path / "old.html")).text


def test_json_lines_keep_their_bytes_and_their_line(tmp_path):
    line = json.dumps(RECORD)
    (tmp_path / "a.jsonl").write_text(f"\ufeff{line}\n\n  \n{line.replace('one', 'two')}\r\n", encoding="utf-8")
    first, second = outcomes_of(tmp_path / "a.jsonl")
    assert_is_record(first)
    assert (first.content, first.position) == (line.encode(), 1)
    assert (second.external_id, second.position) == ("two", 4)


@pytest.mark.parametrize("form", ["array", "indented array", "objects", "one object"])
def test_json_values(tmp_path, form):
    other = RECORD | {"id": "two", "text": 'He said "]}, {" and left\\.'}
    written = {
        "array": json.dumps([RECORD, other]),
        "indented array": json.dumps([RECORD, other], indent=2),
        "objects": json.dumps(RECORD, indent=1) + json.dumps(other, indent=1),
        "one object": json.dumps(RECORD, indent=1),
    }[form]
    (tmp_path / "a.json").write_text(written, encoding="utf-8")
    first, *rest = outcomes_of(tmp_path / "a.json")
    assert_is_record(first)
    assert json.loads(first.content) == RECORD
    assert [found.text for found in rest] == ([] if form == "one object" else [other["text"]])


def test_bad_value_in_an_array_stops_nothing(tmp_path):
    written = f"[{json.dumps(RECORD)}, {{bad}}, 7, {json.dumps(RECORD | {'id': 'two'})}]"
    (tmp_path / "a.json").write_text(written, encoding="utf-8")
    kinds = [getattr(found, "reason", "article") for found in outcomes_of(tmp_path / "a.json")]
    assert kinds == ["article", "malformed_json", "not_an_object", "article"]


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("csv", ";"), ("tsv", "\t")])
def test_delimited_with_other_peoples_names(tmp_path, ending, delimiter):
    path = tmp_path / f"a.{ending}"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["unit_id", "Article Title", "article_content", "source", "link", "Date"])
        writer.writerow(["one", "Twelve die", BODY, "The Evening Wire", "https://wire.example/1", "3/19/2019"])
        writer.writerow(["two", "Two lines", "First line\nsecond, line", "", "", "3/4/2019"])
    first, second = outcomes_of(path)
    assert (first.external_id, first.title, first.text) == ("one", "Twelve die", BODY)
    assert (first.publisher, first.published_at) == ("The Evening Wire", datetime(2019, 3, 19))
    assert json.loads(first.content)["link"] == "https://wire.example/1"
    # The first row gives away that this source puts the month first.
    assert (second.text, second.published_at) == ("First line\nsecond, line", datetime(2019, 3, 4))


def test_ambiguous_dates_are_left_open(tmp_path):
    (tmp_path / "a.csv").write_text("id,text,date\none,Words here,3/4/2019\n", encoding="utf-8")
    assert one(outcomes_of(tmp_path / "a.csv")).published_at is None


def test_named_columns_go_before_guesses(tmp_path):
    (tmp_path / "a.csv").write_text("id,text,story\none,summary,the whole story\n", encoding="utf-8")
    assert one(outcomes_of(tmp_path / "a.csv", columns={"text": "story"})).text == "the whole story"
    with pytest.raises(ValueError, match="unknown column"):
        outcomes_of(tmp_path / "a.csv", columns={"texts": "story"})


def test_parquet_rows(tmp_path):
    table = pyarrow.table(
        {"headline": ["Twelve die", None], "body": [BODY, "More"], "date": [date(2019, 3, 19), None], "n": [1, 2]}
    )
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    first, second = outcomes_of(tmp_path / "a.parquet")
    assert (first.title, first.text, first.published_at) == ("Twelve die", BODY, datetime(2019, 3, 19))
    assert json.loads(second.content) == {"body": "More", "date": None, "headline": None, "n": 2}
    assert second.position == 2


def warc_of(*answers: tuple[str, str, str, bytes]) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    writer.write_record(writer.create_warcinfo_record("made.warc.gz", {"software": "a test"}))
    for address, status, media_type, payload in answers:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(payload),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2019-03-20T01:02:03Z"},
            )
        )
    return file.getvalue()


def test_warc_of_a_crawl(tmp_path):
    crawl = warc_of(
        ("https://wire.example/live", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("https://wire.example/gone", "404 Not Found", "text/html", b"gone"),
        ("https://wire.example/p.jpg", "200 OK", "image/jpeg", bytes(range(256))),
    )
    (tmp_path / "CC-NEWS.warc.gz").write_bytes(crawl)
    page, gone, picture = outcomes_of(tmp_path / "CC-NEWS.warc.gz")
    assert BODY in page.text
    assert (page.external_id, page.source_url) == ("https://wire.example/live", "https://wire.example/sarmin")
    assert (page.position, page.retrieved_at, page.content) == (2, datetime(2019, 3, 20, 1, 2, 3), PAGE.encode())
    assert [gone.reason, picture.reason] == ["http_status", "not_a_page"]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Evening Wire</title><language>en</language>
<item><title>Twelve &amp; more die</title><guid>one</guid><link>https://wire.example/1</link>
<pubDate>Tue, 19 Mar 2019 21:30:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>More <b>words</b>.</p>]]></content:encoded></item>
<item><title>Nothing to say</title><guid>two</guid></item></channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>The Evening Wire</title>
<entry><id>one</id><title>Twelve die</title><link href="https://wire.example/1"/>
<published>2019-03-19T21:30:00+03:00</published>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def test_rss_takes_the_fullest_text_of_each_entry(tmp_path):
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    first, second = outcomes_of(tmp_path / "feed.xml")
    assert (first.external_id, first.title, first.publisher) == ("one", "Twelve & more die", "The Evening Wire")
    assert first.text == f"{BODY}\nMore words."
    assert (first.source_url, first.published_at) == ("https://wire.example/1", datetime(2019, 3, 19, 21, 30))
    assert first.language == "en"
    assert (second.reason, second.position) == ("empty", 2)


def test_atom(tmp_path):
    (tmp_path / "feed.atom").write_text(ATOM, encoding="utf-8")
    found = one(outcomes_of(tmp_path / "feed.atom"))
    assert_is_record(found)


PACKERS = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("ending", PACKERS)
def test_compressed(tmp_path, ending):
    (tmp_path / f"a.jsonl.{ending}").write_bytes(PACKERS[ending](json.dumps(RECORD).encode()))
    assert_is_record(one(outcomes_of(tmp_path / f"a.jsonl.{ending}")))


def test_compressed_in_parts_and_packages_in_packages(tmp_path):
    parts = gzip.compress(json.dumps(RECORD).encode() + b"\n") + gzip.compress(json.dumps(RECORD).encode())
    (tmp_path / "a.jsonl.gz.zst").write_bytes(PACKERS["zst"](parts))
    assert len(outcomes_of(tmp_path / "a.jsonl.gz.zst")) == 2


def test_zip_members_of_any_format(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", BODY)
    parquet = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"id": ["one"], "text": [BODY]}), parquet)
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/a.jsonl", json.dumps(RECORD))
        archive.writestr("page.html", PAGE)
        archive.writestr("b.jsonl.gz", gzip.compress(json.dumps(RECORD).encode()))
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("t.parquet", parquet.getvalue())
        archive.writestr("__MACOSX/._a.jsonl", b"\0\1")
    found = outcomes_of(tmp_path / "all.zip")
    assert not [each for each in found if isinstance(each, Reject)]
    names = [each.source_uri.removeprefix(f"{(tmp_path / 'all.zip').resolve()}!/") for each in found]
    assert names == ["folder/a.jsonl", "page.html", "b.jsonl.gz", "inner.zip!/deep.txt", "t.parquet"]


def test_manifest_speaks_for_its_folder(tmp_path):
    (tmp_path / "one.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Other words.", encoding="utf-8")
    (tmp_path / "manifest.csv").write_text(
        "file,publisher,url,date\none.txt,The Wire,https://wire.example/1,2019-03-19\npage.html,Stated,,\n"
        "missing.txt,,,\n../../etc/passwd,,,\n",
        encoding="utf-8",
    )
    by_name = {each.source_uri.rsplit("/", 1)[-1]: each for each in outcomes_of(tmp_path) if isinstance(each, Record)}
    assert by_name["one.txt"].publisher == "The Wire"
    assert by_name["one.txt"].published_at == datetime(2019, 3, 19)
    assert by_name["page.html"].publisher == "Stated"
    assert by_name["page.html"].source_url == "https://wire.example/sarmin"
    assert by_name["other.txt"].publisher is None
    reasons = [each.reason for each in outcomes_of(tmp_path / "manifest.csv") if isinstance(each, Reject)]
    assert reasons == ["missing_file", "missing_file"]
