"""Cities side by side as readers choose them: what the page holds before any is chosen.

Each city is a column by itself (`compared_city.py`). The script of the page decides as
`places_compared.py`, `comparison.py` and `own_weights.py` do; its words and numbers stand here.
"""

from collections.abc import Mapping

from generator.frozen import dataclass
from generator.language import Label
from generator.views.bands import every_sign, word_of_sign
from generator.views.compared_city import ComparedFigure
from generator.views.compared_rows import FAMILIES, ComparedArea, ComparedRow, compared_areas
from generator.views.own_weights import OwnWeights, Weighed
from generator.views.side_by_side import ComparedCell, ComparedHead
from generator.views.site import Site
from generator.views.targets import NOWHERE

WORDS = (
    "area",
    "chart.copied",
    "city",
    "compare.apart",
    "compare.earlier",
    "compare.failed",
    "compare.folded",
    "compare.later",
    "compare.line",
    "compare.most",
    "compare.name",
    "compare.no-figure",
    "compare.none",
    "compare.one-more",
    "compare.place",
    "compare.ready",
    "compare.several",
    "compare.unknown",
    "compare.weights-few",
    "compare.weights-never",
    "compare.weights-open",
    "compare.where",
    "fiche.more",
    "indicator",
    "list.comma",
    "list.semicolon",
    "near",
    "note",
    "rating",
    "unit",
    "value",
    "year",
)
"""The labels that the script fills, beside those of the ends of own weights."""

SPACE = "\N{NO-BREAK SPACE}"
_FIGURE = ComparedFigure(
    "", SPACE, "", "", False, SPACE, SPACE, None, "", SPACE, (SPACE,), "", None, False, SPACE, (),
    True,
)  # fmt: skip
"""Stands for any figure where the script finds the parts of one."""


@dataclass(frozen=True, slots=True)
class ChoiceRules:
    """The numbers of the policy and of the publication by which the script decides.

    `lists`: the locale by which it writes names in a sentence.
    """

    families: tuple[str, ...]
    years_warn: int
    years_exclude: int
    named: int
    weights_from: int
    lists: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The fields of the form, all rows, and one of each part that the script repeats.

    `words` are labels that are not filled yet, those with plural forms whole.
    """

    fields: tuple[str, ...]
    areas: tuple[ComparedArea, ...]
    signs: Mapping[str, str]
    head: ComparedHead
    cell: ComparedCell
    weights: OwnWeights
    words: Mapping[str, Label]
    rules: ChoiceRules


def choice(site: Site) -> Choice:
    """Return what the page holds on which readers choose cities."""
    policy, editorial = site.publication.framework.policy.comparison, site.editorial
    ends = (f"compare.weights-ends.{family}" for family in FAMILIES)
    row = ComparedRow("", "", NOWHERE, "", ())
    return Choice(
        fields=(
            site.say("compare.first"),
            *(site.say("compare.other", n=n) for n in range(2, editorial.compared_cities + 1)),
        ),
        areas=tuple(compared_areas(site)),
        signs={sign: word_of_sign(site, sign) for sign in every_sign(site)},
        head=ComparedHead(SPACE, NOWHERE, SPACE, SPACE, ""),
        cell=ComparedCell("", _FIGURE, NOWHERE, (SPACE,), SPACE, ((0.0, 0.0),)),
        weights=OwnWeights("", (Weighed(row, (), (), ()),), SPACE, (), (), "", ()),
        words={key: site.language.labels[key] for key in (*WORDS, *ends)},
        rules=ChoiceRules(
            FAMILIES,
            policy.years_warn,
            policy.years_exclude,
            editorial.named_in_sentence,
            editorial.own_weights_from,
            site.language.lists,
        ),
    )


@dataclass(frozen=True, slots=True)
class CityToChoose:
    """A city by which it is found: its name, its country, what else it is called."""

    city: str
    name: str
    country: str
    others: tuple[str, ...]


def cities_to_choose(site: Site) -> list[CityToChoose]:
    """Return all cities by name."""
    return [
        CityToChoose(
            city.id,
            city.record.name,
            site.country(city.record.country),
            (*city.record.local_names.values(), *city.record.names),
        )
        for city in site.cities
    ]
