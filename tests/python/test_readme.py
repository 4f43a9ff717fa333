"""The README shows what its commands print on the samples that scripts/test has built."""

import os
import re
import shlex
from pathlib import Path

import pytest

from scripts.commands import query
from scripts.warehouse.files import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ (scripts/query .*)\n((?:.*\n)*?)```", README)
LINKS = sorted(
    (page.name, link)
    for page in (*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md"))
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    if "://" not in link
)


@pytest.mark.skipif("ATTESTED_SAMPLES" not in os.environ, reason="run by scripts/test, which builds the samples")
@pytest.mark.parametrize(("command", "output"), SHOWN, ids=range(len(SHOWN)))
def test_query_prints_what_is_shown(command, output, monkeypatch, capsys):
    arguments = shlex.split(command)
    monkeypatch.setattr("sys.argv", [*arguments, "--warehouse", os.environ["ATTESTED_SAMPLES"]])
    assert query.main() == 0
    assert capsys.readouterr().out == output


def test_queries_are_shown():
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("page", sorted({page for page, _ in LINKS}))
def test_links_lead_somewhere(page):
    folder = next(path.parent for path in (PROJECT / page, *(PROJECT / "docs").rglob(page)) if path.exists())
    missing = [link for name, link in LINKS if name == page and not (folder / link).exists()]
    assert missing == []


@pytest.mark.parametrize("folder", re.findall(r"^\| `(\w+)/`", README, flags=re.MULTILINE))
def test_folders_exist(folder):
    assert (Path(PROJECT) / folder).is_dir()
