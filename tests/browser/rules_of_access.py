"""The tools of `.ci/npm`, which `make browser-test` puts into `.venv/npm`."""

import shutil
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = ".venv/npm/node_modules"


def module_file(name: str) -> Path:
    """Return a file of a module.

    A test that needs it is skipped where it cannot be installed, with the reason: README promises
    that Python and make are all that is needed, and npm and Java are of the system. All other
    tests in the browser run without them; `make browser-test` prints what was skipped.
    """
    places = (folder / MODULES / name for folder in (CHECKOUT, *CHECKOUT.parents))
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        # npm is not installed by `make`, and may have no index to ask.
        pytest.skip(f"{name} is missing: make browser-test installs it, with npm")
    if found.suffix == ".jar" and shutil.which("java") is None:
        # The validator of the W3C is a Java program; no port of it is kept.
        pytest.skip(f"{name} needs Java")
    return found
