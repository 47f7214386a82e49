"""The context figures of a city: key facts for its profile, all of them with their sources."""

import re
from decimal import Decimal

from generator.frozen import dataclass
from generator.model.city_tables import ContextFigure
from generator.model.framework_tables import ContextVariable
from generator.model.publication import City
from generator.views import targets
from generator.views.site import Site
from generator.views.targets import NOWHERE, Target
from generator.views.units import unit_beside

KEY_DIGITS = 4
"""Digits of a key fact at which its decimals end: 2496, not 2496.08."""
_MONEY = re.compile(r"(\d+(?:\.\d+)?) ([A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Fact:
    """A large figure, or `text` for a fact that is words; its note may lead on to `target`."""

    label: str
    number: str = ""
    text: str = ""
    unit: str = ""
    note: str = ""
    target: Target = NOWHERE


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A context figure with its source; `used`: the one that the publication goes by.

    `line` is that of the file; `confirm`: the source is not good enough to rely on.
    """

    line: int
    name: str
    value: str
    unit: str
    period: str
    used: bool
    confirm: bool
    note: str
    source: str
    source_id: str


def key_facts(site: Site, city: City) -> list[Fact]:
    """Return the context figures in use, in the order of the framework's variables."""
    found: list[Fact] = []
    for variable in site.publication.framework.context_variables:
        row = city.context_in_use(variable.variable)
        if row is None or len(found) == site.editorial.key_facts:
            continue
        target = targets.at(targets.tab(city.id, "data"), f"context-{row.line}")
        number, text, unit = fact_text(site, variable, row.value)
        found.append(Fact(variable.name, number, text, unit, dated(site, city, row), target))
    return found


def dated(site: Site, city: City, row: ContextFigure) -> str:
    """Return the period of a context figure, and whether it is to be confirmed."""
    source = city.source_of.get(row.source)
    parts = [str(row.period) if row.period else site.say("period-not-stated")]
    parts += [site.say("to-be-confirmed")] if source is not None and source.is_to_confirm else []
    return site.language.by_commas(parts)


def fact_text(site: Site, variable: ContextVariable, value: str) -> tuple[str, str, str]:
    """Return a number to four digits or an amount of money, or else words; and the unit."""
    amount = _MONEY.fullmatch(value) if variable.kind == "money" else None
    if amount:
        return site.language.number(Decimal(amount[1])), "", amount[2]
    if variable.kind != "number":
        return "", context_value(site, variable.kind, variable.variable, value), ""
    exact = Decimal(value)
    places = max(0, min(len(value.partition(".")[2]), KEY_DIGITS - 1 - exact.adjusted()))
    number = site.language.number(exact, places)
    return number, "", unit_beside(site, variable.unit or "", number)


def context_value(site: Site, kind: str, variable: str, value: str) -> str:
    """Return a context figure as printed: a number, an amount, or the name of a category."""
    if kind == "number":
        return site.language.number(float(value), len(value.partition(".")[2][:2]))
    amount = _MONEY.fullmatch(value) if kind == "money" else None
    if amount:
        return f"{site.language.number(Decimal(amount[1]))}\N{NO-BREAK SPACE}{amount[2]}"
    words = site.publication.framework.words.get(variable, {})
    return words[value] if value in words else site.in_english(value)


def context_rows(site: Site, city: City) -> list[ContextRow]:
    """Return every context figure, conflicting ones side by side, the used one marked."""
    return [
        _context_row(site, city, variable, row)
        for variable in site.publication.framework.context_variables
        for row in city.context
        if row.variable == variable.variable
    ]


def _context_row(
    site: Site, city: City, variable: ContextVariable, row: ContextFigure
) -> ContextRow:
    source = city.source_of[row.source]
    value = context_value(site, variable.kind, row.variable, row.value)
    return ContextRow(
        line=row.line,
        name=variable.name,
        value=value,
        unit=unit_beside(site, row.unit or "", value),
        period=str(row.period) if row.period else site.say("period-not-stated"),
        used=city.context_in_use(variable.variable) is row,
        confirm=source.is_to_confirm,
        note=row.note or "",
        source=source.publisher or source.title,
        source_id=source.source,
    )
