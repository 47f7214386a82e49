"""What is installed here and decides what is made: the generator, Python and the libraries."""

import os
import platform
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from site import getsitepackages, getusersitepackages

from generator import __version__, resources
from generator.making.choices import NotMade
from generator.summary.part_files import checksum_of

SHIPPED = ("theme", "mkdocs.yml", "content/labels", "content/framework")
"""What a build takes from the package where a publication has none of its own."""
DESCRIBED = ".dist-info"


def libraries() -> list[str]:
    """Return name and version of every installed library, as the folders that describe them."""
    folders = {*getsitepackages(), getusersitepackages()}
    return sorted(
        entry.name
        for folder in folders
        if Path(folder).is_dir()
        for entry in os.scandir(folder)
        if entry.name.endswith(DESCRIBED)
    )


@cache
def installed() -> Mapping[str, str]:
    """Return the version of everything that decides what this process makes, by name."""
    files = b"\n".join(path.read_bytes() for path in _files())
    names = (name.removesuffix(DESCRIBED).rpartition("-") for name in libraries())
    return {
        **{name: version for name, _, version in names},
        "generator": f"{__version__} ({checksum_of(files)})",
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def differing_versions(there: Mapping[str, str], here: Mapping[str, str]) -> list[str]:
    """Return in words what differs; a library that only one of the two has makes nothing."""
    return [
        f"{name} {there[name]}, here {here[name]}"
        for name in sorted(there.keys() & here.keys())
        if there[name] != here[name]
    ]


def judge_versions(place: str, there: Mapping[str, str]) -> None:
    """Compare what is installed at a place with what is here.

    Raises:
        NotMade: something has another version.
    """
    differing = differing_versions(there, installed())
    if differing:
        raise NotMade(f"Other versions at {place}: {'; '.join(differing)}. Install the same.")


def _files() -> Iterator[Path]:
    yield from sorted(resources.PACKAGE.rglob("*.py"))
    for name in SHIPPED:
        place = resources.shipped(name)
        yield from sorted(path for path in (place, *place.rglob("*")) if path.is_file())
