"""How well packages fit cities: need with its figures, readiness, and both as one number."""

from collections.abc import Iterable, Iterator, Sequence

from generator.assessment.advice.condition_evaluation import deciding_leaves
from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.package_fit import (
    ELIGIBLE,
    MET,
    NOT_ELIGIBLE,
    NOT_MET,
    POSSIBLE,
    UNKNOWN,
    PackageMatch,
)
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Cell, Lines, Link, Missing
from generator.views.condition_answers import because, needed
from generator.views.names_in_sentences import cities_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.values import observable_name


@dataclass(frozen=True, slots=True)
class Fit:
    """A package and a city."""

    city: City
    match: PackageMatch


def fits_of(site: Site, package: str) -> list[Fit]:
    """Return the fit of a package with every city, by name."""
    return [
        Fit(city, match)
        for city in site.cities
        if (match := site.guidance.get(city.id, Guidance()).packages.get(package))
    ]


def suits_a_need(fit: Fit) -> bool:
    """Return whether a package suits a city that is known to need it."""
    return fit.match.state == ELIGIBLE and bool(fit.match.need)


def cities_table(site: Site, package: str) -> Table:
    """Return the cities that a package suits and that are known to need it, by their need."""

    def city(fit: Fit) -> Link:
        page = targets.tab(fit.city.id, "recommendations")
        return Link(fit.city.record.name, targets.at(page, "packages"))

    def order(fit: Fit) -> tuple[float, str]:
        return (-(fit.match.need or 0.0), fit.city.id)

    fits = sorted(filter(suits_a_need, fits_of(site, package)), key=order)
    columns = [Column[Fit]("city", site.say("city"), city), *_columns(site)]
    return lay_out(site.say("caption.package-cities", n=len(fits)), columns, fits)


def other_cities(site: Site, package: str) -> list[str]:
    """Return a sentence on the cities whose need is not known, that may be suited, that are not."""
    fits = fits_of(site, package)
    groups = {
        "package.need-unknown-for": [
            fit for fit in fits if fit.match.state == ELIGIBLE and fit.match.need is None
        ],
        "package.possible-for": [fit for fit in fits if fit.match.state == POSSIBLE],
        "package.unsuited-for": [fit for fit in fits if fit.match.state == NOT_ELIGIBLE],
    }
    return [site.say(key, cities=_names(site, group)) for key, group in groups.items() if group]


def _names(site: Site, fits: Iterable[Fit]) -> str:
    return cities_text(site, (fit.city.record.name for fit in fits))


def packages_tables(site: Site, city: City) -> Iterator[Table]:
    """Yield the packages that a city is known to need: those that suit, then those that may."""

    def package(fit: Fit) -> Link:
        name = fit.match.package
        return Link(site.publication.packages[name].title, targets.package(name))

    why = Column[Fit]("why", site.say("package.why"), lambda fit: Lines(tuple(_why(site, fit))))
    columns = [Column[Fit]("package", site.say("package"), package), why, *_columns(site)]
    matches = site.guidance.get(city.id, Guidance()).packages.values()
    for state in (ELIGIBLE, POSSIBLE):
        fits = [Fit(city, match) for match in matches if match.state == state and match.need]
        if fits:
            yield lay_out(site.say(f"package.{state}"), columns, fits)


def _why(site: Site, fit: Fit) -> Iterator[str]:
    """Yield what makes a package suit a city, or what is not known of it."""
    when, level = fit.match.when, fit.match.level
    for leaf in deciding_leaves(when) if when else ():
        said = because(site, fit.city.id, leaf).text if when and when.result else needed(site, leaf)
        yield said if when and when.result else site.say("package.not-known", what=said)
    if level is not None:
        name = level_name(site, level.area, level.observable)
        wanted = bands_text(site, level.wanted)
        band = site.language.inside(site.say(f"band.{level.band}")) if level.band else ""
        key = "package.level-is" if band else "package.level-unknown"
        yield site.say(key, name=name, band=band, levels=wanted)
    if when is None and level is None:
        yield site.say("package.any-city")


def level_name(site: Site, area: str, observable: str) -> str:
    """Return the name of the area or the observable whose band is the level of development."""
    return (
        site.publication.framework.area_of[area].name if area else observable_name(site, observable)
    )


def bands_text(site: Site, bands: Sequence[str]) -> str:
    """Return bands in small letters: low, moderate or good."""
    return site.language.either(site.language.inside(site.say(f"band.{band}")) for band in bands)


def _columns(site: Site) -> Sequence[Column[Fit]]:
    return (
        Column("need", site.say("package.need"), lambda fit: _need(site, fit.match)),
        Column(
            "readiness",
            site.say("package.readiness"),
            lambda fit: Lines(tuple(_readiness(site, fit.match))),
        ),
        Column("fit", site.say("package.fit"), lambda fit: _fit(site, fit.match), number=True),
    )


def _need(site: Site, match: PackageMatch) -> Cell:
    """Return the need, 0 to 100, with the gaps that make it."""
    if match.need is None:
        return Missing(site.say("package.need-unknown"))
    number = site.language.number
    gaps = (
        site.say(
            "package.gap",
            name=observable_name(site, gap.observable),
            gap=number(100 * gap.gap, 0),
        )
        for gap in match.gaps
    )
    return Lines((number(100 * match.need, 0), *gaps))


def _readiness(site: Site, match: PackageMatch) -> Iterator[str]:
    """Yield how many conditions are met, and which are known not to be."""
    if not match.conditions:
        yield site.say("package.no-conditions")
        return
    conditions = site.publication.framework.local_conditions.by_key()
    met, unmet, unknown = (len(match.conditions_in(state)) for state in (MET, NOT_MET, UNKNOWN))
    if met or unmet:
        yield site.say("package.met", n=met, of=met + unmet)
    for name in match.conditions_in(NOT_MET):
        yield site.say("package.not-met", name=conditions[name].name)
    if unknown:
        yield site.say("package.unknown", n=unknown)


def _fit(site: Site, match: PackageMatch) -> Cell:
    return Missing("–") if match.fit is None else site.language.number(match.fit, 0)
