"""What a city does about a recommendation: its projects, its actions, its last review."""

from collections.abc import Iterator

from generator.assessment.investment.undertakings import Undertakings, stage_of
from generator.model.project_records import InvestmentProject
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import ListItem
from generator.views.site import Site


def implementation_of(
    site: Site, city: City, recommendation: str, packages: tuple[str, ...]
) -> tuple[ListItem, ...]:
    """Return what carries out a recommendation, each with where it stands.

    A project carries it out if it names it, or a package that goes with it.
    """
    known = site.undertakings[city.id]
    return (
        *_projects(site, city, known, recommendation, packages),
        *_actions(site, city, known, recommendation),
        *_review(site, city, known, recommendation),
    )


def _projects(
    site: Site, city: City, known: Undertakings, recommendation: str, packages: tuple[str, ...]
) -> Iterator[ListItem]:
    for project, record in known.records.items():
        if _carries_out(record, recommendation, packages):
            stage = site.word("project-stage", stage_of(record))
            yield ListItem(
                record.title,
                targets.project(city.id, project),
                text=site.say("carried-out.project", stage=site.language.inside(stage)),
            )


def _carries_out(record: InvestmentProject, recommendation: str, packages: tuple[str, ...]) -> bool:
    return recommendation in record.recommendations or bool(
        set(packages).intersection(record.packages)
    )


def _actions(
    site: Site, city: City, known: Undertakings, recommendation: str
) -> Iterator[ListItem]:
    plan = known.follow_up.plan if known.follow_up else None
    for key, action in plan.actions.items() if plan else ():
        if recommendation in action.recommendations:
            status = site.word("action-status", action.status)
            yield ListItem(
                action.title,
                targets.action(city.id, key),
                text=site.say("carried-out.action", status=site.language.inside(status)),
            )


def _review(site: Site, city: City, known: Undertakings, recommendation: str) -> Iterator[ListItem]:
    """Yield the state of a recommendation in the last review that speaks of it."""
    reviews = known.follow_up.reviews if known.follow_up else {}
    for year in sorted(reviews, reverse=True):
        stated = reviews[year].recommendations.get(recommendation)
        if stated is not None:
            yield ListItem(
                site.say("review.of", year=str(year)),
                targets.review(city.id, str(year)),
                text=site.word_inside("implementation-state", stated.state),
            )
            return
