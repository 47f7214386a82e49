"""How the colours of print come out of a press, by the CMYK profile that its printer names.

In: the palette and a profile (ICC). Out: each colour as inks, and where colours as printed no
longer stand out from their ground or from each other. A PDF keeps its colours as RGB, which PDF/A
asks for; the printer converts them by the same profile.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import yaml
from PIL import Image, ImageCms

from generator.frozen import dataclass
from generator.outputs.print.colour_difference import Lab, contrast, difference

BANDS = ("low", "moderate", "good", "at-benchmark")
GROUNDS = ("paper", "stripe", "judgement", "opener")
WORDS, MARKS = (("ink", "muted", "link"), 4.5), (BANDS, 3.0)
"""What stands on the grounds, and its contrast at least: words, and the marks of the bands."""
APART, STEP, SEEN = 12.0, 7.0, 2.3
"""By how much bands differ at least, and in lightness alone; from what difference on any two
colours are seen to differ (CIEDE2000)."""


class NotAProfile(Exception):
    """A file is no profile of CMYK."""


@dataclass(frozen=True)
class Printed:
    """A colour: as written, in inks (per cent of C, M, Y, K), and as it is seen in print."""

    written: str
    inks: tuple[int, int, int, int]
    seen: Lab


@dataclass(frozen=True)
class Weak:
    """Two colours that are too near each other in print: in what, by how much, what is wanted."""

    kind: str
    one: str
    other: str
    found: float
    wanted: float


def printed_colours(palette: Path, profile: Path) -> Mapping[str, Printed]:
    """Return the colours of print by their names.

    Raises:
        NotAProfile: the file is none of CMYK.
    """
    tokens = yaml.safe_load(palette.read_text(encoding="utf-8"))
    named = {**tokens["light"], **tokens["print"]}
    try:
        press = ImageCms.ImageCmsProfile(str(profile))
        if press.profile.xcolor_space.strip() != "CMYK":
            raise NotAProfile(str(profile))
        screen, eye = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        way = ImageCms.Intent.RELATIVE_COLORIMETRIC
        to_press = ImageCms.buildTransform(
            screen, press, "RGB", "CMYK", way, ImageCms.Flags.BLACKPOINTCOMPENSATION
        )
        to_eye = ImageCms.buildTransform(press, eye, "CMYK", "LAB", way)
        return {name: _printed(colour, to_press, to_eye) for name, colour in named.items()}
    except (OSError, ImageCms.PyCMSError):
        raise NotAProfile(str(profile)) from None


def _printed(
    written: str, to_press: ImageCms.ImageCmsTransform, to_eye: ImageCms.ImageCmsTransform
) -> Printed:
    inks = ImageCms.applyTransform(Image.new("RGB", (1, 1), written), to_press)
    assert inks is not None
    seen = ImageCms.applyTransform(inks, to_eye)
    assert seen is not None
    c, m, y, k = (round(part / 2.55) for part in inks.tobytes())
    light, a, b = seen.tobytes()
    return Printed(written, (c, m, y, k), (light / 2.55, _signed(a), _signed(b)))


def _signed(part: int) -> float:
    return float(part - 256 if part > 127 else part)


def weak_colours(colours: Mapping[str, Printed]) -> Iterator[Weak]:
    """Yield what does not stand out enough as it is printed."""
    seen = {name: one.seen for name, one in colours.items()}
    for names, wanted in (WORDS, MARKS):
        for name in names:
            for ground in GROUNDS:
                found = contrast(seen[name], seen[ground])
                if found < wanted:
                    yield Weak("contrast", name, ground, found, wanted)
    if (found := contrast(seen["paper"], seen["deep"])) < WORDS[1]:
        yield Weak("contrast", "paper", "deep", found, WORDS[1])
    for one, other in combinations(BANDS, 2):
        if (found := difference(seen[one], seen[other])) < APART:
            yield Weak("difference", one, other, found, APART)
        if (found := abs(seen[one][0] - seen[other][0])) < STEP:
            yield Weak("lightness", one, other, found, STEP)
    yield from _alike(seen)


def _alike(seen: Mapping[str, Lab]) -> Iterator[Weak]:
    """Yield the colours with a meaning that are no longer seen to differ; grounds may be near."""
    named = [name for name in seen if name not in ("hairline", "gridline", *GROUNDS)]
    for one, other in combinations(named, 2):
        if (found := difference(seen[one], seen[other])) < SEEN:
            yield Weak("difference", one, other, found, SEEN)
