"""Rules for pictures: what is listed exists and is shown, and words say what it shows.

Whether a picture can be opened is judged where it is read.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePath

from generator.checks.places import cell_problem
from generator.model.allowed_paths import is_picture
from generator.model.city_tables import Image
from generator.model.files import PICTURES
from generator.model.framework import Framework
from generator.model.publication import Publication
from generator.problems import Code, Place, Problem

SAY_NOTHING = "picture-words"
"""The vocabulary of words that say that something is a picture, and not what it shows."""


def check_images(publication: Publication) -> Iterator[Problem]:
    """Pictures that are listed exist, are pictures and stand in a section; all are listed."""
    for city in publication.cities.values():
        listed = set()
        for row in city.images:
            listed.add(row.file)
            if row.section is not None and row.section not in city.sections:
                near = "".join(get_close_matches(row.section, city.sections, 1))
                known = " / ".join(city.sections)
                yield cell_problem(
                    Code.REFERENCE_UNKNOWN, city.images, row, "section", "", near, known=known
                )
            if not is_picture(row.file):
                expected = " / ".join(PICTURES)
                yield cell_problem(Code.IMAGE_KIND, city.images, row, "file", "", expected)
            elif row.file not in city.pictures:
                expected = f"cities/{city.id}/images/{row.file}"
                wanted = row.file.lower()
                near = next((name for name in city.pictures if name.lower() == wanted), "")
                yield cell_problem(
                    Code.IMAGE_MISSING, city.images, row, "file", "", expected, name=near
                )
        for name in city.pictures:
            if name not in listed:
                place = Place(f"cities/{city.id}/images/{name}")
                if is_picture(name):
                    yield Problem(Code.IMAGE_UNLISTED, place, name)
                else:
                    yield Problem(Code.IMAGE_KIND, place, name, " / ".join(PICTURES))


def check_picture_words(publication: Publication) -> Iterator[Problem]:
    """The alternative text of a picture says what it shows, and no other picture has the same."""
    for city in publication.cities.values():
        taken: set[str] = set()
        for row in city.images:
            words = _plain(row.alt)
            if not _says_something(publication.framework, row) or words in taken:
                yield cell_problem(Code.IMAGE_WORDS, city.images, row, "alt")
            taken.add(words)


def _says_something(framework: Framework, row: Image) -> bool:
    """Return whether the words are more than the name of the file, the credit, or "photo"."""
    if is_picture(row.alt):
        return False
    nothing = {_plain(word) for word in framework.words.get(SAY_NOTHING, {}).values()}
    left = " ".join(word for word in _plain(row.alt).split() if word not in nothing)
    names = (PurePath(row.file).stem, row.file, row.credit)
    return left not in ("", *map(_plain, names))


def _plain(text: str) -> str:
    """Return the words of a text in small letters, without marks between them."""
    apart = (letter if letter.isalnum() else " " for letter in text.casefold())
    return " ".join("".join(apart).split())
