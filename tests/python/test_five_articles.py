"""One picture out of the five articles that the warehouse was first asked to serve, no part of the project."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

pytestmark = pytest.mark.integration


@pytest.fixture
def asked(five_articles: Path) -> Callable[[str], list[tuple]]:
    """Query a warehouse of the five articles alone."""

    def rows(query: str) -> list[tuple]:
        with duckdb.connect(str(five_articles), read_only=True) as connection:
            return connection.execute(query).fetchall()

    return rows


def test_shoigu_met_assad_three_times_besides_the_caption(asked):
    meetings = asked("""
        select date_precision, date_earliest, date_latest, report_count, publisher_count, status
        from marts.fct_meetings
        where participants ilike '%shoigu%' and participants ilike '%assad%'
    """)
    assert len(meetings) == 4
    assert ("day", date(2017, 9, 12), date(2017, 9, 12), 2, 2, "held") in meetings
    assert ("day", date(2019, 3, 19), date(2019, 3, 19), 2, 2, "held") in meetings
    assert ("year", date(2016, 1, 1), date(2016, 12, 31), 1, 1, "held") in meetings
    [(earliest, latest)] = [meeting[1:3] for meeting in meetings if meeting[0] in ("day", "range") and meeting[3] == 1]
    assert earliest <= date(2016, 6, 18) <= latest


def test_the_dispute_about_shares_is_found_with_both_sides(asked):
    assert asked("""
        select conflicts.conflict_kind, a.attributed_to, a.share, b.attributed_to, b.share
        from marts.fct_claim_conflicts as conflicts
        inner join marts.fct_control_claims as a on conflicts.claim_id_a = a.claim_id
        inner join marts.fct_control_claims as b on conflicts.claim_id_b = b.claim_id
        where conflicts.conflict_kind = 'denied'
    """) == [("denied", "Aleksandr Lapin", 0.85, "Syrian Observatory for Human Rights", 0.48)]
    assert asked("select claimed_by, denied_by, denied_thing from marts.fct_stated_disputes") == [
        ("Aleksandr Lapin", "Syrian Observatory for Human Rights", "statement")
    ]


def test_vague_and_exact_tolls_of_the_war_may_both_hold(asked):
    compared = asked("""
        select original_value_a, original_value_b, may_both_hold, reason_kind
        from marts.fct_figure_comparisons where subject_key = 'syria' and outcome = 'killed'
    """)
    assert compared == [("hundreds of thousands", "more than 370,000", True, "words_overlap")]
