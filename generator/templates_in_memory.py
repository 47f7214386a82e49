"""Templates are compiled once in a process, however many environments and builds use them.

What is compiled stays in memory and is written nowhere: nothing that is kept between builds runs.
"""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MOST = 400
"""Of how many templates the code is held; beyond that all is let go and compiled anew."""


class TemplatesInMemory(BytecodeCache):
    """The code of templates by their file and text, for environments that compile alike."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of a template into its bucket, if it is known."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template from its bucket."""
        if len(self._codes) >= MOST:
            self._codes.clear()
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code
