"""The recommendations of a city: what its figures call for, what was decided, what fits."""

from collections.abc import Iterator

from generator.assessment.advice.condition_evaluation import deciding_leaves
from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.package_fit import ELIGIBLE, POSSIBLE
from generator.assessment.advice.practice_matching import Evidence, evidence_for
from generator.assessment.advice.proposals import (
    PROPOSED,
    SUPPRESSED,
    UNCHECKED,
    CityAdvice,
    Proposal,
    is_rejected,
)
from generator.model.city_records import OwnRecommendation
from generator.model.publication import City
from generator.pages.library.packages import match_cells
from generator.pages.library.practices import evidence_cards
from generator.pages.library.recommendations import detail, package_links, priority_text
from generator.pages.page import Page, compose_old
from generator.views.addresses import relative_address
from generator.views.answers import carried_out
from generator.views.city_header import city_header, tab_at
from generator.views.condition_words import because, needed
from generator.views.explanation.of_advice import advice_parts
from generator.views.site import Site
from generator.views.values import View

EVIDENCE = 3
PRACTICES = 6


def compose_advice(site: Site, city: City) -> Page:
    """Return the page of the recommendations for a city."""
    folder = f"cities/{city.id}/recommendations"
    guidance = site.guidance.get(city.id, Guidance())
    advice = guidance.advice
    proposed = [one for one in advice.in_state(PROPOSED) if not is_rejected(one)]
    values = {
        "header": city_header(site, city, tab_at(folder)),
        **advised(site, city, folder),
        "packages": list(_packages(site, guidance, folder)),
        "practices": evidence_cards(site, _practices(site, city, guidance, proposed), folder),
        "unchecked": [_unchecked_row(site, one, folder) for one in advice.in_state(UNCHECKED)],
        "suppressed": [
            _suppressed_row(site, city, one, folder)
            for one in advice.in_state(SUPPRESSED)
            if one.when.result
        ],
        "chain": _chain(site, advice, folder),
        "file": f"cities/{city.id}/recommendations.yml",
    }
    return compose_old(
        site,
        "city-recommendations.md.jinja",
        folder,
        values,
        title=site.say("title.city-recommendations", city=city.record.name),
        description=site.say("description.city-recommendations", city=city.record.name),
        section="cities",
    )


def advised(site: Site, city: City, here: str) -> View:
    """Return what the figures call for and what was decided, as pages and print show it."""
    guidance = site.guidance.get(city.id, Guidance())
    advice = guidance.advice
    proposed = [one for one in advice.in_state(PROPOSED) if not is_rejected(one)]
    gaps = [one for one in proposed if one.rests_on_gaps]
    findings = [one for one in proposed if not one.rests_on_gaps]
    others = [
        one
        for one in advice.proposals
        if one.decision and (is_rejected(one) or one.state != PROPOSED)
    ]
    return {
        "lead": _lead(site, len(findings), len(gaps), len(advice.in_state(UNCHECKED))),
        "findings": [_proposal(site, city, guidance, one, here) for one in findings],
        "gaps": [_gap_row(site, city, one, here) for one in gaps],
        "decided": [_proposal(site, city, guidance, one, here) for one in others],
        "own": [_own(site, city, name, one, here) for name, one in advice.own.items()],
    }


def _lead(site: Site, findings: int, gaps: int, unchecked: int) -> str:
    sentences = [
        site.say("advice.lead", n=findings) if findings else site.say("advice.lead-none"),
        site.say("advice.lead-gaps", n=gaps) if gaps else "",
        site.say("advice.lead-unchecked", n=unchecked) if unchecked else "",
    ]
    return " ".join(one for one in sentences if one)


def _proposal(site: Site, city: City, guidance: Guidance, one: Proposal, here: str) -> View:
    """Return a proposal with its reasons, its decision, and what others did."""
    record = site.publication.recommendations[one.recommendation]
    evidence = evidence_for(
        site.practices, record.practices, record.indicators, guidance.similarities, city.id
    )
    return {
        "id": one.recommendation,
        "title": record.title,
        "href": relative_address(here, f"recommendations/{one.recommendation}"),
        "text": record.text,
        "because": [because(site, city.id, leaf, here) for leaf in one.because],
        "priority": priority_text(site, one),
        "detail": " · ".join(part for part in (detail(site, record), record.lead_body) if part),
        "practices": evidence_cards(site, evidence[:EVIDENCE], here),
        "packages": package_links(site, record.packages, here),
        "done_here": carried_out(site, city, one.recommendation, record.packages, here),
        "decision": _decision(site, one),
        "checked": advice_parts(site, city, one, here),
    }


def _decision(site: Site, one: Proposal) -> View | None:
    if one.decision is None:
        return None
    made = one.decision
    return {
        "word": site.word("decision", made.decision),
        "text": made.text or "",
        "reason": made.reason or "",
        "author": made.author,
        "date": site.language.date(made.date) if made.date else "",
        "basis": made.basis,
    }


def _gap_row(site: Site, city: City, one: Proposal, here: str) -> list[object]:
    record = site.publication.recommendations[one.recommendation]
    href = relative_address(here, f"recommendations/{one.recommendation}")
    reasons = [because(site, city.id, leaf, here)["text"] for leaf in one.because]
    return [{"text": record.title, "href": href}, {"lines": reasons}, record.lead_body or ""]


def _own(site: Site, city: City, name: str, one: OwnRecommendation, here: str) -> View:
    framework = site.publication.framework
    sources = [city.source_of[key] for key in one.sources]
    return {
        "id": name,
        "title": one.title,
        "text": one.text,
        "reason": one.reason or "",
        "author": one.author,
        "date": site.language.date(one.date) if one.date else "",
        "basis": one.basis,
        "indicators": [
            {
                "title": framework.indicators[key].name,
                "href": relative_address(here, f"indicators/{key}"),
            }
            for key in one.indicators
        ],
        "packages": package_links(site, one.packages, here),
        "done_here": carried_out(site, city, name, one.packages, here),
        "sources": [
            {
                "title": row.publisher or row.title,
                "href": relative_address(here, f"cities/{city.id}/data#source-{row.source}"),
            }
            for row in sources
        ],
    }


def _packages(site: Site, guidance: Guidance, here: str) -> Iterator[View]:
    """Yield the packages with a known need: those that suit, then those that may."""
    for state in (ELIGIBLE, POSSIBLE):
        rows = [
            [_package_cell(site, one.package, here), *match_cells(site, one)]
            for one in guidance.packages
            if one.state == state and one.need
        ]
        if rows:
            yield {"caption": site.say(f"package.{state}"), "rows": rows}


def _package_cell(site: Site, package: str, here: str) -> View:
    title = site.publication.packages[package].title
    return {"text": title, "href": relative_address(here, f"packages/{package}")}


def _practices(
    site: Site, city: City, guidance: Guidance, proposed: list[Proposal]
) -> list[Evidence]:
    """Return the practices of the most similar places that speak to what is proposed."""
    library = site.publication.recommendations
    indicators = {
        key
        for one in proposed
        if not one.rests_on_gaps
        for key in library[one.recommendation].indicators
    }
    found = evidence_for(site.practices, (), indicators, guidance.similarities, city.id)
    return list(found[:PRACTICES])


def _unchecked_row(site: Site, one: Proposal, here: str) -> list[object]:
    title = site.publication.recommendations[one.recommendation].title
    href = relative_address(here, f"recommendations/{one.recommendation}")
    needs = dict.fromkeys(needed(site, leaf) for leaf in one.needs)
    return [{"text": title, "href": href}, {"lines": list(needs)}]


def _suppressed_row(site: Site, city: City, one: Proposal, here: str) -> list[object]:
    title = site.publication.recommendations[one.recommendation].title
    href = relative_address(here, f"recommendations/{one.recommendation}")
    leaves = deciding_leaves(one.unless) if one.unless else ()
    reasons = [because(site, city.id, leaf, here)["text"] for leaf in leaves]
    return [{"text": title, "href": href}, {"lines": reasons}]


def _chain(site: Site, advice: CityAdvice, here: str) -> View:
    """Return where the chain from finding to recommendation is broken."""
    framework = site.publication.framework
    return {
        "unfounded": [advice.own[name].title for name in advice.unfounded],
        "unanswered": [
            {
                "title": framework.area_of[area].name,
                "href": relative_address(here, f"areas/{area}"),
                "text": site.language.enumerate(framework.indicators[name].name for name in weak),
            }
            for area, weak in advice.unanswered.items()
        ],
    }
