"""The YAML files of a city: templates with its words and its size.

Every scalar is text here; the reader of a file knows the type from the field.
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

import yaml

from tests.world.places import Place
from tests.world.world import World, fill

PRACTICES, PROJECTS, TRANSLATIONS = "practices/", "projects/", "translations/"
BUNDLES = "bundles.yml"


class PlainDumper(yaml.CSafeDumper):
    """Writes every scalar as it is typed, without quotation marks where none are needed."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


PlainDumper.yaml_implicit_resolvers = {}


def record_text(record: Any) -> str:
    """Return a record as YAML."""
    return str(
        yaml.dump(record, Dumper=PlainDumper, sort_keys=False, allow_unicode=True, width=100)
    )


def records_of(world: World, place: Place) -> Iterator[tuple[str, Any]]:
    """Yield the path and the record of every YAML file of a place."""
    absent = absent_projects(world, place)
    bundles = _without_projects(world.records[BUNDLES], absent) or {}
    for name, template in world.records.items():
        if is_taken(place, name):
            record = _without_projects(fill(template, place.words), absent)
            if name.startswith(TRANSLATIONS):
                record = {key: text for key, text in record.items() if _is_there(key, bundles)}
            if record:
                yield path_in(place, name), scaled(record, place.scale, world.settings["scaled"])


def path_in(place: Place, name: str) -> str:
    """Return the path of a file in the folder of a place: each practice has an id of its own."""
    if not name.startswith(PRACTICES):
        return name
    return f"{PRACTICES}{place.id}-{name.removeprefix(PRACTICES)}"


def is_taken(place: Place, name: str) -> bool:
    """Return whether a place has the file `name` of the templates."""
    if place.thin:
        return name == "city.yml"
    if name.startswith(PROJECTS):
        return project_of(name) in place.settings["projects"]
    return place.every == 1 or not name.startswith(TRANSLATIONS)


def project_of(name: str) -> str:
    """Return the id of the project to which the file `name` belongs."""
    return name.removeprefix(PROJECTS).partition(".")[0]


def absent_projects(world: World, place: Place) -> set[str]:
    """Return the projects of the templates that a place does not have."""
    known = {project_of(name) for name in world.records if name.startswith(PROJECTS)}
    return known - set(place.settings["projects"])


def scaled(value: Any, factor: Decimal, keys: Collection[str], key: str = "") -> Any:
    """Return a record whose amounts, the numbers below `keys`, are multiplied by `factor`."""
    if isinstance(value, Mapping):
        return {name: scaled(item, factor, keys, name) for name, item in value.items()}
    if isinstance(value, list):
        return [scaled(item, factor, keys, key) for item in value]
    return multiplied(value, factor) if key in keys and value else value


def multiplied(text: str, factor: Decimal) -> str:
    """Return a whole number times `factor`, rounded to a whole number."""
    return f"{(Decimal(text) * factor).to_integral_value():f}"


def _is_there(key: str, bundles: Mapping[str, Any]) -> bool:
    """Return whether what a key of a translation names is there: all but bundles always is."""
    file, _, path = key.partition("#")
    return file != BUNDLES or path.partition("/")[0] in bundles


def _without_projects(record: Any, absent: Collection[str]) -> Any:
    """Return a record without the names of absent projects, and without bundles of them."""
    if isinstance(record, Mapping):
        members = record.get("projects", ())
        if any(isinstance(one, Mapping) and one["project"] in absent for one in members):
            return None
        kept = {key: _without_projects(item, absent) for key, item in record.items()}
        return {key: item for key, item in kept.items() if item is not None}
    if isinstance(record, list):
        there = [item for item in record if isinstance(item, Mapping) or item not in absent]
        return [_without_projects(item, absent) for item in there]
    return record
