"""What a city does about a recommendation: its projects, its actions, its last review."""

from collections.abc import Iterator

from generator.assessment.investment.undertakings import Undertakings, stage_of
from generator.model.project_records import InvestmentProject
from generator.model.publication import City
from generator.views.addresses import relative_address
from generator.views.site import Site
from generator.views.values import View


def carried_out(
    site: Site, city: City, name: str, packages: tuple[str, ...], here: str
) -> list[View]:
    """Return links to what answers a recommendation, each with where it stands.

    A project answers it by name, or by a package that goes with it.
    """
    known = site.undertakings[city.id]
    return [
        *_projects(site, city, known, name, packages, here),
        *_actions(site, city, known, name, here),
        *_review(site, city, known, name, here),
    ]


def _projects(
    site: Site, city: City, known: Undertakings, name: str, packages: tuple[str, ...], here: str
) -> Iterator[View]:
    for project, record in known.records.items():
        if _answers(record, name, packages):
            stage = site.word("project-stage", stage_of(record))
            yield {
                "title": record.title,
                "href": relative_address(here, f"cities/{city.id}/projects/{project}"),
                "text": site.say("carried-out.project", stage=stage.lower()),
            }


def _answers(record: InvestmentProject, name: str, packages: tuple[str, ...]) -> bool:
    return name in record.recommendations or bool(set(packages).intersection(record.packages))


def _actions(site: Site, city: City, known: Undertakings, name: str, here: str) -> Iterator[View]:
    plan = known.follow_up.plan if known.follow_up else None
    for key, action in plan.actions.items() if plan else ():
        if name in action.recommendations:
            status = site.word("action-status", action.status)
            yield {
                "title": action.title,
                "href": relative_address(here, f"cities/{city.id}/follow-up#action-{key}"),
                "text": site.say("carried-out.action", status=status.lower()),
            }


def _review(site: Site, city: City, known: Undertakings, name: str, here: str) -> Iterator[View]:
    """Yield the state of a recommendation in the last review that speaks of it."""
    reviews = known.follow_up.reviews if known.follow_up else {}
    for year in sorted(reviews, reverse=True):
        stated = reviews[year].recommendations.get(name)
        if stated is not None:
            yield {
                "title": site.say("review.of", year=str(year)),
                "href": relative_address(here, f"cities/{city.id}/follow-up/{year}"),
                "text": site.word("implementation-state", stated.state).lower(),
            }
            return
