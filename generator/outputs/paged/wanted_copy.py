"""What a copy of the site is to look like and to say, as plain values."""

from collections.abc import Mapping
from pathlib import Path

from generator.frozen import dataclass


@dataclass(frozen=True)
class Looked:
    """How the copy looks: its own sheet, the site's for drawings, values of custom properties."""

    sheet: str
    drawings: str
    tokens: Mapping[str, str]
    fonts: Path


@dataclass(frozen=True)
class Told:
    """What the copy says of itself, and where the pages that it does not hold can be read."""

    language: str
    direction: str
    title: str
    note: str
    contents: str
    address: str
    as_of: str
