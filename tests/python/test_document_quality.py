"""Measured numbers reach the pages, between their marks and nowhere else."""

import duckdb
import pytest

from scripts.commands import document_quality
from scripts.commands.document_quality import MARKED, PAGES, TABLES, filled


def test_only_what_is_marked_is_replaced(monkeypatch):
    monkeypatch.setitem(TABLES, "one", "select 1 as a, null as b")
    page = "before\n<!-- one -->\nold\nolder\n<!-- end one -->\nafter <!-- note -->\n"
    with duckdb.connect() as connection:
        once = filled(page, connection)
        assert (
            once == "before\n<!-- one -->\n| a | b |\n| --- | --- |\n| 1 |  |\n<!-- end one -->\nafter <!-- note -->\n"
        )
        assert filled(once, connection) == once


def test_unknown_mark_is_an_error():
    with duckdb.connect() as connection, pytest.raises(KeyError, match="nothing"):
        filled("<!-- nothing -->\n<!-- end nothing -->", connection)


def test_every_table_has_its_place():
    marked = [mark[2] for page in PAGES for mark in MARKED.finditer(page.read_text(encoding="utf-8"))]
    assert sorted(marked) == sorted(document_quality.TABLES)
