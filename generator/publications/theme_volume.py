"""The booklet of areas of action: what works elsewhere and what is advised, then the cities.

Practices and packages come first. Cities are those that have a rated figure in the areas.
"""

from collections.abc import Sequence

from generator.assessment.advice.practice_matching import KnownPractice
from generator.language.stops import begun, ended, without_stop
from generator.model.framework_tables import Area
from generator.model.library_records import LibraryRecommendation
from generator.model.publication import City
from generator.publications.acting import Recommendation, library_details
from generator.publications.document import Document
from generator.publications.kinds import THEME
from generator.publications.numbered_sources import References
from generator.publications.setting import Wording, worded_for_print
from generator.publications.volume import Named, area_ids, cities_named, volume
from generator.publications.volume_parts import Group, PrintedTable, VolumePart, held, plain_table
from generator.views.names_in_sentences import names_text
from generator.views.packages import package_card
from generator.views.practices import (
    Outcome,
    headline,
    headline_outcome,
    known_sources,
    ordered_practices,
    place_text,
    years_text,
)
from generator.views.site import Site


def compose_theme(site: Site, areas: Sequence[Area]) -> Document:
    """Return the booklet of some top areas."""
    wording, references = Wording(worded_for_print(site)), References()
    ids = frozenset(area.area for area in areas)
    cities = rated_cities(site, areas)
    parts = (
        _practices(wording, references, ids),
        _packages(wording, ids),
        _recommendations(wording, ids),
    )
    return volume(
        wording,
        THEME,
        area_ids(site, areas),
        Named(
            site.language.enumerate(area.name for area in areas),
            below=cities_named(wording, cities),
        ),
        cities,
        areas,
        before=tuple(part for part in parts if part.groups),
        references=references,
    )


def rated_cities(site: Site, areas: Sequence[Area]) -> list[City]:
    """Return the cities that have a rated figure in some areas, by name."""
    framework = site.publication.framework
    names = [name for area in areas for name in framework.placed_below(area.area)]
    return [
        city
        for city in site.cities
        if any(site.results[city.id].indicators[name].is_rated for name in names)
    ]


def _practices(wording: Wording, references: References, areas: frozenset[str]) -> VolumePart:
    """Return the good practices of the areas, those that state a before and an after first."""
    site = wording.site
    found = ordered_practices(
        one for one in site.practices.values() if areas & set(one.record.areas)
    )
    rows, sources = [], []
    for one in found:
        came = headline_outcome(site, one)
        cited = (
            known_sources(site, one).get((headline(one) or one.record.results[0]).source or "")
            if came
            else None
        )
        rows.append((one.record.title, _came(wording, came), _where(site, one)))
        sources.append(tuple(filter(None, [references.number_of(cited)])))
    head = [site.say(key) for key in ("volume.practice", "practice.result", "volume.where")]
    table = plain_table(
        wording, wording.say("volume.practices-caption"), head, rows, sources=sources
    )
    title, lead = wording.say("volume.practices"), wording.say("volume.practices-lead")
    return _part(title, lead, table)


def _came(wording: Wording, one: Outcome | None) -> str:
    """Return what came of a practice, in figures where there are any."""
    if one is None:
        return wording.site.say("practice.no-result")
    onward = wording.site.language.onward
    both = f"{one.before} {onward} {one.after}" if one.before and one.after else ""
    figure = both or one.change or one.after or one.before
    told = f"{figure} {one.unit}".rstrip() if figure else ""
    return " ".join(text for text in (ended(told) if told else "", one.text, one.announced) if text)


def _where(site: Site, one: KnownPractice) -> str:
    return site.language.by_commas((place_text(site, one), years_text(site, one)))


def _packages(wording: Wording, areas: frozenset[str]) -> VolumePart:
    """Return the product packages of the areas, with whom each suits."""
    site = wording.site
    rows = []
    for name, record in site.publication.packages.items():
        if areas & set(record.areas):
            card = package_card(site, name, record)
            parts = site.language.by_semicolons(
                without_stop(part.text) for part in record.components
            )
            rows.append((record.title, f"{parts}.", card.suits, card.cities))
    keys = ("package", "volume.consists-of", "volume.suits", "cities")
    head = [site.say(key) for key in keys]
    table = plain_table(wording, wording.say("volume.packages-caption"), head, rows)
    return _part(wording.say("volume.packages"), wording.say("volume.packages-lead"), table)


def _part(title: str, lead: str, table: PrintedTable) -> VolumePart:
    groups = (Group("", (), held([table])),) if table.rows else ()
    return VolumePart(title, (lead,), (), groups)


def _recommendations(wording: Wording, areas: frozenset[str]) -> VolumePart:
    """Return what the library recommends in the areas; what figures call for is said at each."""
    site = wording.site
    found = tuple(
        _recommended(wording, name, record)
        for name, record in site.publication.recommendations.items()
        if areas & set(record.areas)
    )
    groups = (Group("", (), (), found),) if found else ()
    lead = wording.say("volume.recommendations-lead")
    return VolumePart(wording.say("section.recommendations"), (lead,), (), groups)


def _recommended(wording: Wording, name: str, record: LibraryRecommendation) -> Recommendation:
    site = wording.site
    called = [city.record.name for city in site.cities if name in site.standings[city.id].proposed]
    return Recommendation(
        number="",
        title=record.title,
        finding=wording.say("volume.called-for", names=names_text(site, called)) if called else "",
        text=record.text,
        decision="",
        basis=f"{begun(record.author)}. {record.basis}",
        details=tuple(library_details(site, record)),
    )
