"""The fiche of an investment project: from need to result, with its appraisal.

What the files do not hold is left out; the end of a thin fiche says what would make it grow.
"""

import math
from typing import Any

from generator.assessment.investment.appraisal import project_flows
from generator.assessment.investment.pipeline_totals import amount_of
from generator.assessment.investment.project_results import NOT_ASSESSABLE, Appraisal
from generator.assessment.investment.undertakings import Undertakings, impacts_of
from generator.model.city_tables import CASH_FLOWS
from generator.model.project_records import InvestmentProject
from generator.model.publication import City
from generator.pages.page import Page, compose_old, old_entry
from generator.views import appraisal_tables as views
from generator.views.addresses import data_address, relative_address, shared_address
from generator.views.cell import Link
from generator.views.effects import achieved_rows, effects_view, impact_rows
from generator.views.linked_cells import recommendation_cell, source_cell
from generator.views.money import money, money_fact, per_cent
from generator.views.site import Site
from generator.views.values import View, full_name, mark_of, value_view, word_of


def project_folder(city: str, project: str) -> str:
    return f"cities/{city}/projects/{project}"


def compose_project(site: Site, city: City, project: str) -> Page:
    """Return the fiche of one project."""
    folder = project_folder(city.id, project)
    known = site.undertakings[city.id]
    record, result = known.records[project], known.projects[project]
    impacts = impacts_of(record)
    values = {
        "trail": trail(site, city, record.title, folder),
        "name": record.title,
        "meta": [*meta(site, record), *pdf_link(site, city, project, folder)],
        "eyebrow": city.record.name,
        "lead": record.summary or "",
        "facts": key_facts(site, record, result.chosen),
        "need": need(site, city, record, folder),
        "money": funding(site, city, project, folder),
        "worth": worth(site, city, known, project, folder),
        "conditions": conditions(site, city, record, result.chosen, folder),
        "impacts": impact_rows(site, city, impacts, folder),
        "effects": effects_view(site, city, known.effects[project], folder),
        "achieved": achieved_rows(site, city, known.achievements[project]),
        "co_benefits": [
            {"text": one.text, "source": source_cell(city, one.source)}
            for one in record.co_benefits
        ],
        "emissions": emission_rows(site, city, record, folder),
        "partners": partner_rows(site, city, record, folder),
        "history": history_rows(site, city, record, folder),
        "bundles": bundle_links(site, known, project, folder, city.id),
        "leads": leads(site, city, record, folder),
        "opinion": record.opinion,
        "opinion_date": record.opinion.date or "" if record.opinion else "",
        "sources": [source_cell(city, one) for one in record.sources],
        "wanted": wanted(site, city, record, project),
    }
    return compose_old(site, "project.md.jinja",
        folder,
        values,
        title=f"{record.title}, {city.record.name}",
        description=record.summary or site.say("description.project", city=city.record.name),
        section="projects",
        hide_contents=True,
        search=(
            old_entry(folder, record.title, site.say("kind.project"), city.record.name),
        ),
    )  # fmt: skip


def trail(site: Site, city: City, title: str, here: str) -> list[View]:
    """Return the way to a page below a city's projects."""
    return [
        {"text": city.record.name, "href": relative_address(here, f"cities/{city.id}")},
        {
            "text": site.say("tab.projects"),
            "href": relative_address(here, f"cities/{city.id}/projects"),
        },
        {"text": title},
    ]


def meta(site: Site, record: InvestmentProject) -> list[View]:
    areas = site.publication.framework.area_of
    names = [areas[one].name for one in record.areas if one in areas]
    return [{"text": name} for name in names]


def pdf_link(site: Site, city: City, project: str, here: str) -> list[View]:
    """Return the link to the fiche on one page with its size, if it was made."""
    pdf = site.fiches.get((city.id, project))
    if pdf is None:
        return []
    text = site.say("fiche.pdf", size=math.ceil(pdf.size / 1000))
    return [{"text": text, "href": shared_address(site, here, pdf.address)}]


def key_facts(site: Site, record: InvestmentProject, chosen: Appraisal) -> list[View]:
    """Return the figures that a reader looks for first; unknown ones are left out."""
    last = record.status_history[-1]
    found: list[View] = [
        {
            "label": site.say("project.stage"),
            "text": site.word("project-stage", last.stage),
            "note": site.say("project.since", date=site.language.date(last.date)),
        }
    ]
    amount, currency = amount_of(record)
    if amount is not None:
        found.append(money_fact(site, site.say("project.amount"), amount, currency))
    if chosen.viability != NOT_ASSESSABLE:
        word = views.class_word(site, chosen.viability)
        found.append({"label": site.say("project.class"), "text": word})
    for returns in (chosen.financial, chosen.economic):
        if returns is not None:
            label = site.say(f"project.npv-{returns.view}")
            note = site.say("project.at-rate", rate=per_cent(site, returns.rate))
            found.append({**money_fact(site, label, returns.npv, chosen.currency), "note": note})
    return found


def need(site: Site, city: City, record: InvestmentProject, here: str) -> View:
    """Return need, solution and counterfactual, and the indicators that speak of the need."""
    named = record.need.indicators if record.need and record.need.indicators else record.indicators
    result = site.results[city.id]
    rows = [
        {
            "name": full_name(site, one),
            "href": relative_address(here, f"indicators/{one.observable.indicator}"),
            "band": mark_of(one),
            "word": word_of(site, one),
            "value": value_view(site, one.selection.shown, one.observable, city.id),
        }
        for name in named
        for one in result.indicators[name].carriers
    ]
    return {
        "text": record.need.text if record.need else "",
        "rows": rows,
        "solution": record.solution or "",
        "counterfactual": record.counterfactual or "",
    }


def funding(site: Site, city: City, project: str, here: str) -> View | None:
    """Return the funding mix of the selected variant as a bar and a table; None without one."""
    known = site.undertakings[city.id]
    record, variant = known.records[project], known.projects[project].selected
    shares = [one for one in record.funding if one.variant in (None, variant)]
    if not shares:
        return None
    total = sum(share.amount for share in shares)
    currency = record.currency or ""
    start, parts = 0.0, []
    for at, share in enumerate(shares):
        width = share.amount / total if total else 0.0
        parts.append(
            {
                "start": start,
                "width": width,
                "shade": at % SHADES,
                "sure": share.state in ("committed", "disbursed"),
                "text": f"{site.word('instrument', share.instrument)} {per_cent(site, width, 0)}",
            }
        )
        start += width
    rows = [
        [
            {"key": at % SHADES, "text": site.word("instrument", share.instrument)},
            share.provider or "",
            site.word("provider-kind", share.provider_kind) if share.provider_kind else "",
            money(site, share.amount, currency),
            per_cent(site, share.amount / total, 0) if total else "",
            site.word("funding-state", share.state),
            source_cell(city, share.source),
        ]
        for at, share in enumerate(shares)
    ]
    mix = known.projects[project].funding
    ratio = mix.leverage if mix else None
    return {
        "parts": parts,
        "rows": rows,
        "total": money(site, total, currency),
        "unsure": not all(part["sure"] for part in parts),
        "leverage": site.say("funding.leverage", ratio=site.language.number(ratio, 1))
        if ratio else "",
    }  # fmt: skip


SHADES = 5
"""How many shades the bar of the money has before they come round again."""


def worth(site: Site, city: City, known: Undertakings, project: str, here: str) -> View:
    """Return the appraisal: every variant, and the bundles that the project takes part in."""
    record, result = known.records[project], known.projects[project]
    chosen = result.chosen
    bundles = [one for name, one in known.bundles.items() if _is_member(known, name, project)]
    same = [one.appraisal for one in bundles if one.appraisal.currency == chosen.currency]
    scale = views.unit_of(site, [*result.variants.values(), *same])
    folder = f"cities/{city.id}/projects"
    rows = views.variant_rows(site, record, result, scale)
    for one in bundles:
        title = site.say("bundle.row", title=known.bundle_records[one.bundle].title)
        link = {"text": title, "href": relative_address(here, f"{folder}#bundle-{one.bundle}")}
        rows.append(views.appraisal_row(site, scale, link, one.appraisal))
    flows = project_flows(city, project, result.selected)
    several = chosen.financial is not None and len(chosen.financial.internal_rates) > 1
    return {
        "known": bool(flows),
        "class": views.class_view(site, chosen.viability),
        "why": views.why(site, chosen),
        "basis": views.basis(site, chosen, scale.label),
        "reason": record.variants[result.selected].reason if record.variants else "",
        "columns": views.appraisal_columns(site),
        "rows": rows,
        "details": views.details(site, chosen),
        "several": views.several_rates(site, chosen),
        "profile": views.npv_profile(site, chosen.financial, scale)
        if several and chosen.financial else None,
        "sensitivity": views.sensitivity_rows(site, chosen, scale),
        "switching": views.switching_rows(site, chosen),
        "flows": views.flow_table(site, flows, scale) if flows else None,
        "csv": data_address(site, here, f"cash-flows/{city.id}-{project}.csv") if flows else "",
        "unit": scale.label,
    }  # fmt: skip


def _is_member(known: Undertakings, bundle: str, project: str) -> bool:
    return any(one.project == project for one in known.bundle_records[bundle].projects)


def bundle_links(site: Site, known: Undertakings, project: str, here: str, city: str) -> list[View]:
    return [
        {
            "title": record.title,
            "href": relative_address(here, f"cities/{city}/projects#bundle-{name}"),
            "text": site.word("rationale-kind", record.rationale.kind),
        }
        for name, record in known.bundle_records.items()
        if _is_member(known, name, project)
    ]


def leads(site: Site, city: City, record: InvestmentProject, here: str) -> list[View]:
    """Return the recommendations that the project answers, and the packages that it uses."""
    cells = [recommendation_cell(site, city, name) for name in record.recommendations]
    links = [
        {"title": cell.text, "href": cell.target, "text": site.say("recommendation")}
        for cell in cells
        if isinstance(cell, Link)
    ]
    for name in record.packages:
        known = site.publication.packages.get(name)
        if known is not None:
            href = relative_address(here, f"packages/{name}")
            text = site.say("project.package")
            links.append({"title": known.title, "href": href, "text": text})
    return links


def conditions(
    site: Site, city: City, record: InvestmentProject, chosen: Appraisal, here: str
) -> View:
    """Return the local conditions with their state, and the appraisal with each of them met."""
    known = site.publication.framework.local_conditions.by_key()
    names = {name: known[name].name if name in known else name for name in record.conditions}
    rows = [
        [
            names[name],
            one.text,
            site.word("condition-state", one.state),
            one.responsible or "",
            site.language.date(one.due) if one.due else "",
            source_cell(city, one.evidence),
        ]
        for name, one in record.conditions.items()
    ]
    scale = views.unit_of(site, [chosen])
    cases = views.condition_rows(site, chosen, scale, names)
    return {"rows": rows, "cases": cases, "unit": scale.label}


def emission_rows(site: Site, city: City, record: InvestmentProject, here: str) -> list[list[Any]]:
    return [
        [
            str(one.year),
            site.language.number(one.tco2e_avoided, 0),
            source_cell(city, one.source),
        ]
        for one in record.emissions
    ]


def partner_rows(site: Site, city: City, record: InvestmentProject, here: str) -> list[list[Any]]:
    return [
        [
            one.name,
            site.word("partner-kind", one.kind),
            one.role or "",
            site.word("agreement-state", one.agreement) if one.agreement else "",
            source_cell(city, one.source),
        ]
        for one in record.partners
    ]


def history_rows(site: Site, city: City, record: InvestmentProject, here: str) -> list[list[Any]]:
    """Return the status history; an amount says how it differs from the one stated before."""
    rows: list[list[Any]] = []
    before: tuple[float, str] | None = None
    for one in record.status_history:
        amount, change = "", ""
        currency = one.currency or record.currency or ""
        if one.amount is not None:
            amount = money(site, one.amount, currency)
            if before and before[1] == currency and before[0] and before[0] != one.amount:
                share = one.amount / before[0] - 1
                change = f"{'+' if share > 0 else ''}{per_cent(site, share, 0)}"
            before = (one.amount, currency)
        rows.append(
            [
                site.language.date(one.date),
                site.word("project-stage", one.stage),
                amount,
                change,
                one.note or "",
                source_cell(city, one.source),
            ]
        )
    return rows


def wanted(site: Site, city: City, record: InvestmentProject, project: str) -> list[str]:
    """Return what the files do not hold yet and would fill the fiche."""
    file = f"projects/{project}"
    lacking = {
        "need": record.need is None,
        "flows": f"{file}.{CASH_FLOWS.name}.csv" not in city.cash_flows,
        "funding": not record.funding,
        "conditions": not record.conditions,
        "impacts": not record.impacts,
        "partners": not record.partners,
    }
    return [
        site.say(f"wanted.{name}", file=f"{file}.{CASH_FLOWS.name}.csv" if name == "flows"
                 else f"{file}.yml")
        for name, lacks in lacking.items()
        if lacks
    ]  # fmt: skip
