"""What an approval of a city is bound to: one checksum of the files that count."""

import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.model.files import CITY_FILES, kind_of
from generator.model.publication import APPROVAL
from generator.problems import Problems
from generator.read.folders import list_files, relative

TEXTS = (".csv", ".md", ".yml")
MARK = b"\xef\xbb\xbf"
"""The byte order mark, which spreadsheets write at the beginning."""


def content_hash(folder: Path, root: Path) -> str:
    """Return the checksum of what a city approves: all known files of its folder.

    All but the approval itself and the translations; what editors and systems leave beside them
    does not count.
    """
    paths = list_files(folder, root, Problems())
    return hash_of_files(folder, (relative(path, folder) for path in paths))


def hash_of_files(folder: Path, names: Iterable[str]) -> str:
    """Return the SHA-256 of a line for each file that counts, in the order of their paths.

    As `sha256sum` writes it: the SHA-256 of the file, two spaces, its path in the folder. Texts
    are taken without a byte order mark and with plain line ends.
    """
    lines = (
        f"{_file_hash(folder / name)}  {name}\n" for name in sorted(filter(is_approved, names))
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def is_approved(name: str) -> bool:
    """Return whether an approval covers a file of this path in the folder of its city."""
    is_known = kind_of(name, CITY_FILES) is not None
    return is_known and name != APPROVAL and not name.startswith("translations/")


def _file_hash(path: Path) -> str:
    data = path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b""
    if path.suffix in TEXTS:
        data = data.removeprefix(MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return hashlib.sha256(data).hexdigest()
