"""The profile of a city: who, how it stands, what changed, what is missing, area by area."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.assessment.results import NOT_REPORTED, CityResult, IndicatorResult
from generator.language.prose import split_prose
from generator.model.framework_tables import Area, ContextVariable
from generator.model.publication import City
from generator.pages.page import Page, SearchEntry, compose
from generator.views.addresses import relative_address, shared_address
from generator.views.area_rows import area_rows
from generator.views.called_for import advised_rows, triggered
from generator.views.pictures import pictures
from generator.views.sentences import changes, finding_sentences, lead_sentences
from generator.views.series import (
    MOST_SERIES,
    drawn_below,
    most_telling,
    series_address,
    series_view,
)
from generator.views.site import Site
from generator.views.urgency_words import area_order, most_urgent
from generator.views.values import (
    View,
    anchor,
    full_name,
    mark_of,
    unit_label,
    value_view,
)

KEY_VARIABLES = 6
KEY_DIGITS = 4
"""Digits of a key fact at which its decimals end: 2496, not 2496.08."""
_MONEY = re.compile(r"(\d+(?:\.\d+)?) ([A-Z]{3})")
LISTED = 8
MOST_INDICATORS = 16
"""Indicators in the table of a chapter; of more, those that are rated."""


def compose_profile(site: Site, city: City) -> Page:
    """Return the profile page of a city."""
    result = site.results[city.id]
    folder = f"cities/{city.id}"
    values = {
        "header": city_header(site, city, folder),
        "confirmed": city.is_approved,
        "lead": " ".join(lead_sentences(site, result)),
        "findings": finding_sentences(site, result),
        "fingerprint": fingerprint(site, result),
        "facts": key_facts(site, city, folder),
        "wheel": site.drawings.get((city.id, "wheel")),
        "area_bars": site.drawings.get((city.id, "area-bars")),
        "trends": site.drawings.get((city.id, "trends")),
        "areas": area_rows(site, result, site.publication.record.main_scheme, folder),
        "urgent": most_urgent(site, city, result, folder),
        "area_order": area_order(site, result, folder),
        "has_committee": bool(result.priorities),
        "changes": changes(site, city, result, folder),
        "missing": missing(site, result, folder),
        "chapters": list(chapters(site, city, result, folder)),
        "sections": sections(site, city, folder),
        "pictures": pictures(site, city, None, folder),
        "city": city.id,
    }
    return compose(
        site,
        "profile.md.jinja",
        folder,
        values,
        title=city.record.name,
        description=values["lead"],
        section="cities",
        hide_contents=True,
        search=tuple(search_entries(site, city, result)),
    )


def city_header(site: Site, city: City, here: str) -> View:
    """Return the head that the pages of a city share, with its tabs."""
    record = city.record
    base = f"cities/{city.id}"
    local_lang, local_name = next(iter(record.local_names.items()), ("", ""))
    tabs = [(base, "tab.profile"), (f"{base}/indicators", "tab.indicators"),
            (f"{base}/recommendations", "tab.recommendations"),
            (f"{base}/projects", "tab.projects"), (f"{base}/follow-up", "tab.follow-up"),
            (f"{base}/governance", "tab.governance"), (f"{base}/twinning", "tab.twinning"),
            (f"{base}/data", "tab.data")]  # fmt: skip
    return {
        "name": record.name,
        "eyebrow": "",
        "local_name": local_name,
        "local_lang": local_lang,
        "meta": [
            {
                "text": site.country(record.country),
                "href": relative_address(here, f"countries/{record.country.lower()}"),
            },
            {"text": site.say("situation-of", year=str(site.results[city.id].profile_year))},
            {"text": site.say("edition-of", edition=site.publication.record.edition)},
            *_pdf_link(site, city, here),
        ],
        "tabs": [
            {
                "text": site.say(label),
                "href": relative_address(here, folder),
                "current": folder == here,
            }
            for folder, label in tabs
        ],
        "tabs_label": site.say("tabs-of", city=record.name),
    }


def _pdf_link(site: Site, city: City, here: str) -> list[View]:
    """Return the link to the publication of a city with its size, if it was made."""
    pdf = site.pdfs.get(city.id)
    if pdf is None:
        return []
    text = site.say("publication.pdf", size=math.ceil(pdf.size / 1000))
    return [{"text": text, "href": shared_address(site, here, pdf.address)}]


def fingerprint(site: Site, result: CityResult) -> list[View]:
    """Return the mark of every indicator below each top area, in order."""
    framework = site.publication.framework
    return [
        {
            "name": top.name,
            "bands": [
                "missing" if one.state == NOT_REPORTED else mark_of(one)
                for one in (result.indicators[name] for name in framework.placed_below(top.area))
            ],
        }
        for top in framework.children(site.publication.record.main_scheme)
    ]


def key_facts(site: Site, city: City, here: str) -> list[View]:
    """Return the context figures in use, in the order of the framework's variables."""
    found: list[View] = []
    data = relative_address(here, f"cities/{city.id}/data")
    for variable in site.publication.framework.context_variables:
        row = city.context_in_use(variable.variable)
        if row is None or len(found) == KEY_VARIABLES:
            continue
        source = city.source_of.get(row.source)
        confirm = source is not None and source.kind == "encyclopedia"
        parts = [str(row.period) if row.period else site.say("period-not-stated")]
        parts += [site.say("to-be-confirmed")] if confirm else []
        found.append(
            {
                "label": variable.name,
                **key_value(site, variable, row.value),
                "note": ", ".join(parts),
                "note_href": f"{data}#context-{row.line}",
            }
        )
    return found


def key_value(site: Site, variable: ContextVariable, value: str) -> View:
    """Return a key fact: a number to four digits with its unit, an amount of money, or words."""
    amount = _MONEY.fullmatch(value) if variable.kind == "money" else None
    if amount:
        return {"number": site.language.number(Decimal(amount[1])), "unit": amount[2]}
    if variable.kind != "number":
        return {"text": context_value(site, variable.kind, variable.variable, value)}
    exact = Decimal(value)
    places = max(0, min(len(value.partition(".")[2]), KEY_DIGITS - 1 - exact.adjusted()))
    unit = unit_label(site, variable.unit) if variable.unit else ""
    return {"number": site.language.number(exact, places), "unit": unit}


def context_value(site: Site, kind: str, variable: str, value: str) -> str:
    """Return a context figure as printed: a number, an amount, or the name of a category."""
    if kind == "number":
        return site.language.number(float(value), len(value.partition(".")[2][:2]))
    amount = _MONEY.fullmatch(value) if kind == "money" else None
    if amount:
        return f"{site.language.number(Decimal(amount[1]))}\N{NO-BREAK SPACE}{amount[2]}"
    return site.word(variable, value)


def missing(site: Site, result: CityResult, here: str) -> View:
    """Return the core indicators without a value, in the order of the assessment."""
    absent = [one for one in result.indicators.values() if one.state == NOT_REPORTED]
    return {
        "n": len(absent),
        "core": len(result.data_gaps),
        "rows": [
            {
                "name": result.indicators[gap.indicator].observable.name,
                "href": relative_address(here, f"indicators/{gap.indicator}"),
                "reason": site.say(
                    "missing.would-be-rated" if gap.assessable else "missing.no-benchmark"
                ),
            }
            for gap in result.data_gaps[:LISTED]
        ],
    }


def chapters(site: Site, city: City, result: CityResult, here: str) -> Iterator[View]:
    """Yield a chapter for each top area that has something reported or said to be missing.

    A long chapter keeps the rows that are rated and the series that say most, and leads to the
    pages that hold the others.
    """
    calls = triggered(site, city, here)
    for top in site.publication.framework.children(site.publication.record.main_scheme):
        told = [
            result.indicators[name]
            for name in site.publication.framework.placed_below(top.area)
            if result.indicators[name].is_told
        ]
        rated = [one for one in told if one.score is not None]
        kept = rated if len(told) > MOST_INDICATORS and rated else told
        drawn = drawn_below(site, city, top.area)
        if told:
            yield {
                "name": top.name,
                "groups": _groups(site, top, kept, city.id, here, calls),
                "left_out": len(told) - len(kept),
                "drawings": [
                    series_view(site, city, result.observables[key])
                    for key in most_telling(result, drawn)
                ],
                "series": len(drawn),
                "series_href": relative_address(here, series_address(city, top))
                if len(drawn) > MOST_SERIES
                else "",
            }


def _groups(
    site: Site,
    top: Area,
    indicators: Sequence[IndicatorResult],
    city: str,
    here: str,
    calls: Mapping[str, View],
) -> list[View]:
    """Return the rows of a chapter under the names of the categories."""
    groups: list[View] = []
    for one in indicators:
        area = site.publication.framework.area_of_indicator(one.observable.id, top.scheme)
        title = area.name if area else ""
        if not groups or groups[-1]["title"] != title:
            href = relative_address(here, f"areas/{area.area}") if area else ""
            groups.append({"title": title, "href": href, "rows": []})
        groups[-1]["rows"].extend(
            row
            for row in advised_rows(site, one, city, here, calls)
            if row.get("head") or row["value"].get("missing") != site.say("reason.no-data")
        )
    return groups


def sections(site: Site, city: City, here: str) -> list[View]:
    """Return the prose of a city, each with author, date and basis, in order."""
    ordered = sorted(
        city.sections.items(), key=lambda one: (one[1].head.record.position or 0, one[0])
    )
    return [
        {
            "title": section.head.record.title,
            "author": section.head.record.author,
            "date": section.head.record.date or "",
            "basis": section.head.record.basis,
            "parts": [
                {"heading": part.heading, "html": Markup(part.html)}
                for part in split_prose(section.text)
            ],
            "pictures": pictures(site, city, name, here),
        }
        for name, section in ordered
    ]


def search_entries(site: Site, city: City, result: CityResult) -> Iterator[SearchEntry]:
    """Yield the city, and each of its values, for the search."""
    record = city.record
    folder = f"cities/{city.id}"
    names = " ".join(record.local_names.values())
    country = site.country(record.country)
    yield SearchEntry(folder, record.name, site.say("kind.city"), country, f"{names} {city.id}")
    for one in result.observables.values():
        shown = one.selection.shown
        if one.data_points or shown is None or one.selection.value is None:
            continue
        value = value_view(site, shown, one.observable)
        amount = f"{value['number']} {value['unit']}".rstrip()
        text = f"{amount}, {value['period']}"
        if value["comparability"] != "exact":
            differs = site.word("comparability", value["comparability"])
            text = f"{text}, {differs[:1].lower()}{differs[1:]}"
        yield SearchEntry(
            f"{folder}/indicators",
            full_name(site, one),
            site.say("kind.value"),
            f"{record.name}: {text}",
            names,
            anchor=anchor(one.observable.id),
        )
