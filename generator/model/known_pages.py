"""Which pages a publication has, as far as its files tell: without results, charts or words.

An address is the folder of a page without slashes around; "" is the start. The pages are composed
elsewhere; a test holds that both agree.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.model.files import CITY_FILES
from generator.model.name_order import initial_of, name_of
from generator.model.publication import City, Publication

ALONE = (
    "", "cities", "compare", "indicators", "areas", "countries", "sdgs", "recommendations",
    "packages", "practices", "projects", "data", "methodology", "glossary", "data-quality",
    "sources", "revisions", "security", "editors", "editors/translations", "contribute", "search",
    "programme", "programme/ask", "programme/timeline", "programme/resources",
    "programme/coverage", "twinning", "about", "accessibility",
)  # fmt: skip
"""Pages that every publication has."""

TABS = (
    "indicators", "recommendations", "projects", "follow-up", "governance", "twinning", "data",
    "peers", "compare", "computed", "computed/areas", "wanted",
)  # fmt: skip
"""Pages that every city has beside its profile."""

LIBRARIES = ("recommendations", "packages", "practices")


def certain_pages(publication: Publication) -> frozenset[str]:
    """Return the addresses of pages that the publication has whatever its figures are."""
    framework, cities = publication.framework, publication.cities.values()
    codes = Counter(city.record.country for city in cities)
    return frozenset(
        (
            *ALONE,
            *(f"indicators/{name}" for name in framework.indicators),
            *(f"areas/{row.scheme}" for row in framework.schemes),
            *(f"areas/{row.area}" for row in framework.areas),
            *(f"sdgs/{row.goal}" for row in framework.sdg),
            *(f"countries/{row.country.lower()}"
              for row in framework.countries if row.country in codes),
            *(f"countries/{row.country.lower()}/compare"
              for row in framework.countries if codes[row.country] > 1),
            *(f"editors/{kind.table.name}" for kind in CITY_FILES if kind.table),
            *set.intersection(*_initials(publication)),
            *_of_libraries(publication),
            *(address for city in cities for address in _of_city(city)),
        )
    )  # fmt: skip


def possible_pages(publication: Publication) -> frozenset[str]:
    """Return also those of charts that stand alone, of many series, of initials in one language."""
    tops = publication.framework.children(publication.record.main_scheme)
    series = (
        f"cities/{city}/series/{PurePosixPath(top.area).name}"
        for city in publication.cities
        for top in tops
    )
    charts = (f"embed/{city}" for city in publication.cities)
    together = (f"embed/indicators/{name}" for name in publication.framework.indicators)
    return certain_pages(publication).union(series, charts, together, *_initials(publication))


def _initials(publication: Publication) -> list[set[str]]:
    """Return the pages of initials in each language, if there are too many cities to list."""
    alphabets = [
        str(publication.labels.get(language, {}).get("alphabet", ""))
        for language in publication.record.languages
    ]
    names = [city.record.name for city in publication.cities.values()]
    if len(names) <= publication.record.editorial.index_cities:
        names = []
    return [
        {f"cities/by-initial/{name_of(initial_of(name, alphabet))}" for name in names}
        for alphabet in alphabets
    ]


def _of_libraries(publication: Publication) -> Iterator[str]:
    for name in publication.documents:
        folder = name.partition("/")[0]
        if folder == "practices" and publication.documents[name].record.place is None:
            continue
        if folder in LIBRARIES:
            yield name.removesuffix(".yml")


def _of_city(city: City) -> Iterator[str]:
    yield f"cities/{city.id}"
    yield from (f"cities/{city.id}/{tab}" for tab in TABS)
    for name in city.documents:
        folder, _, file = name.removesuffix(".yml").partition("/")
        if folder == "projects":
            yield f"cities/{city.id}/projects/{file}"
        elif folder == "reviews":
            yield f"cities/{city.id}/follow-up/{file}"
        elif folder == "practices":
            yield f"practices/{file}"
