"""The forms in which a reader enters a figure, a source or a good practice.

Their fields, limits and words come from the records that the check reads by, so that a form takes
no more than the check does.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import dataclass
from generator.language.foreign import plain
from generator.language.stops import without_stop
from generator.model.city_records import GoodPractice
from generator.model.city_tables import OBSERVATIONS, SOURCES, WITHOUT_ADDRESS
from generator.model.observables import Observable
from generator.model.tables import FORMS, PATTERNS, Cell, Column
from generator.views.editors_tables import about_column, words_of_column
from generator.views.site import Site
from generator.views.values import observable_name

FIGURE, SOURCE, PRACTICE = "figure", "source", "practice"

PRACTICE_CELLS = {
    "title": Cell.LINE,
    "summary": Cell.TEXT,
    "start": Cell.DATE,
    "end": Cell.DATE,
    "results.text": Cell.TEXT,
    "results.before": Cell.NUMBER,
    "results.before_period": Cell.PERIOD,
    "results.after": Cell.NUMBER,
    "results.after_period": Cell.PERIOD,
    "financing": Cell.TEXT,
}
"""What is written by hand of a good practice; a point stands before a key of its result."""


@dataclass(frozen=True, slots=True)
class Option:
    """A word of a list. Of an observable also how its value is written: unit, limits, words.

    `rule`: whether a status requires a value.
    """

    value: str
    text: str
    unit: str = ""
    minimum: str = ""
    maximum: str = ""
    words: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. `kind`: line, text, select or checks; `cell`: how a line is read.

    `folded`: it is rarely filled, and stands below the others. `sometimes`: another field says
    whether it must be filled; `unless`: the kinds of source with which it may be blank.
    """

    name: str
    label: str
    about: str
    kind: str
    cell: str
    required: bool
    pattern: str = ""
    options: tuple[Option, ...] = ()
    folded: bool = False
    sometimes: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """A form: `file` is what it makes a row of, with `{city}`, or a file, with `{name}`."""

    id: str
    file: str
    fields: tuple[Field, ...]


FIRST = ("observable", "period", "value", "unit", "source", "status", "comparability", "note")
"""The columns of a figure that are asked for at once."""
OF_STATUS = ("value", "unit")
"""The columns of a figure that its status may forbid, and most require."""


def entry_forms(site: Site) -> tuple[EntryForm, ...]:
    """Return the forms of the page."""
    figure = [_column_field(site, one) for one in OBSERVATIONS.columns]
    figure = [_with_observables(site, one) for one in figure]
    unless = {"url": " ".join(sorted(WITHOUT_ADDRESS))}
    source = [_column_field(site, one) for one in SOURCES.columns]
    source = [
        replace(one, unless=unless.get(one.name, ""), sometimes=one.name in unless)
        for one in source
    ]
    city = _city_field(site)
    return (
        EntryForm(
            FIGURE,
            f"cities/{{city}}/{OBSERVATIONS.name}.csv",
            (city, *map(_placed, figure)),
        ),
        EntryForm(SOURCE, f"cities/{{city}}/{SOURCES.name}.csv", (city, *source)),
        EntryForm(PRACTICE, "cities/{city}/practices/{name}.yml", (city, *_of_practice(site))),
    )


def _placed(field: Field) -> Field:
    name = field.name
    return replace(field, folded=name not in FIRST, sometimes=name in OF_STATUS)


def _city_field(site: Site) -> Field:
    """Return the field of the city: a list of all, or its short name where they are too many."""
    if site.is_large:
        label, about = site.say("entry.field-city"), site.say("entry.about-city")
        return Field("city", label, about, "line", Cell.ID.value, True, PATTERNS.get(Cell.ID, ""))
    options = tuple(Option(city.id, city.record.name) for city in site.cities)
    return _select(site, "city", options, required=True)


def _select(site: Site, name: str, options: tuple[Option, ...], *, required: bool) -> Field:
    return Field(name, site.say(f"entry.field-{name}"), "", "select", "", required, "", options)


def _column_field(site: Site, column: Column) -> Field:
    """Return the field of a column, with the closed list of its words where it has one."""
    rules = {row.status: row.value for row in site.publication.framework.statuses}
    options = tuple(
        Option(
            word,
            f"{name} ({word})" if name and name != word else word,
            rule=rules.get(word, "") if column.refers == "status" else "",
        )
        for word, name in words_of_column(site, column).items()
    )
    label = site.say(f"entry.field-{column.name}")
    about = about_column(site, replace(column, optional=False))
    return Field(
        name=column.name,
        label=label,
        about=about if without_stop(plain(about)) != label else "",
        kind="select" if options else "line",
        cell=column.cell.value,
        required=column.filled,
        pattern=PATTERNS.get(column.cell, ""),
        options=options,
    )


def _with_observables(site: Site, field: Field) -> Field:
    """Return the field of the observable with all that a figure may be of."""
    if field.name != "observable":
        return field
    observables = site.publication.framework.observables.values()
    options = [_observable(site, one) for one in observables if one.carries_value]
    options.sort(key=lambda one: site.language.order(one.text))
    return replace(field, kind="select", options=tuple(options))


def _observable(site: Site, one: Observable) -> Option:
    """Return an indicator or data point with what limits its value."""
    unit = site.publication.framework.unit_of.get(one.unit)
    lowest = one.minimum if unit is None or one.minimum is not None else unit.minimum
    highest = one.maximum if unit is None or one.maximum is not None else unit.maximum
    return Option(
        value=one.id,
        text=observable_name(site, one.id),
        unit=one.unit,
        minimum="" if lowest is None else f"{lowest:g}",
        maximum="" if highest is None or one.may_exceed else f"{highest:g}",
        words="; ".join(unit.values) if unit is not None else "",
    )


def _of_practice(site: Site) -> Iterator[Field]:
    """Yield the fields of a good practice: what is written, and what is chosen."""
    framework, shape = site.publication.framework, GoodPractice.model_fields
    for key, cell in PRACTICE_CELLS.items():
        yield Field(
            name=key,
            label=site.say(f"entry.practice-{key.rpartition('.')[2]}"),
            about=site.in_english(FORMS[cell]),
            kind="text" if cell is Cell.TEXT else "line",
            cell=cell.value,
            required=key in shape and shape[key].is_required(),
            pattern=PATTERNS.get(cell, ""),
        )
    units = tuple(Option(row.unit, row.unit) for row in framework.units)
    label = site.say("entry.practice-unit")
    yield replace(_select(site, "unit", units, required=False), name="results.unit", label=label)
    areas = framework.children(site.publication.record.main_scheme)
    listed = tuple(Option(row.area, row.name) for row in areas)
    yield replace(_select(site, "areas", listed, required=True), kind="checks")
    indicators = sorted((one.name, key) for key, one in framework.indicators.items())
    options = tuple(Option(key, name) for name, key in indicators)
    yield _select(site, "indicators", options, required=False)
    source = next(one for one in SOURCES.columns if one.name == "source")
    yield replace(
        _column_field(site, source), name="sources", about=site.in_english(FORMS[source.cell])
    )
