"""Bands and the marks beside them: what each means, and how many results have it."""

from collections.abc import Iterable

from generator.assessment.evidence_states import Standing
from generator.assessment.results import (
    NO_BENCHMARK,
    NOT_RATED,
    POSITIONED,
    REACHED,
    SHORT,
    IndicatorResult,
)
from generator.frozen import dataclass
from generator.views.cell import Marks
from generator.views.site import Site

WITHOUT_BAND = (REACHED, SHORT, POSITIONED)
"""The signs of what is rated without a band."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A mark with its word and what it means."""

    band: str
    word: str
    meaning: str


def band_counts(site: Site, results: Iterable[IndicatorResult | Standing]) -> Marks:
    """Return how many results have each band, best first, then those rated without a band."""
    bands = list(site.publication.framework.policy.bands)[::-1]
    held = [one.sign for one in results if one.is_rated]
    counts = [(sign, held.count(sign)) for sign in (*bands, *WITHOUT_BAND) if sign in held]
    words = [
        site.say("count.band", n=count, band=site.language.inside(site.say(_name_of(sign))))
        for sign, count in counts
    ]
    return Marks(tuple(counts), site.language.enumerate(words) if words else "")


def _name_of(sign: str) -> str:
    return f"sign.{sign}" if sign in WITHOUT_BAND else f"band.{sign}"


def every_sign(site: Site) -> tuple[str, ...]:
    """Return the signs of all marks: bands from the lowest, what has no band, what is not rated."""
    return (*site.publication.framework.policy.bands, *WITHOUT_BAND, NOT_RATED, NO_BENCHMARK)


def word_of_sign(site: Site, sign: str) -> str:
    """Return the word of a mark."""
    bare = sign in (NOT_RATED, NO_BENCHMARK)
    return site.say(f"state.{sign}" if bare else _name_of(sign))


def edges(site: Site) -> list[Meaning]:
    """Return the bands with their lower edges and what they mean, from the lowest."""
    bands = site.publication.framework.policy.bands
    numbers = list(bands.values())
    found = []
    for index, (band, edge) in enumerate(bands.items()):
        above = numbers[index + 1] if index + 1 < len(numbers) else None
        low = site.language.number(edge)
        key = "band.range" if above is not None else "band.from"
        high = site.language.number(above) if above is not None else ""
        found.append(Meaning(band, site.say(f"band.{band}"), site.say(key, low=low, high=high)))
    return found


def marks_without_rating(site: Site) -> list[Meaning]:
    """Return the marks of what has no band, with what they mean."""
    signs = [
        Meaning(sign, site.say(f"sign.{sign}"), site.say(f"legend.{sign}")) for sign in WITHOUT_BAND
    ]
    states = [
        Meaning(mark, site.say(f"state.{mark}"), site.say(f"legend.{mark}"))
        for mark in (NOT_RATED, NO_BENCHMARK)
    ]
    return [*signs, *states]
