"""What stands before the text of a book beside its summary: words of editors, abbreviations.

Editors' words are prose pages that no page of the website shows; one that is not there, or blank,
has no part. Of the abbreviations that the labels explain, those are listed that a book uses.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.frozen import dataclass
from generator.language.foreign import plain
from generator.model.files import BEFORE_BOOKS
from generator.publications.prose_tree import PrintedPart, printed_parts
from generator.publications.setting import Wording

UNREAD = frozenset(
    {"alternative", "furniture", "href", "imprint", "key", "mark", "svg", "sources", "url"}
)
"""Fields of records that hold no words of the text."""


@dataclass(frozen=True, slots=True)
class FrontPart:
    """Words of editors below the title of their kind."""

    title: str
    parts: list[PrintedPart]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: str
    long: str


def front_parts(wording: Wording) -> tuple[FrontPart, ...]:
    """Return what editors say before the text of every book of the publication."""
    pages = wording.site.publication.pages
    return tuple(
        FrontPart(wording.say(f"front.{name}"), printed_parts(pages[name]))
        for name in BEFORE_BOOKS
        if pages.get(name, "").strip()
    )


def abbreviations(wording: Wording, *records: object) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that the texts of some records use, in the order of the alphabet."""
    labels = [key for key in wording.site.language.labels if key.startswith("abbreviation.")]
    known = [_parted(plain(wording.site.say(key))) for key in labels]
    text = _spaced("\n".join(_texts(records)))
    used = [one for one in known if _is_used(_spaced(one.short), text)]
    return tuple(sorted(used, key=lambda one: wording.site.language.order(one.short)))


def _is_used(short: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text) is not None


def _parted(text: str) -> Abbreviation:
    short, _, long = text.partition(":")
    return Abbreviation(short.strip(), long.strip())


def _spaced(text: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", text)


def _texts(record: object) -> Iterator[str]:
    if isinstance(record, str):
        yield record
    elif isinstance(record, list | tuple):
        for one in record:
            yield from _texts(one)
    elif is_dataclass(record):
        for field in fields(record):
            if field.name not in UNREAD:
                yield from _texts(getattr(record, field.name))
