"""The style and the language of the tests of charts."""

import pytest

from generator.charts import load_style

from .invented import ROOT, Words


@pytest.fixture
def language() -> Words:
    return Words()


@pytest.fixture(scope="session")
def style():
    return load_style(ROOT)
