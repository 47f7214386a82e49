"""What a link leads to, by name: `project:almaty/tram`. Each medium knows where that stands.

A target is `kind:name`; `#place` behind it is a place on a page. Nothing here knows an address.
"""

import re
from collections.abc import Iterable
from typing import NewType
from urllib.parse import urlencode

from generator.model.city_tables import OBSERVATIONS, Observation
from generator.model.name_order import name_of

Target = NewType("Target", str)

NOWHERE = Target("")
"""Stands where nothing is linked."""

HOME = Target("page:")

_NO_ID = re.compile(r"[^\w-]+")
"""What does not stand in the id of an element."""


def page(name: str) -> Target:
    """Return a page that stands alone, such as `cities`, `methodology` or `programme/resources`."""
    return Target(f"page:{name}")


def city(city: str) -> Target:
    return Target(f"city:{city}")


def tab(city: str, name: str) -> Target:
    """Return another page of a city, such as `indicators`, `data` or `follow-up`."""
    return Target(f"tab:{city}/{name}")


def city_source(city: str, source: str) -> Target:
    """Return a source on the data page of a city."""
    return at(tab(city, "data"), f"source-{source}")


def framework_source(source: str) -> Target:
    """Return a source of the framework where the methodology lists it."""
    return at(page("methodology"), f"source-{source}")


def series(city: str, area: str) -> Target:
    """Return the page with all series of an area; `area` is the last part of its id."""
    return tab(city, f"series/{area}")


def embedded(city: str, place: str = "") -> Target:
    """Return the page of the charts of a city that stand alone, or one chart on it."""
    page = Target(f"embed:{city}")
    return at(page, place) if place else page


def embedded_indicator(indicator: str, place: str = "") -> Target:
    """Return the page of the charts of an indicator that stand alone, or one chart on it."""
    page = Target(f"embed-indicator:{indicator}")
    return at(page, place) if place else page


def project(city: str, project: str) -> Target:
    return Target(f"project:{city}/{project}")


def bundle(city: str, bundle: str) -> Target:
    """Return a bundle of projects on the page of the projects of a city."""
    return at(tab(city, "projects"), f"bundle-{bundle}")


def review(city: str, year: str) -> Target:
    return tab(city, f"follow-up/{year}")


def action(city: str, action: str) -> Target:
    """Return an action of the plan of a city."""
    return at(tab(city, "follow-up"), action_anchor(action))


def how(city: str, subject: str) -> Target:
    """Return the explanation of the result of an observable or of an area."""
    return at(explanations(city, subject), how_anchor(subject))


def explanations(city: str, subject: str = "") -> Target:
    """Return the page that explains results: one for indicators, one for areas."""
    return tab(city, "computed/areas" if "/" in subject else "computed")


def country(code: str) -> Target:
    return Target(f"country:{code}")


def country_compared(code: str) -> Target:
    """Return the page of the cities of a country side by side."""
    return Target(f"country-compared:{code}")


def chosen(cities: Iterable[str]) -> Target:
    """Return the page on which readers choose cities, with some of them chosen."""
    return Target(f"{page('compare')}?cities={','.join(cities)}")


def initial(letter: str) -> Target:
    """Return the page of the cities whose names begin with a letter."""
    return Target(f"initial:{name_of(letter)}")


def indicator(indicator: str) -> Target:
    return Target(f"indicator:{indicator}")


def area(area: str) -> Target:
    """Return an area, `scheme/path`, or a whole scheme."""
    return Target(f"area:{area}")


def goal(goal: str) -> Target:
    return Target(f"goal:{goal}")


def recommendation(recommendation: str) -> Target:
    return Target(f"recommendation:{recommendation}")


def city_recommendation(city: str, recommendation: str) -> Target:
    """Return a recommendation on the page of what a city is advised."""
    return at(tab(city, "recommendations"), recommendation)


def package(package: str) -> Target:
    return Target(f"package:{package}")


def practice(practice: str) -> Target:
    return Target(f"practice:{practice}")


def editors(table: str) -> Target:
    """Return the page for editors on a table of a city."""
    return Target(f"editors:{table}")


def contribution(form: str, **known: str) -> Target:
    """Return a form of the page of forms, filled with what is known: `city`, `observable`."""
    return at(Target(f"{page('contribute')}?{urlencode(known)}"), form)


def output(output: str) -> Target:
    """Return an output of the programme."""
    return at(page("programme"), output_anchor(output))


def beside_pages(path: str) -> Target:
    """Return a file that each language has of its own, below its first page."""
    return Target(f"beside:{path}")


def data_file(path: str) -> Target:
    """Return a file of the open data."""
    return Target(f"data:{path}")


def file(path: str) -> Target:
    """Return a file that stands once for all languages: a publication, a picture."""
    return Target(f"file:{path}")


def at(target: Target, place: str) -> Target:
    """Return a place on a page."""
    return Target(f"{target}#{place}")


def anchor(observable: str) -> str:
    """Return the id of an element for an observable: a dot is no good in selectors."""
    return "i-" + observable.replace(".", "--")


def figure(row: Observation) -> str:
    """Return the id of the row of a figure: its key, for a line moves when rows are added."""
    return "row-" + _NO_ID.sub("-", OBSERVATIONS.key_of(row).replace(".", "--")).strip("-")


def action_anchor(action: str) -> str:
    """Return the id of the row of an action."""
    return f"action-{action}"


def output_anchor(output: str) -> str:
    """Return the id of an output on the page of the programme."""
    return f"output-{output}"


def how_anchor(subject: str) -> str:
    """Return the id of the explanation of an observable or an area."""
    return f"how-a-{subject.replace('/', '--')}" if "/" in subject else f"how-{anchor(subject)}"
