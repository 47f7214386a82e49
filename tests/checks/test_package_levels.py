"""Levels of development that packages are for: whose band is meant, and on what it rests."""

from pathlib import Path

import pytest

from generator.making.checking import check
from tests.roots import make_root

PACKAGE = """\
title: A package
areas: [action/energy]
components: [{{text: A lamp}}]
suits: {{text: Some cities{suits}}}
interests: none declared
author: Editors
basis: made up for a test
sources: [who-air-quality-2021]
"""
BASIS = ", level_basis: Made up."
INDICATOR, AREA = ", level_indicator: household-internet-access", ", level_area: action/energy"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_root(tmp_path_factory.mktemp("levels") / "root")


@pytest.mark.parametrize(
    ("suits", "found"),
    [
        ("", ""),
        (f", levels: [low]{INDICATOR}{BASIS}", ""),
        (f", levels: [low]{AREA}{BASIS}", ""),
        (f", levels: [low]{BASIS}", "level_area"),
        (f", levels: [low]{AREA}{INDICATOR}{BASIS}", "level_indicator"),
        (f", levels: [low]{INDICATOR}", "level_basis"),
        (INDICATOR, "levels"),
        (f", levels: [low], level_indicator: life-expectancy{BASIS}", "level_indicator"),
    ],
)
def test_levels_are_said_in_full_or_the_check_names_what_is_wrong(
    root: Path, suits: str, found: str
) -> None:
    path = root / "content/packages/made-up.yml"
    path.write_text(PACKAGE.format(suits=suits), encoding="utf-8")
    faults = [one for one in check(root).problems if one.place.file.endswith("made-up.yml")]
    assert [(one.code.value, one.found) for one in faults] == (
        [("package-levels", found)] if found else []
    )
