"""The typesetter of the tests of charts: the type of the theme, a language of a few words."""

import pytest

from generator.charts import Style, Typesetter, load_style

from .invented import ROOT, Words


@pytest.fixture(scope="session")
def style() -> Style:
    return load_style(ROOT)


@pytest.fixture(scope="session")
def typesetter(style: Style) -> Typesetter:
    return Typesetter(style, Words())
