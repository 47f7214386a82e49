"""The publication of a city as a book, from its cover to its sources."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.model.publication import City
from generator.model.raster import Raster
from generator.publications.acting import Acting, acting
from generator.publications.annexes import Context, Missing, SourceList, context, missing, sources
from generator.publications.chapters import Chapter, chapters
from generator.publications.cover import Sector, cover, sectors
from generator.publications.document import Document
from generator.publications.executive_summary import Summary, summary
from generator.publications.front_matter import FrontPart, abbreviations, front_parts
from generator.publications.furniture import Furniture, draft, furniture, particulars
from generator.publications.imprint import Imprint, identifiers, imprint
from generator.publications.kinds import NOTE, PAPERS, PROFILE, SCORECARD
from generator.publications.numbered_sources import References
from generator.publications.overview import Overview, overview
from generator.publications.reading_aid import ReadingAid, reading_aid
from generator.publications.setting import Drawn, Setting, worded_for_print
from generator.views.on_record import has_profile, on_record_text
from generator.views.site import Site

NO_PICTURES: Mapping[str, Raster] = {}


@dataclass(frozen=True, slots=True)
class CityBook:
    """The publication of a city; a part without content is blank and not printed."""

    furniture: Furniture
    sectors: Sequence[Sector]
    imprint: Imprint
    front: Sequence[FrontPart]
    aid: ReadingAid
    executive: Summary
    overview: Overview
    chapters: Sequence[Chapter]
    acting: Acting
    missing: Missing
    context: Context | None
    sources: SourceList
    on_record: str


def file_name(city: str, language: str) -> str:
    """Return the name of the publication of a city; it never changes."""
    return PROFILE.file(language, city)


def scorecard_of(book: Document, city: str, paper: str = PAPERS[0]) -> Document | None:
    """Return a profile on one sheet of two sides; None for a note, which is short itself."""
    if book.template != PROFILE.template:
        return None
    file = SCORECARD.sheet(book.language, city, paper)
    return replace(book, file=file, template=SCORECARD.template, paper=paper)


def compose_publication(
    site: Site,
    city: City,
    figures: Mapping[str, Drawn],
    pictures: Mapping[str, Raster] = NO_PICTURES,
) -> Document:
    """Return the publication of a city; `figures` by `wheel` or observable, `pictures` by file.

    A profile where enough is known for one, else a note on what is known and what is missing. The
    parts are made in the order in which they are read, since that numbers the sources.
    """
    site = worded_for_print(site)
    setting = Setting(site, city, figures, References(), pictures)
    record = site.publication.record
    is_profile = has_profile(site, city)
    kind = site.say("publication.kind" if is_profile else "publication.kind-note")
    title = f"{city.record.name}: {kind}"
    content = CityBook(
        furniture=furniture(
            site,
            title,
            cover(site, city, kind),
            keywords=(city.record.name, site.country(city.record.country)),
            draft=draft(site, city),
        ),
        sectors=sectors(site, city),
        imprint=imprint(setting, title),
        front=front_parts(setting),
        aid=reading_aid(setting),
        executive=summary(setting),
        overview=overview(setting),
        chapters=tuple(chapters(setting)),
        acting=acting(setting),
        missing=missing(setting),
        context=context(setting) if is_profile else None,
        sources=sources(setting, setting.references),
        on_record=setting.prose(on_record_text(site, city)),
    )
    aid = replace(content.aid, abbreviations=abbreviations(setting, content))
    content = replace(content, aid=aid)
    template = (PROFILE if is_profile else NOTE).template
    identifier = next((text for _, text in identifiers(setting)), "")
    return Document(
        file_name(city.id, site.language.code),
        record.as_of,
        content,
        template,
        particulars(site, identifier),
    )
