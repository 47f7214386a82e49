"""Where a translation says a term of the glossary otherwise than the glossary does.

A text whose English has the term must have, in the language, one of the forms of its name. A page
of prose is held block by block if both have as many.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.frozen import dataclass
from generator.language.foreign import ENGLISH
from generator.language.ledger import Entry, State
from generator.model.glossary_records import Term

WORD = re.compile(r"[^\W_]+")
BETWEEN = r"[\W_]+"
"""What may stand between two words of a term."""
NOT_WORDS = re.compile(r"\{[^{}]*\}|`[^`]*`|[\w-]+\.(?:csv|yml|json)\b")
"""What is filled in, and what names a file: no language has its own words for it."""
OFFICIAL = ("framework/sdg.csv",)
"""Files whose texts stand in the translations that the United Nations made."""
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


CODES = re.compile(r"«\s?([a-z]+(?:-[a-z]+)*)\s?»")
"""Words that are typed in files, and so kept in English, as a translation quotes them."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A text of the ledger that lacks a term, by its id; `name`: what the glossary calls it."""

    term: str
    name: str
    entry: Entry


def departures(
    terms: Mapping[str, Term], code: str, entries: Iterable[Entry]
) -> Iterator[Departure]:
    """Yield each translated text of a language with each term that it says otherwise."""
    held = {
        name: _Held(term, code)
        for name, term in terms.items()
        if code in term.names and not term.free
    }
    by_word: dict[str, set[str]] = {}
    for name, one in held.items():
        for word in one.first_words:
            by_word.setdefault(word, set()).add(name)
    for entry in entries:
        if entry.state is not State.DONE or entry.file in OFFICIAL:
            continue
        found = dict.fromkeys(
            name
            for english, own in _pairs(entry)
            for name in _candidates(english, by_word)
            if held[name].is_lacking(english, own)
        )
        for name in found:
            if text_of(entry) not in held[name].exceptions:
                yield Departure(name, terms[name].names[code], entry)


def text_of(entry: Entry) -> str:
    """Return how an exception names a text: its file, and its name there if it is not the whole."""
    return f"{entry.file}#{entry.name}" if entry.name else entry.file


def _pairs(entry: Entry) -> list[tuple[str, str]]:
    """Return an English text with its translation, small and words only; prose by blocks."""
    english, own = (
        NOT_WORDS.sub("", text).replace(SOFT_HYPHEN, "").casefold()
        for text in (entry.english, entry.own)
    )
    blocks = english.split("\n\n"), own.split("\n\n")
    return list(zip(*blocks, strict=True)) if len(blocks[0]) == len(blocks[1]) else [(english, own)]


def _candidates(english: str, by_word: Mapping[str, set[str]]) -> list[str]:
    words = {*WORD.findall(english)} & by_word.keys()
    return sorted({name for word in words for name in by_word[word]})


class _Held:
    """A term as it is looked for in English, and in a language."""

    def __init__(self, term: Term, code: str) -> None:
        english = term.forms.get(ENGLISH) or (term.names.get(ENGLISH, ""),)
        words = [WORD.findall(form.casefold()) for form in english]
        said = [f"{BETWEEN.join(map(re.escape, form))}s?" for form in words if form]
        own = term.forms.get(code) or (term.names[code],)
        begun = [
            BETWEEN.join(rf"{re.escape(word)}\w*" for word in WORD.findall(form.casefold()))
            for form in own
        ]
        self.first_words = {word for form in words if form for word in (form[0], f"{form[0]}s")}
        self.exceptions = {one.text for one in term.exceptions if one.language == code}
        self._english = re.compile(rf"\b(?:{'|'.join(said)})\b")
        self._own = re.compile(rf"\b(?:{'|'.join(begun)})")

    def is_lacking(self, english: str, own: str) -> bool:
        if not self._english.search(english) or self._own.search(own):
            return False
        return not self._english.search(" ".join(CODES.findall(own)))
