"""Measure what a trained model would choose from what the rules weigh, for the scope and the place of casualty figures.

Gradient-boosted trees learn from the annotated articles with which the rules were written: each eighth of them is
predicted by trees that have not seen it, the articles kept aside by trees that have seen all others. The warehouse
has to be evaluated first (scripts/evaluate). scikit-learn has an environment of its own, as nothing else needs it:

    scripts/setup --into .venv-learned requirements-learned.txt
    .venv-learned/bin/python -m scripts.commands.measure_learned
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.model_selection import GroupKFold

from scripts.warehouse.files import warehouse_at

FOLDS = 8
KEPT_ASIDE = "held_out"
# What the rules chose, as evidence of its own: with it, trees have only to tell where the rules are wrong.
CHOICE = "is_choice_of_rules"
# Words of a place that do not tell one from another.
UNTELLING = {"the", "of", "al", "near", "city", "province", "village", "town", "in", "a", "an"}

FOUND = """
    select
        verdicts.gold_file, verdicts.external_id, claims.claim_id as figure_id, claims.article_id,
        claims.sentence_id, claims.sentence_index, claims.main_claim_key, claims.place_key,
        slots.expected, slots.is_right as is_choice_right
    from evaluation.eval_pair_slots as slots
    inner join evaluation.eval_matches as matches on slots.pair_id = matches.pair_id
    inner join evaluation.eval_verdicts as verdicts
        on slots.annotation_id = verdicts.annotation_id and slots.prediction_id = verdicts.prediction_id
    inner join evaluation.eval_predicted_records as records on slots.prediction_id = records.prediction_id
    inner join intermediate.int_casualty_claims as claims on records.claim_id = claims.claim_id
    where
        slots.fact_type = 'casualty' and slots.slot = $slot and slots.expected is not null
        and matches.match_kind = 'found' and verdicts.verdict = 'found'
"""
SCOPES = f"""
    with found as ({FOUND})
    select
        found.gold_file, found.external_id, found.figure_id, found.expected, found.is_choice_right,
        options.scope as value, null as name, own_scopes.scope = options.scope as {CHOICE},
        options.scope, signs.* exclude (claim_key, stretch), signs.stretch is not null as has_stretch
    from found
    cross join (values ('event'), ('period'), ('cumulative')) as options(scope)
    inner join intermediate.int_casualty_scope_signs as signs on found.main_claim_key = signs.claim_key
    inner join intermediate.int_casualty_scopes as own_scopes on found.main_claim_key = own_scopes.claim_key
    order by all
"""
# Every mention of a place in the article, and what the rules chose if that is none of them.
PLACES = f"""
    with found as ({FOUND}),
    mentions as (
        select
            *, coalesce(place_id, place_text) as place_key,
            count(*) over (partition by article_id, coalesce(place_id, place_text)) as mentions_of_place,
            count(*) over (partition by article_id) as mentions_of_places
        from intermediate.int_place_units
    ),
    options as (
        select
            found.*, chosen.place_method, mentions.place_text, mentions.place_id,
            chosen.claim_key is not null as {CHOICE},
            mentions.sentence_index - found.sentence_index as sentences_apart,
            mentions.* exclude (sentence_id, article_id, sentence_index, token_index, token_count, place_id, country,
                country_code, place_text, start_offset, end_offset, place_key),
            coalesce(mentions.country = figures.theatre, false) as is_in_theatre,
            coalesce(mentions.country = figures.homeland, false) as is_in_homeland,
            figures.* exclude (claim_key, article_id, sentence_index, stated_country, theatre, homeland, event_word),
            candidates.token_distance, candidates.barrier_count, candidates.figures_between
        from found
        inner join mentions on found.article_id = mentions.article_id
        left join intermediate.int_claim_places as chosen
            on found.place_key = chosen.claim_key and mentions.place_key = coalesce(chosen.place_id, chosen.place_text)
        left join intermediate.int_unplaced_figures as figures on found.place_key = figures.claim_key
        left join intermediate.int_claim_place_candidates as candidates
            on found.place_key = candidates.claim_key and mentions.start_offset = candidates.start_offset
        union all by name
        select
            found.*, chosen.place_method, chosen.place_text, chosen.place_id, true as {CHOICE}
        from found
        inner join intermediate.int_claim_places as chosen on found.place_key = chosen.claim_key
        where not exists (
            from mentions
            where
                mentions.article_id = found.article_id
                and mentions.place_key = coalesce(chosen.place_id, chosen.place_text)
        )
    )
    select
        options.* exclude (article_id, sentence_id, sentence_index, main_claim_key, place_key, place_text, place_id),
        options.place_text as value, places.name
    from options
    left join staging.stg_places as places on options.place_id = places.place_id
    order by all
"""
KNOWN_ONLY_TO_RULES = {CHOICE, "place_method"}
NO_EVIDENCE = {"gold_file", "external_id", "figure_id", "expected", "is_choice_right", "value", "name"}


@dataclass(frozen=True)
class Option:
    """One thing that could be chosen for one figure, and whether it is right."""

    gold_file: str
    article: str
    figure: tuple[str, str, str]
    is_right: bool
    is_choice: bool
    evidence: dict[str, Any]


def options(connection: duckdb.DuckDBPyConnection, query: str, slot: str) -> list[Option]:
    """All options of the found figures whose `slot` an annotation fills."""
    rows = connection.execute(query, {"slot": slot})
    names = [column[0] for column in rows.description]
    found = []
    for values in rows.fetchall():
        row = dict(zip(names, values, strict=True))
        is_choice = bool(row[CHOICE])
        is_right = row["is_choice_right"] if is_choice else agrees(row["expected"], row["value"], row["name"])
        evidence = {name: value for name, value in row.items() if name not in NO_EVIDENCE and value is not None}
        figure = (row["gold_file"], row["figure_id"], row["expected"])
        found.append(Option(row["gold_file"], row["external_id"], figure, is_right, is_choice, evidence))
    return found


def agrees(expected: str, *texts: str | None) -> bool:
    """Whether the telling words of one of `texts` contain all of `expected`, or the other way about."""
    wanted = _words(expected)
    return any(words and (words <= wanted or wanted <= words) for words in map(_words, filter(None, texts)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower())) - UNTELLING


def chances(found: list[Option], with_choice: bool) -> np.ndarray:
    """How likely each option is right, told by trees that have not seen its article."""
    hidden = set() if with_choice else KNOWN_ONLY_TO_RULES
    evidence = [{name: value for name, value in option.evidence.items() if name not in hidden} for option in found]
    features = DictVectorizer(sparse=False).fit_transform(evidence)
    right = np.array([option.is_right for option in found])
    kept_aside = np.array([KEPT_ASIDE in option.gold_file for option in found])
    seen = np.flatnonzero(~kept_aside)
    articles = np.array([option.article for option in found])
    likely = np.zeros(len(found))
    for train, test in [*_folds(seen, articles), (seen, np.flatnonzero(kept_aside))]:
        if len(test):
            trees = HistGradientBoostingClassifier(
                max_depth=4, max_iter=120, learning_rate=0.06, l2_regularization=5, min_samples_leaf=30, random_state=0
            )
            likely[test] = trees.fit(features[train], right[train]).predict_proba(features[test])[:, 1]
    return likely


def _folds(seen: np.ndarray, articles: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for train, test in GroupKFold(FOLDS).split(seen, groups=articles[seen]):
        yield seen[train], seen[test]


def shares(found: list[Option]) -> dict[str, dict[str, float]]:
    """By gold file: figures, and the share for which rules, trees, and trees that know of the rules chose right.

    `possible` is the share for which a right option exists at all.
    """
    alone, knowing = chances(found, with_choice=False), chances(found, with_choice=True)
    by_figure = defaultdict(list)
    for number, option in enumerate(found):
        by_figure[option.figure].append(number)
    tallies: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (gold_file, _, _), numbers in by_figure.items():
        tally = tallies[gold_file]
        tally["figures"] += 1
        tally["rules"] += any(found[number].is_choice and found[number].is_right for number in numbers)
        tally["trees"] += found[max(numbers, key=alone.__getitem__)].is_right
        tally["trees after rules"] += found[max(numbers, key=knowing.__getitem__)].is_right
        tally["possible"] += any(found[number].is_right for number in numbers)
    return {
        gold_file: {name: count if name == "figures" else count / tally["figures"] for name, count in tally.items()}
        for gold_file, tally in sorted(tallies.items())
    }


def main() -> int:
    """Print a table for each slot."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.commands.measure_learned",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--warehouse", help="an evaluated warehouse (default: warehouse/attested.duckdb)")
    work = warehouse_at(parser.parse_args().warehouse).work
    with duckdb.connect(str(work), read_only=True) as connection:
        for slot, query in {"scope": SCOPES, "place": PLACES}.items():
            columns = ["figures", "rules", "trees", "trees after rules", "possible"]
            print(f"{slot:<24}" + "".join(f"{column:>20}" for column in columns))
            for gold_file, share in shares(options(connection, query, slot)).items():
                print(f"{gold_file:<24}{share['figures']:>20.0f}" + "".join(f"{share[c]:>20.2f}" for c in columns[1:]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
