"""A unit with plural forms has those of each language, and no others."""

from collections.abc import Iterator

from generator.checks.places import cell_problem, key_problem, moved_to_key
from generator.language.foreign import ENGLISH
from generator.language.unit_words import forms_of
from generator.model.publication import Publication
from generator.model.published_codes import plural_forms
from generator.model.retold import mark_of
from generator.model.translation_tables import TRANSLATIONS
from generator.problems import Code, Problem

FILE = "framework/units.csv"


def check_unit_forms(publication: Publication) -> Iterator[Problem]:
    """The forms of a unit are those that CLDR counts in the language that they stand in."""
    units = publication.framework.units
    for row in units:
        lacking = _differing(row.forms or "", ENGLISH)
        if row.forms and lacking:
            yield cell_problem(Code.UNIT_FORMS, units, row, "forms", row.forms, lacking)
    of_today = {f"{FILE}#{row.unit}#forms": mark_of(row.forms or "") for row in units}
    for code in dict.fromkeys(publication.record.languages):
        for file, document in publication.documents.items():
            for name, text in document.record.items() if _translates(file, code) else ():
                lacking = _differing(text.text, code)
                if text.of == of_today.get(name) and lacking:
                    problem = key_problem(Code.UNIT_FORMS, document, (name,), text.text, lacking)
                    yield moved_to_key(problem, document, (name,))


def _translates(file: str, code: str) -> bool:
    return file.startswith(f"{TRANSLATIONS}{code}/")


def _differing(forms: str, code: str) -> str:
    """Return all forms that a language counts, if a text has others; "" if it has these."""
    wanted = plural_forms(code)
    return "" if forms_of(forms).keys() == set(wanted) else "; ".join(f"{one}=…" for one in wanted)
