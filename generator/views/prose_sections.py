"""The prose of a city: each section a judgement with its author, date and basis."""

from dataclasses import dataclass

from generator.language.prose import ProsePart, split_prose
from generator.model.publication import City
from generator.views.pictures import Picture, pictures
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class ProseSection:
    """A section: its parts are clean, one for each heading."""

    title: str
    author: str
    date: str
    basis: str
    parts: tuple[ProsePart, ...]
    pictures: tuple[Picture, ...]


def prose_sections(site: Site, city: City) -> list[ProseSection]:
    """Return the prose of a city in the order that its editors gave."""
    return [
        ProseSection(
            title=section.record.title,
            author=section.record.author,
            date=section.record.date or "",
            basis=section.record.basis,
            parts=split_prose(section.text),
            pictures=tuple(pictures(site, city, name)),
        )
        for name, section in city.sections_in_order
    ]
