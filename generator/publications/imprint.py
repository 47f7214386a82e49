"""The imprint: what the names imply, how far the text is agreed, how to cite it, who owns what."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.publications.furniture import status
from generator.publications.setting import Setting


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs under a title."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A term of the margin with its text; `url` where the text is an address."""

    term: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """The passages, and what stands in the margin beside them."""

    title: str
    passages: tuple[Passage, ...]
    details: tuple[Detail, ...]
    credits: tuple[str, ...]


def imprint(setting: Setting, title: str) -> Imprint:
    """Return the imprint of a publication of a city."""
    return Imprint(
        title=setting.say("imprint.title"),
        passages=tuple(_passages(setting, title)),
        details=tuple(_details(setting)),
        credits=tuple(_credits(setting)),
    )


def citation(setting: Setting, title: str) -> str:
    """Return how the publication is cited."""
    record = setting.site.publication.record
    return setting.site.say(
        "data.citation",
        publisher=record.contact.name if record.contact else "",
        title=title,
        edition=record.edition,
        date=setting.site.language.date(record.as_of),
        licence=record.licence.content,
    )


def _passages(setting: Setting, title: str) -> Iterator[Passage]:
    say, site = setting.say, setting.site
    names = ("names", "land", "findings", "firms")
    yield Passage(say("imprint.names-title"), tuple(say(f"imprint.{one}") for one in names))
    yield Passage(say("imprint.status-title"), (status(site, setting.city),))
    yield Passage(say("imprint.cite-title"), (citation(setting, title),))
    licence = say("publication.licence", licence=site.publication.record.licence.content)
    yield Passage(say("imprint.rights-title"), (licence,))
    yield Passage(say("imprint.made-title"), (say("imprint.made"),))
    earlier = tuple(_earlier(setting))
    if earlier:
        yield Passage(say("imprint.earlier-title"), earlier)


def _earlier(setting: Setting) -> Iterator[str]:
    """Yield the profiles of the city that were published before, by their own symbols."""
    for one in setting.city.record.publications:
        identity = ", ".join(text for text in (one.document_symbol, one.isbn) if text)
        if identity:
            language = setting.site.language.names_of([one.language])
            yield setting.site.say("imprint.earlier", identity=identity, language=language)


def _details(setting: Setting) -> Iterator[Detail]:
    say, record = setting.site.say, setting.site.publication.record
    city = setting.city
    yield Detail(say("edition"), record.edition)
    languages = setting.site.language.names_of(record.languages)
    yield Detail(say("imprint.languages"), languages)
    for term, text in identifiers(setting):
        yield Detail(say(f"identifier.{term}"), text)
    if not city.is_approved:
        yield Detail(say("imprint.identifiers"), say("imprint.identifiers-later"))
    if record.address:
        address = f"{record.address.rstrip('/')}/cities/{city.id}/"
        yield Detail(say("imprint.address"), address, address)
    if record.contact:
        contact = record.contact.email or record.contact.url or ""
        url = f"mailto:{record.contact.email}" if record.contact.email else contact
        yield Detail(say("contact"), record.contact.name)
        if contact:
            yield Detail("", contact, url)


def identifiers(setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield what identifies this edition in its language: none before the city has approved it."""
    record = setting.site.publication.record
    for one in setting.city.record.identifiers if setting.city.is_approved else ():
        if (one.edition, one.language) == (record.edition, setting.code):
            yield from one.named()


def _credits(setting: Setting) -> Iterator[str]:
    n = len(setting.site.publication.framework.indicators)
    yield setting.say("imprint.cover", n=n)
    if setting.city.record.latitude is not None:
        yield setting.say("imprint.locator")
    for row in setting.city.images:
        if row.section is None:
            yield setting.site.say("picture.credit", credit=row.credit, licence=row.licence)
