"""What can be asserted of the texts of a page of a language without understanding them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.language.ledger import LABELS, ledger
from generator.model.publication import Publication
from tests.language.composed_texts import OTHER, Said
from tests.language.sentence_rules import faults

NAMES = Path(__file__).with_name("names-in-every-language.txt")
NOT_WORDS = re.compile(
    r"«[\s\xa0]?[a-z-]+[\s\xa0]?»|"
    r"https?://\S+|\b[A-Z]+/[A-Z]+/[\w./-]+|\b[\w.-]+@[\w.-]+|[\w*{}/.-]*\.(?:com|csv|geojson|html|json|jsonld|md|xlsx|xml|yml)\b"
)
WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{3,}(?![^\W\d_])")
UNREAD = ("search-stop", "search-synonyms", "alphabet", "words.proper")
"""Labels that are lists of words for the code."""
WRONG: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "fr": {
        "an article is not joined": re.compile(r"\b(?:[Dd]e|[Àà]) les? (?!\w+(?:er|ir|re)\b)"),
        "a vowel is not elided": re.compile(
            r"(?<![\w-])(?:[Dd]e|[Ll]e|[Ll]a|[Qq]ue|[Nn]e) [aeiéèêâ]\w"
        ),
        "a line may end in guillemets": re.compile("« "),
    },
    "ru": {
        "a foreign quotation mark": re.compile(r'[”"]|(?<!\w)“'),
        "a line may end before per cent": re.compile(r"\d %"),
        "two scripts in a word": re.compile(r"[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]"),
    },
}
SMALL = re.compile(r"(?!млрд|долл)[^\W\d_]{4}[.!?] [a-zà-ÿœа-яё]")
"""A small letter behind the stop of a sentence; a shorter word may be an abbreviation.

The United Nations write “млрд. долл. США” in the Russian of the goals.
"""


class Judge:
    """Judges the pages of a publication in a language.

    `passages`: what pages show in other languages; no attribute can mark it.
    """

    def __init__(self, publication: Publication, code: str, passages: Iterable[str]) -> None:
        self.code = code
        entries = [
            one
            for one in ledger(publication, code)
            if one.file != LABELS or not one.name.startswith(UNREAD)
        ]
        self.own = words_of(" ".join(one.own for one in entries))
        self.english = words_of(" ".join(one.english for one in entries)) - self.own
        known = {*names(), *names_of_cities(publication)}
        self.names, self.passages = any_of(known), any_of(passages)

    def faults(self, said: Said) -> Iterator[str]:
        """Yield what is wrong in a text."""
        text = re.sub(rf"(?<=\w){OTHER}|{OTHER}(?=\w)", "", said.text).replace(OTHER, "X")
        if " " in said.place:
            text = self.passages.sub("X", text)
        text = self.names.sub("X", NOT_WORDS.sub("X", text))
        yield from faults(self.code, text)
        for fault, pattern in WRONG[self.code].items():
            if pattern.search(text):
                yield fault
        if SMALL.search(text):
            yield "a small letter begins a sentence"
        if english := [word for word in WORD.findall(text) if self._is_english(word)]:
            yield f"English: {', '.join(dict.fromkeys(english))}"

    def _is_english(self, word: str) -> bool:
        if word == word.upper():
            return False  # an abbreviation
        return word.lower() not in self.own if self.code == "ru" else word.lower() in self.english


def names_of_cities(publication: Publication) -> Iterator[str]:
    for city in publication.cities.values():
        yield from (city.record.name, *city.record.local_names.values(), *city.record.names)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some words, the longest first."""
    longest = sorted({word for word in words if len(word) > 2}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest) or "(?!)")


def words_of(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(re.sub(r"\{[^}]*\}", " ", text))}


@cache
def names() -> tuple[str, ...]:
    """Return the names that are written alike in every language."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
