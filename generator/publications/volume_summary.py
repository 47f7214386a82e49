"""The executive summary of a volume: what its cities show together, as far as it may be named.

Counts and names are those of the website; what rests on figures that may not lead is counted and
left to the tables.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from generator.assessment.comparison.roll_up import urgent_observables
from generator.assessment.rating.headline_gate import leading_targets
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.publications.executive_summary import findings
from generator.publications.numbered_sources import References
from generator.publications.setting import Setting, Wording
from generator.views.country_report import area_rows_across
from generator.views.names_in_sentences import names_text
from generator.views.sentences import moved_series
from generator.views.site import Site
from generator.views.values import full_name


@dataclass(frozen=True, slots=True)
class Together:
    """A finding over cities; `number` is blank or stands large beside it, `word` below it."""

    title: str
    lead: str
    points: tuple[str, ...]
    number: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class VolumeSummary:
    """The contents of the summary."""

    title: str
    lead: str
    findings: tuple[Together, ...]
    unknown_title: str
    unknown: str


@dataclass(frozen=True, slots=True)
class _Cities:
    """The cities of a volume, and the indicators of its areas."""

    wording: Wording
    cities: Sequence[City]
    areas: Collection[str]

    @property
    def site(self) -> Site:
        return self.wording.site

    @property
    def indicators(self) -> list[str]:
        framework = self.site.publication.framework
        return list(
            dict.fromkeys(name for area in self.areas for name in framework.placed_below(area))
        )

    @property
    def results(self) -> dict[str, CityResult]:
        return {city.id: self.site.results[city.id] for city in self.cities}

    def name(self, observable: str) -> str:
        one = self.site.results[self.cities[0].id].observables[observable]
        return self.wording.named(full_name(self.site, one))

    def names(self, cities: Collection[str]) -> str:
        return names_text(
            self.site, [city.record.name for city in self.cities if city.id in cities]
        )


def volume_summary(
    wording: Wording, lead: str, cities: Sequence[City], areas: Sequence[Area]
) -> VolumeSummary:
    """Return the summary of some cities in some top areas; what has nothing to tell is left out."""
    of = _Cities(wording, cities, [area.area for area in areas])
    told = (_known(of), _standing(of), _urgent(of), _reached(of), _moved(of), _each(of))
    return VolumeSummary(
        title=wording.say("summary.title"),
        lead=lead,
        findings=tuple(one for one in told if one.lead or one.points),
        unknown_title=wording.say("summary.unknown"),
        unknown=_unknown(of),
    )


def _counted(of: _Cities, holds: Callable[[CityResult, str], bool]) -> Counter[str]:
    """Return in how many cities something holds of each indicator, where it does in any."""
    found = Counter[str]()
    for result in of.results.values():
        found.update(name for name in of.indicators if holds(result, name))
    return found


def _known(of: _Cities) -> Together:
    say, n = of.wording.say, len(of.cities)
    reported = _counted(of, lambda result, name: result.indicators[name].is_reported)
    rated = _counted(of, lambda result, name: result.indicators[name].is_rated)
    several = sum(count > 1 for count in reported.values())
    total = len(of.indicators)
    parts = (
        say("together.known", n=len(reported), total=total),
        say("together.shared", n=several) if n > 1 else "",
        say("together.rated", n=len(rated)),
    )
    return Together(
        title=say("together.known-title"),
        lead=" ".join(filter(None, parts)),
        points=(),
        number=of.site.language.number(len(reported), 0),
        word=say("together.of-indicators", total=total),
    )


def _standing(of: _Cities) -> Together:
    """Return how the areas stand whose ratings may be named, and how many others are rated."""
    say = of.wording.say
    names = {of.site.publication.framework.area_of[area].name for area in of.areas}
    rows = [row for row in area_rows_across(of.site, of.cities) if row.name in names]
    sure = [row for row in rows if not row.doubts]
    rest = len(rows) - len(sure)
    return Together(
        title=say("together.areas-title"),
        lead=say("together.areas-doubted", n=rest) if rest else "",
        points=tuple(
            of.wording.prose(
                of.site.say("together.area", area=row.name, rated=row.rated, bands=row.marks.words)
            )
            for row in sure
        ),
    )


def _urgent(of: _Cities) -> Together:
    say, wanted = of.wording.say, frozenset(of.indicators)
    some = of.site.results[of.cities[0].id].observables
    found = [
        one
        for one in urgent_observables(of.site.publication.framework, of.cities, of.results)
        if some[one.subject].observable.indicator in wanted and not some[one.subject].data_points
    ]
    shown = found[: of.site.editorial.summary_findings]
    points = (
        say("together.urgent", name=of.name(one.subject), cities=of.names(one.cities))
        for one in shown
    )
    return Together(
        title=say("together.urgent-title"),
        lead="" if found else say("country.nothing-urgent", n=len(of.cities)),
        points=tuple(points),
        number=of.site.language.number(len(found), 0) if found else "",
        word=say("together.urgent-number", n=len(found)),
    )


def _reached(of: _Cities) -> Together:
    say, wanted = of.wording.say, frozenset(of.indicators)
    framework = of.site.publication.framework
    cities: dict[str, list[str]] = {}
    for city, result in of.results.items():
        for one in leading_targets(framework, result):
            if one.observable.indicator in wanted:
                cities.setdefault(one.observable.id, []).append(city)
    most = sorted(cities, key=lambda name: -len(cities[name]))
    points = (
        say("together.reached", name=of.name(name), cities=of.names(cities[name]))
        for name in most[: of.site.editorial.summary_findings]
    )
    number = sum(len(found) for found in cities.values())
    return Together(
        title=say("together.reached-title"),
        lead="",
        points=tuple(points),
        number=of.site.language.number(number, 0) if number else "",
        word=say("together.reached-number", n=number),
    )


def _moved(of: _Cities) -> Together:
    say, wanted = of.wording.say, frozenset(of.indicators)
    changes = [
        trend.score_change or 0.0
        for result in of.results.values()
        for trend in moved_series(result)
        if result.observables[trend.observable].observable.indicator in wanted
        and not trend.moving_away
    ]
    better, worse = sum(one > 0 for one in changes), sum(one < 0 for one in changes)
    parts = (
        say("together.better", n=better) if better else "",
        say("together.worse", n=worse) if worse else "",
    )
    return Together(say("together.moved-title"), " ".join(filter(None, parts)), ())


def _each(of: _Cities) -> Together:
    """Return what stands out in each city, where they are not too many for a list."""
    editorial = of.site.editorial
    points: list[str] = []
    for city in of.cities if len(of.cities) <= editorial.country_listed else ():
        # What the text cites is numbered in its own order.
        found = findings(Setting(of.site, city, {}, References()), of.indicators)
        titles = [one.title for one in found[: editorial.summary_of_a_kind]]
        listed = of.site.language.by_semicolons(titles)
        told = of.site.say("together.city", city=city.record.name, findings=listed)
        points += [told] if titles else []
    return Together(of.wording.say("together.cities-title"), "", tuple(points))


def _unknown(of: _Cities) -> str:
    """Return of how many indicators no city has a figure, and in which areas there is none."""
    reported = _counted(of, lambda result, name: result.indicators[name].is_reported)
    absent = len(of.indicators) - len(reported)
    blank = list(_blank(of, reported))
    parts = (
        of.wording.say("together.without-figure", n=absent) if absent else "",
        of.wording.say("summary.blank-areas", names=of.site.language.enumerate(blank))
        if blank
        else "",
    )
    return " ".join(filter(None, parts))


def _blank(of: _Cities, reported: Collection[str]) -> Iterator[str]:
    framework = of.site.publication.framework
    for area in of.areas:
        if not any(name in reported for name in framework.placed_below(area)):
            yield framework.area_of[area].name
