"""Rules for the peers of a city: they select another city."""

from collections.abc import Iterator

from generator.checks.places import key_problem
from generator.model.condition_records import Condition
from generator.model.publication import City, Publication
from generator.problems import Code, Problem

RESULTS = ("indicator", "area")
"""Subjects of a condition that only the assessment knows."""


def check_peers(publication: Publication) -> Iterator[Problem]:
    """The list or rule of a city's peers selects another city, if all cities are read."""
    if set(publication.cities) != set(publication.city_ids):
        return
    for name, city in publication.cities.items():
        peers = city.record.peers
        if peers is None:
            continue
        key = "cities" if peers.cities is not None else "when"
        others = [other for other in publication.city_ids if other != name]
        if peers.cities is not None:
            selects = not set(peers.cities) <= {name}
        elif peers.when is not None and not _asks_results(peers.when):
            selects = any(_holds(publication.cities[other], peers.when) for other in others)
        else:
            continue
        if not selects:
            yield key_problem(Code.PEERS_NOBODY, city.document, ("peers", key))


def _asks_results(condition: Condition) -> bool:
    parts = [*(condition.all or ()), *(condition.any or ())]
    parts += [condition.not_] if condition.not_ is not None else []
    asks = any(getattr(condition, subject) is not None for subject in RESULTS)
    return asks or any(_asks_results(part) for part in parts)


def _holds(city: City, condition: Condition) -> bool:
    """Return whether a city meets a condition on its own files."""
    from generator.assessment.advice.condition_evaluation import (  # for the few cities with a rule
        Known,
        evaluate,
    )
    from generator.assessment.results import CityResult

    nothing = CityResult(city.id, city.record.profile_year or 0, {}, {})
    return evaluate(condition, Known(city, nothing)).result is True
