"""An annual review: findings, decisions, what became of recommendations, actions, indicators."""

from collections.abc import Iterator

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import ReviewResult
from generator.model.publication import City
from generator.pages.page import Head, Page, page
from generator.views import targets
from generator.views.cell import Link
from generator.views.city_header import pdf_links
from generator.views.follow_up import implementation_sentence
from generator.views.linked_cells import source_cell
from generator.views.movements import movement_table
from generator.views.reviews import (
    decisions,
    findings,
    reviewed_actions,
    reviewed_recommendations,
)
from generator.views.site import Site


def compose_reviews(site: Site, city: City) -> Iterator[Page]:
    """Yield a page for each review of a city."""
    follow_up = site.undertakings[city.id].follow_up
    if follow_up is not None:
        for result in follow_up.review_results:
            yield _review_page(site, city, follow_up, result)


def _review_page(site: Site, city: City, follow_up: FollowUp, result: ReviewResult) -> Page:
    review = follow_up.reviews[result.year]
    date = site.date(review.date)
    period = site.say("plan.period", period=review.period) if review.period else ""
    return page(
        _head(site, city, str(result.year)),
        "review.md.jinja",
        eyebrow=city.record.name,
        meta=(
            *(Link(text) for text in (date, period, review.author) if text),
            *pdf_links(
                site, "publication.pdf", [site.sheets.get((city.id, f"review-{result.year}"))]
            ),
        ),
        date=date,
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


def _head(site: Site, city: City, year: str) -> Head:
    name, title = city.record.name, site.say("review.of", year=year)
    return Head(
        target=targets.review(city.id, year),
        name=title,
        title=site.language.by_commas((title, name)),
        description=site.say("description.review", city=name, year=year),
        section="cities",
        trail=(
            Link(name, targets.city(city.id)),
            Link(site.say("tab.follow-up"), targets.tab(city.id, "follow-up")),
        ),
        contents=False,
    )
