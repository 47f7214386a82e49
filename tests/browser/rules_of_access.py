"""The tools of `.ci/npm`, which `make browser-test` puts into `.venv/npm`."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = ".venv/npm/node_modules"


def module_file(name: str) -> Path:
    """Return a file of a module.

    Raises:
        FileNotFoundError: the modules are not installed; the message says how.
    """
    places = (folder / MODULES / name for folder in (CHECKOUT, *CHECKOUT.parents))
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        raise FileNotFoundError(f"{name} is missing: make browser-test installs it")
    return found
