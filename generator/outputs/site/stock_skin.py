"""The same Markdown as an ordinary site of Material: its configuration, and a style for blocks.

Material gives the frame: tabs, search, a switch between light and dark. What stands in the blocks
of a page looks as on our own site: the rules of its style sheet hold inside the contents only. No
script of ours runs there, so what needs one is not shown.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.outputs.site.frame import Frame, prefix_of
from generator.outputs.site.palette import Palette
from generator.views.site import Site

STYLE = "assets/stock.css"
"""Below the Markdown of a language."""
FOLDER = "material"
"""Where the site is made, beside `site`."""
SCHEMES = {"light": "default", "dark": "slate"}
"""Our displays, and what Material calls them."""
ICONS = {"light": "material/weather-sunny", "dark": "material/weather-night"}
FEATURES = (
    "navigation.tabs",
    "navigation.top",
    "toc.integrate",
    "search.highlight",
    "search.suggest",
)
PLACE = ".md-content__inner.md-typeset"
"""Where Material puts the contents of a page; both names, to come before its own rules."""
PIXELS = 16
"""A rem of our style sheet; Material has another."""
_REM = re.compile(r"(?<![\w.])(\d*\.?\d+)rem")
_OF_THE_DOCUMENT = re.compile(r"^(?:@font-face|@page|\s*@import).*$", re.MULTILINE)
_USED = re.compile(r"^\.others\b.*$", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def skin_configuration(frame: Frame, site: Site) -> str:
    """Return the configuration by which MkDocs builds it; it stands beside the others."""
    stock = yaml.safe_load(frame.config.read_text(encoding="utf-8"))
    settings: Mapping[str, object] = {
        **stock,
        **frame.given,
        "docs_dir": f"pages/{site.language.code}",
        "site_dir": f"{FOLDER}/{prefix_of(site)}".rstrip("/"),
        "exclude_docs": "/embed/",
        "plugins": ["search"],
        "extra_css": [STYLE],
        "theme": {
            "name": "material",
            "language": site.language.code,
            "font": False,
            "features": list(FEATURES),
            "palette": [_display(site, one, other) for one, other in
                        (("light", "dark"), ("dark", "light"))],
        },
    }  # fmt: skip
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items())
    return "\n".join([*lines, ""])


def _display(site: Site, one: str, other: str) -> Mapping[str, object]:
    return {
        "media": f"(prefers-color-scheme: {one})",
        "scheme": SCHEMES[one],
        "primary": "custom",
        "toggle": {"icon": ICONS[one], "name": site.say(f"display-{other}")},
    }


def skin_style(palette: Palette, colours: str, theme: Path) -> str:
    """Return the style of the blocks: tokens of both displays, rules of charts, our style sheet.

    What is drawn by `<use>` stands apart from the page, and its rules, too.
    """
    sheet = _bare((theme / "site/assets/site.css").read_text(encoding="utf-8"))
    first = _bare((theme / "stock-skin/blocks.css").read_text(encoding="utf-8"))
    tokens = "".join(
        f'[data-md-color-scheme="{scheme}"]{{{_tokens(palette[display])}'
        f"--md-primary-fg-color:{palette['light']['link']};"
        f"--md-typeset-a-color:{palette[display]['link']};}}\n"
        for display, scheme in SCHEMES.items()
    )
    paper = f"@media print{{[data-md-color-scheme]{{{_tokens(palette['light'])}}}}}\n"
    used = "".join(f"{rule}\n" for rule in _USED.findall(sheet))
    return f"{tokens}{paper}{colours}{used}{PLACE}{{{first}{_inside(sheet)}}}\n"


def _tokens(tokens: Mapping[str, str]) -> str:
    return "".join(f"--{token}:{value};" for token, value in tokens.items())


def _bare(sheet: str) -> str:
    """Return rules without notes, fonts and sizes of paper."""
    return _OF_THE_DOCUMENT.sub("", _COMMENT.sub("", sheet))


def _inside(rules: str) -> str:
    """Return our rules for a part of a page, whose root is the part itself."""
    rules = re.sub(r"^:root \{", "& {", rules, flags=re.MULTILINE)
    return _REM.sub(lambda match: f"{float(match[1]) * PIXELS:g}px", rules)
