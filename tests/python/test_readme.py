"""The README shows what its commands print on the samples that scripts/test has built."""

import os
import re
import shlex

import pytest

from scripts.commands import query
from scripts.warehouse.files import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ (scripts/query .*)\n((?:.*\n)*?)```", README)
PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.skipif("ATTESTED_SAMPLES" not in os.environ, reason="run by scripts/test, which builds the samples")
@pytest.mark.parametrize(("command", "output"), SHOWN, ids=range(len(SHOWN)))
def test_query_prints_what_is_shown(command, output, monkeypatch, capsys):
    arguments = shlex.split(command)
    monkeypatch.setattr("sys.argv", [*arguments, "--warehouse", os.environ["ATTESTED_SAMPLES"]])
    assert query.main() == 0
    assert capsys.readouterr().out == output


def test_queries_are_shown():
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_links_lead_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("folder", re.findall(r"^\| `(\w+)/`", README, flags=re.MULTILINE))
def test_folders_exist(folder):
    assert (PROJECT / folder).is_dir()
