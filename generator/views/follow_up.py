"""What became of what a city accepted: how much is implemented, and its annual reviews."""

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import Implementation
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import ListItem
from generator.views.linked_cells import recommendation_cell
from generator.views.money import per_cent
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


def implementation_sentence(site: Site, implementation: Implementation) -> str:
    """Return how many of the accepted recommendations are implemented."""
    said = [_implemented(site, implementation)]
    for name in ("superseded", "rejected"):
        count = getattr(implementation, name)
        if count:
            said.append(site.say(f"implementation.{name}", n=count))
    return " ".join(said)


def _implemented(site: Site, implementation: Implementation) -> str:
    if implementation.rate is None:
        return site.say("implementation.none-sentence")
    return site.say(
        "implementation.sentence",
        n=implementation.implemented,
        m=implementation.accepted,
        rate=per_cent(site, implementation.rate, 0),
    )


def implementation_states(site: Site, city: City, implementation: Implementation) -> Table:
    """Return every accepted recommendation with its state now."""
    states = implementation.states
    columns = [
        Column[str](
            "recommendation",
            site.say("recommendation"),
            lambda name: recommendation_cell(site, city, name),
        ),
        Column[str](
            "state",
            site.say("review.state"),
            lambda name: site.word("implementation-state", states[name]),
        ),
    ]
    return lay_out(site.say("caption.states"), columns, states)


def reviews_listed(site: Site, city: City, follow_up: FollowUp) -> list[ListItem]:
    """Return the reviews, the latest first."""
    return [
        ListItem(
            site.say("review.of", year=str(year)),
            targets.review(city.id, str(year)),
            site.date(review.date),
            review.author,
        )
        for year, review in sorted(follow_up.reviews.items(), reverse=True)
    ]
