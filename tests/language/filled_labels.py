"""Every label of a language with its placeholders filled: cities, countries, counts.

`python -m tests.language.filled_labels fr 200 FILE` writes that many, drawn by a seed, to read.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from generator.language import Label, Language
from generator.language.translated import content_in, language_of, names_in
from generator.model.publication import Publication
from generator.model.scalars import PLACEHOLDER
from generator.model.translation_tables import FORMS
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from tests.roots import CHECKOUT

COUNTS = (0, 1, 2, 5, 11, 21, 1.5)
OTHERWISE = {
    "year": "2023", "start": "2015", "end": "2023", "period": "2023", "m": "3",
    "share": "40\N{NO-BREAK SPACE}%", "number": "12", "value": "12", "amount": "12",
}  # fmt: skip
"""What stands for placeholders that are filled with figures."""
WORDS = {"en": "sample", "fr": "exemple", "ru": "образец"}
PLACES = ("city", "country", "partner", "leading", "trailing", "own", "other")
UNREAD = ("search-stop", "alphabet", "search-synonyms", "words.proper", "number-sign")
"""Lists of words that nobody reads as a text."""


@dataclass(frozen=True)
class Filled:
    """A label as filled: with which count and place, and the forms that were open to it."""

    key: str
    text: str
    count: float | None
    label: Label


@cache
def publication() -> Publication:
    found = read_publication(CHECKOUT, Problems())
    assert found is not None
    return found


@cache
def spoken(code: str) -> Language:
    return language_of(publication(), code)


@cache
def places(code: str) -> tuple[str, ...]:
    """Return the names of all cities and of their countries as a language has them."""
    content, names = content_in(publication(), code), names_in(publication(), code)
    cities = [names.get(one.record.name, one.record.name) for one in publication().cities.values()]
    codes = {one.record.country for one in publication().cities.values()}
    countries = content.framework.countries.by_key()
    return (*cities, *(countries[one].name for one in sorted(codes)))


@cache
def forms_of_places(code: str) -> Mapping[str, Mapping[str, str]]:
    language = spoken(code)
    return {
        name: {case: language.form(name, case) for case in FORMS if language.has(f"name.{case}")}
        for name in places(code)
    }


def filled(code: str, keys: tuple[str, ...] | None = None) -> Iterator[Filled]:
    """Yield the labels of a language, those with a place once for each, and for each count."""
    language = spoken(code)
    for key, label in language.labels.items():
        if key.startswith(UNREAD) or (keys is not None and key not in keys):
            continue
        texts = [label] if isinstance(label, str) else list(label.values())
        asked = {found[1] for text in texts for found in PLACEHOLDER.finditer(text)}
        has_case = any(found[2] for text in texts for found in PLACEHOLDER.finditer(text))
        here = places(code) if has_case or asked & set(PLACES) else ("",)
        counts = COUNTS if "n" in asked or not isinstance(label, str) else (None,)
        for place in here:
            for count in counts:
                values = {name: _value(code, name, place) for name in asked}
                text = language.label(key, **{**values, "n": count if count is not None else 3})
                yield Filled(key, text, count, label)


def _value(code: str, name: str, place: str) -> str:
    return place if name in PLACES else OTHERWISE.get(name, WORDS[code])


def decimal_of(count: float) -> Decimal:
    return Decimal(repr(count))


if __name__ == "__main__":
    wanted, number, file = sys.argv[1:4]
    drawn = Random(1).sample([one for one in filled(wanted) if "{" in str(one.label)], int(number))
    lines = (f"{one.key}\t{one.text}\n" for one in drawn)
    Path(file).write_text("".join(lines), encoding="utf-8")
