"""scripts/report: a page that leads from every mark to the words, on the samples that scripts/test has built."""

import os
import re
import subprocess
from datetime import date

import duckdb
import pytest
from browser import ENTER, ESCAPE, TAB, browsing
from lxml import html

from scripts.page.words import day, number, shortened, side_name, web_address
from scripts.warehouse.copying import copy_whole
from scripts.warehouse.files import PROJECT, warehouse_at

SAMPLES = os.environ.get("ATTESTED_SAMPLES")
with_samples = pytest.mark.skipif(SAMPLES is None, reason="run by scripts/test, which builds the samples")
HOSTILE = "<script>window.taken = 1</script>\"'><img src=x onerror='window.taken = 1'>{{ 7 * 7 }}&lt;\u202e"


def written(warehouse, folder):
    """The page of a warehouse, as a file."""
    output = folder / "report.html"
    command = [PROJECT / "scripts" / "report", "--warehouse", warehouse, "--output", output]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return written(SAMPLES, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory):
    """The page of a warehouse in which every text that comes from articles ends in an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    copy = folder / "hostile.duckdb"
    copy_whole(warehouse_at(SAMPLES).published, copy)
    with duckdb.connect(str(copy)) as connection:
        for table, column in connection.execute(TEXT_COLUMNS).fetchall():
            connection.execute(f"update {table} set {column} = {column} || ? where {column} is not null", [HOSTILE])
        connection.execute("update marts.dim_articles set source_url = 'javascript:window.taken=1//' || source_url")
    return written(copy, folder)


TEXT_COLUMNS = """
    select schema_name || '.' || table_name, column_name
    from duckdb_columns()
    where
        (schema_name, table_name) in (
            ('marts', 'fct_casualty_figures'), ('marts', 'fct_control_claims'), ('marts', 'fct_meeting_reports'),
            ('marts', 'bridge_meeting_participants'), ('marts', 'fct_figure_repetitions'), ('marts', 'dim_places'),
            ('marts', 'dim_articles'), ('marts', 'fct_territory_standing'), ('marts', 'fct_claim_conflicts'),
            ('marts', 'fct_lineage'), ('marts', 'fct_statements'), ('answers', 'passages'), ('raw', 'loads')
        )
        and column_name in (
            'original_value', 'victims', 'attributed_to', 'via', 'place_text', 'exact', 'actor', 'territory', 'detail',
            'share_text', 'participants', 'participant_name', 'mention_text', 'said_by', 'name', 'title', 'stated_by',
            'publisher_name', 'source_uri'
        )
"""


@with_samples
def test_every_link_within_the_page_has_a_target(page):
    document = html.parse(page)
    ids = document.xpath("//@id")
    targets = {link[1:] for link in document.xpath("//a/@href") if link.startswith("#")} - {"closed"}
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert len([target for target in targets if target.startswith("c-")]) > 20


@with_samples
def test_every_mark_is_a_link_with_a_name(page):
    document = html.parse(page)
    links = document.xpath("//div[@class='wide']//svg//a")
    assert len(links) > 30
    assert all(link.get("aria-label").strip() == link.findtext(".//title").strip() for link in links)
    dots = document.xpath("//svg//*[contains(@class, 'mark-symbol') and contains(@class, 'role-mark')]/*")
    assert len(dots) > 30
    assert {dot.tag for dot in dots} == {"a"}
    assert all(svg.get("aria-label") for svg in document.xpath("//svg"))


@with_samples
def test_quotations_are_the_words_of_the_articles(page):
    document = html.parse(page)
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        evidence = connection.execute("select claim_id, exact from marts.bridge_claim_evidence").fetchall()
    for small in document.xpath("//blockquote//small"):
        small.drop_tree()
    plain = {
        article.get("id")[2:]: " ".join("".join(article.xpath(".//blockquote//text()")).split())
        for article in document.xpath("//article[@class='quotation']")
    }
    checked = [(words, plain[claim]) for claim, words in evidence if claim in plain]
    assert len(checked) > 100
    assert all(" ".join(words.split()) in quotation for words, quotation in checked)


@with_samples
def test_first_word_of_a_number_is_told(page):
    document = html.parse(page)
    rows = [
        [cell.text_content() for cell in row.xpath("td")]
        for row in document.xpath("//section[@id='figures']//tr[td[6]]")
    ]
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        told = connection.execute(FIRST_WORDS).fetchall()
    assert len(told) > 10
    for words, said_by, publisher in told:
        assert (said_by or "", publisher or "") in {(row[2], row[3]) for row in rows if row[0].startswith(words)}


FIRST_WORDS = """
    select original_value || ' ' || outcome, said_by, publisher_name
    from answers.figure_history where statement_number = 1 and value > 0
"""


@with_samples
def test_every_source_has_what_each_outlet_lets_it_say(page):
    document = html.parse(page)
    with duckdb.connect(SAMPLES, read_only=True) as connection:
        said = connection.execute(SAID).fetchall()
    shown = {
        (details.xpath("string(summary/text())").strip(), outlet.text, item.xpath("string(text())").strip())
        for details in document.xpath("//details[@class='source']")
        for outlet in details.xpath("h5")
        for item in outlet.xpath("following-sibling::ul[1]/li")
    }
    assert len(shown) > 20
    names = {source for source, _, _ in shown}
    mine = {(source, outlet, exact) for source, outlet, exact in said if source in names}
    assert mine <= shown


SAID = """
    select attributed_to, coalesce(publisher_name, 'A publisher that nothing names'), exact from answers.statements
"""


@with_samples
def test_page_asks_nobody_for_anything(page):
    document = html.parse(page)
    assert not document.xpath(
        "//link | //img | //iframe | //object | //embed | //*[@src] | //style[contains(., 'url(')]"
    )
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy[0].startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert page.stat().st_size < 2_000_000


@with_samples
def test_hostile_text_is_shown_and_never_run(hostile_page):
    document = html.parse(hostile_page)
    assert len(document.xpath("//script")) == 1
    assert not document.xpath("//img | //@onerror | //@onclick | //@onload")
    assert {re.match(r"\w+:|#", link)[0] for link in document.xpath("//a/@href")} == {"#"}
    assert "<script>window.taken" in document.xpath("string(//blockquote[contains(., 'taken')])")
    assert "{{ 7 * 7 }}" in document.xpath("string(//body)")
    labels = document.xpath("//svg//a[contains(@aria-label, 'window.taken')]")
    assert labels


def test_no_warehouse_is_a_message(tmp_path):
    command = [PROJECT / "scripts" / "report", "--warehouse", tmp_path / "none.duckdb"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "scripts/build makes the warehouse" in done.stderr) == (1, True)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, of a colour like #1d1d1b."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_stand_out():
    style = (PROJECT / "scripts" / "page" / "page.css").read_text(encoding="utf-8")
    named = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style.replace("#fff;", "#ffffff;")))
    for text in ("ink", "quiet", "accent"):
        for ground in ("paper", "card", "shade"):
            assert contrast(named[text], named[ground]) >= 4.5, (text, ground)
    drawing = (PROJECT / "scripts" / "page" / "drawing.py").read_text(encoding="utf-8")
    colours = re.search(r"COLOURS = \[(.*)\]", drawing)[1]
    assert all(contrast(colour, "#ffffff") >= 3 for colour in re.findall(r"#[0-9a-f]{6}", colours))


@with_samples
@pytest.mark.integration
def test_a_mark_leads_to_its_words_by_mouse_and_by_keyboard(page, tmp_path):
    with browsing() as browser:
        browser.resize(1100, 900)
        browser.open(page.as_uri())
        mark = "#control .wide svg a:not([tabindex])[aria-label*='78 percent']"
        browser.click(mark)
        assert browser.sees(".quotation:target h3")
        assert "78 percent" in browser.text(".quotation:target blockquote")
        assert "Hasan Murad" in browser.text(".quotation:target .voice")
        where = browser.run("return scrollY")
        browser.press(ESCAPE)
        assert browser.run("return document.querySelector('.quotation:target')") is None
        assert browser.run("return scrollY") == where
        assert browser.run("return document.activeElement === document.querySelector(arguments[0])", mark)
        browser.press(TAB, ENTER)
        assert browser.sees(".quotation:target h3")
        browser.click(".quotation:target .close")
        assert browser.run("return document.querySelector('.quotation:target')") is None
        browser.click("#meetings .wide svg a[aria-label^='Nabil Darwish: ']")
        assert "Faris al-Obaidi" in browser.text("details.person:target")
        assert browser.complaints() == []


@with_samples
@pytest.mark.integration
def test_page_fits_a_phone(page):
    with browsing() as browser:
        browser.resize(390, 844)
        browser.open(page.as_uri())
        assert browser.run("return document.documentElement.scrollWidth") == 390
        assert browser.run("return [...document.querySelectorAll('.wide')].every(each => !each.offsetWidth)")
        sizes = browser.run("""
            return [...document.querySelectorAll('.narrow text')].map(each => each.getBoundingClientRect().height)
        """)
        assert min(sizes) >= 9
        browser.click("#control .narrow svg a:not([tabindex])")
        assert browser.sees(".quotation:target h3")
        assert browser.run("return document.querySelector('.quotation:target').offsetWidth") <= 390


@with_samples
@pytest.mark.integration
def test_hostile_page_runs_nothing_in_a_browser(hostile_page):
    with browsing() as browser:
        browser.open(hostile_page.as_uri())
        browser.click("#control .wide svg a:not([tabindex])")
        assert "window.taken" in browser.text(".quotation:target")
        assert browser.run("return window.taken") is None


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_pages_become_links(address, kept):
    assert web_address(address) == (address if kept else None)


def test_words():
    some_day = date(2014, 2, 20)
    assert [day(some_day, precision) for precision in ("day", "month", "year", "week")] == [
        "20 February 2014",
        "February 2014",
        "2014",
        "week of 20 February 2014",
    ]
    assert day(None) == "day not stated"
    assert (number(1234567), number(None)) == ("1,234,567", "")
    assert (shortened("abcdef", 4), shortened("abc", 4)) == ("abc…", "abc")
    assert (side_name("us_coalition", "America"), side_name("0" * 32, "The Egyptian army")) == (
        "US coalition",
        "The Egyptian army",
    )
