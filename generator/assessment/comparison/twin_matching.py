"""Cities to twin with: similar context and complementary positions, with the reasons.

Two cities are compared observable by observable, by their positions between the trailing and the
leading cities; an area only on the indicators for which both have one.

Gower similarity over the context variables of the framework, whose ranges are data: a result
depends on the two cities alone. Formulas and thresholds: methodology, "Twinning".
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from statistics import fmean

from generator.assessment.comparison.peer_comparison import printed_position, subjects_of
from generator.assessment.rating.aggregation import mean_of
from generator.assessment.rating.headline_gate import may_be_named
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.framework_tables import ContextVariable
from generator.model.policy_records import TwinningPolicy
from generator.model.publication import City

Value = float | str | frozenset[str]

NOT_ENOUGH_CONTEXT = "context"
NOT_ENOUGH_FIGURES = "figures"


@dataclass(frozen=True)
class TwinProfile:
    """What twinning knows of a city: context by variable, positions as printed by observable."""

    city: str
    context: Mapping[str, Value]
    positions: Mapping[str, float]
    priorities: frozenset[str] = frozenset()
    economy_group: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two cities are in one context variable: 1 the same, 0 as far as can be."""

    variable: str
    weight: float
    share: float


@dataclass(frozen=True, slots=True)
class Similarity:
    """Gower similarity, 0 to 1; None without a variable in common."""

    value: float | None
    parts: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """An observable, or an area, in which two cities are compared, with their positions.

    That of an area is the mean over `shared` indicators, those for which both have one.
    """

    subject: str
    own: float
    partner: float
    shared: int = 1


@dataclass(frozen=True)
class TwinMatch:
    """A city seen from another: how alike, what each could learn. Matches are 0 to 100.

    `reason` is empty, or says what the two have too little of in common; then only the
    similarity holds.
    """

    city: str
    partner: str
    reason: str
    similarity: Similarity
    to_learn: float
    to_teach: float
    match: float
    mutual_match: float
    figures: tuple[Lead, ...]
    shared_priorities: tuple[str, ...]
    economy_groups: tuple[str, str]

    def leads(self, at_least: float) -> tuple[Lead, ...]:
        """Return the figures in which the partner leads by `at_least`, the widest first."""
        found = [one for one in self.figures if one.partner - one.own >= at_least]
        return tuple(sorted(found, key=lambda one: (one.own - one.partner, one.subject)))

    def leads_back(self, at_least: float) -> tuple[Lead, ...]:
        """Return the figures in which the city itself leads, the widest first."""
        found = [one for one in self.figures if one.own - one.partner >= at_least]
        return tuple(sorted(found, key=lambda one: (one.partner - one.own, one.subject)))


def similarity(
    framework: Framework, one: Mapping[str, Value], other: Mapping[str, Value]
) -> Similarity:
    """Return how similar the contexts of two cities are in the variables of the framework."""
    return gower_similarity(framework.context_variables, framework.words, one, other)


def gower_similarity(
    variables: Iterable[ContextVariable],
    levels: Mapping[str, Iterable[str]],
    one: Mapping[str, Value],
    other: Mapping[str, Value],
) -> Similarity:
    """Return the weighted mean of the likeness over the variables known for both.

    `levels` are the words of ordered variables, in order.
    """
    parts = []
    for variable in variables:
        name = variable.variable
        if not variable.weight or name not in one or name not in other:
            continue
        share = likeness(variable, one[name], other[name], levels.get(name, ()))
        if share is not None:
            parts.append(Likeness(name, variable.weight, share))
    return Similarity(mean_of([(part.weight, part.share) for part in parts]), tuple(parts))


def likeness(
    variable: ContextVariable, here: Value, there: Value, levels: Iterable[str]
) -> float | None:
    """Return how alike two values are, 0 to 1; None if the variable cannot tell.

    Numbers: 1 minus the distance over the range of the variable, both through its transform.
    Ordered words: 1 minus the steps apart over the steps there are. Other words: 1 if equal.
    Sets (languages): 1 if anything is in both.
    """
    if isinstance(here, float) and isinstance(there, float):
        return _numeric(variable, here, there)
    if isinstance(here, frozenset) and isinstance(there, frozenset):
        return float(bool(here & there))
    if variable.kind == "ordered":
        order = list(levels)
        if here not in order or there not in order or len(order) < 2:
            return None
        apart = abs(order.index(str(here)) - order.index(str(there)))
        return 1 - apart / (len(order) - 1)
    return float(here == there)


def _numeric(variable: ContextVariable, here: float, there: float) -> float | None:
    ends = _ends(variable.transform, variable.minimum, variable.maximum)
    x, y = _transformed(variable.transform, here), _transformed(variable.transform, there)
    if ends is None or x is None or y is None:
        return None
    low, high = ends
    apart = abs(min(max(x, low), high) - min(max(y, low), high))
    return 1 - apart / (high - low)


@cache
def _ends(
    transform: str | None, minimum: float | None, maximum: float | None
) -> tuple[float, float] | None:
    """Return the range of a variable on its own scale; None if there is none."""
    low, high = (
        None if end is None else _transformed(transform, end) for end in (minimum, maximum)
    )
    return None if low is None or high is None or high <= low else (low, high)


def _transformed(transform: str | None, value: float) -> float | None:
    """Return a value on the scale of its variable; None for the logarithm of nothing."""
    if transform != "log":
        return value
    return math.log(value) if value > 0 else None


def learning(
    own: Mapping[str, float], partner: Mapping[str, float], policy: TwinningPolicy
) -> float:
    """Return how much of its gaps a city could close by learning, 0 to 1.

    The sum of the partner's leads in the figures where the city is weak, over the sum of the
    gaps to 100 there. Only figures with a position in both count. Without a weak one: 0.
    """
    weak = [name for name in own if name in partner and own[name] < policy.weak_below]
    gaps = sum(100 - own[name] for name in weak)
    gains = [partner[name] - own[name] for name in weak]
    return sum(gain for gain in gains if gain >= policy.lead_at_least) / gaps if gaps else 0.0


def match_cities(framework: Framework, one: TwinProfile, other: TwinProfile) -> TwinMatch:
    """Return how `other` suits `one`. Match: 100 times the root of similarity times learning."""
    policy = framework.policy.twinning
    alike = similarity(framework, one.context, other.context)
    common = [name for name in one.positions if name in other.positions]
    reason = ""
    if len(alike.parts) < policy.context_minimum:
        reason = NOT_ENOUGH_CONTEXT
    elif len(common) < policy.figures_minimum:
        reason = NOT_ENOUGH_FIGURES
    to_learn = learning(one.positions, other.positions, policy)
    to_teach = learning(other.positions, one.positions, policy)
    figures = tuple(Lead(name, one.positions[name], other.positions[name]) for name in common)
    return TwinMatch(
        city=one.city,
        partner=other.city,
        reason=reason,
        similarity=alike,
        to_learn=to_learn,
        to_teach=to_teach,
        match=100 * math.sqrt((alike.value or 0.0) * to_learn),
        mutual_match=100 * math.sqrt((alike.value or 0.0) * (to_learn + to_teach) / 2),
        figures=figures,
        shared_priorities=tuple(sorted(one.priorities & other.priorities)),
        economy_groups=(one.economy_group, other.economy_group),
    )


def match_all(
    framework: Framework, city: TwinProfile, others: Iterable[TwinProfile]
) -> tuple[TwinMatch, ...]:
    """Return the match of a city with every other: best first, then similarity, then id."""
    found = [match_cities(framework, city, one) for one in others if one.city != city.city]
    return tuple(
        sorted(found, key=lambda one: (-one.match, -(one.similarity.value or 0), one.partner))
    )


def compared_areas(framework: Framework, figures: Iterable[Lead]) -> Iterator[Lead]:
    """Yield the areas of the policy's scheme in which two cities share enough indicators.

    The position of an indicator with data points is the mean of those that both have.
    """
    shared: dict[str, list[Lead]] = {}
    for one in figures:
        shared.setdefault(framework.observables[one.subject].indicator, []).append(one)
    for area in framework.areas:
        if area.scheme != framework.policy.twinning.scheme:
            continue
        below = [shared[row.indicator] for row in framework.indicators_of.get(area.area, ())
                 if row.indicator in shared]  # fmt: skip
        if len(below) >= framework.policy.coverage.minimum_rated:
            own = fmean(fmean(one.own for one in points) for points in below)
            partner = fmean(fmean(one.partner for one in points) for points in below)
            yield Lead(area.area, own, partner, len(below))


def describe_city(
    framework: Framework, city: City, context: Mapping[str, Value], result: CityResult
) -> TwinProfile:
    """Return what twinning knows of a city: of its figures those that may be named."""
    sure = (name for name in subjects_of(framework) if may_be_named(result, name))
    positions = {name: printed_position(result, name) for name in sure}
    return TwinProfile(
        city=city.id,
        context=context,
        positions={name: at for name, at in positions.items() if at is not None},
        priorities=frozenset(row.area for row in city.priority_areas),
        economy_group=economy_group(framework, city),
    )


def context_of(framework: Framework, city: City) -> dict[str, Value]:
    """Return the context figures in use, the country's where the city has none of its own."""
    found: dict[str, Value] = {}
    for variable in framework.context_variables:
        if not variable.weight:
            continue
        value = _context_value(framework, city, variable)
        if value is not None:
            found[variable.variable] = value
    return found


def _context_value(framework: Framework, city: City, variable: ContextVariable) -> Value | None:
    if variable.kind == "languages":
        return frozenset(city.record.languages) or None
    row = city.context_in_use(variable.variable)
    if row is not None and variable.kind == "number":
        return float(row.value) if row.unit in (None, variable.unit) else None
    if row is not None:
        return row.value
    country = framework.countries.by_key().get(city.record.country)
    value = getattr(country, variable.variable.replace("-", "_"), None)
    return value if isinstance(value, str) else None


def economy_group(framework: Framework, city: City) -> str:
    country = framework.countries.by_key().get(city.record.country)
    return (country.economy_group if country else None) or ""
