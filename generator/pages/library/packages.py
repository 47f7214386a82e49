"""Smart product packages: an index, and a page each with the cities that it suits."""

from collections.abc import Iterator

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.package_fit import (
    ELIGIBLE,
    MET,
    NOT_MET,
    POSSIBLE,
    UNKNOWN,
    PackageMatch,
)
from generator.model.framework_records import PackageCost, PackageEffect, ProductPackage
from generator.model.publication import City
from generator.pages.library.practices import ACTION, card, library_tabs, select
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.condition_words import condition_view, observable_name
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import View, unit_label

FOLDER = "packages"
PERCENT = "%"
RELATIVE = "relative"


def compose_packages(site: Site) -> Iterator[Page]:
    """Yield the index of packages, and the page of each."""
    yield _index(site)
    for name, record in site.publication.packages.items():
        yield _page(site, name, record)


def _index(site: Site) -> Page:
    packages, framework = site.publication.packages, site.publication.framework
    areas = [(row.area, row.name) for row in framework.areas if row.scheme == ACTION]
    values = {
        **library_tabs(site, FOLDER),
        "n": len(packages),
        "cards": [_card(site, name, record) for name, record in packages.items()],
        "fields": [
            select(site, "area", areas),
            select(site, "city", [(city.id, city.record.name) for city in site.cities]),
            {"name": "words", "label": site.say("filter.words"), "kind": "search"},
        ],
    }
    return compose_old(
        site,
        "packages.md.jinja",
        FOLDER,
        values,
        title=site.say("title.packages"),
        description=site.say("description.packages", n=len(packages)),
        section="recommendations",
        hide_contents=True,
    )


def _card(site: Site, name: str, record: ProductPackage) -> View:
    cities = [city for city, one in matches_of(site, name) if one.state == ELIGIBLE and one.need]
    areas = site.publication.framework.area_of
    return {
        "title": record.title,
        "href": relative_address(FOLDER, f"{FOLDER}/{name}"),
        "suits": record.suits.text,
        "areas": site.language.enumerate(areas[area].name for area in record.areas),
        "cities": site.say("package.fits-cities", n=len(cities)) if cities else "",
        "data": {
            "area": " ".join(record.areas),
            "city": " ".join(city.id for city in cities),
        },
    }


def matches_of(site: Site, package: str) -> list[tuple[City, PackageMatch]]:
    """Return the match of a package with every city, by name."""
    return [
        (city, one)
        for city in site.cities
        for one in site.guidance.get(city.id, Guidance()).packages
        if one.package == package
    ]


def _page(site: Site, name: str, record: ProductPackage) -> Page:
    folder, framework = f"{FOLDER}/{name}", site.publication.framework
    found = matches_of(site, name)
    eligible = sorted(
        (pair for pair in found if pair[1].state == ELIGIBLE),
        key=lambda pair: (-(pair[1].need or -1.0), pair[0].id),
    )
    rest = [pair for pair in found if pair[1].state not in (ELIGIBLE, POSSIBLE)]
    references = record.references_
    practices = references.practices if references else ()
    values = {
        "trail": [
            {"text": site.say("title.packages"), "href": relative_address(folder, FOLDER)},
            {"text": record.title},
        ],
        "record": record,
        "when": condition_view(site, record.suits.when, folder) if record.suits.when else None,
        "levels": _levels(site, record),
        "effects": [_effect_row(site, one, folder) for one in record.effects],
        "costs": [_cost_row(site, one) for one in record.costs],
        "facts": _facts(site, record),
        "cities": [_city_row(site, city, one, folder) for city, one in eligible if one.need],
        "unrated": [city.record.name for city, one in eligible if one.need is None],
        "possible": [city.record.name for city, one in found if one.state == POSSIBLE],
        "unsuited": [city.record.name for city, _ in rest],
        "users": _users(site, name, folder),
        "say_names": site.language.enumerate,
        "practices": [
            card(site, site.practices[key], folder) for key in practices if key in site.practices
        ],
        "projects": list(_projects(site, record)),
        "recommendations": [
            {"title": row.title, "href": relative_address(folder, f"recommendations/{key}")}
            for key, row in site.publication.recommendations.items()
            if name in row.packages
        ],
        "sources": [listed_source(site, framework.source_of[key]) for key in record.sources],
    }
    return compose_old(
        site,
        "package.md.jinja",
        folder,
        values,
        title=record.title,
        description=record.suits.text,
        section="recommendations",
        search=(old_entry(folder, record.title, site.say("kind.package"), record.suits.text),),
    )


def _levels(site: Site, record: ProductPackage) -> str:
    """Return the levels of development that a package is for, in words; empty if any."""
    area = record.suits.level_area
    if area is None or not record.suits.levels:
        return ""
    levels = site.language.enumerate(site.say(f"band.{one}") for one in record.suits.levels)
    name = site.publication.framework.area_of[area].name
    return site.say("package.levels", area=name, levels=levels.lower())


def _effect_row(site: Site, one: PackageEffect, here: str) -> list[object]:
    name: object = ""
    if one.observable:
        indicator = one.observable.partition(".")[0]
        href = relative_address(here, f"indicators/{indicator}")
        name = {"text": observable_name(site, one.observable), "href": href}
    source = site.publication.framework.source_of[one.source]
    return [
        one.text,
        effect_text(site, one),
        name,
        site.word("evidence-level", one.evidence),
        source.publisher or source.title,
    ]


def effect_text(site: Site, one: PackageEffect) -> str:
    """Return the figures of an effect: −80 to −60 %; a share is printed per hundred."""
    factor = 100 if one.kind == RELATIVE else 1
    found = [value for value in (one.low, one.central, one.high) if value is not None]
    if not found:
        return ""
    unit = PERCENT if one.kind == RELATIVE else unit_label(site, one.unit or "")
    ends = dict.fromkeys((min(found), max(found)))
    printed = [site.language.signed(round(value * factor, 6), _places(value)) for value in ends]
    text = site.say("range", low=printed[0], high=printed[-1]) if len(printed) > 1 else printed[0]
    return f"{text} {unit}".strip()


def _places(value: float) -> int:
    return 0 if float(value * 100).is_integer() else 1


def _cost_row(site: Site, one: PackageCost) -> list[object]:
    number = site.language.number
    ends = [number(value, 0) for value in dict.fromkeys((one.low, one.high)) if value is not None]
    amount = site.say("range", low=ends[0], high=ends[-1]) if len(ends) > 1 else "".join(ends)
    year = site.say("package.prices-of", year=str(one.price_year)) if one.price_year else ""
    source = site.publication.framework.source_of[one.source]
    return [
        one.text,
        " ".join(part for part in (amount, (one.currency or "") if amount else "") if part),
        one.per or "",
        year,
        source.publisher or source.title,
    ]


def _facts(site: Site, record: ProductPackage) -> list[View]:
    framework = site.publication.framework
    conditions = framework.local_conditions.by_key()
    pairs = [
        ("package.conditions", "; ".join(conditions[one].name for one in record.conditions)),
        ("package.delivery", _words(site, "delivery-model", record.delivery_models)),
        ("fact.horizon", site.word("horizon", record.horizon) if record.horizon else ""),
        ("package.providers", _words(site, "provider-category", record.provider_categories)),
        ("fact.areas", "; ".join(framework.area_of[area].name for area in record.areas)),
        ("fact.targets", ", ".join(record.sdg_targets)),
        ("package.interests", record.interests),
    ]
    return [{"term": site.say(key), "text": text} for key, text in pairs if text]


def _words(site: Site, vocabulary: str, words: tuple[str, ...]) -> str:
    return "; ".join(site.word(vocabulary, word) for word in words)


def _city_row(site: Site, city: City, one: PackageMatch, here: str) -> list[object]:
    href = relative_address(here, f"cities/{city.id}/recommendations#packages")
    return [{"text": city.record.name, "href": href}, *match_cells(site, one)]


def match_cells(site: Site, one: PackageMatch) -> list[object]:
    """Return need with its figures, readiness, and fit as cells of a table."""
    number = site.language.number
    need = (
        {"missing": site.say("package.need-unknown")}
        if one.need is None
        else {"lines": [number(100 * one.need, 0), *_gaps(site, one)]}
    )
    fit = {"missing": "–"} if one.fit is None else number(one.fit, 0)
    return [need, {"lines": list(_readiness(site, one))}, fit]


def _gaps(site: Site, one: PackageMatch) -> list[str]:
    return [
        site.say(
            "package.gap",
            name=observable_name(site, gap.observable),
            gap=site.language.number(100 * gap.gap, 0),
        )
        for gap in one.gaps
    ]


def _readiness(site: Site, one: PackageMatch) -> Iterator[str]:
    """Yield how many conditions are met, and which are known not to be."""
    if not one.conditions:
        yield site.say("package.no-conditions")
        return
    conditions = site.publication.framework.local_conditions.by_key()
    met, unmet, unknown = (len(one.conditions_in(state)) for state in (MET, NOT_MET, UNKNOWN))
    if met or unmet:
        yield site.say("package.met", n=met, of=met + unmet)
    for name in one.conditions_in(NOT_MET):
        yield site.say("package.not-met", name=conditions[name].name)
    if unknown:
        yield site.say("package.unknown", n=unknown)


def _users(site: Site, package: str, here: str) -> list[View]:
    """Return the projects of profiled cities that use a package."""
    found = []
    for city, one in matches_of(site, package):
        for project in one.used:
            title = city.documents[f"projects/{project}.yml"].record.title
            href = relative_address(here, f"cities/{city.id}")
            found.append({"title": f"{city.record.name}: {title}", "href": href})
    return found


def _projects(site: Site, record: ProductPackage) -> Iterator[list[object]]:
    """Yield the reference projects elsewhere, each as a row."""
    wanted = record.references_.projects if record.references_ else ()
    rows = site.publication.tables.get("reference-projects.csv")
    sources = site.publication.framework.source_of
    for row in rows or ():
        if row.project in wanted:
            place = [row.city or "", site.country(row.country) if row.country else ""]
            yield [
                row.title,
                ", ".join(part for part in place if part),
                row.amount_text or "",
                row.status or "",
                sources[row.source].publisher or sources[row.source].title,
            ]
