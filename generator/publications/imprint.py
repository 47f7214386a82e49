"""The imprint: what the names imply, how far the text is agreed, how to cite it, who owns what."""

from collections.abc import Iterator, Sequence

from generator.frozen import dataclass
from generator.model.publication import City
from generator.publications.furniture import status
from generator.publications.setting import Setting, Wording


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
    stated = Passage(setting.say("imprint.status-title"), (status(setting.site, setting.city),))
    return Imprint(
        title=setting.say("imprint.title"),
        passages=(*_passages(setting, title, stated), *_earlier(setting)),
        details=tuple(_details(setting)),
        credits=tuple(_credits(setting)),
    )


def short_imprint(setting: Setting, title: str) -> Imprint:
    """Return the imprint of a publication beside the profile of a city.

    What identifies the profile is not its own.
    """
    stated = Passage(setting.say("imprint.status-title"), (status(setting.site, setting.city),))
    return Imprint(
        title=setting.say("imprint.title"),
        passages=tuple(_passages(setting, title, stated)),
        details=(*_edition(setting), *contact_details(setting, f"cities/{setting.city.id}/")),
        credits=(),
    )


def volume_imprint(wording: Wording, title: str, cities: Sequence[City]) -> Imprint:
    """Return the imprint of a publication of several cities."""
    n = len(wording.site.publication.framework.indicators)
    stated = Passage(wording.say("imprint.status-title"), (_statuses(wording, cities),))
    return Imprint(
        title=wording.say("imprint.title"),
        passages=tuple(_passages(wording, title, stated)),
        details=(*_edition(wording), *contact_details(wording, "")),
        credits=(wording.say("imprint.cover-of-cities", n=n),),
    )


def _statuses(wording: Wording, cities: Sequence[City]) -> str:
    """Return which of some cities have confirmed what is shown of them."""
    language = wording.site.language
    names = [city.record.name for city in cities if city.is_approved]
    open_to = len(cities) - len(names)
    confirmed = wording.say("imprint.confirmed-by", names=language.enumerate(names))
    unconfirmed = wording.say("imprint.not-confirmed", n=open_to) if open_to else ""
    return " ".join(text for text in (confirmed if names else "", unconfirmed) if text)


def citation(wording: Wording, title: str) -> str:
    """Return how the publication is cited."""
    record = wording.site.publication.record
    return wording.site.say(
        "data.citation",
        publisher=record.contact.name if record.contact else "",
        title=title,
        edition=record.edition,
        date=wording.site.language.date(record.as_of),
        licence=record.licence.content,
    )


def _passages(wording: Wording, title: str, stated: Passage) -> Iterator[Passage]:
    say, site = wording.say, wording.site
    names = ("names", "land", "findings", "firms")
    yield Passage(say("imprint.names-title"), tuple(say(f"imprint.{one}") for one in names))
    yield stated
    yield Passage(say("imprint.cite-title"), (citation(wording, title),))
    licence = say("publication.licence", licence=site.publication.record.licence.content)
    yield Passage(say("imprint.rights-title"), (licence,))
    yield Passage(say("imprint.made-title"), (say("imprint.made"),))


def _earlier(setting: Setting) -> Iterator[Passage]:
    """Yield the profiles of the city that were published before, if there are any."""
    earlier = tuple(_former_profiles(setting))
    if earlier:
        yield Passage(setting.say("imprint.earlier-title"), earlier)


def _former_profiles(setting: Setting) -> Iterator[str]:
    """Yield the profiles of the city that were published before, by their own symbols."""
    for one in setting.city.record.publications:
        symbols = (one.document_symbol, one.isbn)
        identity = setting.site.language.by_commas(symbols)
        if identity:
            language = setting.site.language.names_of([one.language])
            yield setting.site.say("imprint.earlier", identity=identity, language=language)


def _details(setting: Setting) -> Iterator[Detail]:
    say, city = setting.site.say, setting.city
    yield from _edition(setting)
    for term, text in identifiers(setting):
        yield Detail(say(f"identifier.{term}"), text)
    if not city.is_approved:
        yield Detail(say("imprint.identifiers"), say("imprint.identifiers-later"))
    yield from contact_details(setting, f"cities/{city.id}/")


def _edition(wording: Wording) -> Iterator[Detail]:
    say, record = wording.site.say, wording.site.publication.record
    yield Detail(say("edition"), record.edition)
    yield Detail(say("imprint.languages"), wording.site.language.names_of(record.languages))


def contact_details(wording: Wording, place: str) -> Iterator[Detail]:
    """Yield the permanent address, `place` within the website, and to whom to write."""
    say, record = wording.site.say, wording.site.publication.record
    if record.address:
        address = f"{record.address.rstrip('/')}/{place}"
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
