"""Colours, type and widths of all charts, as values.

In: `theme/palette.yml`, `theme/charts/style.yml`, `theme/fonts`. Out: a `Style` that can be sent
to another process.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import yaml

from generator import resources
from generator.frozen import dataclass

Form = Literal["web", "print"]

WIDTH_PX: Mapping[Form, float] = {
    "web": 340,
    "print": 160 / 25.4 * 96,  # text and notes of a page, 160 mm
}
"""The width of each form of a chart. Layout is in CSS pixels in every form."""

SERIES_PX: Mapping[Form, float] = {**WIDTH_PX, "print": 116 / 25.4 * 96}
"""The width of a series: in print that of the text, 116 mm, with its title beside it."""


@dataclass(frozen=True)
class Style:
    """What the theme says about charts; the lengths are CSS pixels."""

    colors: Mapping[str, str]
    """Token → literal colour of the light palette."""
    fonts: tuple[Path, ...]
    """A file for each family, in their order."""
    bold_fonts: tuple[Path, ...]
    """The same in semi-bold; a family shipped in one weight stands for both."""
    families: tuple[str, ...]
    text_px: float
    headline_px: float
    line_px: float
    gridline_px: float
    axis_px: float
    point_px: float
    point_rim_px: float

    def color(self, token: str) -> str:
        """Return the literal colour of `token`.

        Raises:
            ValueError: the palette has no such token.
        """
        if token not in self.colors:
            raise ValueError(f"a chart has the colour {token}, which the palette lacks")
        return self.colors[token]


def load_style(root: Path) -> Style:
    """Return the style of the charts of the publication in `root`."""
    theme = resources.find("theme", root)
    palette = yaml.safe_load((theme / "palette.yml").read_text(encoding="utf-8"))
    settings = yaml.safe_load((theme / "charts" / "style.yml").read_text(encoding="utf-8"))
    families = tuple(settings.pop("families"))
    fonts = tuple(_font(theme / "fonts", family, "Regular") for family in families)
    bold = tuple(_font(theme / "fonts", family, "SemiBold") for family in families)
    return Style(
        colors={str(token): str(color) for token, color in palette["light"].items()},
        fonts=fonts,
        bold_fonts=tuple(b if b.exists() else f for b, f in zip(bold, fonts, strict=True)),
        families=families,
        **settings,
    )


def _font(folder: Path, family: str, weight: str) -> Path:
    return folder / f"{family.replace(' ', '')}-{weight}.ttf"
