"""The README and the pages of docs show what their commands print on the samples that scripts/test has built."""

import importlib
import os
import re
import shlex
import subprocess

import pytest

from scripts.warehouse.files import PROJECT

PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ (scripts/(?:query|metrics) .*)\n((?:.*\n)*?)```")
# What docs/questions.md shows is of other articles (test_questions.py).
SHOWN = [
    shown
    for page in PAGES
    if page.name != "questions.md"
    for shown in CONSOLE.findall(page.read_text(encoding="utf-8"))
]
LISTED = re.compile(r"^\| \[(\d+)\]\(([^)]+)\) \| (.+) \|$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.skipif("ATTESTED_SAMPLES" not in os.environ, reason="run by scripts/test, which builds the samples")
@pytest.mark.parametrize(("command", "output"), SHOWN, ids=range(len(SHOWN)))
def test_command_prints_what_is_shown(command, output, monkeypatch, capsys):
    arguments = shlex.split(command)
    name = arguments[0].removeprefix("scripts/")
    if name == "metrics":
        subprocess.run([PROJECT / "scripts" / "setup", "requirements-metrics.txt"], check=True, capture_output=True)
        importlib.invalidate_caches()
    monkeypatch.setattr("sys.argv", [*arguments, "--warehouse", os.environ["ATTESTED_SAMPLES"]])
    assert importlib.import_module(f"scripts.commands.{name}").main() == 0
    assert capsys.readouterr().out == output


def test_commands_are_shown():
    assert len(CONSOLE.findall(README)) >= 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_links_lead_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("folder", re.findall(r"^\| `(\w+)/`", README, flags=re.MULTILINE))
def test_folders_exist(folder):
    assert (PROJECT / folder).is_dir()


def test_every_decision_is_in_the_list_by_its_title():
    records = sorted((PROJECT / "docs" / "decisions").glob("0*.md"))
    listed = LISTED.findall((PROJECT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8"))
    assert [path.name for path in records] == [name for _, name, _ in listed]
    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in records]
    assert titles == [f"# {number}: {title}" for number, _, title in listed]
