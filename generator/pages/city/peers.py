"""A city beside its peer groups: rule, members, spread of scores, ranks with their intervals.

Nothing here enters a score. A rank never stands without its interval, and cities that cannot be
told apart stand in one row.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.assessment.comparison.cities_compared import CityComparison
from generator.assessment.comparison.peer_comparison import Comparison
from generator.assessment.comparison.peer_groups import Group
from generator.assessment.comparison.ranking import Ranked
from generator.model.publication import City
from generator.pages.page import Page, compose_old
from generator.views import targets
from generator.views.addresses import relative_address
from generator.views.city_header import city_header, tab_at
from generator.views.condition_words import context_name, question, question_text
from generator.views.explanation.lines import area_name
from generator.views.ranks import rank_text
from generator.views.site import Site
from generator.views.values import View, full_name


def compose_peers(site: Site, city: City) -> Page:
    """Return the page of a city among its peers."""
    folder = f"cities/{city.id}/peers"
    found = site.compared.of(city.id)
    return compose_old(
        site,
        "city-peers.md.jinja",
        folder,
        {
            "header": city_header(site, city, tab_at(folder)),
            "groups": list(group_views(site, city, found, folder)),
        },
        title=site.say("title.peers", city=city.record.name),
        description=site.say("description.peers", city=city.record.name),
        section="cities",
    )


def group_views(site: Site, city: City, found: CityComparison, here: str) -> Iterator[View]:
    """Yield each group with its rule, its members, its comparisons and its rankings."""
    for group in found.groups:
        compared = found.comparisons[group.id]
        yield {
            "title": group_name(site, group),
            "rule": rule_text(site, group, here),
            "members": [
                {
                    "text": site.publication.cities[name].record.name,
                    "href": relative_address(here, f"cities/{name}"),
                }
                for name in group.members
            ],
            "rows": [
                comparison_row(site, city, one, here)
                for one in compared.values()
                if one.summary.cities > 1
            ],
            "rankings": [
                {"area": area_name(site, area), "rows": ranking_rows(site, ranking, here)}
                for area, ranking in found.rankings[group.id].items()
                if "/" in area
            ],
        }


def group_name(site: Site, group: Group) -> str:
    """Return the rule of a group in words."""
    if group.same:
        value = site.word(group.same, group.value)
        return site.say("peers.same", variable=context_name(site, group.same), value=value)
    named = f"peers.group.{group.id}"
    return site.say(named) if site.language.has(named) else group.id


def rule_text(site: Site, group: Group, here: str) -> str:
    """Return the condition of a group in words; empty if it has none."""
    return question_text(site, question(site, group.rule)) if group.rule else ""


def comparison_row(site: Site, city: City, one: Comparison, here: str) -> list[View | str]:
    """Return a subject with the city's score, the spread of the group and the percentile."""
    number, spread = site.language.number, one.summary
    quartiles = "–"
    if spread.lower_quartile is not None and spread.upper_quartile is not None:
        ends = (number(spread.lower_quartile, 1), number(spread.upper_quartile, 1))
        quartiles = " – ".join(ends)
    return [
        {"text": subject_title(site, city, one.subject),
         "href": targets.how(city.id, one.subject)},
        number(one.scores[city.id], 1),
        number(spread.median, 1) if spread.median is not None else "–",
        quartiles,
        f"{number(spread.minimum, 1)} – {number(spread.maximum, 1)}",
        number(spread.cities, 0),
        number(one.percentile, 0) if one.percentile is not None else "–",
        remarks(site, one),
    ]  # fmt: skip


def subject_title(site: Site, city: City, subject: str) -> str:
    observables = site.results[city.id].observables
    known = observables.get(subject)
    return full_name(site, known) if known else area_name(site, subject)


def remarks(site: Site, one: Comparison) -> str:
    """Return why some cities are not fully comparable, and which were left out."""
    names = {name: site.publication.cities[name].record.name for name in site.results}
    by_reason: dict[str, list[str]] = {}
    for name, reasons in one.warnings.items():
        for reason in reasons:
            by_reason.setdefault(reason, []).append(names[name])
    parts = [
        site.say(f"peers.warning.{reason}", names=site.language.enumerate(found))
        for reason, found in by_reason.items()
    ]
    if one.excluded:
        left = site.language.enumerate(names[name] for name in one.excluded)
        parts.append(site.say("peers.excluded", names=left))
    return " ".join(parts)


def ranking_rows(site: Site, ranking: Sequence[Ranked], here: str) -> list[list[View | str]]:
    """Return the tiers of a ranking, a row each: cities whose intervals overlap stand together."""
    return [
        [
            site.say("peers.places", low=low, high=high) if low != high else str(low),
            {"lines": [_ranked(site, one, ranking) for one in tier]},
        ]
        for _, found in groupby(ranking, key=lambda one: one.tier)
        if (tier := list(found))
        for low, high in ((tier[0].rank, max(one.rank for one in tier)),)
    ]


def _ranked(site: Site, one: Ranked, ranking: Sequence[Ranked]) -> str:
    """Return a city with rank, interval and score, and how surely it is above the next."""
    number, cities = site.language.number, site.publication.cities
    line = site.say(
        "peers.ranked",
        city=cities[one.city].record.name,
        rank=rank_text(site, one, len(ranking)),
        score=number(one.score, 1),
    )
    if one.above_next is None:
        return line
    after = ranking[ranking.index(one) + 1].city
    surely = site.say(
        "peers.distinguishable" if one.distinguishable else "peers.above",
        city=cities[after].record.name,
        share=number(100 * one.above_next, 0),
    )
    return f"{line}; {surely}"
