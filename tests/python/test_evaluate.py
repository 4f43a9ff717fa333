"""The evaluation against hand-made annotations: a perfect warehouse scores 1, each mistake costs exactly its own score.

All scenarios share one article and one run of the models: each is a gold file of its own, over its own copy of the
article.
"""

import json
from dataclasses import replace

import duckdb
import pytest
from evaluation_article import ALIASES, GOLD, PERFECT, TOLL
from evaluation_scenarios import EMPTY, RIGHT, TOLLS, WRONG_FACTS, WRONG_SLOTS, changed
from fact_tables import write_warehouse

from scripts.commands import evaluate, evaluation_report
from scripts.warehouse.outcome import Outcome


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory):
    """The evaluated warehouse of all scenarios, as an open connection."""
    folder = tmp_path_factory.mktemp("evaluation")
    scenarios = RIGHT | {name: scenario[0] for name, scenario in (WRONG_SLOTS | WRONG_FACTS).items()}
    scenarios["nothing annotated"] = PERFECT
    scenarios["lead elsewhere"] = changed("casualties", 0, is_lead_figure=False)
    for name in [*scenarios, "not loaded"]:
        records = EMPTY if name == "nothing annotated" else GOLD
        (folder / f"{name}.jsonl").write_text(json.dumps({"article_id": name} | records), encoding="utf-8")
    tolls = folder / "tolls.csv"
    tolls.write_text(TOLLS, encoding="utf-8")
    warehouse = folder / "attested.duckdb"
    write_warehouse(warehouse, [replace(article, external_id=name) for name, article in scenarios.items()], ALIASES)
    gold_files = sorted(folder.glob("*.jsonl"))
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ATTESTED_WORK_FILE", str(warehouse))
        environment.setenv("ATTESTED_TARGET", str(folder / "target"))
        assert evaluate.main([*map(str, gold_files), "--fakes", str(tolls)]) == 0
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        yield connection


def misses_and_extras(evaluation, scenario: str) -> dict[str, tuple[int, int]]:
    """Misses and extras by kind of fact, where there are any."""
    rows = evaluation.execute(
        "select fact_type, missed, extra from evaluation.eval_summary where gold_file = ?", [f"{scenario}.jsonl"]
    ).fetchall()
    assert len(rows) == 3
    return {fact_type: (missed, extra) for fact_type, missed, extra in rows if missed or extra}


def wrong_slots(evaluation, scenario: str) -> list[tuple[str, str]]:
    """The slots that are not right everywhere."""
    return evaluation.execute(
        'select fact_type, slot from evaluation.eval_slots where gold_file = ? and "right" < compared',
        [f"{scenario}.jsonl"],
    ).fetchall()


@pytest.mark.parametrize("scenario", RIGHT)
def test_what_is_right_costs_nothing(evaluation, scenario):
    assert misses_and_extras(evaluation, scenario) == {}
    assert wrong_slots(evaluation, scenario) == []


@pytest.mark.parametrize("scenario", WRONG_SLOTS)
def test_a_wrong_slot_costs_that_slot_alone(evaluation, scenario):
    _, fact_type, slot = WRONG_SLOTS[scenario]
    assert misses_and_extras(evaluation, scenario) == {}
    assert wrong_slots(evaluation, scenario) == [(fact_type, slot)]


@pytest.mark.parametrize("scenario", WRONG_FACTS)
def test_a_wrong_fact_costs_its_misses_and_extras_alone(evaluation, scenario):
    _, fact_type, missed, extra = WRONG_FACTS[scenario]
    assert misses_and_extras(evaluation, scenario) == {fact_type: (missed, extra)}


def test_scores_of_a_perfect_prediction(evaluation):
    rows = evaluation.execute(
        "select fact_type, gold, predicted, precision, recall, f1 from evaluation.eval_summary"
        " where gold_file = 'perfect.jsonl' order by fact_type"
    ).fetchall()
    assert rows == [
        ("casualty", 3, 3, 1.0, 1.0, 1.0),
        ("control", 2, 2, 1.0, 1.0, 1.0),
        ("meeting", 2, 2, 1.0, 1.0, 1.0),
    ]


def test_scores_count_misses_and_extras(evaluation):
    rows = evaluation.execute(
        "select gold, predicted, found, round(precision, 4), round(recall, 4), round(f1, 4)"
        " from evaluation.eval_summary where gold_file in ('no toll.jsonl', 'toll twice.jsonl')"
        " and fact_type = 'casualty' order by gold_file"
    ).fetchall()
    assert rows == [(3, 2, 2, 1.0, 0.6667, 0.8), (3, 4, 3, 0.75, 1.0, 0.8571)]


def test_a_near_match_shows_in_the_slot_it_missed(evaluation):
    assert wrong_slots(evaluation, "other relation") == [("control", "relation")]
    assert wrong_slots(evaluation, "other number") == [("casualty", "value")]


def test_rules_are_charged_with_their_extras(evaluation):
    rows = evaluation.execute(
        'select rule_id, fired, "right", extra, precision from evaluation.eval_rules'
        " where gold_file = 'toll twice.jsonl' and fact_type = 'casualty' order by rule_id"
    ).fetchall()
    assert rows == [("history", 1, 1, 0, 1.0), ("toll", 3, 2, 1, 2 / 3)]


def test_errors_name_the_words_and_the_counterpart(evaluation):
    rows = evaluation.execute(
        "select kind, evidence, rule_id, expected like '%value: 14%', found like '%value: 15%'"
        " from evaluation.eval_errors where gold_file = 'other number.jsonl' order by kind"
    ).fetchall()
    assert rows == [("extra", TOLL, "toll", True, True), ("miss", TOLL, "toll", True, True)]


def test_wrong_slots_are_listed_with_both_sides(evaluation):
    rows = evaluation.execute(
        "select kind, slot, expected, found, rule_id from evaluation.eval_errors where gold_file = 'qualifier.jsonl'"
    ).fetchall()
    assert rows == [("wrong_slot", "qualifier", "at_least", "exact", "toll")]


def test_what_is_found_where_nothing_is_annotated_is_extra(evaluation):
    assert misses_and_extras(evaluation, "nothing annotated") == {
        "casualty": (0, 3),
        "meeting": (0, 2),
        "control": (0, 2),
    }


def test_records_of_an_article_that_was_never_loaded_are_missed(evaluation, capsys):
    assert misses_and_extras(evaluation, "not loaded") == {"casualty": (3, 0), "meeting": (2, 0), "control": (2, 0)}
    evaluation_report.print_scores(evaluation, ["not loaded.jsonl"])
    assert "1 annotated articles are not in the warehouse" in capsys.readouterr().out


def test_death_tolls(evaluation):
    rows = evaluation.execute(
        "select external_id, toll, lead_value, is_toll_among_figures, is_toll_lead_figure, killed_figures"
        " from evaluation.eval_death_tolls order by external_id"
    ).fetchall()
    assert rows == [
        ("lead elsewhere", 14, None, True, False, "at least 14; tens of thousands"),
        ("not loaded", 3, None, False, False, None),
        ("other number", 14, 15, False, False, "at least 14; tens of thousands"),
        ("perfect", 14, 14, True, True, "at least 14; tens of thousands"),
    ]


def test_death_tolls_are_printed_with_their_failures(evaluation, capsys):
    evaluation_report.print_tolls(evaluation, "tolls.csv", with_errors=True)
    printed = capsys.readouterr().out
    assert "Death tolls above 0 in tolls.csv: 4, of 3 articles in the warehouse" in printed
    assert "toll is among the killed figures  2      0.500" in printed
    assert "toll is the lead figure           1      0.250" in printed
    assert "not the lead figure: lead elsewhere" in printed
    assert "not found: other number" in printed


def test_scores_and_rules_are_printed_over_several_gold_files(evaluation, capsys):
    gold_files = ["no toll.jsonl", "toll twice.jsonl"]
    evaluation_report.print_scores(evaluation, gold_files)
    evaluation_report.print_rules(evaluation, gold_files)
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["casualty", "6", "6", "5", "1", "1", "0.833", "0.833", "0.833"] in printed
    assert ["casualty", "scope", "5", "5", "1.000"] in printed
    assert ["casualty", "toll", "4", "3", "1", "0.750"] in printed


def test_errors_are_printed_with_their_sentence(evaluation, capsys):
    evaluation_report.print_errors(evaluation, ["wrong source.jsonl"], ["casualty", "meeting"])
    printed = capsys.readouterr().out
    assert "wrong_slot casualty attribution in wrong source by toll" in printed
    assert f"words    {TOLL[:60]}" in printed
    assert "expected The Northern Monitor" in printed
    assert "found    its spokesman" in printed


def test_a_published_warehouse_is_measured_beside_and_published_again(tmp_path, monkeypatch):
    published = tmp_path / "attested.duckdb"
    write_warehouse(published, [PERFECT], ALIASES)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"article_id": "perfect"} | GOLD), encoding="utf-8")
    built = []
    monkeypatch.setattr(evaluate, "run_dbt", lambda warehouse, command: built.append(warehouse.work) or Outcome())
    monkeypatch.setattr(evaluate, "show", lambda warehouse, options: None)
    assert evaluate.main([str(gold), "--warehouse", str(published)]) == 0
    assert built == [tmp_path / "attested.work.duckdb"]
    with duckdb.connect(str(published), read_only=True) as connection:
        assert connection.execute("select count(*) from raw.annotations").fetchone() == (8,)


def test_what_did_not_hold_is_said_and_not_published(tmp_path, monkeypatch, capsys):
    published = tmp_path / "attested.duckdb"
    write_warehouse(published, [PERFECT], ALIASES)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"article_id": "perfect"} | GOLD), encoding="utf-8")
    monkeypatch.setattr(evaluate, "run_dbt", lambda warehouse, command: Outcome(failures=["model eval_pairs: broken"]))
    before = published.read_bytes()
    assert evaluate.main([str(gold), "--warehouse", str(published)]) == 1
    assert "model eval_pairs: broken" in capsys.readouterr().err
    assert published.read_bytes() == before


def test_the_command_says_what_is_missing(tmp_path, capsys):
    assert evaluate.main([str(tmp_path / "gold.jsonl"), "--warehouse", str(tmp_path / "none.duckdb")]) == 2
    assert "scripts/build makes it" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        evaluate.main([])
