"""Which models read each article for itself, and which look at all articles together."""

from collections.abc import Iterator
from enum import StrEnum
from graphlib import TopologicalSorter

ARTICLES = "source.attested.raw.articles"
GAZETTEER = "source.attested.gazetteer."
# What is said of an article in this folder of models depends on the other articles.
COMPARING = ["intermediate", "resolution"]


class Layer(StrEnum):
    """What the rows of a table come from."""

    WORLD = "world"
    ARTICLE = "article"
    ALL_ARTICLES = "all articles"


def layers_of(manifest: dict) -> dict[str, Layer]:
    """The layer of every node of dbt's manifest (as dbt writes it to JSON), by its identifier, parents first.

    A node is of an article where it comes from articles (and their documents) and from nothing that compares them, of
    the world where it comes from seeds and the gazetteer alone, and of all articles otherwise.
    """
    layers: dict[str, Layer] = {}
    for identifier, node in _parents_first(manifest):
        parents = [_layer_of_parent(parent, layers) for parent in node["depends_on"].get("nodes", [])]
        if Layer.ALL_ARTICLES in parents or node["fqn"][1:3] == COMPARING:
            layers[identifier] = Layer.ALL_ARTICLES
        elif Layer.ARTICLE in parents:
            layers[identifier] = Layer.ARTICLE
        else:
            # Documents and loads alone: what is said of them is about all of them.
            layers[identifier] = Layer.ALL_ARTICLES if None in parents else Layer.WORLD
    return layers


def _layer_of_parent(parent: str, layers: dict[str, Layer]) -> Layer | None:
    if parent in layers:
        return layers[parent]
    if parent == ARTICLES:
        return Layer.ARTICLE
    return Layer.WORLD if parent.startswith(GAZETTEER) else None


def _parents_first(manifest: dict) -> Iterator[tuple[str, dict]]:
    nodes = manifest["nodes"]
    parents = {
        identifier: [parent for parent in node["depends_on"].get("nodes", []) if parent in nodes]
        for identifier, node in nodes.items()
    }
    return ((identifier, nodes[identifier]) for identifier in TopologicalSorter(parents).static_order())
