"""The review of a year of an action plan: what was decided, what became of it, what moved.

Everything is that of the review's page on the website; the latest review tells as well how the
plan stands now, with its milestones.
"""

from collections.abc import Iterator

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import ReviewResult
from generator.assessment.trend.movement import Movement
from generator.frozen import dataclass
from generator.language.stops import begun
from generator.model.city_records import Review
from generator.model.publication import City
from generator.publications.annexes import SourceList, sources
from generator.publications.cover import cover
from generator.publications.document import Document
from generator.publications.furniture import Furniture, draft, furniture, particulars
from generator.publications.imprint import Imprint, short_imprint
from generator.publications.kinds import REVIEW
from generator.publications.numbered_sources import References
from generator.publications.overview import CitedFact
from generator.publications.setting import Setting, worded_for_print
from generator.publications.volume_parts import (
    Group,
    PrintedTable,
    held,
    plain_table,
    printed_table,
)
from generator.views.action_plan import PlanProgress, plan_progress
from generator.views.cell import text_of
from generator.views.follow_up import implementation_sentence
from generator.views.movements import movement_table
from generator.views.reviews import (
    DecisionRow,
    decisions,
    findings,
    reviewed_actions,
    reviewed_recommendations,
)
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Judged:
    """What the review found and decided: the words of those who answer for it."""

    title: str
    findings: tuple[str, ...]
    decisions_title: str
    decisions: tuple[str, ...]
    basis: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearReview:
    """What stands in the review; a part without content is not printed."""

    furniture: Furniture
    year: str
    when: str
    lead: str
    facts: tuple[CitedFact, ...]
    judged: Judged
    groups: tuple[Group, ...]
    sources: SourceList
    imprint: Imprint


def compose_reviews(site: Site, city: City) -> Iterator[tuple[str, Document]]:
    """Yield each review of a city with its year, the earliest first."""
    follow_up = site.undertakings[city.id].follow_up
    results = follow_up.review_results if follow_up is not None else ()
    last = max((one.year for one in results), default=0)
    for one in results:
        if follow_up is not None:
            yield str(one.year), _composed(site, city, follow_up, one, is_last=one.year == last)


def _composed(
    site: Site, city: City, follow_up: FollowUp, result: ReviewResult, *, is_last: bool
) -> Document:
    setting = Setting(worded_for_print(site), city, {}, References())
    site, review = setting.site, follow_up.reviews[result.year]
    year, record = str(result.year), site.publication.record
    plan = plan_progress(site, city, follow_up) if is_last else None
    kind = site.say("review.of", year=year)
    title = f"{city.record.name}: {kind}"
    period = site.say("plan.period", period=review.period) if review.period else ""
    content = YearReview(
        furniture=furniture(
            site,
            title,
            cover(site, city, kind),
            keywords=(city.record.name, kind),
            draft=draft(site, city),
        ),
        year=year,
        when=site.language.by_commas((site.date(review.date), period, review.author)),
        lead=setting.prose(implementation_sentence(site, result.implementation)),
        facts=_facts(plan) if plan else (),
        judged=_judged(setting, follow_up, review),
        groups=tuple(_groups(setting, follow_up, result, plan)),
        sources=sources(setting, setting.references),
        imprint=short_imprint(setting, title),
    )
    file = REVIEW.file(setting.code, city.id, year)
    return Document(file, record.as_of, content, REVIEW.template, particulars(site))


def _facts(plan: PlanProgress) -> tuple[CitedFact, ...]:
    return tuple(
        CitedFact(one.label, one.number, one.text, one.unit, one.note, ()) for one in plan.facts
    )


def _judged(setting: Setting, follow_up: FollowUp, review: Review) -> Judged:
    """Return findings and decisions with who answers for them."""
    found = findings(setting.site, review)
    decided = decisions(setting.city, follow_up, review)
    who = setting.site.language.by_commas((review.author, setting.site.date(review.date)))
    return Judged(
        title=setting.say("heading.findings"),
        findings=tuple(f"{one.text} ({one.areas})" if one.areas else one.text for one in found),
        decisions_title=setting.say("review.decisions"),
        decisions=tuple(_decided(setting.site, one) for one in decided),
        basis=f"{begun(who)}. {review.basis}",
        sources=setting.cite(review.document),
    )


def _decided(site: Site, one: DecisionRow) -> str:
    """Return a decision with the actions that it is about."""
    actions = site.language.by_semicolons(link.text for link in one.actions)
    return f"{one.text} ({actions})" if actions else one.text


def _groups(
    setting: Setting, follow_up: FollowUp, result: ReviewResult, plan: PlanProgress | None
) -> Iterator[Group]:
    """Yield what became of recommendations and actions, the milestones, and what moved."""
    site, city, review = setting.site, setting.city, follow_up.reviews[result.year]
    say = setting.say
    advised = reviewed_recommendations(site, city, review, result)
    advised = advised.only(*(head.name for head in advised.heads if head.name != "source"))
    cited = [setting.cite(review.recommendations[name].evidence) for name in result.recommendations]
    yield from _group(say("heading.review-recommendations"), printed_table(setting, advised, cited))
    acted = printed_table(setting, reviewed_actions(site, city, follow_up, review, result))
    yield from _group(say("heading.review-actions"), acted)
    if plan is not None:
        yield from _group(say("summary.milestones"), _milestones(setting, plan))
    moved = follow_up.review_movements[result.year]
    table = printed_table(
        setting, movement_table(site, city, moved), [_cited(setting, one) for one in moved]
    )
    yield from _group(say("heading.movements"), table, say("movement.attribution"))


def _group(title: str, table: PrintedTable, lead: str = "") -> Iterator[Group]:
    if table.rows:
        yield Group(title, (lead,) if lead else (), held([table]))


def _milestones(setting: Setting, plan: PlanProgress) -> PrintedTable:
    """Return the milestones, each with its action."""
    table = plan.milestones
    rows = [
        (text_of(row[0]), group.title, *(text_of(cell) for cell in row[1:]))
        for group in table.groups
        for row in group.rows
    ]
    first, *others = (head.label for head in table.heads)
    return plain_table(setting, table.caption, [first, setting.site.say("action"), *others], rows)


def _cited(setting: Setting, one: Movement) -> tuple[str, ...]:
    """Return the numbers of the sources of the figures of a movement, each once."""
    rows = (row for row in (one.baseline, one.previous, one.latest) if row is not None)
    return tuple(dict.fromkeys(number for row in rows for number in setting.cite(row.source)))
