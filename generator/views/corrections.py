"""How a reader puts a figure right: its line in the repository, a prepared report or e-mail.

A reader with an account edits the line. Anybody else sends what is wrong: the report names city,
indicator, year, value, source and line, so that only the reason has to be written.
"""

from collections.abc import Iterator
from urllib.parse import quote, urlencode, urlsplit

from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.model.framework_records import Repository
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.site import Site
from generator.views.targets import Target
from generator.views.units import with_unit
from generator.views.values import full_name, print_number

GITLAB = "gitlab"
"""In the name of the server; there other names carry title and text of a prepared report."""


@dataclass(frozen=True, slots=True)
class ReportAddress:
    """Where a report to a repository is begun, and what its title and its text are called there."""

    url: str
    title: str
    text: str


def report_address(repository: Repository) -> ReportAddress:
    names = ("title", "body")
    if GITLAB in (urlsplit(repository.url).hostname or ""):
        names = ("issue[title]", "issue[description]")
    return ReportAddress(f"{repository.url.rstrip('/')}/issues/new", *names)


def correction_links(site: Site, city: City, result: IndicatorResult) -> tuple[Link, ...]:
    """Return the ways to correct the figure shown, or to add one where there is none.

    Without repository and e-mail that is the form, which makes what is to be sent, and beside it
    the page of the contact.
    """
    row = result.selection.shown
    ways = tuple(_links(site, city, result, row)) if row is not None else ()
    if ways or not result.observable.carries_value:
        return ways
    label = "correct.add" if row is None else "correct.edit"
    form = Link(site.say(label), added_figure(city, result.observable.id))
    contact = site.publication.record.contact
    asked = contact.url if contact is not None and row is not None else None
    return (form, Link(site.say("contact"), url=asked)) if asked else (form,)


def added_figure(city: City, observable: str) -> Target:
    """Return the form for a figure of a city."""
    return targets.contribution("figure", city=city.id, observable=observable)


def edit_address(repository: Repository, file: str, line: int | None) -> str:
    """Return where a file is edited, at its line."""
    base = f"{repository.url.rstrip('/')}/edit/{quote(repository.branch)}/{quote(file)}"
    return f"{base}#L{line}" if line else base


def line_link(site: Site, city: City, row: Observation) -> Link:
    """Return the file and line of a figure, where it is edited if there is a repository."""
    repository = site.publication.record.repository
    file = city.observations.file
    address = edit_address(repository, file, row.line) if repository is not None else ""
    return Link(f"{city.observations.kind.name}.csv:{row.line}", url=address)


def _links(site: Site, city: City, result: IndicatorResult, row: Observation) -> Iterator[Link]:
    record = site.publication.record
    title = site.say("correct.title", city=city.record.name, indicator=full_name(site, result))
    text = _report(site, city, result, row)
    if record.repository is not None:
        edit = edit_address(record.repository, city.observations.file, row.line)
        yield Link(site.say("correct.edit"), url=edit)
        yield Link(site.say("correct.report"), url=_issue(record.repository, title, text))
    if record.contact is not None and record.contact.email:
        query = urlencode({"subject": title, "body": text}, quote_via=quote)
        yield Link(site.say("correct.mail"), url=f"mailto:{record.contact.email}?{query}")


def _issue(repository: Repository, title: str, text: str) -> str:
    """Return the address of a prepared report in the repository."""
    form = report_address(repository)
    query = urlencode({form.title: title, form.text: text}, quote_via=quote)
    return f"{form.url}?{query}"


def _report(site: Site, city: City, result: IndicatorResult, row: Observation) -> str:
    """Return what is known of a figure, line by line, and below it what is asked."""
    source = city.source_of.get(row.source)
    value = print_number(site, row, result.observable) or "–"
    known = {
        "city": city.record.name,
        "indicator": full_name(site, result),
        "year": str(row.period or site.say("period-not-stated")),
        "value": with_unit(site, value, result.observable.unit),
        "source": (source.publisher or source.title) if source else "–",
        "place": f"{city.observations.file}:{row.line}",
    }
    lines = [site.say(f"correct.body-{name}", text=text) for name, text in known.items()]
    return "\n".join([*lines, "", site.say("correct.body-asked"), ""])
