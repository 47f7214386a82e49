"""The two locks as what they say: a package, its version, when it is wanted, and its files."""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ \\;]+)(?: ; (?P<marker>[^\\]+?))? \\$"
)
HASH = re.compile(r"^    --hash=sha256:([0-9a-f]{64})(?: \\)?$")


@dataclass(frozen=True)
class Pin:
    """A package at one version; `marker` says for which system and Python, "" for all."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def is_wanted(self) -> bool:
        """Whether it belongs to the environment of this interpreter."""
        return not self.marker or Marker(self.marker).evaluate()


def read_lock(path: Path) -> tuple[Pin, ...]:
    """Return the pins of a lock; every line of it is one, a hash, or a note."""
    pins: list[Pin] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        pin, digest = PIN.match(line), HASH.match(line)
        if pin:
            pins.append(Pin(pin["name"], pin["version"], (pin["marker"] or "").strip(), ()))
        elif digest:
            last = pins[-1]
            pins[-1] = Pin(last.name, last.version, last.marker, (*last.hashes, digest[1]))
        else:
            assert line.lstrip().startswith("#"), line
    return tuple(pins)
