"""The media type of each kind of file that is published, as IANA lists it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

MEDIA_TYPES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""End of a name -> media type."""


def media_type(file: str) -> str:
    """Return the media type of a file by its name."""
    return MEDIA_TYPES[PurePosixPath(file).suffix]
