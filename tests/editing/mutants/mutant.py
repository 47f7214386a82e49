"""A fault in one file, and where it must be told."""

from dataclasses import dataclass
from pathlib import Path

Spot = tuple[str, frozenset[int], frozenset[str]]
"""A file, the lines at one of which a fault must be told, and the names of its column or key.

No lines, or no names: the fault has no such place.
"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file as it stands with a fault in it.

    `data`: what it holds, None if it is gone; `renamed`: the path it has then. Below `root` all
    paths. `spots`: where the fault may be told; one of them will do.
    """

    fault: str
    file: str
    data: bytes | None
    spots: tuple[Spot, ...]
    renamed: str = ""
    wrote: str = ""


def spot(file: str, *lines: int, field: str = "", fields: tuple[str, ...] = ()) -> Spot:
    """Return a place of a fault."""
    names = (field, *fields) if field else fields
    return file, frozenset(lines), frozenset(names)


def make(root: Path, mutant: Mutant) -> None:
    """Write the fault into its file."""
    path = root / mutant.file
    if mutant.renamed:
        path.rename(root / mutant.renamed)
    elif mutant.data is None:
        path.unlink()
    else:
        path.write_bytes(mutant.data)
