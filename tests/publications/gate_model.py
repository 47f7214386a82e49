"""What a finished PDF lacks of what it was made from: prose, pictures, ratings on its cover."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.assessment.results import CityResult
from generator.model.publication import City
from tests.publications.gate import closed, told_by
from tests.publications.placed_text import Shape
from tests.publications.reading import Pdf

LINK = re.compile(r"!?\[([^\]^]*)\]\([^)]*\)")
SIGNS = re.compile(r"\[\^\w+\]:?|[*_`#>|]|^\s*(?:[-+]|\d+\.) |:?-{3,}:?", re.MULTILINE)
ALIKE = 0.004
"""By how much two parts of a colour may differ, of 1, and be the same."""


def lost_prose(pdf: Pdf, city: City) -> list[str]:
    """Return the lines that editors wrote of a city and that stand nowhere."""
    told = told_by(pdf)
    return [line for line in _lines(city) if closed(line) not in told]


def _lines(city: City) -> Iterator[str]:
    for section in city.sections.values():
        plain = SIGNS.sub("", LINK.sub(r"\1", section.text))
        yield from (line for line in plain.split("\n") if line.strip())


def lost_pictures(pdf: Pdf, city: City) -> list[str]:
    """Return the pictures of a city that are not printed with their words."""
    told = {closed(one.alternative) for one in pdf.structure.all("Figure")}
    return [row.file for row in city.images if closed(row.alt) not in told]


def borrowed_identity(pdf: Pdf, city: City) -> list[str]:
    """Return the symbols of earlier works that the file bears as if they were its own.

    They may stand among the publications before this one and in titles of sources.
    """
    earlier = city.record.publications
    symbols = [text for one in earlier for text in (one.document_symbol, one.isbn) if text]
    stated = pdf.root["/Metadata"].get_object().get_data().decode() + str(pdf.reader.metadata)
    details = [one.text for one in pdf.structure.all("P") if len(one.text) < 2 * LABEL]
    return [text for text in symbols if text in stated or any(text in one for one in details)]


LABEL = 30
"""Letters of what stands in a margin as the name of a publication; a sentence has more than two."""


def wrong_cover(
    pdf: Pdf, result: CityResult, tones: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """Return of each band how often the cover shows it, and of how many indicators it is."""
    rated = Counter(one.band for one in result.indicators.values() if one.band)
    drawn = Counter(_band(one, tones) for one in pdf.drawn[0].shapes)
    bands = [band for band in tones if rated[band] != drawn[band]]
    return {band: (drawn[band], rated[band]) for band in bands}


def _band(shape: Shape, tones: Mapping[str, str]) -> str:
    for band, tone in tones.items():
        parts = [int(tone[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        if len(shape.colour) == 3 and all(
            abs(one - other) < ALIKE for one, other in zip(parts, shape.colour, strict=True)
        ):
            return band
    return ""


def same_covers(covers: Mapping[str, Pdf], results: Mapping[str, CityResult]) -> list[str]:
    """Return the cities whose cover is drawn as that of a city with other ratings."""
    found, seen = [], {}
    for city, pdf in covers.items():
        drawing = tuple(pdf.drawn[0].shapes)
        ratings = {name: (one.band, one.score) for name, one in results[city].indicators.items()}
        if seen.setdefault(drawing, ratings) != ratings:
            found.append(city)
    return found
