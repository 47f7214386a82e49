"""The prose of a city: each section a judgement with its author, date and basis."""

from generator.frozen import dataclass
from generator.language.prose import ProsePart, split_prose
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.pictures import Picture, other_pictures
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class ProseSection:
    """A section: its parts are clean, one for each heading."""

    title: str
    author: str
    date: str
    basis: str
    area: Link
    parts: tuple[ProsePart, ...]
    pictures: tuple[Picture, ...]


def _area(site: Site, area: str | None) -> Link:
    row = site.publication.framework.area_of.get(area or "")
    return Link(row.name, targets.area(row.area)) if row else Link("")


def prose_sections(site: Site, city: City) -> list[ProseSection]:
    """Return the prose of a city in the order that its editors gave."""
    return [
        ProseSection(
            title=section.record.title,
            author=section.record.author,
            date=site.language.date(section.record.date) if section.record.date else "",
            basis=section.record.basis,
            area=_area(site, section.record.area),
            parts=split_prose(section.text),
            pictures=tuple(other_pictures(site, city, name)),
        )
        for name, section in city.sections_in_order
    ]
