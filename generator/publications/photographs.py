"""The pictures of a city in print: in the text, each with its words and its credit."""

from base64 import b64encode

from generator.frozen import dataclass
from generator.model.raster import Raster
from generator.publications.setting import Setting
from generator.views.pictures import pictures


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture as an SVG that holds it; `alternative` says in words what it shows."""

    svg: str
    alternative: str
    credit: str


def photographs(setting: Setting, section: str | None) -> tuple[Photograph, ...]:
    """Return the pictures of a section of prose; with None those that belong to no section."""
    return tuple(
        Photograph(framed(setting.pictures[one.file]), one.alternative, one.credit)
        for one in pictures(setting.site, setting.city, section)
        if one.file in setting.pictures
    )


def framed(raster: Raster) -> str:
    """Return an SVG that holds a picture and nothing else."""
    size = f'width="{raster.width}" height="{raster.height}"'
    data = b64encode(raster.content).decode("ascii")
    image = f'<image {size} href="data:{raster.kind};base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'
