"""The tools of `.ci/npm`, which `make browser-test` puts into `.venv/npm`."""

import shutil
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = ".venv/npm/node_modules"


def module_file(name: str) -> Path:
    """Return a file of a module; a test is skipped where the modules or Java are not there."""
    places = (folder / MODULES / name for folder in (CHECKOUT, *CHECKOUT.parents))
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        pytest.skip(f"{name} is missing: make browser-test installs it, with npm")
    if found.suffix == ".jar" and shutil.which("java") is None:
        pytest.skip(f"{name} needs Java")
    return found
