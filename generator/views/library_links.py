"""Links into the libraries: to recommendations, packages, practices and indicators."""

from collections.abc import Iterable

from generator.assessment.advice.practice_matching import evidence_for
from generator.frozen import dataclass
from generator.views import targets
from generator.views.cell import Link
from generator.views.practices import PracticeCard, practice_card
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class LibraryLinks:
    """What the libraries hold on an indicator."""

    recommendations: tuple[Link, ...]
    packages: tuple[Link, ...]
    practices: tuple[PracticeCard, ...]


def library_links(site: Site, indicator: str) -> LibraryLinks:
    """Return the recommendations, packages and practices that speak to an indicator."""
    publication = site.publication
    observables = {
        key for key, row in publication.framework.observables.items() if row.indicator == indicator
    }
    evidence = evidence_for(site.practices, (), (indicator,), {})
    return LibraryLinks(
        recommendation_links(
            site,
            (
                name
                for name, record in publication.recommendations.items()
                if indicator in record.indicators
            ),
        ),
        package_links(
            site,
            (
                name
                for name, record in publication.packages.items()
                if any(effect.observable in observables for effect in record.effects)
            ),
        ),
        tuple(
            practice_card(site, site.practices[item.practice])
            for item in evidence[: site.editorial.practices_listed]
        ),
    )


def recommendation_links(site: Site, names: Iterable[str]) -> tuple[Link, ...]:
    """Return links to recommendations of the library by title."""
    library = site.publication.recommendations
    return tuple(Link(library[name].title, targets.recommendation(name)) for name in names)


def package_links(site: Site, names: Iterable[str]) -> tuple[Link, ...]:
    """Return links to packages by title."""
    packages = site.publication.packages
    return tuple(Link(packages[name].title, targets.package(name)) for name in names)


def indicator_links(site: Site, names: Iterable[str]) -> tuple[Link, ...]:
    """Return links to indicators by name."""
    indicators = site.publication.framework.indicators
    return tuple(Link(indicators[name].name, targets.indicator(name)) for name in names)
