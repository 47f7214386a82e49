"""Rules for the values of a city: unit, possible range, status, period, targets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assessment.own_results import own_framework
from generator.checks.flags import figure_problem, value_problem
from generator.checks.places import cell_problem, key_problem, mended_by_cells
from generator.checks.references import Names
from generator.checks.units import check_unit_of
from generator.model.city_tables import ContextFigure, Observation
from generator.model.framework import Framework
from generator.model.framework_tables import ContextVariable, Unit
from generator.model.misread_dates import meaning_of_day
from generator.model.misread_numbers import is_missing_word
from generator.model.observables import Observable
from generator.model.publication import OWN_INDICATORS, City, Publication
from generator.model.scalars import Fault, parse_number
from generator.model.tables import Table
from generator.problems import Code, Problem

FIGURES = ("value", "numerator", "denominator", "lower", "upper")
"""The columns that tell how large a figure is."""
DIFFERING, BREAK = ("near", "proxy"), "B"
"""How a figure is comparable, and its status, that ask for a note."""
MOST_DECIMALS = 6
"""As many as the smallest shares are printed with; a computation gives some fifteen."""

Stated = tuple[Observation, Observable]
"""A row and the observable of which it states a value."""


def check_observations(publication: Publication) -> Iterator[Problem]:
    """Each observation fits its observable, its unit and its status."""
    known = publication.framework.observables
    for city in publication.cities.values():
        names = Names(publication, city)
        yield from _check_rows(publication, city.observations, known, names)
        if city.own_observations.all_rows:
            own = own_framework(publication.framework, city).observables
            yield from _check_rows(publication, city.own_observations, own, names)


def _check_rows(
    publication: Publication,
    table: Table[Observation],
    observables: Mapping[str, Observable],
    names: Names,
) -> Iterator[Problem]:
    def found(rows: Sequence[Observation]) -> Iterator[Problem]:
        yield from check_status(publication, table, rows)
        yield from check_period(publication, table, rows)
        yield from check_note(table, rows)
        yield from check_age(table, rows)
        meant = ((row, _meant(row, observables, names)) for row in rows)
        stated = [(row, one) for row, one in meant if one is not None and one.carries_value]
        yield from check_unit(publication, table, stated)
        yield from check_value(publication, table, stated)
        yield from check_quotient(publication, table, stated)

    yield from found(table.rows)
    for problem in found(table.torn):
        gaps = table.gaps[problem.place.line or 0]
        computed = problem.code is Code.VALUE_MISSING and not gaps.isdisjoint(FIGURES)
        if problem.place.field not in gaps and not computed:
            yield problem


def _meant(
    row: Observation, observables: Mapping[str, Observable], names: Names
) -> Observable | None:
    """Return the observable of a row; one that is misspelt is judged as what it is likely to be."""
    if row.observable is None or row.observable in observables:
        return observables.get(row.observable)
    return observables.get(names.unknown(row.observable, "observable")[1])


def check_own_indicators(publication: Publication) -> Iterator[Problem]:
    """An indicator of a city's own has an id that the framework does not have."""
    taken = publication.framework.indicators
    for city in publication.cities.values():
        document = city.documents.get(OWN_INDICATORS)
        for key in city.own_indicators if document else ():
            if document is not None and key in taken:
                yield key_problem(Code.OWN_INDICATOR_TAKEN, document, (key,), key, f"own-{key}")


def check_status(
    publication: Publication, table: Table[Observation], rows: Iterable[Observation]
) -> Iterator[Problem]:
    """A status that says "missing" stands without a value, any other with one."""
    known, statuses = publication.framework.status_of, publication.framework.statuses
    for row in rows:
        status = known.get(row.status or "A")
        if status is None:
            continue
        for name in FIGURES if status.value == "forbidden" else ():
            if getattr(row, name) is not None:
                yield cell_problem(Code.STATUS_FORBIDS_VALUE, table, row, name, label=status.label)
        computed = row.numerator is not None and row.denominator
        if row.value is None and status.value == "required" and not computed:
            missing = " / ".join(one.status for one in statuses if one.value == "forbidden")
            yield cell_problem(Code.VALUE_MISSING, table, row, "value", "", missing)


def check_period(
    publication: Publication, table: Table[Observation], rows: Iterable[Observation]
) -> Iterator[Problem]:
    """A period does not end after the as-of date, unless the value is a forecast."""
    year = publication.as_of_year
    for row in rows:
        if row.period is not None and row.period.last > year and row.status != "F":
            yield cell_problem(Code.PERIOD_FUTURE, table, row, "period", "", str(year))


def check_note(table: Table[Observation], rows: Iterable[Observation]) -> Iterator[Problem]:
    """What is not exactly comparable says what differs, and a break what has changed."""
    for row in rows:
        asks = row.comparability in DIFFERING or row.status == BREAK
        if not asks or row.note or row.territory_note:
            continue
        if row.comparability in DIFFERING:
            yield cell_problem(Code.NOTE_MISSING, table, row, "note", "", row.comparability or "")
        else:
            yield cell_problem(Code.NOTE_MISSING, table, row, "note", "", BREAK, reason="break")


def check_age(table: Table[Observation], rows: Iterable[Observation]) -> Iterator[Problem]:
    """A group of ages is none that a spreadsheet has read as a date."""
    for row in rows:
        if row.age is not None and (meant := meaning_of_day(row.age)):
            yield cell_problem(Code.VALUE_WORD, table, row, "age", "", meant, reason="month")


def check_unit(
    publication: Publication, table: Table[Observation], stated: Iterable[Stated]
) -> Iterator[Problem]:
    """The unit is the observable's; an unknown one is reported as such."""
    for row, observable in stated:
        if row.unit == observable.unit:
            continue
        if row.unit is None and row.value is not None:
            yield cell_problem(Code.CELL_EMPTY, table, row, "unit", "", observable.unit)
        wanted, name = observable.unit, observable.id
        yield from check_unit_of(publication.framework, table, row, wanted, name)


def check_value(
    publication: Publication, table: Table[Observation], stated: Iterable[Stated]
) -> Iterator[Problem]:
    """The value can be read, and is possible if it is in the unit of the observable."""
    units = publication.framework.unit_of
    for row, observable in stated:
        if row.value is None:
            continue
        unit = units.get(observable.unit)
        if unit is not None and unit.values:
            yield from _check_word(publication.framework, table, row, unit)
            continue
        try:
            value = parse_number(row.value)
        except Fault as fault:
            yield value_problem(publication.framework, table, row, fault)
            continue
        decimals = len(row.value.partition(".")[2])
        if decimals > MOST_DECIMALS and decimals > observable.decimals + 3:
            expected = f"{value:.{observable.decimals}f}"
            yield cell_problem(Code.VALUE_DIGITS, table, row, "value", "", expected)
        low, high = possible_bounds(observable, unit)
        if not low <= value <= high and row.unit in (None, observable.unit):
            yield cell_problem(
                Code.VALUE_IMPOSSIBLE, table, row, "value", "", range_text(low, high),
                name=observable.id, unit=observable.unit,
            )  # fmt: skip


def check_quotient(
    publication: Publication, table: Table[Observation], stated: Iterable[Stated]
) -> Iterator[Problem]:
    """What plain counts give is possible; the message says by what their quotient is multiplied."""
    for row, observable in stated:
        if row.value is not None or row.numerator is None or not row.denominator:
            continue
        value = observable.multiplier * row.numerator / row.denominator
        low, high = possible_bounds(observable, publication.framework.unit_of.get(observable.unit))
        if not low <= value <= high:
            yield cell_problem(
                Code.QUOTIENT_IMPOSSIBLE, table, row, "numerator", "", range_text(low, high),
                name=observable.id, unit=observable.unit, denominator=f"{row.denominator:.12g}",
                multiplier=f"{observable.multiplier:.12g}", value=f"{value:.6g}",
                counted=observable.numerator, base=observable.denominator,
            )  # fmt: skip


def possible_bounds(observable: Observable | None, unit: Unit | None) -> tuple[float, float]:
    """Return the smallest and largest possible value, infinite where there is none.

    Without an observable those of the unit.
    """
    low = observable.minimum if observable else None
    high = observable.maximum if observable else None
    if unit is not None:
        low = unit.minimum if low is None else low
        high = unit.maximum if high is None else high
    if observable is not None and observable.may_exceed:
        high = None
    return (
        float("-inf") if low is None else low,
        float("inf") if high is None else high,
    )


def range_text(low: float, high: float) -> str:
    if high == float("inf"):
        return f"≥ {low:g}"
    if low == float("-inf"):
        return f"≤ {high:g}"
    return f"{low:g} – {high:g}"


def _check_word(
    framework: Framework, table: Table[Observation], row: Observation, unit: Unit
) -> Iterator[Problem]:
    if row.value is not None and is_missing_word(row.value):
        yield value_problem(framework, table, row, Fault("value-missing-word"))
    elif row.value not in unit.values:
        words = " / ".join(unit.values)
        expected = next((word for word in unit.values if word == (row.value or "").lower()), "")
        problem = cell_problem(
            Code.VALUE_WORD, table, row, "value", "", expected or words, known=words
        )
        yield mended_by_cells(problem, table, row, {"value": expected} if expected else {})


def check_targets(publication: Publication) -> Iterator[Problem]:
    """Targets use the unit of their observable."""
    framework = publication.framework
    for city in publication.cities.values():
        for row in city.targets.all_rows:
            observable = framework.observables.get(row.observable)
            if observable is not None:
                wanted, name = observable.unit, observable.id
                yield from check_unit_of(framework, city.targets, row, wanted, name)


def check_context(publication: Publication) -> Iterator[Problem]:
    """One figure of a context variable is used; conflicting ones say which."""
    variables = {row.variable: row for row in publication.framework.context_variables}
    for city in publication.cities.values():
        seen: dict[str, list[int]] = {}
        for row in city.context.all_rows:
            variable = variables.get(row.variable)
            if variable is not None:
                yield from _check_figure(publication, city.context, row, variable)
        for row in city.context:
            if row.variable in variables:
                seen.setdefault(row.variable, []).append(row.line)
                yield from _check_use(city, row.variable, row.line, seen[row.variable])


def _check_figure(
    publication: Publication,
    table: Table[ContextFigure],
    row: ContextFigure,
    variable: ContextVariable,
) -> Iterator[Problem]:
    """The period, the unit and the value of a figure; a gap in its row is passed over."""
    if row.period is not None and row.period.last > publication.as_of_year:
        expected = str(publication.as_of_year)
        yield cell_problem(Code.PERIOD_FUTURE, table, row, "period", "", expected)
    if variable.unit:
        yield from check_unit_of(publication.framework, table, row, variable.unit, row.variable)
    if variable.kind == "number" and row.value is not None:
        unit = publication.framework.unit_of.get(variable.unit or "")
        low, high = possible_bounds(None, unit)
        try:
            if not low <= parse_number(row.value) <= high:
                yield cell_problem(
                    Code.VALUE_IMPOSSIBLE, table, row, "value", "", range_text(low, high),
                    name=row.variable, unit=variable.unit or "",
                )  # fmt: skip
        except Fault as fault:
            yield figure_problem(table, row, fault)


def _check_use(city: City, variable: str, line: int, lines: list[int]) -> Iterator[Problem]:
    rows = [row for row in city.context if row.variable == variable]
    here = next(row for row in rows if row.line == line)
    marked = [row.line for row in rows if row.use]
    if here.use and marked.index(line) > 0:
        yield cell_problem(
            Code.CONTEXT_USE_REPEATED, city.context, here, "use", "yes", line=str(marked[0]),
            name=variable,
        )  # fmt: skip
    is_last = len(lines) == len(rows)
    usable = [row for row in rows if row.use is not False]
    if is_last and len(usable) > 1 and city.context_in_use(variable) is None:
        yield cell_problem(Code.CONTEXT_USE_UNCLEAR, city.context, rows[0], "use", name=variable)
