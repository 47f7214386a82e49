"""How far colours differ to the eye: CIEDE2000, and contrast by WCAG, of colours in CIE L*a*b*."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]
_CHROMA = 25.0**7


def luminance(colour: Lab) -> float:
    """Return the relative luminance, 0 to 1, of a colour on paper as white as can be."""
    level = (colour[0] + 16) / 116
    return level**3 if level > 6 / 29 else 3 * (6 / 29) ** 2 * (level - 4 / 29)


def contrast(one: Lab, other: Lab) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def difference(one: Lab, other: Lab) -> float:
    """Return the difference of two colours by CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + _CHROMA))
    c1, c2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    h1 = degrees(atan2(b1, stretch * a1)) % 360
    h2 = degrees(atan2(b2, stretch * a2)) % 360
    turn, hue = _turn(h1, h2) if c1 * c2 else (0.0, h1 + h2)
    light, chroma = (l1 + l2) / 2 - 50, (c1 + c2) / 2
    sharp = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    of_light = (l2 - l1) / (1 + 0.015 * light**2 / sqrt(20 + light**2))
    of_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    of_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * sharp)
    blue = 2 * sqrt(chroma**7 / (chroma**7 + _CHROMA))
    blue *= -sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(of_light**2 + of_chroma**2 + of_hue**2 + blue * of_chroma * of_hue)


def _turn(first: float, then: float) -> tuple[float, float]:
    """Return the way between two hues, and their mean, in degrees."""
    turn = (then - first + 180) % 360 - 180
    return turn, (first + turn / 2) % 360
