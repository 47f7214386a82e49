"""The first chapter: who the city is, how it stands, what is urgent, changed and missing."""

from collections.abc import Mapping
from typing import Any

from generator.charts.chart_records import Figure
from generator.model.publication import City
from generator.views.area_rows import area_rows
from generator.views.city_chapters import missing_figures
from generator.views.key_facts import key_facts
from generator.views.sentences import changes, finding_sentences, lead_sentences
from generator.views.site import Site
from generator.views.urgency_words import UrgentRow, area_order, most_urgent

View = dict[str, Any]
ENDS = ("before", "before_mark", "after", "after_mark", "unit")


def glance(site: Site, city: City, figures: Mapping[str, tuple[str, Figure]]) -> View:
    """Return the contents of the chapter; `figures` by `wheel`, `trends` or observable."""
    result = site.results[city.id]
    return {
        "title": site.say("publication.glance"),
        "lead": " ".join(lead_sentences(site, result)),
        "findings": finding_sentences(site, result),
        "facts": facts(site, city),
        "standing": site.say("heading.standing"),
        "wheel": overview(site, figures, "wheel"),
        "trends": overview(site, figures, "trends"),
        "areas_caption": site.say("caption.by-area"),
        "areas": areas(site, city),
        "urgent": {
            "title": site.say("heading.urgent"),
            "rows": [_plain(one) for one in most_urgent(site, city, result)],
        },
        "changes": {"title": site.say("heading.changes"), "rows": _changes(site, city)},
        "missing": _missing(site, city),
        "order": _order(site, city),
    }


def overview(site: Site, figures: Mapping[str, tuple[str, Figure]], subject: str) -> View | None:
    """Return a chart of the whole city with what it tells; None if there is none."""
    chart = figures.get(subject)
    return drawn(chart, site.say(f"figure.{subject}-caption")) if chart else None


def drawn(chart: tuple[str, Figure], caption: str = "") -> View:
    """Return a chart as the templates take it."""
    title, figure = chart
    return {
        "title": title,
        "svg": figure.svg,
        "alternative": figure.alternative,
        "caption": caption,
    }


def facts(site: Site, city: City) -> list[View]:
    """Return the key facts: label, figure or words, unit, and the year."""
    return [
        {
            "label": one.label,
            "value": one.number or one.text,
            "is_number": bool(one.number),
            "unit": one.unit,
            "note": one.note,
        }
        for one in key_facts(site, city)
    ]


def areas(site: Site, city: City) -> list[View]:
    """Return the areas of the main scheme with the marks of their indicators."""
    scheme = site.publication.record.main_scheme
    return [
        {
            "name": one.name,
            "level": one.level,
            "marks": [{"band": band, "count": count} for band, count in one.marks.counts],
            "rated": one.rated,
            "band": one.mark.band,
            "word": " ".join(text for text in (one.mark.word, one.mark.detail) if text),
        }
        for one in area_rows(site, site.results[city.id], scheme)
    ]


def _plain(view: UrgentRow) -> View:
    """Return an entry of a list without its addresses."""
    value = view.value
    sign = "≈\N{NO-BREAK SPACE}" if value.comparability == "near" else ""
    return {
        "name": view.name,
        "mark": view.mark.band,
        "word": view.mark.word,
        "value": f"{sign}{value.number} {value.unit}".strip(),
        "period": value.period,
        "why": ". ".join(text for text in (view.why, view.remarks) if text),
    }


def _changes(site: Site, city: City) -> list[View]:
    return [
        {
            "name": one.name,
            **{key: getattr(one, key) for key in ENDS},
            "period": one.period,
            "word": one.word,
        }
        for one in changes(site, city, site.results[city.id])
    ]


def _missing(site: Site, city: City) -> View:
    found = missing_figures(site, site.results[city.id])
    return {
        "title": site.say("heading.missing"),
        "lead": site.say("missing.lead", n=found.n, core=found.core),
        "rows": [{"name": one.name, "reason": one.reason} for one in found.rows],
    }


def _order(site: Site, city: City) -> View:
    """Return the areas by urgency, beside the order of the committee where there is one."""
    result = site.results[city.id]
    committee = bool(result.priorities)
    rows = []
    for one in area_order(site, result):
        row = {
            "name": one.name, "rated": one.rated, "urgency": one.urgency, "from": one.contributors,
        }  # fmt: skip
        if committee:
            row |= {
                "committee": one.committee, "evidence": one.evidence, "comparison": one.comparison,
            }  # fmt: skip
        rows.append(row)
    return {
        "title": site.say("heading.area-order"),
        "lead": site.say("lead.area-order-committee" if committee else "lead.area-order"),
        "caption": site.say("caption.area-order"),
        "committee": committee,
        "rows": rows,
    }
