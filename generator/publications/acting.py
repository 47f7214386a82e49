"""The chapter that leads to action: recommendations, points for discussion, figures to collect.

A recommendation is numbered (R1, …) once the city's editors wrote it or the city decided on it;
what a rule alone proposes is a point for discussion. Lists are cut to what a print holds, and say
where the rest stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.proposals import Proposal, is_settled
from generator.language.stops import begun, without_stop
from generator.model.library_records import LibraryRecommendation
from generator.publications.excerpts import Excerpt, excerpt, heads_of, rows_of
from generator.publications.imprint import Detail
from generator.publications.setting import Setting
from generator.publications.undertaken import (
    Governance,
    Plan,
    Projects,
    governance,
    plan,
    projects,
)
from generator.views.city_advice import Advice, Judgement, OwnCard, ProposalCard, advice_for
from generator.views.condition_answers import because
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation with its finding and its text, and what the margin says of it.

    `number` is R1 and so on in the order of the book; blank for a point for discussion. `decision`:
    what was decided, in the words of those who decided, with who they are. `basis`: on what a
    recommendation of the editors rests. `settled`: the city does it already, or does not want it.
    """

    number: str
    title: str
    finding: str
    text: str
    decision: str
    basis: str
    details: tuple[Detail, ...]
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Recommendations under a title; further ones in a table, with where the rest stands."""

    title: str
    lead: str
    rows: tuple[Recommendation, ...]
    caption: str
    head: tuple[str, ...]
    table: Excerpt[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table under a title, cut to what a print holds."""

    title: str
    lead: str
    caption: str
    head: tuple[str, ...]
    table: Excerpt[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Acting:
    """The contents of the chapter; a part is blank where nothing is recorded."""

    title: str
    lead: str
    numbered: Recommendations
    points: Recommendations
    measure: Listing
    projects: Projects
    plan: Plan
    governance: Governance
    unrecorded: str


@dataclass(slots=True)
class _Numbers:
    """The numbers of the recommendations, in the order of their first use."""

    given: int = field(default=0)

    def next(self) -> str:
        self.given += 1
        return f"R{self.given}"


def acting(setting: Setting) -> Acting:
    """Return the contents of the chapter."""
    advice = advice_for(setting.site, setting.city)
    undertaken = (projects(setting), plan(setting), governance(setting))
    return Acting(
        title=setting.say("acting.title"),
        lead=setting.prose(advice.lead),
        numbered=_numbered(setting, advice),
        points=_points(
            setting,
            [one for one in (*advice.findings, *advice.for_state) if not one.decision],
        ),
        measure=_measure(setting, advice),
        projects=undertaken[0],
        plan=undertaken[1],
        governance=undertaken[2],
        unrecorded=setting.prose(*(part.lead for part in undertaken if not part.held)),
    )


def _numbered(setting: Setting, advice: Advice) -> Recommendations:
    """Return what the editors wrote and what was decided on, each with its number."""
    numbers = _Numbers()
    own = [_own(setting, one, numbers.next()) for one in advice.own]
    proposed = (*advice.findings, *advice.for_state, *advice.decided)
    made = [one for one in proposed if one.decision]
    decided = [_proposal(setting, one, numbers.next()) for one in made]
    return Recommendations(
        title=setting.say("acting.recommendations"),
        lead=setting.say("acting.recommendations-lead"),
        rows=(*own, *decided),
        caption="",
        head=(),
        table=Excerpt((), ""),
    )


def _points(setting: Setting, findings: list[ProposalCard]) -> Recommendations:
    """Return what a rule proposes and nobody has decided on: the first in full."""
    site, most = setting.site, setting.site.editorial.print_proposals
    further = [
        (_addressed(setting, one), finding(setting, one), _level(setting, one))
        for one in findings[most:]
    ]
    keys = ("recommendation", "because", "priority")
    return Recommendations(
        title=setting.say("acting.points"),
        lead=setting.say("acting.points-lead"),
        rows=tuple(_proposal(setting, one, "") for one in findings[:most]),
        caption=setting.say("publication.more-proposals") if further else "",
        head=tuple(site.say(key) for key in keys) if further else (),
        table=_excerpt(setting, further),
    )


def _excerpt(setting: Setting, rows: Sequence[tuple[str, ...]]) -> Excerpt[tuple[str, ...]]:
    """Return the first rows, and where the others stand."""
    cut = excerpt(setting.site, rows, setting.site.editorial.print_listed)
    address = setting.site.publication.record.address
    if not cut.more or not address:
        return replace(cut, more=setting.prose(cut.more))
    place = f"{address.rstrip('/')}/cities/{setting.city.id}/"
    n = len(rows) - len(cut.rows)
    return replace(cut, more=setting.say("acting.more-at", n=n, address=place))


def finding(setting: Setting, one: ProposalCard) -> str:
    """Return the figures that a proposal answers; what only makes it apply is left out."""
    triggers = _proposed(setting, one).triggers
    told = [because(setting.site, setting.city.id, leaf).text for leaf in triggers]
    told = told or [reason.text for reason in one.because]
    return setting.prose(setting.site.language.by_semicolons(told))


def _addressed(setting: Setting, one: ProposalCard) -> str:
    """Return the title of a proposal, with its addressee where that is not the city."""
    known = {"title": one.title, "addressee": one.addressee}
    return setting.site.say("publication.proposal-to", **known) if one.addressee else one.title


def _own(setting: Setting, one: OwnCard, number: str) -> Recommendation:
    made = one.judgement
    terms = (term.partition(": ") for term in one.terms)
    return Recommendation(
        number=number,
        title=made.title,
        finding=made.reason,
        text=made.text,
        decision="",
        basis=_basis(setting, made),
        details=tuple(Detail(term, text) for term, _, text in terms),
    )


def _basis(setting: Setting, made: Judgement) -> str:
    """Return who made a judgement, when, and on what it rests."""
    who = setting.site.language.by_commas((made.author, made.date))
    return f"{begun(who)}. {made.basis}"


def _proposal(setting: Setting, one: ProposalCard, number: str) -> Recommendation:
    return Recommendation(
        number=number,
        title=one.title,
        finding=finding(setting, one),
        text=one.text,
        decision=_decision(setting, one.decision) if one.decision else "",
        basis="",
        details=tuple(_details(setting, one)),
        settled=is_settled(_proposed(setting, one)),
    )


def _decision(setting: Setting, made: Judgement) -> str:
    """Return what was decided, in the words of those who did, and on what it rests."""
    said = ". ".join(without_stop(text) for text in (made.title, made.text, made.reason) if text)
    return f"{said}. {_basis(setting, made)}"


def _details(setting: Setting, one: ProposalCard) -> Iterator[Detail]:
    """Yield how urgent a proposal is, and what the library says of it."""
    yield Detail(setting.site.say("priority"), _level(setting, one))
    yield from library_details(setting.site, setting.site.publication.recommendations[one.id])


def library_details(site: Site, record: LibraryRecommendation) -> Iterator[Detail]:
    """Yield to whom a recommendation is addressed, who leads, how soon, with what effort.

    "High effort" needs no term before it.
    """
    yield Detail(site.say("fact.addressee"), site.word("addressee", record.addressee))
    if record.lead_body:
        yield Detail(site.say("fact.lead-body"), record.lead_body)
    yield Detail(site.say("fact.horizon"), site.word("horizon", record.horizon))
    yield Detail("", site.word("effort", record.effort))
    if record.sdg_targets:
        yield Detail(site.say("fact.targets"), site.language.by_commas(record.sdg_targets))


def _level(setting: Setting, one: ProposalCard) -> str:
    """Return the level of urgency of a proposal in a word."""
    return setting.site.say(f"urgency.{_proposed(setting, one).level}")


def _proposed(setting: Setting, one: ProposalCard) -> Proposal:
    guidance = setting.site.guidance.get(setting.city.id, Guidance())
    return guidance.advice.proposals[one.id]


def _measure(setting: Setting, advice: Advice) -> Listing:
    """Return the proposals that ask for figures."""
    table = advice.measure_first
    return Listing(
        title=setting.say("heading.measure-first"),
        lead=setting.say("advice.gaps"),
        caption=table.caption,
        head=heads_of(table),
        table=_excerpt(setting, rows_of(table)),
    )
