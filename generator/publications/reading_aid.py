"""How to read the publication, on one page: marks, an example of this city, signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.assessment.rating.headline_gate import leading
from generator.publications.furniture import legend
from generator.publications.imprint import Passage
from generator.publications.setting import Setting
from generator.views.bands import Meaning
from generator.views.sentences import printed
from generator.views.units import with_unit

NOTES = ("dots", "dash", "thousands", "near", "raised", "numbers", "sdg")
"""The labels `aid.note.` of the margin, in order."""


@dataclass(frozen=True, slots=True)
class ReadingAid:
    """A lead, the marks, passages, and notes for the margin."""

    title: str
    lead: str
    caption: str
    marks: tuple[Meaning, ...]
    passages: tuple[Passage, ...]
    methodology: str
    notes: tuple[str, ...]


def reading_aid(setting: Setting) -> ReadingAid:
    """Return the page that tells how to read a publication of a city."""
    say = setting.say
    return ReadingAid(
        title=say("aid.title"),
        lead=say("aid.lead"),
        caption=say("aid.marks"),
        marks=tuple(legend(setting.site)),
        passages=tuple(_passages(setting)),
        methodology=_methodology(setting),
        notes=tuple(say(f"aid.note.{name}") for name in NOTES),
    )


def _passages(setting: Setting) -> Iterator[Passage]:
    say = setting.say
    example = _example(setting)
    if example:
        yield Passage(say("aid.example-title"), (example,))
    yield Passage(say("aid.areas-title"), (say("aid.areas"), say("aid.urgency")))
    year = str(setting.site.publication.profile_year(setting.city))
    yield Passage(say("aid.years-title"), (say("aid.years", year=year),))
    yield Passage(say("aid.near-title"), (say("aid.near-text"),))


def _example(setting: Setting) -> str:
    """Return how a figure that may lead came by its rating, one short of its target; else ""."""
    site = setting.site
    for one in sorted(leading(setting.result), key=lambda one: one.is_reached):
        post, row = one.goalpost, one.selection.shown
        if post is None or row is None or post.best is None or post.worst is None or not one.band:
            continue

        def figure(value: float, unit: str = one.observable.unit) -> str:
            return with_unit(site, site.language.number(value), unit)

        return setting.say(
            "aid.example",
            name=setting.name(one),
            value=with_unit(site, printed(site, row, one), one.observable.unit),
            year=str(row.period),
            best=figure(post.best),
            worst=figure(post.worst),
            score=site.language.number(one.score or 0.0, 0),
            band=site.say(f"band.{one.band}").lower(),
        )
    return ""


def _methodology(setting: Setting) -> str:
    address = setting.site.publication.record.address
    if not address:
        return setting.say("aid.methodology")
    return setting.say("aid.methodology-at", address=f"{address.rstrip('/')}/methodology/")
