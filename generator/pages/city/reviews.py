"""An annual review: findings, decisions, what became of recommendations, actions, indicators."""

from collections.abc import Iterator
from typing import Any

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import ReviewResult
from generator.model.city_records import Review
from generator.model.publication import City
from generator.pages.city.follow_up import (
    follow_up_folder,
    implementation_view,
    movement_rows,
    review_folder,
)
from generator.pages.page import Page, compose_old
from generator.views.addresses import relative_address
from generator.views.linked_cells import recommendation_cell, source_cell
from generator.views.site import Site
from generator.views.values import View


def compose_reviews(site: Site, city: City) -> Iterator[Page]:
    """Yield a page for each review of a city."""
    found = site.undertakings[city.id].follow_up
    for result in found.review_results if found else ():
        yield _review_page(site, city, found, result)


def _review_page(site: Site, city: City, found: FollowUp | None, result: ReviewResult) -> Page:
    if found is None:
        raise ValueError(city.id)
    folder, review = review_folder(city.id, result.year), found.reviews[result.year]
    title = site.say("review.of", year=str(result.year))
    above = relative_address(folder, follow_up_folder(city.id))
    values = {
        "trail": [
            {"text": city.record.name, "href": relative_address(folder, f"cities/{city.id}")},
            {"text": site.say("tab.follow-up"), "href": above},
            {"text": title},
        ],
        "name": title,
        "eyebrow": city.record.name,
        "date": site.language.date(review.date),
        "author": review.author,
        "basis": review.basis,
        "document": source_cell(city, review.document),
        "period": review.period or "",
        "implementation": implementation_view(site, result.implementation),
        "findings": findings(site, review),
        "decisions": decisions(found, review, above),
        "recommendations": recommendation_rows(site, city, review, result, folder),
        "actions": action_rows(site, found, review, result, above),
        "movements": movement_rows(
            site, city, found.review_movements[result.year], previous=True
        ),
    }  # fmt: skip
    return compose_old(
        site,
        "review.md.jinja",
        folder,
        values,
        title=f"{title}, {city.record.name}",
        description=site.say("description.review", city=city.record.name, year=str(result.year)),
        section="cities",
        hide_contents=True,
    )


def findings(site: Site, review: Review) -> list[View]:
    areas = site.publication.framework.area_of
    return [
        {
            "text": one.text,
            "areas": site.language.enumerate(areas[name].name for name in one.areas)
            if one.areas else "",
        }
        for one in review.findings
    ]  # fmt: skip


def decisions(found: FollowUp, review: Review, above: str) -> list[View]:
    """Return the decisions, each with the actions that it concerns."""
    actions = found.plan.actions if found.plan else {}
    return [
        {
            "text": one.text,
            "actions": [
                {"text": actions[name].title, "href": f"{above}#action-{name}"}
                for name in one.actions
                if name in actions
            ],
        }
        for one in review.decisions
    ]


def recommendation_rows(
    site: Site, city: City, review: Review, result: ReviewResult, here: str
) -> list[list[Any]]:
    """Return every recommendation reviewed, with its state before and now."""
    rows: list[list[Any]] = []
    for name, step in result.recommendations.items():
        stated = review.recommendations[name]
        rows.append(
            [
                recommendation_cell(site, city, name),
                _state(site, "implementation-state", step.previous),
                site.word("implementation-state", step.state),
                stated.note or "",
                source_cell(city, stated.evidence),
            ]
        )
    return rows


def action_rows(
    site: Site, found: FollowUp, review: Review, result: ReviewResult, above: str
) -> list[list[Any]]:
    """Return every action reviewed, with its status before and then."""
    actions = found.plan.actions if found.plan else {}
    rows: list[list[Any]] = []
    for name, step in result.actions.items():
        stated = review.actions[name]
        progress = stated.progress_pct
        title = actions[name].title if name in actions else name
        rows.append(
            [
                {"text": title, "href": f"{above}#action-{name}"},
                _state(site, "action-status", step.previous),
                site.word("action-status", step.state),
                f"{site.language.number(progress, 0)}\N{NO-BREAK SPACE}%"
                if progress is not None else "",
                stated.note or "",
            ]
        )  # fmt: skip
    return rows


def _state(site: Site, vocabulary: str, state: str | None) -> View | str:
    if state is None:
        return {"missing": site.say("review.not-before")}
    return site.word(vocabulary, state)
