"""The pictures of a city, as they lie in its folder."""

from collections.abc import Mapping
from pathlib import Path

from generator.model.publication import City


def read_pictures(root: Path, city: City) -> Mapping[str, bytes]:
    """Return the listed pictures by their path in the site; what is not listed stays away."""
    listed = [row.file for row in city.images if row.file in city.pictures]
    paths = (f"cities/{city.id}/images/{name}" for name in listed)
    return {path: (root / path).read_bytes() for path in paths}
