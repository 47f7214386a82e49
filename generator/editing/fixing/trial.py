"""A copy of a publication, in which repairs are tried before they are written."""

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator.problems import Problem

Check = Callable[[Path, Sequence[str], bool], Iterable[Problem]]
"""Root, cities, and whether `content/` is left out, to all problems of one run."""


class Trial:
    """A copy below `folder` of what a check of some files reads; the original is never changed.

    Only the cities of these files are copied, unless one of the files is not of a city.
    """

    def __init__(self, root: Path, folder: Path, files: Iterable[str], check: Check) -> None:
        self.root, self.folder, self.check = root, folder, check
        self.cities = sorted({file.split("/")[1] for file in files if _is_of_city(file)})
        self.alone = all(map(_is_of_city, files))
        for name in ("content", "theme"):
            _copy(root / name, folder / name)
        for path in sorted((root / "cities").iterdir()):
            if path.name in self.cities or not self.alone:
                _copy(path, folder / "cities" / path.name)
            elif path.is_dir() and not path.is_symlink():
                (folder / "cities" / path.name).mkdir(parents=True)

    def covers(self, file: str) -> bool:
        """Return whether the problems of a file are found in the copy."""
        return not self.alone or (_is_of_city(file) and file.split("/")[1] in self.cities)

    def problems_with(self, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
        """Return what is wrong when files hold other bytes."""
        for file, data in files.items():
            path = self.folder / file
            if path.read_bytes() != data:
                path.write_bytes(data)
        return tuple(self.check(self.folder, self.cities if self.alone else (), self.alone))


def _is_of_city(file: str) -> bool:
    return file.startswith("cities/") and file.count("/") > 1


def _copy(path: Path, copy: Path) -> None:
    if path.is_symlink() or not path.is_dir():
        return
    shutil.copytree(path, copy, symlinks=True, copy_function=_copy_file)


def _copy_file(path: str | os.DirEntry[str], copy: str) -> None:
    """Copy a file; what is none (a pipe, a device) is left out, as it is never read."""
    if stat.S_ISREG(os.lstat(path).st_mode):
        shutil.copyfile(path, copy)
