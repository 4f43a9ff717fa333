"""scripts/explain: a sentence as the engine reads it, from a warehouse of its own or from one that is there."""

import pytest

from scripts.commands import explain
from scripts.commands.explanation import classes_of, sentences_of
from scripts.warehouse.files import Warehouse

SENTENCE = "The strike killed at least 12 civilians in Sarmin, the ministry said."
ENVOYS = "The two envoys met in Damascus."


@pytest.fixture(scope="module")
def explained(tmp_path_factory) -> tuple[Warehouse, list[str]]:
    """A warehouse with two sentences, and their ids."""
    warehouse = Warehouse(tmp_path_factory.mktemp("explain") / "own.duckdb")
    return warehouse, explain.read_sentence(warehouse, f"{SENTENCE} {ENVOYS}")


def columns(warehouse: Warehouse, identifier: str) -> dict[str, list[str]]:
    with warehouse.read() as connection:
        (sentence,) = sentences_of(connection, [identifier])
        tokens = connection.execute(
            "select tokens from intermediate.int_sentence_tokens where sentence_id = ?", [identifier]
        ).fetchone()[0]
        return classes_of(connection, sentence, tokens)


def test_tokens_have_classes_at_every_level(explained):
    warehouse, (first, _) = explained
    shown = columns(warehouse, first)
    assert list(shown) == ["token", "word", "mention", "figure", "speaker"]
    assert len({len(cells) for cells in shown.values()}) == 1
    rows = {row[0]: row[1:4] for row in zip(*shown.values(), strict=True)}
    assert rows["at"] == ("qualifier", "quantity", "figure")
    assert rows["least"] == ("|", "|", "|")
    assert rows["civilians"] == ("people_noun", "", "|")
    assert rows["."] == ("stop", "", "")
    assert [shown["speaker"][shown["token"].index(token)] for token in ("the", "ministry")] == ["source", "|"]


def test_levels_are_those_that_a_sentence_went_through(explained):
    warehouse, (_, second) = explained
    assert list(columns(warehouse, second)) == ["token", "word", "mention", "figure", "party"]


def test_rules_show_what_their_slots_took(explained, capsys):
    warehouse, (first, _) = explained
    assert explain.explain(warehouse, [first]) == 0
    shown = capsys.readouterr().out
    rules, facts = shown.split("Facts that it states")
    lines = [line.split(maxsplit=1) for line in rules.splitlines()]
    assert ["trigger", "killed"] in lines
    assert ["anchor", "<counted> at least 12 civilians"] in lines
    assert ["source", "the ministry"] in lines
    assert "at least 12 killed, attributed to" in facts


def test_ids_of_claims_and_articles_lead_to_their_sentences(explained, capsys):
    warehouse, sentences = explained
    with warehouse.read() as connection:
        claim, article = connection.execute("select claim_id, article_id from marts.fct_casualty_figures").fetchone()
    assert explain.main(["--warehouse", str(warehouse.published), claim]) == 0
    assert SENTENCE in capsys.readouterr().out
    assert explain.main(["--warehouse", str(warehouse.published), article]) == 0
    shown = capsys.readouterr().out
    assert SENTENCE in shown
    assert ENVOYS in shown
    assert len(sentences) == 2


def test_unknown_id_is_said_to_be_unknown(explained, capsys):
    warehouse, _ = explained
    assert explain.main(["--warehouse", str(warehouse.published), "0" * 32]) == 2
    assert "has this id" in capsys.readouterr().err


@pytest.mark.integration
def test_headline_is_read_as_one(tmp_path, capsys):
    warehouse = Warehouse(tmp_path / "own.duckdb")
    headline = "Blast kills 12 in market: police"
    sentences = explain.read_sentence(warehouse, headline, is_headline=True)
    assert len(sentences) == 1
    explain.explain(warehouse, sentences)
    assert "headline_source_last" in capsys.readouterr().out
