"""What all tests share: where the project is, and that no property is judged by the clock."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.editing.demonstration import write_demonstration

settings.register_profile("no-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-clock")

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the project, with the shipped content."""
    return CHECKOUT


@pytest.fixture(scope="session")
def fictitious(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the complete fictitious publication; tests read it and leave it as it is."""
    root = tmp_path_factory.mktemp("fictitious") / "root"
    write_demonstration(root)
    return root
