"""How to read the publication, on one page: marks, an example of this city, signs."""

from collections.abc import Iterable

from generator.assessment.rating.headline_gate import leading
from generator.frozen import dataclass
from generator.publications.front_matter import Abbreviation
from generator.publications.furniture import legend
from generator.publications.imprint import Passage
from generator.publications.setting import Setting, Wording
from generator.views.bands import Meaning
from generator.views.sentences import printed
from generator.views.units import with_unit

NOTES = ("dots", "dash", "thousands", "near", "raised", "numbers")
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
    abbreviations: tuple[Abbreviation, ...] = ()


def reading_aid(setting: Setting) -> ReadingAid:
    """Return the page that tells how to read a publication of a city."""
    year = str(setting.site.publication.profile_year(setting.city))
    years = setting.say("aid.years", year=year)
    return _aid(setting, setting.say("aid.title"), _example(setting), years)


def volume_aid(wording: Wording, settings: Iterable[Setting]) -> ReadingAid:
    """Return the page that tells how to read a publication of several cities."""
    example = next((text for text in map(_example, settings) if text), "")
    return _aid(wording, wording.say("aid.title-volume"), example, wording.say("aid.years-volume"))


def _aid(wording: Wording, title: str, example: str, years: str) -> ReadingAid:
    say = wording.say
    passages = (
        *([Passage(say("aid.example-title"), (example,))] if example else []),
        Passage(say("aid.areas-title"), (say("aid.areas"), say("aid.urgency"))),
        Passage(say("aid.years-title"), (years,)),
        Passage(say("aid.near-title"), (say("aid.near-text"),)),
    )
    return ReadingAid(
        title=title,
        lead=say("aid.lead"),
        caption=say("aid.marks"),
        marks=tuple(legend(wording.site)),
        passages=passages,
        methodology=_methodology(wording),
        notes=tuple(say(f"aid.note.{name}") for name in NOTES),
    )


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
            band=site.language.inside(site.say(f"band.{one.band}")),
        )
    return ""


def _methodology(wording: Wording) -> str:
    address = wording.site.publication.record.address
    if not address:
        return wording.say("aid.methodology")
    return wording.say("aid.methodology-at", address=f"{address.rstrip('/')}/methodology/")
