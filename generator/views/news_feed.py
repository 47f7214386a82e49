"""What a feed tells: each revision as an entry, the latest first, as many as are listed."""

from generator.frozen import dataclass
from generator.views import targets
from generator.views.record_tables import reason_text
from generator.views.revision_log import Revised, figure_text, revised
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that has changed. `key` tells it from all others for ever; `date` as written."""

    key: str
    title: str
    text: str
    date: str
    target: Target


@dataclass(frozen=True, slots=True)
class Feed:
    """All that a feed says; `page` is where the whole is told."""

    title: str
    author: str
    rights: str
    updated: str
    page: Target
    entries: tuple[FeedEntry, ...]


def feed_of(site: Site) -> Feed:
    """Return the feed of a language."""
    record = site.publication.record
    entries = tuple(_entry(site, one) for one in revised(site)[: site.editorial.feed_entries])
    return Feed(
        title=site.say("feed.title", title=record.title),
        author=record.contact.name if record.contact else record.title,
        rights=record.licence.content,
        updated=max([record.as_of, *(entry.date for entry in entries)]),
        page=targets.page("revisions"),
        entries=entries,
    )


def _entry(site: Site, one: Revised) -> FeedEntry:
    city, row = one.city, one.row
    change = site.say("feed.change", old=row.old or "–", new=row.new or "–")
    return FeedEntry(
        key="|".join((city.id, row.table, row.key, row.date)),
        title=site.named(city.record.name, figure_text(site, one)),
        text=f"{change} {reason_text(site, row)}",
        date=row.date,
        target=one.target,
    )
