"""One file of named texts, of which each is read alone; what is not whole counts as absent.

The first line holds the checksum of the second, the second where each text begins, how long it is
and its checksum, the rest the texts. A reader trusts nothing that its checksum does not bear out.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from io import FileIO
from pathlib import Path

CHECKSUM_BYTES = 12
NONE = b"{}"
AFTER_A_PLACE = b"],"
"""What stands before each name in an index, and for the first is put there."""


class PartFile:
    """The texts of one file by name; empty if the file is absent or not whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._begin, index = _read_index(path)
        self._index = AFTER_A_PLACE + index.removeprefix(b"{")
        self._begins: dict[bytes, int] = {}
        """Where in the index the first name stands that begins, up to a slash, in some way."""

    @property
    def checksums(self) -> Mapping[str, str]:
        """The checksum of each text, by name."""
        places = json.loads(b"{" + self._index.removeprefix(AFTER_A_PLACE))
        return {name: place[2] for name, place in places.items()}

    def text(self, name: str) -> str:
        """Return a text.

        Raises:
            KeyError: there is none of that name, or it is not whole.
        """
        start, length, checksum = self._place(name)
        with FileIO(str(self.path)) as file:
            file.seek(self._begin + start)
            content = file.read(length)
        if checksum_of(content) != checksum:
            raise KeyError(name)
        return content.decode("utf-8")

    def _place(self, name: str) -> tuple[int, int, str]:
        """Return where a text begins, how long it is and its checksum.

        The index is searched as it stands: taken apart, those of all cities fill the memory.
        """
        key = AFTER_A_PLACE + json.dumps(name).encode("ascii") + b":["
        kind = key.partition(b"/")[0]
        if kind not in self._begins:
            self._begins[kind] = self._index.find(kind)
        begin = self._begins[kind]
        at = self._index.find(key, begin) + len(key) if begin >= 0 else 0
        if at < len(key):
            raise KeyError(name)
        start, length, checksum = self._index[at : self._index.index(b"]", at)].split(b",")
        return int(start), int(length), checksum[1:-1].decode("ascii")


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


def _read_index(path: Path) -> tuple[int, bytes]:
    """Return where the texts begin and the places of all; none if the index is not whole."""
    try:
        with path.open("rb") as file:
            checksum, index = file.readline(), file.readline().rstrip(b"\n")
    except OSError:
        return 0, NONE
    if checksum.strip().decode("ascii", "replace") != checksum_of(index):
        return 0, NONE
    return len(checksum) + len(index) + 1, index
