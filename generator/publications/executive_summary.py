"""The executive summary: who the city is, how much is known, and findings, each with its figure.

What stands out comes first. Where few figures may lead, further ones follow that may be named, the
areas that are known best, how sure the ratings are, and how much there is to do.
"""

from collections.abc import Collection, Iterator

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.named_reasons import rests_on_named
from generator.assessment.evidence_states import count_evidence
from generator.assessment.rating.headline_gate import leading, leading_urgencies, may_be_named
from generator.assessment.results import IndicatorResult
from generator.frozen import dataclass
from generator.language.stops import begun
from generator.publications.chapters import figures_below
from generator.publications.indicator_rows import has_figure
from generator.publications.narrative import telling
from generator.publications.setting import Setting
from generator.views.city_advice import ProposalCard, advice_for
from generator.views.doubt_words import area_doubts
from generator.views.finding_sentences import none_leads
from generator.views.portrait import place_text
from generator.views.sentences import moved_series, printed
from generator.views.units import unit_beside
from generator.views.values import full_name, word_of


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its figure: what it is, in a sentence and in a large number.

    `mark` is that of its rating, with its word; without a rating both are blank.
    """

    title: str
    text: str
    number: str
    unit: str
    mark: str
    word: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The contents of the summary."""

    title: str
    lead: str
    findings: tuple[Finding, ...]
    close: str
    calls: tuple[str, ...]
    unknown_title: str
    unknown: str


def summary(setting: Setting) -> Summary:
    """Return the summary of the publication of a city."""
    return Summary(
        title=setting.say("summary.title"),
        lead=_lead(setting),
        findings=_filled(setting, findings(setting, setting.result.indicators)),
        close=setting.say("summary.calls"),
        calls=calls(setting),
        unknown_title=setting.say("summary.unknown"),
        unknown=_unknown(setting),
    )


def findings(setting: Setting, indicators: Collection[str]) -> tuple[Finding, ...]:
    """Return what stands out among some indicators, each once."""
    found: dict[str, Finding] = {}
    editorial = setting.site.editorial
    for kind, results in _kinds(setting):
        within = [one for one in results if one.observable.indicator in indicators]
        for one in within[: editorial.summary_of_a_kind]:
            if len(found) < editorial.summary_findings and one.observable.id not in found:
                found[one.observable.id] = _finding(setting, kind, one)
    return tuple(found.values())


def _lead(setting: Setting) -> str:
    """Return who the city is and how much is known of it, as a paragraph."""
    known = setting.lead(setting.result, setting.site.publication.record.main_scheme)
    return setting.prose(place_text(setting.site, setting.city), known)


def _filled(setting: Setting, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings with as many further ones as a summary has at least, if there are any."""
    room = max(0, setting.site.editorial.summary_fewest - len(found))
    told = {one.title for one in found}
    further = (*_named(setting), *_known_best(setting), *_doubted(setting), *_to_do(setting))
    return (*found, *[one for one in further if one.title not in told][:room])


def _named(setting: Setting) -> Iterator[Finding]:
    """Yield figures that may be named and do not lead, the rated ones first."""
    result = setting.result
    leads = {one.observable.id for one in leading(result)}
    known = [
        one
        for name, one in result.observables.items()
        if not one.data_points and has_figure(one) and may_be_named(result, name)
    ]
    further = [one for one in known if one.observable.id not in leads]
    for one in sorted(further, key=lambda one: not one.is_rated)[: _few(setting)]:
        yield _finding(setting, "reached" if one.is_reached else "named", one)


def _known_best(setting: Setting) -> Iterator[Finding]:
    """Yield the top areas of which several figures are on record, those with the most first."""
    site = setting.site
    tops = site.publication.framework.children(site.publication.record.main_scheme)
    held = {top: len(figures_below(setting, top)) for top in tops}
    fewest = site.editorial.chapter_from
    known = sorted((top for top in tops if held[top] >= fewest), key=lambda top: -held[top])
    for top in known[: _few(setting)]:
        doubts = area_doubts(site, setting.result, top.area)
        yield Finding(
            title=setting.say("summary.known-best", area=top.name),
            text=setting.prose(setting.areas_lead([top]), f"{doubts}." if doubts else ""),
            number=site.language.number(held[top], 0),
            unit=setting.say(
                "summary.of-indicators", n=len(site.publication.framework.placed_below(top.area))
            ),
            mark="",
            word="",
            sources=(),
        )


def _doubted(setting: Setting) -> Iterator[Finding]:
    """Yield why no rated figure is named, if none may be."""
    rated = count_evidence(setting.result.indicators.values()).rated
    for said in none_leads(setting.site, setting.result):
        yield _counted(setting, "doubted", said, rated)


def _to_do(setting: Setting) -> Iterator[Finding]:
    """Yield how many recommendations the figures and the editors make."""
    advice = advice_for(setting.site, setting.city)
    count = len(advice.own) + len(advice.findings) + len(advice.for_state)
    if count:
        yield _counted(setting, "to-do", advice.lead, count)


def _counted(setting: Setting, kind: str, text: str, n: int) -> Finding:
    return Finding(
        title=setting.say(f"summary.{kind}"),
        text=setting.prose(text),
        number=setting.site.language.number(n, 0),
        unit=setting.say(f"summary.{kind}-counted", n=n),
        mark="",
        word="",
        sources=(),
    )


def _few(setting: Setting) -> int:
    return setting.site.editorial.summary_of_a_kind


def calls(setting: Setting) -> tuple[str, ...]:
    """Return the titles of what the editors and sure figures recommend, the first of them."""
    advice = advice_for(setting.site, setting.city)
    own = [one.judgement.title for one in advice.own]
    sure = (one.title for one in advice.findings if one.decision or _is_sure(setting, one))
    return (*own, *sure)[: setting.site.editorial.summary_calls]


def _kinds(setting: Setting) -> Iterator[tuple[str, list[IndicatorResult]]]:
    """Yield what is urgent, what reaches its target, what moved, and what stands well."""
    result = setting.result
    bands = tuple(setting.site.publication.framework.policy.bands)
    levels = tuple(setting.site.publication.framework.policy.urgency.levels)[-2:]
    urgent = [one for one in leading_urgencies(result) if one.level in levels]
    yield "urgent", [result.observables[one.observable] for one in urgent]
    good = sorted((one for one in leading(result) if one.band), key=lambda one: -(one.score or 0))
    yield "reached", [one for one in good if one.is_reached]
    moved = [trend for trend in moved_series(result) if not trend.moving_away]
    for kind, sign in (("worse", -1), ("better", 1)):
        told = [trend for trend in moved if (trend.score_change or 0.0) * sign > 0]
        yield kind, [result.observables[trend.observable] for trend in told]
    upper = bands[len(bands) // 2 :]
    yield "good", [one for one in good if one.band in upper and not one.is_reached]


def _finding(setting: Setting, kind: str, one: IndicatorResult) -> Finding:
    site, row = setting.site, one.selection.shown
    if row is None:
        raise ValueError(one.observable.id)
    word, number = word_of(site, one), printed(site, row, one)
    return Finding(
        title=setting.say(f"summary.{kind}", name=full_name(site, one)),
        text=telling(setting, one, row),
        number=number,
        unit=setting.prose(unit_beside(site, one.observable.unit, number)),
        mark=one.sign,
        word=begun(word),
        sources=setting.cite(row.source),
    )


def _unknown(setting: Setting) -> str:
    """Return of how many indicators nothing is known, and in which areas nothing at all."""
    site, indicators = setting.site, setting.result.indicators
    framework = site.publication.framework
    absent = sum(not one.is_reported for one in indicators.values())
    blank = [
        top.name
        for top in framework.children(site.publication.record.main_scheme)
        if not any(indicators[name].is_reported for name in framework.placed_below(top.area))
    ]
    said = [site.say("summary.without-figure", n=absent)] if absent else []
    if blank:
        said.append(site.say("summary.blank-areas", names=site.language.enumerate(blank)))
    return setting.prose(*said)


def _is_sure(setting: Setting, one: ProposalCard) -> bool:
    """Return whether a proposal rests on figures that may be named, as those of a summary do."""
    guidance = setting.site.guidance.get(setting.city.id, Guidance())
    proposal = guidance.advice.proposals[one.id]
    return bool(proposal.triggers) and rests_on_named(setting.result, proposal)
