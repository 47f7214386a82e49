"""`theme/palette.yml` to the stylesheet that gives every token its colour, light and dark."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from generator import resources

Palette = Mapping[str, Mapping[str, str]]


def load_palette(root: Path) -> Palette:
    """Return the tokens of both displays."""
    text = (resources.find("theme", root) / "palette.yml").read_text(encoding="utf-8")
    palette: Palette = yaml.safe_load(text)
    return palette


def palette_css(palette: Palette) -> str:
    """Return the stylesheet: light, dark if the system asks for it, either if it was chosen."""

    def rules(mode: str) -> str:
        return "".join(f"--{token}:{value};" for token, value in palette[mode].items())

    light, dark = rules("light"), rules("dark")
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
        f"@media print{{:root,:root:not([data-theme=light]),:root[data-theme=dark]{{{light}}}}}\n"
    )
