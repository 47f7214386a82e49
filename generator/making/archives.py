"""Files and folders on their way to another machine, and back.

Links go as links and empty folders as folders, so that what is read there is what is read here.
"""

import tarfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

ARCHIVE_BYTES = 64_000_000
"""An archive with as much in it is closed, and the next one begun."""


def archives_of(places: Iterable[tuple[str, Path]]) -> Iterator[bytes]:
    """Yield archives of files and folders, each under a name of its own; "" for what is in one."""
    waiting = iter(places)
    for name, path in waiting:
        content = BytesIO()
        with tarfile.open(fileobj=content, mode="w") as archive:
            archive.add(path, name)
            while content.tell() < ARCHIVE_BYTES and (place := next(waiting, None)):
                archive.add(place[1], place[0])
        yield content.getvalue()


def unpack(content: bytes, folder: Path) -> None:
    """Unpack an archive of a process that is trusted."""
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        archive.extraction_filter = lambda member, path: member  # links lead where they lead
        archive.extractall(folder)


def files_in(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file of an archive."""
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield member.name, file.read()
