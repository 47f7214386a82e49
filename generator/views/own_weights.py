"""The reader's own weights: places of some cities in what all have comparable, and their mean.

An exercise of the reader, not a rating: positions on a line, no ranks. Equal weights without a
script; which city stays nearer whatever the weights does not hang on them.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations
from statistics import fmean

from generator.frozen import dataclass
from generator.views.compared_rows import ComparedRow
from generator.views.letters_on_a_line import Dot, Letters, dots_of, letters_of
from generator.views.places_compared import RowBeside, shared
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a reader may weigh: the place of each city in it, as data and as drawn."""

    row: ComparedRow
    places: tuple[float, ...]
    dots: tuple[Dot, ...]
    letters: tuple[Letters, ...]


@dataclass(frozen=True, slots=True)
class OwnWeights:
    """What is weighed, and equal weights: as drawn and in words. `few`: why there is nothing.

    `ends`: what stands at both ends of every line; `never`: what no weights change.
    """

    few: str
    items: tuple[Weighed, ...]
    ends: str
    dots: tuple[Dot, ...]
    letters: tuple[Letters, ...]
    result: str
    never: tuple[str, ...]


def own_weights(
    site: Site, rows: Sequence[RowBeside], names: Sequence[str], codes: Sequence[str]
) -> OwnWeights:
    """Return what a reader may weigh of some cities."""
    least = site.editorial.own_weights_from
    found = shared(rows, least)
    if len(found) < least:
        few = site.say("compare.weights-few", least=least, n=len(found))
        return OwnWeights(few, (), "", (), (), "", ())
    items = tuple(_weighed(row, codes) for row in found)
    means = [fmean(places) for places in zip(*(item.places for item in items), strict=True)]
    return OwnWeights(
        few="",
        items=items,
        ends=site.say(f"compare.weights-ends.{found[0].family}"),
        dots=dots_of(means),
        letters=letters_of(means, codes),
        result=site.language.by_commas(
            f"{name} {site.language.number(mean, 0)}"
            for name, mean in zip(names, means, strict=True)
        ),
        never=tuple(_never(site, items, names)) or (site.say("compare.weights-open"),),
    )


def _weighed(row: RowBeside, codes: Sequence[str]) -> Weighed:
    places = tuple(row.places)
    return Weighed(row.row, places, dots_of(places), letters_of(places, codes))


def _never(site: Site, items: Sequence[Weighed], names: Sequence[str]) -> Iterator[str]:
    """Yield which city has a higher mean than another whatever counts how much."""
    for one, other in permutations(range(len(names)), 2):
        pairs = [(item.places[one], item.places[other]) for item in items]
        if all(here >= there for here, there in pairs) and any(a > b for a, b in pairs):
            yield site.say("compare.weights-never", one=names[one], other=names[other])
