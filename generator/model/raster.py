"""A picture as it is written into a file."""

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Raster:
    """Its media type, such as `image/jpeg`, its size in pixels, and its bytes."""

    kind: str
    width: int
    height: int
    content: bytes
