"""One file of named texts, of which each is read alone; what is not whole counts as absent.

The first line holds the checksum of the second, the second where each text begins, how long it is
and its checksum, the rest the texts. A reader trusts nothing that its checksum does not bear out.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

CHECKSUM_BYTES = 12


class PartFile:
    """The texts of one file by name; empty if the file is absent or not whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._begin, self._places = _read_index(path)

    @property
    def checksums(self) -> Mapping[str, str]:
        """The checksum of each text, by name."""
        return {name: place[2] for name, place in self._places.items()}

    def text(self, name: str) -> str:
        """Return a text.

        Raises:
            KeyError: there is none of that name, or it is not whole.
        """
        start, length, checksum = self._places[name]
        with self.path.open("rb") as file:
            file.seek(self._begin + start)
            content = file.read(length)
        if checksum_of(content) != checksum:
            raise KeyError(name)
        return content.decode("utf-8")


def part_file(texts: Mapping[str, str]) -> bytes:
    """Return the content of a file of named texts."""
    places, body, at = {}, [], 0
    for name, text in texts.items():
        content = text.encode("utf-8")
        places[name] = (at, len(content), checksum_of(content))
        body.append(content)
        at += len(content)
    index = json.dumps(places, separators=(",", ":")).encode("utf-8")
    return b"\n".join([checksum_of(index).encode(), index, b"".join(body)])


def checksum_of(content: bytes) -> str:
    return blake2b(content, digest_size=CHECKSUM_BYTES).hexdigest()


def _read_index(path: Path) -> tuple[int, Mapping[str, Any]]:
    """Return where the texts begin and the place of each; none if the index is not whole."""
    try:
        with path.open("rb") as file:
            checksum, index = file.readline(), file.readline()
    except OSError:
        return 0, {}
    if checksum.strip().decode("ascii", "replace") != checksum_of(index.rstrip(b"\n")):
        return 0, {}
    return len(checksum) + len(index), json.loads(index)
