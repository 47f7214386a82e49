"""The index of indicators, and one page for each: definition, benchmark, all cities."""

from generator.model.framework_records import IndicatorRecord
from generator.model.publication import Observable
from generator.pages.page import Page, compose_old, old_entry
from generator.views import targets
from generator.views.addresses import relative_address
from generator.views.downloads import indicator_downloads
from generator.views.library_links import library_links
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import (
    View,
    bar_view,
    beside_peers,
    mark_of,
    unit_label,
    value_view,
    word_of,
)

FEWEST_TICKS = 2


def compose_indicators(site: Site) -> Page:
    """Return the index of indicators by area of the main scheme."""
    framework, folder = site.publication.framework, "indicators"
    chapters = []
    for top in framework.children(site.publication.record.main_scheme):
        groups: list[View] = []
        for name in framework.placed_below(top.area):
            area = framework.area_of_indicator(name, top.scheme)
            record = framework.indicators[name]
            reported = sum(one.indicators[name].is_reported for one in site.results.values())
            row = [
                {"text": record.name, "href": relative_address(folder, f"indicators/{name}")},
                record.code,
                units_label(site, name),
                site.say("benchmark.yes" if _has_benchmark(site, name) else "benchmark.no"),
                site.language.number(reported, 0),
            ]
            href = relative_address(folder, f"areas/{area.area}") if area else ""
            if not groups or groups[-1]["href"] != href:
                groups.append({"title": area.name if area else "", "href": href, "rows": []})
            groups[-1]["rows"].append(row)
        chapters.append({"name": top.name, "groups": groups})
    return compose_old(
        site,
        "indicators.md.jinja",
        folder,
        {"chapters": chapters, "n": len(framework.indicators)},
        title=site.say("section.indicators"),
        description=site.say("description.indicators", n=len(framework.indicators)),
        section="indicators",
        search=(old_entry(folder, site.say("section.indicators"), site.say("kind.page")),),
    )


def _has_benchmark(site: Site, indicator: str) -> bool:
    return any(one.indicators[indicator].is_assessable for one in site.results.values()) or any(
        post.best is not None or post.scores
        for key, post in site.publication.framework.goalpost_of.items()
        if key.partition(".")[0] == indicator
    )


def compose_indicator(site: Site, indicator: str) -> Page:
    """Return the page of an indicator."""
    framework, folder = site.publication.framework, f"indicators/{indicator}"
    record = framework.indicators[indicator]
    observables = [
        one
        for one in framework.observables.values()
        if one.indicator == indicator and one.carries_value
    ]
    values = {
        "record": record,
        "eyebrow": f"{record.code} · {site.say(f'level.{record.level}')}",
        "facts": facts(site, indicator, record),
        "parts": [part_view(site, one, folder) for one in observables],
        "has_parts": bool(record.data_points),
        "sources": [
            listed_source(site, framework.source_of[key]) for key in _sources(site, indicator)
        ],
        "trail": trail(site, indicator, folder),
        "downloads": indicator_downloads(site, indicator),
        "library": library_links(site, indicator),
    }
    return compose_old(
        site,
        "indicator.md.jinja",
        folder,
        values,
        title=record.name,
        description=record.definition,
        section="indicators",
        search=(
            old_entry(
                folder,
                record.name,
                site.say("kind.indicator"),
                record.definition,
                " ".join((record.code, *(link.indicator or "" for link in record.sdg))).strip(),
            ),
        ),
    )


def units_label(site: Site, indicator: str) -> str:
    """Return the units of an indicator: one, or those of its data points where they differ."""
    found = [
        unit_label(site, one.unit)
        for one in site.publication.framework.observables.values()
        if one.indicator == indicator and one.carries_value
    ]
    return "; ".join(dict.fromkeys(found))


def trail(site: Site, indicator: str, here: str) -> list[View]:
    """Return the breadcrumbs of an indicator through its area of the main scheme."""
    framework = site.publication.framework
    area = framework.area_of_indicator(indicator, site.publication.record.main_scheme)
    items = [{"text": site.say("section.indicators"), "href": relative_address(here, "indicators")}]
    parts = area.area.split("/") if area else []
    for depth in range(2, len(parts) + 1):
        row = framework.area_of["/".join(parts[:depth])]
        items.append({"text": row.name, "href": relative_address(here, f"areas/{row.area}")})
    return [*items, {"text": framework.indicators[indicator].name}]


def facts(site: Site, indicator: str, record: IndicatorRecord) -> list[View]:
    """Return what the framework says of an indicator, as terms and facts."""
    framework, here = site.publication.framework, f"indicators/{indicator}"
    pairs: list[tuple[str, str | None]] = [
        ("fact.unit", units_label(site, indicator)),
        ("fact.direction", site.word("direction", record.direction)),
        ("fact.numerator", record.numerator),
        ("fact.denominator", record.denominator),
        ("fact.reading", record.reading),
        ("fact.expected", record.expected),
        ("fact.type", record.type),
        ("fact.sdg", sdg_text(site, record)),
        ("fact.certainty", certainty_text(site, record)),
    ]
    rows: list[View] = [{"term": site.say(key), "text": text} for key, text in pairs if text]
    for scheme in framework.schemes:
        area = framework.area_of_indicator(indicator, scheme.scheme)
        if area is not None:
            href = relative_address(here, f"areas/{area.area}")
            rows.append({"term": scheme.name, "text": area.name, "href": href})
    return rows


def sdg_text(site: Site, record: IndicatorRecord) -> str:
    """Return the SDG targets and indicators that an indicator speaks to, and how closely."""
    texts = []
    for link in record.sdg:
        relation = site.word("sdg-relation", link.relation).lower()
        number = link.indicator or link.target or link.goal or ""
        texts.append(site.say("sdg.link", number=number, relation=relation))
    return "; ".join(texts)


def certainty_text(site: Site, record: IndicatorRecord) -> str:
    name = site.word("certainty", record.certainty)
    return f"{name}. {record.certainty_note}" if record.certainty_note else name


def _sources(site: Site, indicator: str) -> list[str]:
    """Return the ids of the sources of an indicator and of its goalposts, each once."""
    framework = site.publication.framework
    found = list(framework.indicators[indicator].sources)
    for key, post in framework.goalpost_of.items():
        if key.partition(".")[0] == indicator and post.source:
            found.append(post.source)
    return list(dict.fromkeys(found))


def part_view(site: Site, observable: Observable, here: str) -> View:
    """Return the benchmark of an observable, and all cities with their values."""
    return {
        "name": observable.name,
        "is_part": observable.is_data_point,
        "definition": observable.definition,
        "id": targets.anchor(observable.id),
        "benchmark": benchmark_view(site, observable),
        "caption": site.say("caption.cities-by-indicator", indicator=observable.name),
        "rows": city_rows(site, observable, here),
        "strip": strip_view(site, observable),
        "spread": spread_text(site, observable),
        "silent": site.language.enumerate(
            city.record.name
            for city in site.cities
            if site.results[city.id].observables[observable.id].selection.shown is None
        ),
    }


def benchmark_view(site: Site, observable: Observable) -> list[View]:
    """Return the goalposts of an observable with kind, confidence and reason."""
    framework = site.publication.framework
    post = framework.goalpost_of.get(observable.id)
    if post is None:
        return []
    unit = unit_label(site, observable.unit)
    rows: list[View] = []
    for key, end in (("best", post.best), ("worst", post.worst), ("worst-above", post.worst_above)):
        if end is not None:
            text = f"{site.language.number(end)} {unit}"
            rows.append({"term": site.say(f"goalpost.{key}"), "text": text})
    if post.scores:
        rows.append({"term": site.say("goalpost.scores"), "text": post.scores})
    if post.target_year:
        rows.append({"term": site.say("goalpost.year"), "text": str(post.target_year)})
    if post.kind:
        kind = site.word("goalpost-kind", post.kind)
        if post.confidence:
            sure = site.word("confidence", post.confidence).lower()
            kind = site.say("goalpost.kind-and-confidence", kind=kind, confidence=sure)
        rows.append({"term": site.say("goalpost.kind"), "text": kind})
    rows.append({"term": site.say("goalpost.reason"), "text": post.reason})
    if post.source:
        source = framework.source_of[post.source]
        href = f"#source-{source.source}"
        rows.append({"term": site.say("source"), "text": source.title, "href": href})
    return rows


def strip_view(site: Site, observable: Observable) -> View | None:
    """Return every rated city as a tick between the goalposts; None for fewer than two."""
    post = site.publication.framework.goalpost_of.get(observable.id)
    ticks = [
        {"position": one.score / 100, "name": city.record.name}
        for city in site.cities
        if (one := site.results[city.id].observables[observable.id]).score is not None
    ]
    if post is None or post.best is None or post.worst is None or len(ticks) < FEWEST_TICKS:
        return None
    unit = unit_label(site, observable.unit)
    number = site.language.number
    label = site.say("strip.label", indicator=observable.name)
    label, peer = beside_peers(site, label, site.compared.spreads.get(observable.id))
    return {
        "ticks": ticks,
        "peer": peer,
        "label": label,
        "low": site.say("strip.low", value=number(post.worst), unit=unit),
        "high": site.say("strip.high", value=number(post.best), unit=unit),
    }


def spread_text(site: Site, observable: Observable) -> str:
    """Return median and middle half of the scores of all cities, and the years of the figures.

    Empty below the fewest cities that the policy asks for.
    """
    spread = site.compared.spreads.get(observable.id)
    if spread is None or spread.median is None:
        return ""
    number = site.language.number
    text = site.say(
        "spread",
        n=spread.cities,
        median=number(spread.median, 1),
        low=number(spread.lower_quartile or 0.0, 1),
        high=number(spread.upper_quartile or 0.0, 1),
    )
    found = (site.results[city.id].observables[observable.id] for city in site.cities)
    rows = (one.selection.shown for one in found if one.score is not None)
    years = [row.period.last for row in rows if row is not None and row.period]
    if not years or min(years) == max(years):
        return text
    return f"{text} {site.say('spread.years', first=str(min(years)), last=str(max(years)))}"


def city_rows(site: Site, observable: Observable, here: str) -> list[View]:
    """Return the cities that say something of an observable, in the order of their names."""
    rows = []
    for city in site.cities:
        one = site.results[city.id].observables[observable.id]
        if one.selection.shown is None:
            continue
        row = {
            "name": city.record.name,
            "href": relative_address(here, f"cities/{city.id}"),
            "value": value_view(site, one.selection.shown, observable, city.id),
            "bar": bar_view(site, one),
            "band": mark_of(one),
            "word": word_of(site, one),
            "how": targets.how(city.id, observable.id) if one.trace else "",
            "score": site.language.number(one.score, 1) if one.score is not None else "",
        }
        rows.append(row)
    return rows
