"""An annual review: findings, decisions, what became of recommendations, actions, indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import ReviewResult
from generator.model.publication import City
from generator.pages.page import Head, Page, compose
from generator.views import targets
from generator.views.cell import Link
from generator.views.follow_up import implementation_sentence
from generator.views.linked_cells import source_cell
from generator.views.movements import movement_table
from generator.views.reviews import (
    DecisionRow,
    Finding,
    decisions,
    findings,
    reviewed_actions,
    reviewed_recommendations,
)
from generator.views.site import Site
from generator.views.table import Table


@dataclass(frozen=True, slots=True)
class AnnualReview:
    """What the page of a review shows."""

    eyebrow: str
    date: str
    period: str
    author: str
    basis: str
    document: Link | str
    implementation: str
    findings: list[Finding]
    decisions: list[DecisionRow]
    recommendations: Table
    actions: Table
    movements: Table


def compose_reviews(site: Site, city: City) -> Iterator[Page]:
    """Yield a page for each review of a city."""
    follow_up = site.undertakings[city.id].follow_up
    if follow_up is not None:
        for result in follow_up.review_results:
            yield _review_page(site, city, follow_up, result)


def _review_page(site: Site, city: City, follow_up: FollowUp, result: ReviewResult) -> Page:
    name, year = city.record.name, str(result.year)
    title = site.say("review.of", year=year)
    head = Head(
        target=targets.review(city.id, year),
        name=title,
        title=f"{title}, {name}",
        description=site.say("description.review", city=name, year=year),
        section="cities",
        trail=(
            Link(name, targets.city(city.id)),
            Link(site.say("tab.follow-up"), targets.tab(city.id, "follow-up")),
        ),
        contents=False,
    )
    return compose(site, "review.md.jinja", head, annual_review(site, city, follow_up, result))


def annual_review(
    site: Site, city: City, follow_up: FollowUp, result: ReviewResult
) -> AnnualReview:
    """Return what the page of a review shows."""
    review = follow_up.reviews[result.year]
    return AnnualReview(
        eyebrow=city.record.name,
        date=site.date(review.date),
        period=site.say("review.period", period=review.period) if review.period else "",
        author=review.author,
        basis=review.basis,
        document=source_cell(city, review.document),
        implementation=implementation_sentence(site, result.implementation),
        findings=findings(site, review),
        decisions=decisions(city, follow_up, review),
        recommendations=reviewed_recommendations(site, city, review, result),
        actions=reviewed_actions(site, city, follow_up, review, result),
        movements=movement_table(site, city, follow_up.review_movements[result.year]),
    )
