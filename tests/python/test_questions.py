"""docs/questions.md: five questions, answered from the five articles by its commands and by the page it points at."""

import csv
import io
import shlex
import subprocess

import duckdb
import pytest
from lxml import html
from test_readme import CONSOLE

from scripts.commands import query
from scripts.warehouse.files import PROJECT

pytestmark = pytest.mark.integration
SHOWN = CONSOLE.findall((PROJECT / "docs" / "questions.md").read_text(encoding="utf-8"))
FIRST_REPORT, SHARES, MEETINGS, DISPUTES, ATTRIBUTED = (command for command, _ in SHOWN)
OBSERVATORY = "Syrian Observatory for Human Rights"


@pytest.fixture
def printed(five_articles, monkeypatch, capsys):
    """What a command prints about the five articles."""

    def run(command: str, *options: str) -> str:
        monkeypatch.setattr("sys.argv", [*shlex.split(command), "--warehouse", str(five_articles), *options])
        assert query.main() == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def answer(printed):
    return lambda command: list(csv.DictReader(io.StringIO(printed(command, "--format", "csv"))))


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=["69 dead", "shares", "meetings", "disputes", "SANA"])
def test_command_prints_what_is_shown(command, output, printed):
    assert printed(command) == output


def test_the_observatory_reported_69_dead_first(answer):
    first = answer(FIRST_REPORT)[0]
    assert (first["original_value"], first["outcome"], first["said_by"]) == ("69", "killed", OBSERVATORY)
    assert (first["publisher_name"], first["published_date"]) == ("Radio Free Europe/Radio Liberty", "2017-09-12")


def test_shares_of_the_government_differ(answer):
    said = {(row["share_text"], row["said_by"], row["via"], row["day"]) for row in answer(SHARES)}
    assert ("85 percent", "Aleksandr Lapin", "RIA Novosti", "2017-09-12") in said
    assert ("48 percent", OBSERVATORY, "", "2017-09-12") in said
    assert {"almost two-thirds", "nearly two-thirds"} <= {share for share, *_ in said}


def test_shoigu_met_assad_only(answer):
    rows = answer(MEETINGS)
    assert {row["met"] for row in rows} == {"Bashar al-Assad"}
    assert {"2017-09-12", "2019-03-19"} <= {row["meeting_date"] for row in rows}


def test_the_shares_are_disputed(answer):
    [dispute] = [row for row in answer(DISPUTES) if "85 percent" in row["claim"]]
    assert (dispute["said_by"], dispute["by_whom"]) == ("Aleksandr Lapin", OBSERVATORY)
    assert "48 percent" in dispute["against"]


def test_each_outlet_attributed_to_sana_what_its_articles_do(answer, five_articles):
    assert [(row["attributed_to"], row["via"]) for row in answer(ATTRIBUTED)] == [
        ("Bashar al-Assad", "SANA"),
        ("Sergei Shoigu", "SANA"),
        ("SANA", ""),
        ("SANA", ""),
    ]
    with duckdb.connect(str(five_articles), read_only=True) as connection:
        outlets = connection.execute(
            "select distinct publisher_name from answers.statements where 'SANA' in (attributed_to, via)"
        ).fetchall()
    assert {"Middle East Eye", "Radio Free Europe/Radio Liberty"} <= {outlet for (outlet,) in outlets}


def test_page_answers_too(five_articles, tmp_path):
    output = tmp_path / "report.html"
    command = [PROJECT / "scripts" / "report", "--warehouse", five_articles, "--output", output]
    subprocess.run(command, check=True, capture_output=True)
    document = html.parse(output)

    def part(name: str) -> str:
        return document.xpath(f"string(//section[@id='{name}'])")

    assert all(words in part("figures") for words in ("69 killed", OBSERVATORY, "Radio Free Europe/Radio Liberty"))
    assert all(words in part("control") for words in ("85 percent", "Aleksandr Lapin", "48 percent", OBSERVATORY))
    assert all(words in part("meetings") for words in ("Sergei Shoigu", "12 September 2017", "19 March 2019"))
    assert all(words in part("disputes") for words in ("85 percent", "48 percent", "Aleksandr Lapin", OBSERVATORY))
    sana = document.xpath("//details[@class='source'][starts-with(normalize-space(summary), 'SANA')]")
    assert [outlet.text for outlet in sana[0].xpath("h5")][:3] == [
        "Agence France-Presse",
        "Middle East Eye",
        "Radio Free Europe/Radio Liberty",
    ]
