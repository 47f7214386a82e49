"""What may stand in `content/` and `cities/`: the one gate, made of the list of files.

A path is allowed if it is that of a file in the list, no deeper and no other; its id is one, every
system can hold its name, and it is no larger than its kind may be. The reader, the check,
`profiles policy` and the pages for editors all ask here.
"""

import re
import unicodedata

from generator.frozen import dataclass
from generator.model.files import CITY_FILES, CONTENT_FILES, PICTURES, FileKind, kind_of
from generator.model.scalars import RESERVED, is_name

MODE = "100644"
"""The mode of a file that is read: no link, no folder of another repository, nothing that runs."""
YEAR = re.compile("[12][0-9]{3}")
MOST_BYTES = {".yml": 512_000, ".csv": 20_000_000, ".md": 256_000, ".json": 5_000_000}
MOST_BYTES_OF_PICTURE = 20 * 2**20
LONGEST_NAME = 120
"""In bytes; with the folders around it, what Windows and archives can hold."""
_UNPORTABLE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]|[ .]\Z|\A[ -]')


@dataclass(frozen=True, slots=True)
class InputPath:
    """A path from the root taken apart: the city, "" for `content/`; the name in its folder."""

    city: str
    name: str
    kind: FileKind | None


def input_path(path: str) -> InputPath | None:
    """Return what a path names; None if it lies in neither `content/` nor the folder of a city."""
    top, _, below = path.partition("/")
    if top == "content" and below:
        return InputPath("", below, kind_of(below, CONTENT_FILES))
    city, _, name = below.partition("/")
    return InputPath(city, name, kind_of(name, CITY_FILES)) if top == "cities" and name else None


def most_bytes(kind: FileKind) -> int:
    """Return the size in bytes up to which a file of a kind is read."""
    return most_bytes_of(kind.pattern) if kind.ending else MOST_BYTES_OF_PICTURE


def most_bytes_of(name: str) -> int:
    """Return the size in bytes up to which a text of this name is read."""
    return MOST_BYTES.get(name[name.rfind(".") :], min(MOST_BYTES.values()))


def is_well_named(name: str, kind: FileKind) -> bool:
    """Return whether the name of a file of a kind may be an address: its id is one, or a year."""
    parts = kind.parts_of(name)
    if parts is not None:
        return bool(YEAR.fullmatch(parts[0])) if kind.of_year else is_name(parts[0])
    before, star, _ = kind.pattern.partition("*")
    return not star or is_portable(name.removeprefix(before))


def is_portable(name: str) -> bool:
    """Return whether every system can hold a file of this name, and none spells it otherwise."""
    stem = name.partition(".")[0].lower()
    return (
        len(name.encode()) <= LONGEST_NAME
        and _UNPORTABLE.search(name) is None
        and (stem not in RESERVED or stem == "index")
        and unicodedata.is_normalized("NFC", name)
    )


def is_picture(name: str) -> bool:
    """Return whether a name is that of a picture that can be shown."""
    return name.lower().endswith(tuple(PICTURES))


def without_case(path: str) -> str:
    """Return what a path is to a system that tells neither case nor composition apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
