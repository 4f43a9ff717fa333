"""Which models read each article for itself, and which look at all articles together."""

from dataclasses import dataclass

from dbt.contracts.graph.manifest import Manifest

ARTICLES = "source.attested.raw.articles"
READING_FOLDERS = ("staging", "intermediate")
# What is said of an article here depends on the other articles.
ACROSS_ARTICLES = ("intermediate", "resolution")


@dataclass(frozen=True)
class Table:
    """A table by its name with its schema; `key` is a column of which several articles may have the same value."""

    name: str
    key: str | None


@dataclass(frozen=True)
class Layers:
    """The names of the seeds' tables, and the tables whose rows come from one article each."""

    seeds: list[str]
    reading: list[Table]


def layers_of(manifest: Manifest) -> Layers:
    """Sort the nodes of a parsed project by folder, and by whether an article is among what they come from."""
    read_articles = _descendants_of(ARTICLES, manifest)
    seeds, reading = [], []
    for identifier, node in manifest.nodes.items():
        folders = tuple(node.fqn[1:-1])
        name = f"{node.schema}.{node.name}"
        if node.resource_type == "seed" and folders[0] != "evaluation":
            seeds.append(name)
        elif (
            node.resource_type == "model"
            and node.config.materialized == "table"
            and identifier in read_articles
            and folders[0] in READING_FOLDERS
            and folders[:2] != ACROSS_ARTICLES
        ):
            reading.append(Table(name, node.config.unique_key))
    return Layers(seeds, reading)


def _descendants_of(identifier: str, manifest: Manifest) -> set[str]:
    """Every node that reads `identifier`, at any remove."""
    found: set[str] = set()
    ahead = [identifier]
    while ahead:
        children = set(manifest.child_map.get(ahead.pop(), [])) - found
        found |= children
        ahead.extend(children)
    return found
