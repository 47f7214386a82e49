"""The tables of `content/translations/<language>/`: forms of names, and what was translated."""

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, TableKind, column

TRANSLATIONS = "translations/"
"""The folder of what stands in further languages, of `content/` and of a city."""


@dataclass(frozen=True)
class NameForms(Row):
    """The name of a city or country as a language has it, with its forms in sentences.

    A label asks for a form by its header: `{city:in}`. A blank form follows the rule of the
    language, labels `name.in`, `name.of` and so on.
    """

    name: str = column(Cell.LINE, "Name as in city.yml or countries.csv.", filled=True)
    shown: str | None = column(Cell.LINE, "The name in this language; blank: the same.")
    inside: str | None = column(Cell.LINE, "In it, with its preposition.", header="in")
    of: str | None = column(Cell.LINE, "Of it, with the preposition if the language has one.")
    the: str | None = column(Cell.LINE, "With its article.", optional=True)
    to: str | None = column(Cell.LINE, "To it, as the object of a verb.", optional=True)
    beside: str | None = column(Cell.LINE, "With or beside it.", optional=True, header="with")

    def form(self, case: str) -> str | None:
        """Return the form of a header; None if it is blank, or there is no such form."""
        forms = {
            "in": self.inside, "of": self.of, "the": self.the, "to": self.to, "with": self.beside,
        }  # fmt: skip
        return forms.get(case)


@dataclass(frozen=True)
class TranslatedText(Row):
    """The English that a label or a page of this language translates."""

    text: str = column(Cell.LINE, "Key of the label, or path of the page.", filled=True)
    of: str = column(Cell.LINE, "Start of the hash of its English.", filled=True)


NAMES = TableKind("names", NameForms, ("name",))
TRANSLATED = TableKind("translated", TranslatedText, ("text",))
FORMS = tuple(one.name for one in NAMES.columns if one.name not in ("name", "shown"))
"""The forms of a name that a label may ask for."""
