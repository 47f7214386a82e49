"""Two fields of one row or record that cannot both be right: which one is, a person knows."""

from collections.abc import Iterator

from generator.checks.named_rows import is_named
from generator.checks.places import cell_problem, key_problem
from generator.checks.silent_revisions import are_same
from generator.model.city_tables import OBSERVATIONS
from generator.model.publication import City, Publication
from generator.problems import Code, Problem

OBSERVATIONS_FILE = f"{OBSERVATIONS.name}.csv"
COMPLETED, ABSENT, FORECAST, DELIVERED = "completed", "absent", "F", "delivered"


def check_contradictions(publication: Publication) -> Iterator[Problem]:
    """What is completed is done, absent was not adopted, past no forecast, found not missed."""
    for city in publication.cities.values():
        yield from _check_plan(city)
        yield from _check_governance(city)
        yield from _check_forecasts(city, publication.as_of_year)
        yield from _check_searched(city)
        yield from _check_revised(city, publication)
        yield from _check_ranks(city)


def _check_plan(city: City) -> Iterator[Problem]:
    plan = city.documents.get("action-plan.yml")
    for key, action in plan.record.actions.items() if plan else ():
        progress = action.progress_pct
        if plan and action.status == COMPLETED and progress not in (None, 100):
            path = ("actions", key, "progress_pct")
            yield key_problem(
                Code.FIELDS_CONTRADICT, plan, path, f"{progress:g}", COMPLETED, name="status"
            )


def _check_governance(city: City) -> Iterator[Problem]:
    for row in city.governance:
        if row.state == ABSENT and row.adopted is not None:
            yield cell_problem(
                Code.FIELDS_CONTRADICT, city.governance, row, "state", "", row.adopted,
                name="adopted",
            )  # fmt: skip


def _check_forecasts(city: City, year: int) -> Iterator[Problem]:
    """A forecast is of the year of the publication, or of a later one."""
    for table in (city.observations, city.own_observations):
        for row in table:
            if row.status == FORECAST and row.period and row.period.last < year:
                period = str(row.period)
                yield cell_problem(
                    Code.FIELDS_CONTRADICT, table, row, "status", "", period, name="period"
                )


def _check_searched(city: City) -> Iterator[Problem]:
    """What was looked for and not found has no figure."""
    found = {row.observable: row for row in city.observations if row.has_figure}
    for row in city.searched:
        if row.observable in found:
            period = str(found[row.observable].period or "")
            yield cell_problem(
                Code.FIELDS_CONTRADICT, city.searched, row, "observable", "", period,
                name=OBSERVATIONS_FILE,
            )  # fmt: skip


def _check_revised(city: City, publication: Publication) -> Iterator[Problem]:
    """The last revision of a figure ends with what the table says; editions are held apart."""
    frozen = {edition.name for edition in publication.editions}
    last = {
        row.key: row
        for row in sorted(city.revisions, key=lambda row: row.date)
        if row.table == OBSERVATIONS_FILE and row.edition not in frozen
    }
    for row in last.values():
        now = {
            one.value
            for one in city.observations
            if is_named(row.key, (OBSERVATIONS.key_of(one),)) and one.value
        }
        if row.new and len(now) == 1 and not are_same(row.new.split()[0], value := now.pop()):
            yield cell_problem(
                Code.FIELDS_CONTRADICT, city.revisions, row, "new", "", value,
                name=OBSERVATIONS_FILE,
            )  # fmt: skip


def _check_ranks(city: City) -> Iterator[Problem]:
    """An order has each place once."""
    first: dict[int, str] = {}
    for row in city.priority_areas:
        area = first.setdefault(row.rank, row.area)
        if area != row.area:
            yield cell_problem(
                Code.FIELDS_CONTRADICT, city.priority_areas, row, "rank", "", str(row.rank),
                name=area,
            )  # fmt: skip


def check_deliverables(publication: Publication) -> Iterator[Problem]:
    """What is delivered has the day on which it was."""
    table = publication.tables.get("programme/deliverables.csv")
    for row in table or ():
        if table is not None and row.state == DELIVERED and row.actual is None:
            yield cell_problem(
                Code.FIELDS_CONTRADICT, table, row, "actual", "", row.state, name="state"
            )
