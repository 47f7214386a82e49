"""Charts and pictures as publications take them."""

from generator.frozen import dataclass
from generator.publications.setting import Drawn


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in its print form, with its message, its words, and what stands beside it.

    `key`: by what the text refers to it; `wide`: it takes the width of text and margin.
    """

    key: str
    title: str
    svg: str
    alternative: str
    note: str = ""
    sources: tuple[str, ...] = ()
    wide: bool = False


def drawn(key: str, chart: Drawn, note: str = "", sources: tuple[str, ...] = ()) -> Chart:
    """Return a chart as the templates take it."""
    title, figure = chart
    return Chart(key, title, figure.svg, figure.alternative, note, sources)
