"""Units as printed: by themselves, and beside a figure in the plural form that it asks for."""

from collections.abc import Mapping

from generator.language import Language
from generator.language.foreign import START
from generator.language.typography import beside
from generator.model.framework import Framework


def unit_label(framework: Framework, language: Language, unit: str) -> str:
    """Return a unit as it stands alone, its numbers grouped as those beside it."""
    row = framework.unit_of.get(unit)
    return language.grouped((row.label or row.unit) if row else unit)


def unit_beside(framework: Framework, language: Language, unit: str, printed: str = "") -> str:
    """Return a unit as read after a printed figure; "" where a figure is read without it.

    Without a figure, or forms for it, the unit as it stands alone.
    """
    row = framework.unit_of.get(unit)
    if row is not None and row.unsaid:
        return ""
    form = language.plural_of(printed) if printed and row is not None and row.forms else None
    found = forms_of(row.forms or "").get(form) if row is not None and form else None
    return language.grouped(found) if found else unit_label(framework, language, unit)


def with_unit(framework: Framework, language: Language, printed: str, unit: str) -> str:
    """Return a printed figure with its unit."""
    return beside(printed, unit_beside(framework, language, unit, printed), language.code)


def forms_of(text: str) -> Mapping[str, str]:
    """Return the forms of a unit by their CLDR names: "one=year; other=years".

    A text that is not translated has none: what counts in English does not count elsewhere.
    """
    parts = (part.partition("=") for part in text.split(";") if START not in text)
    return {name.strip(): said.strip() for name, _, said in parts if said.strip()}
