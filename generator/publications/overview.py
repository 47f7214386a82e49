"""The first chapter: the editors' words, who the city is, how it stands, what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.assessment.evidence_states import count_evidence
from generator.frozen import dataclass
from generator.language.print_words import dashed
from generator.language.stops import begun
from generator.model.city_tables import ContextFigure
from generator.model.publication import Section as ProseOfCity
from generator.publications.drawn_charts import Chart, drawn
from generator.publications.photographs import Photograph, photographs
from generator.publications.prose_tree import PrintedPart, printed_parts
from generator.publications.setting import Setting
from generator.views.area_rows import median_text
from generator.views.bands import WITHOUT_BAND
from generator.views.cell import Mark
from generator.views.city_standing import is_led_by_wheel
from generator.views.doubt_words import area_doubts
from generator.views.finding_sentences import finding_sentences
from generator.views.globe import Globe, globe_of
from generator.views.key_facts import Fact, key_facts
from generator.views.portrait import portrait
from generator.views.sentences import Change, changes
from generator.views.urgency_words import PriorityRow, area_order, area_order_lead


@dataclass(frozen=True, slots=True)
class Section:
    """Prose of a city, a judgement: `author` says who wrote it and when; its basis."""

    title: str
    author: str
    basis: str
    parts: Sequence[PrintedPart]
    pictures: tuple[Photograph, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A key fact with the number of its source."""

    label: str
    number: str
    text: str
    unit: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area: of how many indicators how many have each sign; the signs stand in the head."""

    name: str
    level: int
    rated: str
    counts: tuple[str, ...]
    mark: str
    word: str
    score: str
    median: str


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The areas; `signs` are the heads of the counts, each a mark with its word."""

    caption: str
    signs: tuple[Mark, ...]
    rows: tuple[AreaLine, ...]
    doubts: str


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """What changed; blank without rows."""

    title: str
    rows: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The areas by urgency; `committee`: whether the order of a committee stands beside."""

    title: str
    lead: str
    caption: str
    committee: bool
    rows: Sequence[PriorityRow]


@dataclass(frozen=True, slots=True)
class Overview:
    """The contents of the chapter."""

    title: str
    sections: tuple[Section, ...]
    pictures: tuple[Photograph, ...]
    portrait_title: str
    portrait: tuple[str, ...]
    computed: str
    globe: Globe | None
    globe_note: str
    facts: tuple[CitedFact, ...]
    standing: str
    findings: tuple[str, ...]
    wheel: Chart | None
    areas: AreaTable
    changes: ChangeTable
    order: Order
    trends: Chart | None


def overview(setting: Setting) -> Overview:
    """Return the contents of the chapter."""
    site, city, result, say = setting.site, setting.city, setting.result, setting.say
    general = [pair for pair in city.sections_in_order if not pair[1].record.area]
    return Overview(
        title=say("overview.title"),
        sections=tuple(section(setting, *one) for one in general),
        pictures=photographs(setting, None),
        portrait_title=say("heading.portrait"),
        portrait=tuple(setting.prose(text) for text in portrait(site, city)),
        computed=say("overview.computed"),
        globe=globe_of(site, city),
        globe_note=say("overview.globe"),
        facts=facts(setting),
        standing=setting.lead(result, site.publication.record.main_scheme, whole=True),
        findings=tuple(setting.prose(text) for text in finding_sentences(site, result)),
        wheel=_chart(setting, "wheel") if is_led_by_wheel(site, result) else None,
        areas=area_table(setting),
        changes=ChangeTable(say("heading.changes"), tuple(_changes(setting))),
        order=_order(setting),
        trends=_chart(setting, "trends"),
    )


def section(setting: Setting, name: str, prose: ProseOfCity) -> Section:
    """Return a section of a city's prose, as its editors wrote it."""
    head = prose.record
    site = setting.site
    return Section(
        title=head.title,
        author=begun(site.language.by_commas((head.author, site.date(head.date)))),
        basis=head.basis,
        parts=printed_parts(prose.text),
        pictures=photographs(setting, name),
    )


def facts(setting: Setting) -> tuple[CitedFact, ...]:
    """Return the key facts, each with its source."""
    rows = setting.city.context

    def row_of(fact: Fact) -> ContextFigure | None:
        return next((row for row in rows if fact.target.endswith(f"#context-{row.line}")), None)

    def cited(fact: Fact) -> tuple[str, ...]:
        row = row_of(fact)
        return setting.cite(row.source) if row else ()

    def is_sure(fact: Fact) -> bool:
        """Return whether a fact is dated and needs no confirmation: others are in the annex."""
        row = row_of(fact)
        source = setting.city.source_of.get(row.source) if row else None
        return bool(row and row.period and source and not source.is_to_confirm)

    sure = [one for one in key_facts(setting.site, setting.city) if is_sure(one)]
    return tuple(
        CitedFact(
            one.label,
            one.number,
            one.text,
            one.unit,
            setting.prose(one.note),
            cited(one),
        )
        for one in sure
    )


def area_table(setting: Setting) -> AreaTable:
    """Return the areas of the main scheme with how many of their indicators have each sign."""
    site, result = setting.site, setting.result
    framework, scheme = site.publication.framework, site.publication.record.main_scheme
    tops = framework.children(scheme)
    held = [one.sign for one in result.indicators.values() if one.is_rated]
    bands = tuple(framework.policy.bands)[::-1]
    signs = (*bands, *(sign for sign in WITHOUT_BAND if sign in held))
    names = {sign: site.say(f"band.{sign}" if sign in bands else f"sign.{sign}") for sign in signs}
    rows = []
    for top in tops:
        below = [one for one in framework.children(top.area) if result.areas[one.area].rated]
        rows.append(_area_line(setting, top.area, 1, signs))
        rows += [_area_line(setting, one.area, 2, signs) for one in below]
    doubts = [area_doubts(site, result, top.area) for top in tops]
    told = [f"{top.name}: {text}." for top, text in zip(tops, doubts, strict=True) if text]
    return AreaTable(
        caption=setting.say("caption.by-area"),
        signs=tuple(Mark(sign, names[sign]) for sign in signs),
        rows=tuple(rows),
        doubts=setting.prose(*told),
    )


def _area_line(setting: Setting, area: str, level: int, signs: Sequence[str]) -> AreaLine:
    site, framework = setting.site, setting.site.publication.framework
    members = [setting.result.indicators[name] for name in framework.placed_below(area)]
    found = setting.result.areas[area]
    held = [one.sign for one in members if one.is_rated]
    number = site.language.number
    return AreaLine(
        name=framework.area_of[area].name,
        level=level,
        rated=site.say("n-of-m", n=count_evidence(members).rated, m=len(members)),
        counts=tuple(str(held.count(sign)) for sign in signs),
        mark=found.band or "not-rated",
        word=site.say(f"band.{found.band}") if found.band else site.say("state.not-rated"),
        score=number(found.score, 1) if found.band and found.score is not None else "",
        median=median_text(site, found) if found.median_position is not None else "",
    )


def _changes(setting: Setting) -> Iterator[Change]:
    for one in changes(setting.site, setting.city, setting.result):
        yield replace(one, name=setting.named(one.name), period=dashed(one.period))


def _chart(setting: Setting, subject: str) -> Chart | None:
    chart = setting.figures.get(subject)
    if chart is None:
        return None
    return replace(drawn(subject, chart, setting.say(f"figure.{subject}-caption")), wide=True)


def _order(setting: Setting) -> Order:
    """Return the areas by urgency, beside the order of the committee where there is one."""
    site, result = setting.site, setting.result
    return Order(
        title=setting.say("heading.area-order"),
        lead=setting.prose(area_order_lead(site, result)),
        caption=setting.say("caption.area-order"),
        committee=bool(result.priorities),
        rows=area_order(site, result),
    )
