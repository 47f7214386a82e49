"""What a city is advised: proposals with reason and priority, decisions, own recommendations.

Decides nothing: what is proposed, and in which order, comes from the assessment.
"""

from collections.abc import Iterable, Sequence

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.named_reasons import rests_on_named
from generator.assessment.advice.proposals import PROPOSED, UNCHECKED, Proposal, is_settled
from generator.frozen import dataclass
from generator.model.city_records import Decision, OwnRecommendation
from generator.model.library_records import NATIONAL
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Lines, Link, ListItem
from generator.views.condition_answers import because
from generator.views.explanation.lines import Part
from generator.views.explanation.of_advice import advice_parts
from generator.views.implementation import implementation_of
from generator.views.library_links import indicator_links, package_links
from generator.views.practices import PracticeCard, evidence_cards
from generator.views.recommendations import detail_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target
from generator.views.urgency_words import level_text


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the city or its editors judged; `title`: a decision in a word, or what they advise."""

    title: str
    text: str
    reason: str
    author: str
    date: str
    basis: str


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A recommendation of the library for a city: why, how urgent, what was decided.

    `addressee`: who else than the city. `checked`: the conditions as evaluated. `practices`: who
    did it before. `done_here`: what the city does about it.
    """

    id: str
    title: str
    target: Target
    addressee: str
    text: str
    because: tuple[Link, ...]
    priority: str
    detail: str
    checked: tuple[Part, ...]
    decision: Judgement | None
    practices: tuple[PracticeCard, ...]
    packages: tuple[Link, ...]
    done_here: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A recommendation of the city's editors, with what it rests on."""

    id: str
    judgement: Judgement
    terms: tuple[str, ...]
    indicators: tuple[Link, ...]
    packages: tuple[Link, ...]
    sources: tuple[Link, ...]
    done_here: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the figures of a city call for, what to measure first, and what was decided.

    `for_state`: what they call for that the library addresses to the national government.
    """

    lead: str
    findings: list[ProposalCard]
    for_state: list[ProposalCard]
    measure_first: Table
    decided: list[ProposalCard]
    own: list[OwnCard]


def advice_for(site: Site, city: City) -> Advice:
    """Return what a city is advised."""
    guidance = site.guidance.get(city.id, Guidance())
    advice = guidance.advice
    proposed = open_proposals(guidance)
    gaps = [proposal for proposal in proposed if proposal.rests_on_gaps]
    found = [proposal for proposal in proposed if not proposal.rests_on_gaps]
    for_state = [proposal for proposal in found if _is_for_state(site, proposal)]
    findings = [proposal for proposal in found if proposal not in for_state]
    counts = (len(findings), len(for_state), len(gaps), len(advice.in_state(UNCHECKED)))
    decided = [
        proposal
        for proposal in advice.proposals.values()
        if proposal.decision and proposal not in proposed
    ]
    return Advice(
        lead=_lead(site, *counts),
        findings=[_proposal_card(site, city, guidance, proposal) for proposal in findings],
        for_state=[_proposal_card(site, city, guidance, proposal) for proposal in for_state],
        measure_first=_measure_first(site, city, gaps),
        decided=[_proposal_card(site, city, guidance, proposal) for proposal in decided],
        own=[_own_card(site, city, name, own) for name, own in advice.own.items()],
    )


def open_proposals(guidance: Guidance) -> list[Proposal]:
    """Return what is proposed to a city, without what it rejected or does already."""
    return [proposal for proposal in guidance.advice.in_state(PROPOSED) if not is_settled(proposal)]


def _is_for_state(site: Site, proposal: Proposal) -> bool:
    return site.publication.recommendations[proposal.recommendation].addressee == NATIONAL


def _lead(site: Site, findings: int, for_state: int, gaps: int, unchecked: int) -> str:
    sentences = [
        site.say("advice.lead", n=findings) if findings else site.say("advice.lead-none"),
        site.say("advice.lead-state", n=for_state) if for_state else "",
        site.say("advice.lead-gaps", n=gaps) if gaps else "",
        site.say("advice.lead-unchecked", n=unchecked) if unchecked else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _proposal_card(site: Site, city: City, guidance: Guidance, proposal: Proposal) -> ProposalCard:
    name = proposal.recommendation
    record = site.publication.recommendations[name]
    listed = site.editorial.evidence_listed
    evidence = guidance.evidence(record.practices, record.indicators, listed)
    detail = (detail_text(site, record), record.lead_body)
    return ProposalCard(
        id=name,
        title=record.title,
        target=targets.recommendation(name),
        addressee=site.word("addressee", NATIONAL) if _is_for_state(site, proposal) else "",
        text=record.text,
        because=tuple(because(site, city.id, leaf) for leaf in proposal.because),
        priority=_priority(site, city, proposal),
        detail=" · ".join(part for part in detail if part),
        checked=advice_parts(site, city, proposal),
        decision=_decision(site, proposal.decision) if proposal.decision else None,
        practices=evidence_cards(site, evidence),
        packages=package_links(site, record.packages),
        done_here=implementation_of(site, city, name, record.packages),
    )


def _priority(site: Site, city: City, proposal: Proposal) -> str:
    """Return how urgent a proposal is, and whether its figures are to be confirmed first."""
    priority = level_text(site, proposal.priority, proposal.level)
    if rests_on_named(site.results[city.id], proposal):
        return priority
    return site.say("advice.confirm-first", priority=priority)


def _decision(site: Site, made: Decision) -> Judgement:
    return Judgement(
        title=site.word("decision", made.decision),
        text=made.text or "",
        reason=made.reason or "",
        author=made.author,
        date=site.language.date(made.date) if made.date else "",
        basis=made.basis,
    )


def _measure_first(site: Site, city: City, gaps: Sequence[Proposal]) -> Table:
    """Return the proposals that ask for figures, with the body that would provide them."""
    library = site.publication.recommendations
    column = Column[Proposal]
    columns = [
        column(
            "recommendation",
            site.say("recommendation"),
            lambda proposal: title_link(site, proposal),
        ),
        column(
            "because",
            site.say("because"),
            lambda proposal: Lines(
                tuple(because(site, city.id, leaf).text for leaf in proposal.because)
            ),
        ),
        column(
            "lead-body",
            site.say("fact.lead-body"),
            lambda proposal: library[proposal.recommendation].lead_body or "",
        ),
    ]
    return lay_out(site.say("caption.measure-first", n=len(gaps)), columns, gaps)


def title_link(site: Site, proposal: Proposal) -> Link:
    """Return the title of what is proposed, which leads to the library."""
    name = proposal.recommendation
    return Link(site.publication.recommendations[name].title, targets.recommendation(name))


def _own_card(site: Site, city: City, name: str, own: OwnRecommendation) -> OwnCard:
    return OwnCard(
        id=name,
        judgement=Judgement(
            title=own.title,
            text=own.text,
            reason=own.reason or "",
            author=own.author,
            date=site.language.date(own.date) if own.date else "",
            basis=own.basis,
        ),
        terms=tuple(_own_terms(site, own)),
        indicators=indicator_links(site, own.indicators),
        packages=package_links(site, own.packages),
        sources=tuple(_sources(city, own.sources)),
        done_here=implementation_of(site, city, name, own.packages),
    )


def _inside(site: Site, vocabulary: str, word: str | None) -> str:
    return site.language.inside(site.word(vocabulary, word)) if word else ""


def _own_terms(site: Site, own: OwnRecommendation) -> Iterable[str]:
    """Yield to whom a recommendation is addressed, who leads, how soon, with what effort."""
    known = [site.practices[name] for name in own.practices if name in site.practices]
    terms = {
        "own.addressee": _inside(site, "addressee", own.addressee),
        "own.lead": own.lead_body,
        "own.horizon": _inside(site, "horizon", own.horizon),
        "own.effort": _inside(site, "effort", own.effort),
        "practice.targets": site.language.by_commas(own.sdg_targets),
        "title.practices": site.language.by_semicolons(one.record.title for one in known),
    }
    for label, text in terms.items():
        if text:
            yield f"{site.say(label)}: {text}"


def _sources(city: City, names: Iterable[str]) -> Iterable[Link]:
    for name in names:
        row = city.source_of[name]
        yield Link(row.publisher or row.title, targets.city_source(city.id, row.source))
