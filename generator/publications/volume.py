"""Publications of several cities: of a choice, of a country, of areas of action.

All are one volume: its front, the cities side by side, what belongs to its kind, each city in
short, and the sources, numbered once. The cost grows with the number of cities.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.publications.annexes import SourceList, sources
from generator.publications.city_part import CityPart, city_part
from generator.publications.cover import Cover, Sector, sectors
from generator.publications.document import Document
from generator.publications.front_matter import FrontPart, abbreviations, front_parts
from generator.publications.furniture import Furniture, furniture, particulars
from generator.publications.imprint import Imprint, volume_imprint
from generator.publications.kinds import COMPENDIUM, THEME, Kind
from generator.publications.numbered_sources import References
from generator.publications.printed_beside import SideBySide, side_by_side
from generator.publications.reading_aid import ReadingAid, volume_aid
from generator.publications.setting import Setting, Wording, worded_for_print
from generator.publications.volume_parts import VolumePart
from generator.publications.volume_summary import VolumeSummary, volume_summary
from generator.views.dates import compiled
from generator.views.names_in_sentences import names_text
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Wheel:
    """A city on the cover."""

    name: str
    sectors: Sequence[Sector]


@dataclass(frozen=True, slots=True)
class Volume:
    """A publication of several cities; a part without content is not printed."""

    furniture: Furniture
    wheels: Sequence[Wheel]
    imprint: Imprint
    front: Sequence[FrontPart]
    aid: ReadingAid
    executive: VolumeSummary
    before: Sequence[VolumePart]
    beside: SideBySide
    after: Sequence[VolumePart]
    cities: Sequence[CityPart]
    sources: SourceList


@dataclass(frozen=True, slots=True)
class Named:
    """What a volume is called; `subtitle` at the foot of its cover, `below` below its name."""

    name: str
    subtitle: str = ""
    below: str = ""


def compose_compendium(site: Site, cities: Sequence[City], areas: Sequence[Area]) -> Document:
    """Return the compendium of some cities and top areas, in the orders given."""
    wording = Wording(worded_for_print(site))
    chosen = _chosen(wording, areas)
    name = cities_named(wording, cities)
    about = (
        *_of(site, [one.id for one in cities], "cities"),
        *(area_ids(site, areas) if chosen else ()),
    )
    return volume(wording, COMPENDIUM, about, Named(name, chosen), cities, areas)


def _of(site: Site, ids: Sequence[str], many: str) -> tuple[str, ...]:
    """Return what names a file of some things: their ids, or how many they are."""
    if len(ids) > site.editorial.named_in_sentence:
        return (str(len(ids)), many)
    return tuple(ids)


def area_ids(site: Site, areas: Sequence[Area]) -> tuple[str, ...]:
    """Return what names a file of some areas."""
    return _of(site, [one.area.rpartition("/")[2] for one in areas], "areas")


def cities_named(wording: Wording, cities: Sequence[City]) -> str:
    """Return what a volume is called: its cities, or how many there are."""
    if len(cities) > wording.site.editorial.named_in_sentence:
        return wording.say("volume.cities", n=len(cities))
    return wording.site.language.enumerate(city.record.name for city in cities)


def _chosen(wording: Wording, areas: Sequence[Area]) -> str:
    """Return the names of the areas, blank for all of them."""
    site = wording.site
    every = site.publication.framework.children(site.publication.record.main_scheme)
    return "" if len(areas) == len(every) else site.language.enumerate(one.name for one in areas)


def volume(
    wording: Wording,
    kind: Kind,
    about: Sequence[str],
    named: Named,
    cities: Sequence[City],
    areas: Sequence[Area],
    before: Sequence[VolumePart] = (),
    after: Sequence[VolumePart] = (),
    references: References | None = None,
) -> Document:
    """Return a publication of several cities, with the parts of its kind.

    `about`: what names its file; `before` and `after` the cities side by side; `references`: what
    these cite already.
    """
    site, references = wording.site, references or References()
    record = site.publication.record
    settings = [Setting(site, city, {}, references) for city in cities]
    called = wording.site.say(f"publication.kind-{kind.name}")
    title = f"{named.name}: {called}"
    ids = [area.area for area in areas]
    front = Cover(
        issuer=record.contact.name if record.contact else "",
        kind=called,
        name=named.name,
        local_names=(),
        country=named.below or _countries(site, cities),
        situation=named.subtitle,
        edition=site.say("edition-of", edition=record.edition),
        compiled=compiled(site),
    )
    unconfirmed = not all(city.is_approved for city in cities)
    content = Volume(
        furniture=furniture(
            site,
            title,
            front,
            keywords=(called, *(city.record.name for city in cities)),
            draft=site.say("volume.draft") if unconfirmed else "",
        ),
        wheels=[Wheel(city.record.name, sectors(site, city, ids)) for city in cities],
        imprint=volume_imprint(wording, title, cities),
        front=front_parts(wording),
        aid=volume_aid(wording, settings),
        executive=volume_summary(wording, _lead(wording, kind, cities), cities, areas),
        before=before,
        beside=side_by_side(wording, cities, ids),
        after=after,
        cities=[city_part(setting, areas, told=kind != THEME) for setting in settings],
        sources=sources(wording, references),
    )
    aid = replace(content.aid, abbreviations=abbreviations(wording, content))
    content = replace(content, aid=aid)
    file = kind.file(wording.code, *about)
    return Document(file, record.as_of, content, kind.template, particulars(site))


def _countries(site: Site, cities: Sequence[City]) -> str:
    names = dict.fromkeys(site.country(city.record.country) for city in cities)
    return names_text(site, sorted(names, key=site.language.order))


def _lead(wording: Wording, kind: Kind, cities: Sequence[City]) -> str:
    """Return what the volume holds, in a sentence."""
    countries = len({city.record.country for city in cities})
    words = {"cities": wording.site.say("count.city", n=len(cities))}
    words |= {"countries": wording.site.say("count.country", n=countries)}
    return wording.say("volume.lead-theme" if kind == THEME else "volume.lead", **words)
