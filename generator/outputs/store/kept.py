"""Results kept from build to build, each under the hash of what it was made from.

They stand in a folder of the build, are taken over with it as long as they are used, and are
read on this machine only. A file that is not whole, as its checksum tells, counts as absent.
"""

import hashlib
import pickle
from typing import Any

from generator.outputs.store.staging import KEPT, Staging

CHECKSUM_BYTES = 32


class Kept:
    """The results of the former build and of this one."""

    def __init__(self, staging: Staging, *, anew: bool = False) -> None:
        self._staging = staging
        self._anew = anew
        """Whether the former results are left aside."""
        self._added: set[str] = set()

    def find(self, key: str) -> tuple[Any] | None:
        """Return the result kept under `key`, alone in a tuple; None if there is none."""
        content = None if self._anew else self._read(key)
        if content is None:
            return None
        self._staging.keep(_path(key))
        return (pickle.loads(content),)

    def add(self, key: str, result: Any) -> None:
        """Keep a result; the first of equal ones."""
        if key in self._added:
            return
        self._added.add(key)
        content = pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)
        self._staging.write(_path(key), _checksum(content) + content)

    def _read(self, key: str) -> bytes | None:
        try:
            data = (self._staging.former / _path(key)).read_bytes()
        except OSError:
            return None
        content = data[CHECKSUM_BYTES:]
        return content if data[:CHECKSUM_BYTES] == _checksum(content) else None


def _path(key: str) -> str:
    return f"{KEPT}/{key[:2]}/{key}"


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
