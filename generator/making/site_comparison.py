"""Two publications as readers would meet them, side by side.

What did not change is assessed once. Cities that were not edited are looked at only if something
changed on which they may rest.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.assessment.rating.selection import value_of
from generator.assessment.results import IndicatorResult
from generator.change.among_others import told_among_others
from generator.change.causes import paired_cities
from generator.change.reported import (
    ChangedPage,
    Consequence,
    Report,
    SeriesBefore,
    consequences_of,
)
from generator.change.told import COUNT, HEADLINE, Key, Told, told_of_city
from generator.frozen import dataclass
from generator.language import Language
from generator.making.compared_site import ComparedSite, compared_site
from generator.model.on_demand import OnDemand
from generator.model.publication import Publication
from generator.problems.render import Messages
from generator.summary.city_parts import CityKnowledge
from generator.views.units import unit_beside
from generator.views.values import observable_name

WORDS_ALONE = ("content/labels/", "content/pages/", "content/translations/", "content/programme/")
"""What no rating, advice or comparison rests on."""
OF_A_NEW_CITY = (COUNT, HEADLINE)
"""What is told of a city that is new, or gone."""


@dataclass(frozen=True)
class SiteComparison:
    """Two publications whose content has no errors; the cities in `broken` are left out."""

    root: Path
    former: Publication
    today: Publication
    language: Language
    messages: Messages
    broken: tuple[str, ...]
    report: Report

    def completed(self) -> Report:
        """Return the report with all consequences."""
        added, removed = self._pages()
        return replace(
            self.report,
            consequences=tuple(self._consequences()),
            pages_added=added,
            pages_removed=removed,
            reworded=tuple(name for name in self.edited if self._reads_otherwise(name)),
            series=tuple(one for name in self.edited for one in self._series(name)),
        )

    @cached_property
    def pairs(self) -> dict[str, str]:
        """The former id of each city that readers meet before and after, by its id of today."""
        known = paired_cities(self.former, self.today)
        now, then = self.after.cities, self.before.cities
        return {name: old for name, old in known.items() if name in now and old in then}

    @cached_property
    def edited(self) -> tuple[str, ...]:
        """The cities among these whose files changed; all if the content did."""
        causes = self.report.causes
        everywhere = any(
            not cause.city and not cause.file.startswith(WORDS_ALONE) for cause in causes
        )
        named = {cause.city for cause in causes}
        return tuple(name for name in sorted(self.pairs) if everywhere or name in named)

    @cached_property
    def after(self) -> ComparedSite:
        return compared_site(self.root, self.today, self.language, self.broken)

    @cached_property
    def before(self) -> ComparedSite:
        """The former publication; what was not edited is known already."""
        known = OnDemand(lambda: self._untouched, self._known_already)
        return compared_site(self.root, self.former, self.language, self.broken, known)

    @cached_property
    def _untouched(self) -> frozenset[str]:
        return frozenset(self.pairs) - frozenset(self.edited)

    def _known_already(self, city: str) -> CityKnowledge:
        if city not in self._untouched:
            raise KeyError(city)
        return self.after.shelf.known(city)

    def _consequences(self) -> Iterator[Consequence]:
        """Yield what is told otherwise: of cities edited, new and gone, then of all others."""
        others = self._reaches_others()
        for city in sorted(self.pairs, key=lambda name: name not in self.edited):
            before, after = self._told(city, others)
            yield from consequences_of(city, before, after)
        for city in self._added():
            yield from consequences_of(city, {}, self._in_short(self.after, city))
        for city in self._removed():
            yield from consequences_of(city, self._in_short(self.before, city), {})

    def _told(self, city: str, others: bool) -> tuple[dict[Key, Told], dict[Key, Told]]:
        """Return what was and is told of a city; of one that was not edited beside others only."""
        told: list[dict[Key, Told]] = []
        ids = {old: new for new, old in self.pairs.items()}
        for side, name in ((self.before, self.pairs[city]), (self.after, city)):
            place = side.shelf.city(name)
            own = told_of_city(side.site, place, self.messages) if city in self.edited else {}
            told.append(own | (told_among_others(side.site, place, ids) if others else {}))
        return told[0], told[1]

    def _in_short(self, side: ComparedSite, city: str) -> dict[Key, Told]:
        told = told_of_city(side.site, side.shelf.city(city), self.messages)
        return {key: one for key, one in told.items() if key[0] in OF_A_NEW_CITY}

    def _added(self) -> list[str]:
        return [name for name in self.after.cities if name not in self.pairs]

    def _removed(self) -> list[str]:
        return [name for name in self.before.cities if name not in self.pairs.values()]

    def _reaches_others(self) -> bool:
        """Return whether anything changed on which what is told of other cities may rest."""
        if self._added() or self._removed():
            return True
        return any(
            self.before.seen_by_others(self.pairs[name]) != self.after.seen_by_others(name)
            for name in self.edited
        )

    def _pages(self) -> tuple[tuple[ChangedPage, ...], tuple[ChangedPage, ...]]:
        """Return the pages that are new, and those that are gone."""
        former = [self.pairs[name] for name in self.edited]
        before = self.before.addresses([*former, *self._removed()])
        after = self.after.addresses([*self.edited, *self._added()])
        return _only_in(after, before), _only_in(before, after)

    def _reads_otherwise(self, city: str) -> bool:
        """Return whether a page of a city reads otherwise; all do in a folder renamed."""
        before, after = self.before.pages_of(self.pairs[city]), self.after.pages_of(city)
        return any(before.get(folder, page) != page for folder, page in after.items())

    def _series(self, city: str) -> Iterator[SeriesBefore]:
        """Yield the series of a city whose values differ."""
        before = self.before.site.results[self.pairs[city]].observables
        site = self.after.site
        for name, one in site.results[city].observables.items():
            points, former = _points(one), _points(before[name]) if name in before else ()
            if points != former:
                title, unit = observable_name(site, name), unit_beside(site, one.observable.unit)
                yield SeriesBefore(city, name, title, unit, former, points)


def _only_in(
    pages: Mapping[str, Callable[[], str]], others: Mapping[str, Callable[[], str]]
) -> tuple[ChangedPage, ...]:
    return tuple(
        ChangedPage(address, pages[address]()) for address in sorted(pages.keys() - others.keys())
    )


def _points(one: IndicatorResult) -> tuple[tuple[int, float], ...]:
    """Return the values of a series by the last year of their periods."""
    found = (
        (row.period.last, value_of(row, one.observable.multiplier))
        for row in one.selection.series
        if row.period is not None
    )
    return tuple((year, value) for year, value in found if value is not None)
