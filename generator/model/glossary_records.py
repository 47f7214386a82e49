"""The glossary: what each word of the trade means, and what it is called in every language."""

from generator.model.records import LanguageCode, Line, Record, SourceId, Text

GLOSSARY = "labels/glossary.yml"
"""Where it stands in `content/`."""


class TermException(Record):
    """A translated text that rightly says a term otherwise; `text`: its file and its name."""

    text: Line
    language: LanguageCode
    reason: Line


class Term(Record):
    """`content/labels/glossary.yml`: a term, by its id.

    `names`: what it is called, by language. `forms`: by what it is known in texts: English words,
    of which a plural may end in s; in other languages beginnings of words that follow each other.
    Without any they are those of its name. `free`: why texts may say it otherwise: the word has
    other senses. `page`: the address of the page that tells more. `source`: of its official name.
    """

    names: dict[LanguageCode, Line]
    definition: Text
    note: Text | None = None
    forms: dict[LanguageCode, tuple[Line, ...]] = {}
    free: Line | None = None
    exceptions: tuple[TermException, ...] = ()
    page: Line | None = None
    source: SourceId | None = None
