"""The sheet of the figures that a city could send: what is missing, whom to ask, what to send.

Questions are those of the website, the ones whose figures would tell most; by area, to be handed
to those who hold them.
"""

from collections.abc import Sequence

from generator.frozen import dataclass
from generator.model.publication import City
from generator.publications.cover import cover
from generator.publications.document import Document
from generator.publications.furniture import Furniture, draft, furniture, particulars
from generator.publications.imprint import Detail, contact_details
from generator.publications.kinds import GAPS, PAPERS
from generator.publications.setting import Wording, worded_for_print
from generator.views import targets
from generator.views.questions import Question, questionnaire
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that is asked for; `now`: what is on record or would be better, if anything is."""

    name: str
    unit: str
    definition: str
    points: str
    holders: str
    now: str


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """What is asked for in an area."""

    title: str
    rows: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class GapSheet:
    """What stands on the sheet.

    `named`: the further figures by name, where the paper has room for them; `more`: how many they
    are, and where all is said of them.
    """

    furniture: Furniture
    lead: tuple[str, ...]
    groups: tuple[AskedGroup, ...]
    named: str
    more: str
    holders_note: str
    send_title: str
    send: str
    contact: tuple[Detail, ...]


def compose_gap_sheet(
    site: Site, city: City, paper: str = PAPERS[0], fewer: int = 0
) -> Document | None:
    """Return the sheet of a city for a size of paper; None where nothing is asked for.

    It has so many questions `fewer` than the publication lets stand on that paper.
    """
    wording = Wording(worded_for_print(site))
    site = wording.site
    asked = questionnaire(site, city)
    questions = [row for group in asked.groups for row in group.rows]
    if not questions:
        return None
    editorial = site.editorial
    most = editorial.gaps_on_a4 if paper == PAPERS[0] else editorial.gaps_on_a5
    most = max(most - fewer, 1)
    kind = site.say("publication.kind-gaps")
    content = GapSheet(
        furniture=furniture(
            site,
            f"{city.record.name}: {kind}",
            cover(site, city, kind),
            keywords=(city.record.name, kind),
            draft=draft(site, city),
        ),
        lead=tuple(wording.prose(text) for text in asked.lead),
        groups=tuple(_groups(wording, questions[:most])),
        named=_named(wording, questions[most:]) if paper == PAPERS[0] else "",
        more=_more(wording, city, len(questions) - most),
        holders_note=wording.say("question.holders-named"),
        send_title=wording.say("gaps.send-title"),
        send=wording.say("gaps.send"),
        contact=tuple(contact_details(wording, f"cities/{city.id}/")),
    )
    return Document(
        GAPS.sheet(wording.code, city.id, paper),
        site.publication.record.as_of,
        content,
        GAPS.template,
        particulars(site),
        paper=paper,
    )


def _groups(wording: Wording, questions: Sequence[Question]) -> list[AskedGroup]:
    """Return the questions by the top areas of the main scheme, in its order."""
    framework = wording.site.publication.framework
    tops = framework.children(wording.site.publication.record.main_scheme)
    found = []
    for top in tops:
        within = {targets.indicator(name) for name in framework.placed_below(top.area)}
        rows = tuple(_asked(wording, one) for one in questions if one.name.target in within)
        if rows:
            found.append(AskedGroup(top.name, rows))
    return found


def _asked(wording: Wording, one: Question) -> Asked:
    say = wording.site.say
    return Asked(
        name=wording.named(one.name.text),
        unit=one.unit,
        definition=wording.site.language.grouped(one.definition),
        points=f"{say('question.points', points=one.points)}." if one.points else "",
        holders=f"{one.holders}*" if one.named else one.holders,
        now="" if one.now == say("state.not-collected") else wording.prose(one.now),
    )


def _named(wording: Wording, questions: Sequence[Question]) -> str:
    """Return the names of figures that are asked for as well; "" without one."""
    listed = (wording.named(one.name.text) for one in questions)
    names = wording.site.language.by_semicolons(listed)
    return wording.site.say("gaps.named", names=names) if names else ""


def _more(wording: Wording, city: City, n: int) -> str:
    """Return how many further figures are asked for, and where they stand; "" for none."""
    address = wording.site.publication.record.address
    if n <= 0:
        return ""
    if not address:
        return wording.say("gaps.more", n=n)
    place = f"{address.rstrip('/')}/cities/{city.id}/wanted/"
    return wording.say("acting.more-at", n=n, address=place)
