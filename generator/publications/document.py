"""A publication as it is handed to the typesetter."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from generator.frozen import dataclass
from generator.language.print_words import with_signs_of_print

AS_GIVEN = frozenset({"href", "id", "key", "lang", "language", "svg", "url", "host"})
"""Fields that are no words: addresses, drawings, names of things."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Facts of an edition for the metadata of its file; what is blank is left out."""

    publisher: str = ""
    rights: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the file, such as a table in CSV."""

    name: str
    description: str
    text: str


@dataclass(frozen=True)
class Document:
    """What a publication says. It can be sent to another process."""

    file: str
    """Name of the file, such as `city-goris-en.pdf`."""
    as_of: str
    """The date that stands for today, as in `publication.yml`."""
    content: Any
    """A record of texts, numbers, sequences and further records."""
    template: str = "book.typ"
    """The file of `theme/print/` that lays it out."""
    particulars: Particulars = Particulars()
    attachments: tuple[Attachment, ...] = ()
    paper: str = "a4"
    """The size of its pages, one of those in `theme/print/style.typ`."""
    crop_marks: bool = False
    """Whether its pages are set on larger sheets, with what a printer cuts by."""

    @property
    def language(self) -> str:
        """The language that its texts are set in."""
        code: str = getattr(self.content, "furniture", self.content).language
        return code


def to_json(document: Document) -> str:
    """Return the content as the templates read it: records by the names of their fields."""
    return json.dumps(document.content, ensure_ascii=False, default=_fields_of)


def _fields_of(record: object) -> dict[str, object]:
    assert is_dataclass(record)
    told = {one.name: getattr(record, one.name) for one in fields(record)}
    return {name: told[name] if name in AS_GIVEN else _signed(told[name]) for name in told}


def _signed(value: object) -> object:
    """Return texts with the signs of print; records within follow when they are written."""
    if isinstance(value, str):
        return with_signs_of_print(value)
    return [_signed(one) for one in value] if isinstance(value, list | tuple) else value
