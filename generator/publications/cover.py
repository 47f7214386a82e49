"""The cover: the city's own ratings as a wheel, and what the publication is."""

from collections.abc import Collection

from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views.dates import compiled_text
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class LocalName:
    """The name of a city in a language of its own."""

    lang: str
    name: str


@dataclass(frozen=True, slots=True)
class Sector:
    """The place of an indicator in the wheel: its sign, and its score of 0 to 100 if it has one.

    `group` counts the top areas from 0; `label`: its name where the wheel is a figure.
    """

    band: str
    score: float
    group: int
    label: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    issuer: str
    kind: str
    name: str
    local_names: tuple[LocalName, ...]
    country: str
    situation: str
    edition: str
    compiled: str


def cover(site: Site, city: City, kind: str) -> Cover:
    """Return the first page of a publication of a city; `kind`: what it is called."""
    place, record = city.record, site.publication.record
    names = {name: lang for lang, name in place.local_names.items() if name != place.name}
    return Cover(
        issuer=record.contact.name if record.contact else "",
        kind=kind,
        name=place.name,
        local_names=tuple(LocalName(lang, name) for name, lang in names.items()),
        country=site.country(place.country),
        situation=site.say("situation-of", year=str(site.publication.profile_year(city))),
        edition=site.say("edition-of", edition=record.edition),
        compiled=compiled_text(site, site.results[city.id]),
    )


def sectors(site: Site, city: City, areas: Collection[str] = ()) -> list[Sector]:
    """Return the place of every indicator in the wheel, in the order of the main scheme.

    `areas`: the top areas whose indicators it shows; of all without any.
    """
    framework, result = site.publication.framework, site.results[city.id]
    tops = framework.children(site.publication.record.main_scheme)
    shown = [top.area for top in tops if not areas or top.area in areas]
    return [
        _sector(result.indicators[name], group)
        for group, area in enumerate(shown)
        for name in framework.placed_below(area)
    ]


def _sector(result: IndicatorResult, group: int) -> Sector:
    band = result.sign if result.is_reported else "missing"
    score = result.score if result.band and result.score is not None else 0.0
    return Sector(band, round(score, 1), group, result.observable.name)
