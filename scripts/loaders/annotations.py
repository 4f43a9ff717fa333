"""What people annotated, loaded so that the warehouse can measure itself: gold records and labelled death tolls.

Each file is mirrored: loading it again replaces what was loaded under its name, so a corrected annotation leaves no
trace of the old one. Ids are content-derived, as everywhere in the warehouse.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

from scripts.loaders.ids import content_id

RECORD_KINDS = {"meetings": "meeting", "casualties": "casualty", "control": "control"}

TABLES = """
create schema if not exists raw;
create table if not exists raw.annotated_articles (gold_file varchar, external_id varchar);
create table if not exists raw.annotations (
    annotation_id varchar, gold_file varchar, external_id varchar, record_kind varchar, record_index bigint,
    is_optional boolean, record varchar, evidence varchar
);
create table if not exists raw.labelled_tolls (label_file varchar, external_id varchar, toll bigint);
"""


ADD_ANNOTATION = f"""
insert into raw.annotations
select {content_id("gold_file", "external_id", "record_kind", "record_index", "record")}, *
from (
    select ? as gold_file, ? as external_id, ? as record_kind, ? as record_index, ? as is_optional, ? as record,
        ? as evidence
)
"""


class AnnotationError(ValueError):
    """A gold or label file that does not follow the guide; the message says where."""


@dataclass(frozen=True)
class Annotation:
    """One annotated record of an article: its kind, its place in the article's list, and the record as JSON text."""

    gold_file: str
    external_id: str
    record_kind: str
    record_index: int
    is_optional: bool
    record: str
    evidence: str


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables of annotations where they are missing, so that the evaluation models have their sources."""
    connection.execute(TABLES)


def read_gold(path: Path) -> tuple[list[str], list[Annotation]]:
    """The annotated articles and the records of a gold file: JSON lines, as the annotation guide describes them.

    Returns the articles' external ids, in the order of the file, and their annotations. Raises AnnotationError, with
    the line, for a line that is not a JSON object with an `article_id`, for an article annotated twice, and for a
    record without evidence.
    """
    articles: list[str] = []
    annotations: list[Annotation] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
            external_id = article["article_id"]
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise AnnotationError(f"{path}, line {number}: not an annotated article ({error!r})") from error
        if external_id in articles:
            raise AnnotationError(f"{path}, line {number}: {external_id} is annotated twice")
        articles.append(external_id)
        annotations += _read_records(article, path.name, f"{path}, line {number}")
    return articles, annotations


def _read_records(article: dict, gold_file: str, where: str) -> list[Annotation]:
    annotations = []
    for field, kind in RECORD_KINDS.items():
        for index, record in enumerate(article.get(field, [])):
            if not record.get("evidence"):
                raise AnnotationError(f"{where}: {field}[{index}] has no evidence")
            content = json.dumps(record, ensure_ascii=False, sort_keys=True)
            annotations.append(
                Annotation(
                    gold_file=gold_file,
                    external_id=article["article_id"],
                    record_kind=kind,
                    record_index=index,
                    is_optional=record.get("optional", False),
                    record=content,
                    evidence=record["evidence"],
                )
            )
    return annotations


def load_gold(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Mirror a gold file in `raw.annotated_articles` and `raw.annotations`, under its file name.

    An article without records is loaded as well: whatever is found in it is an extra. Raises AnnotationError as
    `read_gold` does.
    """
    articles, annotations = read_gold(path)
    connection.begin()
    for table in ("raw.annotations", "raw.annotated_articles"):
        connection.execute(f"delete from {table} where gold_file = ?", [path.name])
    _insert(connection, "insert into raw.annotated_articles values (?, ?)", [(path.name, name) for name in articles])
    _insert(connection, ADD_ANNOTATION, [tuple(vars(annotation).values()) for annotation in annotations])
    connection.commit()


def load_tolls(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Mirror the death tolls of a label file in `raw.labelled_tolls`, under its file name.

    The file is the CSV of FA-KES (Abu Salem et al., ICWSM 2019): the toll of the incident that the article `unit_id`
    reports is `nb_civilians` plus `nb_noncivilians`, a number of people; an empty cell counts as 0. Raises
    AnnotationError for missing columns.
    """
    with path.open(encoding="utf-8", newline="") as file:
        try:
            tolls = [
                (path.name, row["unit_id"], int(row["nb_civilians"] or 0) + int(row["nb_noncivilians"] or 0))
                for row in csv.DictReader(file)
            ]
        except (KeyError, ValueError) as error:
            raise AnnotationError(f"{path}: not a file of labelled death tolls ({error!r})") from error
    connection.begin()
    connection.execute("delete from raw.labelled_tolls where label_file = ?", [path.name])
    _insert(connection, "insert into raw.labelled_tolls values (?, ?, ?)", tolls)
    connection.commit()


def _insert(connection: duckdb.DuckDBPyConnection, statement: str, rows: list[tuple]) -> None:
    if rows:
        connection.executemany(statement, rows)
