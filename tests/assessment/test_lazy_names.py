"""The names of the package are loaded when they are asked for."""

import subprocess
import sys

import pytest

from generator import assessment
from tests.commands import CHECKOUT


def loaded_by(program: str) -> set[str]:
    """Return the modules that a program has loaded in an interpreter of its own."""
    told = f"{program}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", told], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_every_name_is_there() -> None:
    for name in assessment.__all__:
        assert getattr(assessment, name).__name__ == name


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    name = "no_such_name"
    with pytest.raises(AttributeError, match=name):
        getattr(assessment, name)


def test_who_asks_for_one_step_does_not_load_the_others() -> None:
    loaded = loaded_by("from generator.assessment import npv")
    assert "generator.assessment.investment.returns" in loaded
    assert "generator.assessment.library.rated_tables" not in loaded
    assert "generator.assessment.comparison.ranking" not in loaded


def test_a_build_loads_no_rooms_of_pages_before_anything_has_changed() -> None:
    loaded = loaded_by("import generator.making.order")
    later = ("assessment", "views", "pages", "charts", "publications", "outputs.site")
    assert not [
        name for name in loaded if name.startswith(tuple(f"generator.{one}" for one in later))
    ]
