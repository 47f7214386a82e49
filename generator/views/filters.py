"""The fields by which readers narrow a list.

Each item of the list carries, under the name of a field, the words or the number that the field
is compared with: `data`.
"""

from collections.abc import Iterable, Mapping

from generator.frozen import dataclass
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a field."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field: `kind` select asks for one of the options, number for a bound, search for words.

    `at_most`: the bound is the greatest number wanted, not the least.
    """

    name: str
    label: str
    kind: str
    options: tuple[Option, ...] = ()
    at_most: bool = False


def choice(name: str, label: str, words: Mapping[str, str]) -> Field:
    """Return a field to choose one of several words, in their order."""
    return Field(name, label, "select", tuple(Option(key, word) for key, word in words.items()))


def search_field(site: Site) -> Field:
    """Return the field that takes any words."""
    return Field("words", site.say("filter.words"), "search")


def city_choices(site: Site) -> list[Field]:
    """Return the field to choose a city; none where there are too many cities to list."""
    if site.is_large:
        return []
    names = {city.id: city.record.name for city in site.cities}
    return [choice("city", site.say("filter.city"), names)]


def chosen_by(site: Site, cities: Iterable[str]) -> Mapping[str, str]:
    """Return some cities as the words to compare with that field, if there is one."""
    return {} if site.is_large else {"city": " ".join(cities)}


def goal_choice(site: Site, sdg_targets: Iterable[str]) -> Field:
    """Return the field to choose one of the goals that some targets belong to."""
    goals = sorted({goal_of(target) for target in sdg_targets}, key=int)
    names = {goal: site.say("sdg.goal", number=goal) for goal in goals}
    return choice("goal", site.say("filter.goal"), names)


def goals_of(sdg_targets: Iterable[str]) -> str:
    """Return the goals of some targets as words to compare with a choice."""
    return " ".join(sorted({goal_of(target) for target in sdg_targets}))


def goal_of(sdg_target: str) -> str:
    """Return the goal of a target: 11 of 11.6."""
    return sdg_target.partition(".")[0]
