"""Files of open data as catalogues list them."""

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as catalogues list it: what it holds, what describes it, its size in bytes."""

    path: str
    title: str
    schema: str
    size: int
