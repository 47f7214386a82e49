"""What all tests share: where the project is."""

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the project, with the shipped content."""
    return CHECKOUT
