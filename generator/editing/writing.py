"""Writing to the files of editors: whole or not at all, and never through a link."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile


class NotWritable(Exception):
    """A file that cannot be replaced: a link stands in its way, or it changed meanwhile."""


def replace_files(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Replace files that hold `before` by `after`: all of them, or none.

    Raises:
        NotWritable: a file is a link, lies behind one, or holds something else.
        OSError: the machine cannot write one.
    """
    staged: dict[str, Path] = {}
    replaced: list[str] = []
    try:
        for file, data in after.items():
            _judge(root, file, before[file])
            staged[file] = _beside(root / file, data)
        for file, path in staged.items():
            path.replace(root / file)
            replaced.append(file)
    except BaseException:
        for file in replaced:
            _beside(root / file, before[file]).replace(root / file)
        raise
    finally:
        for path in staged.values():
            path.unlink(missing_ok=True)


def _judge(root: Path, file: str, data: bytes) -> None:
    path = root / file
    is_own = path.resolve() == root.resolve() / file and stat.S_ISREG(path.lstat().st_mode)
    if not is_own or path.read_bytes() != data:
        raise NotWritable(file)


def _beside(path: Path, data: bytes) -> Path:
    """Write a new file beside another, with its rights; no reader takes it for one of ours."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as new:
        try:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
            Path(new.name).chmod(stat.S_IMODE(path.stat().st_mode))
        except BaseException:
            Path(new.name).unlink()
            raise
    return Path(new.name)
