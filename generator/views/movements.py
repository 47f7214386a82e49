"""How the indicators of an action plan moved since it was adopted; nothing is attributed to it."""

from collections.abc import Callable, Iterable

from generator.assessment.trend.movement import Movement
from generator.model.city_tables import Observation
from generator.model.publication import City
from generator.views.cell import Cell, Missing
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.units import unit_label
from generator.views.values import full_name, print_number


def movement_table(site: Site, city: City, movements: Iterable[Movement]) -> Table:
    """Return each indicator at the baseline, at the review before, and now, with its target."""
    results, say = site.results[city.id].observables, site.say
    goals = {row.observable: row for row in sorted(city.targets, key=lambda row: -row.year)}

    def goal(row: Movement) -> str:
        wanted = goals.get(row.observable)
        return f"{wanted.value} ({wanted.year})" if wanted else ""

    def figure(of: Callable[[Movement], Observation | None]) -> Callable[[Movement], Cell]:
        return lambda row: _figure(site, city, row.observable, of(row))

    columns: list[Column[Movement]] = [
        Column("indicator", say("indicator"), lambda row: full_name(site, results[row.observable])),
        Column("baseline", say("movement.baseline"), figure(lambda row: row.baseline), number=True),
        Column("previous", say("movement.previous"), figure(lambda row: row.previous), number=True),
        Column("latest", say("movement.latest"), figure(lambda row: row.latest), number=True),
        Column(
            "unit",
            say("unit"),
            lambda row: unit_label(site, results[row.observable].observable.unit),
        ),
        Column("target", say("movement.target"), goal, number=True),
        Column(
            "change",
            say("movement.change"),
            lambda row: (
                say(f"movement.{row.word}") if row.word else Missing(say("movement.no-later"))
            ),
        ),
    ]
    return lay_out(say("caption.movements"), columns, movements)


def movements_since_adoption(site: Site, city: City, movements: Iterable[Movement]) -> Table:
    """Return each indicator at the baseline and now, with its target."""
    table = movement_table(site, city, movements)
    return table.only("indicator", "baseline", "latest", "unit", "target", "change")


def _figure(site: Site, city: City, name: str, row: Observation | None) -> str:
    """Return a figure with its period; blank without one."""
    if row is None:
        return ""
    observable = site.results[city.id].observables[name].observable
    return f"{print_number(site, row, observable)} ({row.period})"
