"""Colours, type and widths of all charts, as values; loads no drawing library.

In: `theme/palette.yml`, `theme/charts/profile.mplstyle`, `theme/fonts`. Out: a `Style` that can
be sent to another process.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from generator import resources

Form = Literal["web", "print"]


@dataclass(frozen=True, slots=True)
class Format:
    """The size of one form of a chart. Layout is in CSS pixels in every form."""

    width_px: float
    units_per_inch: int
    """User units of the SVG per inch are 72; this many pixels of the layout fill an inch."""


FORMATS: Mapping[Form, Format] = {
    "web": Format(width_px=340, units_per_inch=72),  # one unit of the SVG is one CSS pixel
    "print": Format(width_px=160 / 25.4 * 96, units_per_inch=96),  # the text measure, 160 mm
}


@dataclass(frozen=True)
class Style:
    """What the theme says about charts."""

    colors: Mapping[str, str]
    """Token → literal colour of the light palette."""
    stylesheet: Path
    fonts: tuple[Path, ...]

    def color(self, token: str) -> str:
        """Return the literal colour of `token`; a name the palette lacks is a `KeyError`."""
        return self.colors[token]


def load_style(root: Path) -> Style:
    """Return the style of the charts of the publication in `root`."""
    theme = resources.find("theme", root)
    palette = yaml.safe_load((theme / "palette.yml").read_text(encoding="utf-8"))
    return Style(
        colors={str(token): str(color) for token, color in palette["light"].items()},
        stylesheet=theme / "charts" / "profile.mplstyle",
        fonts=tuple(sorted((theme / "fonts").glob("*.ttf"))),
    )
