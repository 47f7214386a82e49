"""A chapter for each top area: a computed sentence, the table with its notes, the charts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.assessment.results import AreaResult, IndicatorResult
from generator.charts.chart_records import Figure
from generator.language.prose import split_prose
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.publications.glance import drawn
from generator.publications.indicator_rows import rows_of, signs_of
from generator.publications.numbered_sources import References
from generator.publications.prose_tree import prose_tree
from generator.views.area_rows import area_word
from generator.views.sentences import lead_sentences
from generator.views.series import comparability_note, most_telling
from generator.views.site import Site

View = dict[str, Any]


def chapters(
    site: Site, city: City, references: References, figures: Mapping[str, tuple[str, Figure]]
) -> Iterator[View]:
    """Yield the chapters of the areas for which the city's files hold anything."""
    framework, result = site.publication.framework, site.results[city.id]
    for top in framework.children(site.publication.record.main_scheme):
        members = {name: result.indicators[name] for name in framework.placed_below(top.area)}
        told = {name: one for name, one in members.items() if one.is_told}
        if told:
            yield {
                "title": top.name,
                "description": top.description or "",
                "lead": " ".join(lead_sentences(site, replace(result, indicators=members))),
                "whole": whole(site, result.areas[top.area]),
                "caption": site.say("caption.indicators-of", area=top.name),
                "groups": groups(site, top, told, references),
                "signs": signs_of(site, told.values()),
                "figures": list(_figures(site, city, told, references, figures)),
            }


def whole(site: Site, result: AreaResult) -> str:
    """Return the sentence on an area as a whole: its band, or why it has none."""
    key = "publication.whole-rated" if result.band else "publication.whole-unrated"
    return site.say(key, word=area_word(site, result))


def groups(
    site: Site, top: Area, told: Mapping[str, IndicatorResult], references: References
) -> list[View]:
    """Return the rows of an area under the names of the categories."""
    found: list[View] = []
    for name, one in told.items():
        area = site.publication.framework.area_of_indicator(name, top.scheme)
        title = area.name if area else ""
        rows = [row for row in rows_of(site, one, references) if _is_printed(site, row)]
        if found and found[-1]["title"] == title:
            found[-1]["rows"].extend(rows)
        else:
            found.append({"title": title, "rows": rows})
    return found


def _is_printed(site: Site, row: View) -> bool:
    """Return whether a row says more than that there is no figure."""
    value = row["value"]
    return value is None or value.get("missing") != site.say("reason.no-data")


def _figures(
    site: Site,
    city: City,
    told: Mapping[str, IndicatorResult],
    references: References,
    figures: Mapping[str, tuple[str, Figure]],
) -> Iterator[View]:
    """Yield the charts of an area with what differs and their source."""
    for one in (carrier for result in told.values() for carrier in result.carriers):
        chart = figures.get(one.observable.id)
        shown = one.selection.shown
        if chart is None or shown is None:
            continue
        source = city.source_of.get(shown.source)
        name = (source.publisher or source.title) if source else ""
        number = references.number(shown.source)
        yield {
            **drawn(chart, comparability_note(site, one)),
            "source": site.say("publication.source", source=name, number=number),
        }


def printed_subjects(site: Site, city: City, drawn: Collection[str]) -> set[str]:
    """Return which charts of a city are printed: the overviews and what says most in a chapter."""
    framework, result = site.publication.framework, site.results[city.id]
    printed = {"wheel", "trends"}
    for top in framework.children(site.publication.record.main_scheme):
        below = [
            part.observable.id
            for name in framework.placed_below(top.area)
            for part in result.indicators[name].carriers
        ]
        kept = [name for name in below if name in drawn]
        printed.update(most_telling(result, kept, site.editorial.chapter_series))
    return printed


def sections(city: City) -> list[View]:
    """Return the prose of a city as judgements: author, date, basis, syntax trees."""
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
                {"level": part.level, "heading": part.heading, "tree": prose_tree(part.html)}
                for part in split_prose(section.text)
            ],
        }
        for _, section in ordered
    ]
