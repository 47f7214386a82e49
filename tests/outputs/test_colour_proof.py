"""The colours of print keep their contrast and differences when a press sets them in inks."""

from pathlib import Path

import pytest

from generator.outputs.print.colour_difference import contrast, difference
from generator.outputs.print.colour_proof import printed_colours, weak_colours
from tests.commands import profiles
from tests.roots import CHECKOUT

PALETTE = CHECKOUT / "theme" / "palette.yml"
PROFILES = ("ghostscript/default_cmyk.icc", "ghostscript/ps_cmyk.icc", "colord/FOGRA39L_coated.icc")


@pytest.fixture(scope="module")
def profile() -> Path:
    known = (Path("/usr/share/color/icc") / name for name in PROFILES)
    found = next((path for path in known if path.is_file()), None)
    if found is None:
        pytest.skip("no CMYK profile is installed; on Debian: apt-get install libgs-common")
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.1848, -84.8006), (50.0, 0.0, -82.7485), 1.0),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_differences_are_those_of_the_paper(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    """Pairs 1, 4, 17, 20 and 25 of the test data of Sharma, Wu and Dalal."""
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


def test_contrast_of_black_and_white() -> None:
    assert contrast((0.0, 0.0, 0.0), (100.0, 0.0, 0.0)) == pytest.approx(21.0)


def test_the_palette_keeps_apart_in_print(profile: Path) -> None:
    colours = printed_colours(PALETTE, profile)
    assert colours["paper"].inks == (0, 0, 0, 0)
    assert list(weak_colours(colours)) == []


def test_colours_that_run_together_are_named(profile: Path, tmp_path: Path) -> None:
    palette = tmp_path / "palette.yml"
    text = PALETTE.read_text(encoding="utf-8")
    assert text.count("#27807A") == 1
    palette.write_text(text.replace("#27807A", "#A6330F"), encoding="utf-8")
    weak = [
        (one.kind, one.one, one.other) for one in weak_colours(printed_colours(palette, profile))
    ]
    assert ("difference", "low", "good") in weak
    assert ("lightness", "low", "good") in weak


def test_the_command_prints_inks_and_a_judgement(profile: Path) -> None:
    done = profiles("proof", str(profile), cwd=CHECKOUT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "at-benchmark  #0B4689  C" in done.stdout
    assert "All 18 colours" in done.stdout


def test_what_is_no_cmyk_profile_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "words.icc"
    other.write_text("no profile", encoding="utf-8")
    done = profiles("proof", str(other), cwd=CHECKOUT)
    assert done.returncode == 1
    assert "words.icc is no CMYK profile" in done.stderr
