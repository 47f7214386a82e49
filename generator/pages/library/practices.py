"""The library of good practices: an index to narrow, and a page each; cards for other pages."""

from collections.abc import Iterable, Iterator, Mapping

from generator.assessment.advice.practice_matching import Evidence, KnownPractice, packages_for
from generator.assessment.comparison.twin_matching import Similarity
from generator.model.city_records import PracticeResult
from generator.model.city_tables import Source
from generator.pages.page import Page, compose_old, old_entry
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.sources import listed_source
from generator.views.values import View, unit_label

FOLDER = "practices"
ACTION = "action"
"""The scheme of the areas of action."""

RESULT_COLUMNS = {
    "result": "practice.result",
    "before": "practice.before",
    "after": "practice.after",
    "change": "practice.change",
    "unit": "unit",
    "period": "period",
    "source": "source",
}
"""What a result tells, in order, and the label of each."""


def library_tabs(site: Site, here: str) -> View:
    """Return the tabs that join the three libraries."""
    tabs = (("recommendations", "title.recommendations"), ("packages", "title.packages"),
            (FOLDER, "title.practices"))  # fmt: skip
    return {
        "tabs": [
            {
                "text": site.say(label),
                "href": relative_address(here, folder),
                "current": folder == here,
            }
            for folder, label in tabs
        ],
        "tabs_label": site.say("tabs-of-library"),
    }


def compose_practices(site: Site) -> Iterator[Page]:
    """Yield the index of good practices, and the page of each."""
    yield _index(site)
    for one in site.practices.values():
        yield _page(site, one)


def _index(site: Site) -> Page:
    practices = _ordered(site.practices.values())
    values = {
        **library_tabs(site, FOLDER),
        "n": len(practices),
        "countries": len({one.country for one in practices}),
        "cards": [card(site, one, FOLDER) for one in practices],
        "fields": _fields(site, practices),
    }
    return compose_old(
        site,
        "practices.md.jinja",
        FOLDER,
        values,
        title=site.say("title.practices"),
        description=site.say("description.practices", n=len(practices)),
        section="recommendations",
        hide_contents=True,
    )


def _ordered(practices: Iterable[KnownPractice]) -> list[KnownPractice]:
    """Return those that state a before and an after first, then any result, then by id."""

    def order(one: KnownPractice) -> tuple[bool, bool, str]:
        result = headline(one)
        both = result is not None and result.before is not None and result.after is not None
        return (not both, result is None, one.id)

    return sorted(practices, key=order)


def _fields(site: Site, practices: list[KnownPractice]) -> list[View]:
    framework = site.publication.framework
    areas = [row for row in framework.areas if row.scheme == ACTION]
    used = {area for one in practices for area in one.record.areas}
    indicators = {name for one in practices for name in one.record.indicators}
    goals = sorted({goal_of(t) for one in practices for t in one.record.sdg_targets}, key=int)
    countries = sorted({one.country for one in practices}, key=site.country)
    return [
        select(site, "area", [(row.area, row.name) for row in areas if row.area in used]),
        select(site, "goal", [(goal, site.say("sdg.goal", number=goal)) for goal in goals]),
        select(site, "country", [(code, site.country(code)) for code in countries]),
        {"name": "people", "label": site.say("filter.people-least"), "kind": "number"},
        {
            "name": "people",
            "label": site.say("filter.people-most"),
            "kind": "number",
            "at_most": True,
        },
        select(
            site,
            "indicator",
            [(key, one.name) for key, one in framework.indicators.items() if key in indicators],
        ),
        {"name": "words", "label": site.say("filter.words"), "kind": "search"},
    ]


def select(site: Site, name: str, options: list[tuple[str, str]]) -> View:
    """Return a field to narrow a list by one of several words."""
    return {
        "name": name,
        "label": site.say(f"filter.{name}"),
        "kind": "select",
        "options": [{"value": value, "text": text} for value, text in options],
    }


def goal_of(target: str) -> str:
    return target.partition(".")[0]


def headline(practice: KnownPractice) -> PracticeResult | None:
    """Return the result that a card shows: the first with a figure, else the first."""
    results = practice.record.results
    figures = [one for one in results if one.after is not None or one.change is not None]
    return next(iter((*figures, *results)), None)


def card(site: Site, one: KnownPractice, here: str, similarity: Similarity | None = None) -> View:
    """Return a practice as a card: its result first, then who, where and when."""
    record = one.record
    result = headline(one)
    areas = [area for area in record.areas if area.startswith(f"{ACTION}/")]
    return {
        "href": relative_address(here, f"{FOLDER}/{one.id}"),
        "title": record.title,
        "result": result_view(site, result) if result else None,
        "place": place_text(site, one),
        "years": years_text(site, one),
        "areas": site.language.enumerate(_area_name(site, area) for area in areas),
        "similarity": _share(site, similarity),
        "data": {
            "area": " ".join(record.areas),
            "goal": " ".join(sorted({goal_of(target) for target in record.sdg_targets})),
            "country": one.country,
            "people": f"{one.population:.0f}" if one.population is not None else "",
            "indicator": " ".join(record.indicators),
        },
    }


def _share(site: Site, similarity: Similarity | None) -> str:
    if similarity is None or similarity.value is None:
        return ""
    share = site.language.number(100 * similarity.value, 0)
    return site.say("practice.similarity", share=share, n=len(similarity.parts))


def _area_name(site: Site, area: str) -> str:
    return site.publication.framework.area_of[area].name


def place_text(site: Site, one: KnownPractice) -> str:
    return f"{one.name}, {site.country(one.country)}"


def years_text(site: Site, one: KnownPractice) -> str:
    """Return when a practice began and ended, as far as it is stated."""
    start, end = one.record.start, one.record.end
    if start and end and start != end:
        return f"{start[:4]}–{end[:4]}"
    if start:
        return site.say("practice.since", year=start[:4])
    return site.say("practice.until", year=end[:4]) if end else ""


def result_view(site: Site, one: PracticeResult) -> View:
    """Return a result with its figures as printed; a change alone is never made into two."""
    number = site.language.number
    periods = [period for period in (one.before_period, one.after_period) if period]
    return {
        "text": one.text,
        "before": "" if one.before is None else number(one.before),
        "after": "" if one.after is None else number(one.after),
        "change": "" if one.change is None else _signed(site, one.change),
        "unit": unit_label(site, one.unit) if one.unit else "",
        "period": " → ".join(dict.fromkeys(periods)),
        "announced": site.say("practice.announced") if one.announced else "",
    }


def _signed(site: Site, change: float) -> str:
    text = site.language.number(change)
    return f"+{text}" if change > 0 else text


def evidence_cards(site: Site, found: Iterable[Evidence], here: str) -> list[View]:
    """Return cards of practices with how similar their places are."""
    return [card(site, one.practice, here, one.similarity) for one in found]


def _page(site: Site, one: KnownPractice) -> Page:
    folder, record = f"{FOLDER}/{one.id}", one.record
    values = {
        "trail": [
            {"text": site.say("title.practices"), "href": relative_address(folder, FOLDER)},
            {"text": record.title},
        ],
        "record": record,
        "place": place_text(site, one),
        "headline": result_view(site, result) if (result := headline(one)) else None,
        "results": _results(site, one),
        "facts": _facts(site, one, folder),
        "conditions": [each.text for each in record.conditions],
        "reproduced": [_reproduction(site, one, index, folder) for index in _indexes(one)],
        "recommendations": [
            {"title": row.title, "href": relative_address(folder, f"recommendations/{name}")}
            for name, row in site.publication.recommendations.items()
            if one.id in row.practices
        ],
        "indicators": _indicator_links(site, record.indicators, folder),
        "packages": [
            {
                "title": site.publication.packages[name].title,
                "href": relative_address(folder, f"packages/{name}"),
            }
            for name in packages_for(site.publication.packages, one)
        ],
        "sources": [listed_source(site, row) for row in _sources(site, one)],
    }
    return compose_old(
        site,
        "practice.md.jinja",
        folder,
        values,
        title=record.title,
        description=record.summary,
        section="recommendations",
        hide_contents=True,
        search=(old_entry(folder, record.title, site.say("kind.practice"), place_text(site, one)),),
    )


def _results(site: Site, one: KnownPractice) -> View:
    """Return all results as a table, without the columns that none of them fills."""
    rows = [
        {**result_view(site, each), "source": _source_name(site, one, each.source)}
        for each in one.record.results
    ]
    for row in rows:
        row["result"] = " ".join(part for part in (row["text"], row["announced"]) if part)
    kept = [name for name in RESULT_COLUMNS if any(row[name] for row in rows)]
    numbers = ("before", "after", "change")
    return {
        "columns": [
            {
                "label": site.say(RESULT_COLUMNS[name]),
                "kind": "number" if name in numbers else "text",
            }
            for name in kept
        ],
        "rows": [[row[name] for name in kept] for row in rows],
    }


def _indexes(one: KnownPractice) -> range:
    return range(len(one.record.reproduced_by))


def _reproduction(site: Site, one: KnownPractice, index: int, here: str) -> View:
    row = one.record.reproduced_by[index]
    city = site.publication.cities.get(row.city or "")
    name = city.record.name if city else row.name or row.city or ""
    country = city.record.country if city else row.country or ""
    parts = [name, site.country(country) if country else "", str(row.year or "")]
    return {
        "title": ", ".join(part for part in parts if part),
        "href": relative_address(here, f"cities/{city.id}") if city else "",
    }


def _facts(site: Site, one: KnownPractice, here: str) -> list[View]:
    record, framework = one.record, site.publication.framework
    city = {"term": site.say("city"), "text": place_text(site, one)}
    if one.city:
        city["href"] = relative_address(here, f"cities/{one.city}")
    people = "" if one.population is None else site.language.number(one.population, 0)
    partners = "; ".join(
        site.say("practice.partner", name=row.name, kind=site.word("partner-kind", row.kind))
        if row.kind
        else row.name
        for row in record.partners
    )
    pairs = [
        ("people", people),
        ("practice.years", years_text(site, one)),
        ("practice.areas", "; ".join(framework.area_of[area].name for area in record.areas)),
        ("practice.cost", _cost(site, one)),
        ("practice.financing", record.financing or ""),
        ("practice.partners", partners),
        ("practice.targets", ", ".join(record.sdg_targets)),
        ("practice.contact", (record.contact.body or "") if record.contact else ""),
    ]
    return [city, *({"term": site.say(key), "text": text} for key, text in pairs if text)]


def _cost(site: Site, one: KnownPractice) -> str:
    cost = one.record.cost
    if cost is None:
        return ""
    amount = "" if cost.amount is None else site.language.number(cost.amount, 0)
    figure = " ".join(part for part in (amount, cost.currency if amount else "") if part)
    return ". ".join(part.rstrip(".") for part in (figure, cost.text or "") if part)


def _indicator_links(site: Site, indicators: Iterable[str], here: str) -> list[View]:
    known = site.publication.framework.indicators
    return [
        {"title": known[name].name, "href": relative_address(here, f"indicators/{name}")}
        for name in indicators
    ]


def _sources(site: Site, one: KnownPractice) -> list[Source]:
    known = _known_sources(site, one)
    return [known[key] for key in one.record.sources]


def _known_sources(site: Site, one: KnownPractice) -> Mapping[str, Source]:
    """Return the sources of the city whose practice it is, else those of the framework."""
    city = site.publication.cities.get(one.city)
    return city.source_of if city else site.publication.framework.source_of


def _source_name(site: Site, one: KnownPractice, source: str | None) -> str:
    row = _known_sources(site, one).get(source or "")
    return (row.publisher or row.title) if row else ""
