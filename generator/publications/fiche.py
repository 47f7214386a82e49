"""The fiche of a project on one page, for a bank, a ministry or a meeting.

Words and figures are those of the project's page; lists are cut to what one page holds, and say
how much more there is.
"""

from collections.abc import Mapping, Sequence

from generator.frozen import dataclass
from generator.model.publication import City
from generator.publications.document import Document
from generator.publications.excerpts import Excerpt, excerpt, heads_of, rows_of
from generator.publications.furniture import document_title, fictitious, particulars, shares
from generator.publications.kinds import FICHE
from generator.views.cell import Term
from generator.views.dates import compiled
from generator.views.effects import EffectRow, effects_of
from generator.views.funding_mix import FundingPart, funding_mix
from generator.views.key_facts import Fact
from generator.views.project import area_names, need, project_facts
from generator.views.project_tables import condition_table, history_table, partner_table
from generator.views.site import Site
from generator.views.to_appraise import numbers_to_ask
from generator.views.worth import worth

WORDS: Mapping[str, str] = {
    "need": "heading.project-need",
    "money": "heading.project-money",
    "worth": "heading.project-worth",
    "to_appraise": "to-appraise.lead",
    "conditions": "heading.project-conditions",
    "effects": "effect.if-delivered",
    "partners": "heading.project-partners",
    "history": "heading.project-history",
    "letters_left_out": "publication.word.letters-left-out",
}
"""What the template calls a label -> the label."""


@dataclass(frozen=True, slots=True)
class Money:
    """Who pays: all parts for the bar, some in words; `hint`: not all of it is sure."""

    parts: tuple[FundingPart, ...]
    listed: Excerpt[FundingPart]
    head: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class AppraisalTable:
    """The appraisal: its class, why, and the variants and bundles in figures."""

    viability: str
    why: str
    caption: str
    basis: str
    head: tuple[str, ...]
    listed: Excerpt[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fiche:
    """What stands on the fiche; what is not recorded is blank.

    Without an `appraisal` the numbers `to_appraise` stand in its place.
    """

    language: str
    direction: str
    title: str
    author: str
    fictitious: str
    shares: Mapping[str, float]
    words: Mapping[str, str]
    place: str
    name: str
    areas: list[str]
    lead: str
    facts: list[Fact]
    need: list[Term]
    money: Money | None
    appraisal: AppraisalTable | None
    to_appraise: list[Term]
    conditions: Excerpt[tuple[str, ...]]
    effects: Excerpt[EffectRow]
    partners: Excerpt[tuple[str, ...]]
    history: Excerpt[tuple[str, ...]]
    foot: str


def fiche_name(city: str, project: str, language: str) -> str:
    """Return the name of the fiche of a project; it never changes."""
    return FICHE.file(language, city, project)


def compose_fiche(site: Site, city: City, project: str) -> Document:
    """Return the one-page fiche of a project."""
    file = fiche_name(city.id, project, site.language.code)
    content = fiche(site, city, project)
    return Document(file, site.publication.record.as_of, content, FICHE.template, particulars(site))


def fiche(site: Site, city: City, project: str) -> Fiche:
    """Return what stands on the fiche of a project."""
    known, most = site.undertakings[city.id], site.editorial.fiche_listed
    record, contact = known.records[project], site.publication.record.contact
    appraised = appraisal(site, city, project)
    effects = effects_of(site, city, known.effects[project])
    conditions = condition_table(site, city, record).only(
        "condition", "state", "responsible", "due"
    )
    partners = partner_table(site, city, record).only("name", "kind", "role")
    history = history_table(site, city, record).only("date", "stage", "amount", "change")
    return Fiche(
        language=site.language.code,
        direction=site.language.direction,
        title=document_title(site, site.language.by_commas((record.title, city.record.name))),
        author=contact.name if contact else "",
        fictitious=fictitious(site),
        shares=shares(site),
        words={name: site.say(key) for name, key in WORDS.items()},
        place=site.language.by_commas((city.record.name, site.country(city.record.country))),
        name=record.title,
        areas=area_names(site, record),
        lead=record.summary or "",
        facts=project_facts(site, record, known.projects[project].chosen),
        need=need_terms(site, city, project),
        money=money(site, city, project),
        appraisal=appraised,
        to_appraise=[] if appraised else numbers_to_ask(site, record),
        conditions=excerpt(site, rows_of(conditions), most),
        effects=excerpt(site, [*effects.rows, *effects.areas], most),
        partners=excerpt(site, rows_of(partners), most),
        history=excerpt(site, rows_of(history)[::-1], most),
        foot=foot(site, city, record.sources),
    )


def need_terms(site: Site, city: City, project: str) -> list[Term]:
    """Return need, solution and counterfactual, as far as they are stated."""
    found = need(site, city, site.undertakings[city.id].records[project])
    terms = (
        Term("", found.text),
        Term(site.say("project.solution"), found.solution),
        Term(site.say("project.counterfactual"), found.counterfactual),
    )
    return [term for term in terms if term.cell]


def money(site: Site, city: City, project: str) -> Money | None:
    """Return the funding mix; None without one."""
    mix = funding_mix(site, city, project)
    if mix is None:
        return None
    return Money(
        parts=mix.parts,
        listed=excerpt(site, mix.parts, site.editorial.fiche_listed),
        head=heads_of(mix.table.only("instrument", "provider", "amount", "state")),
        hint=mix.table.hint,
    )


def appraisal(site: Site, city: City, project: str) -> AppraisalTable | None:
    """Return the appraisal with a row for each variant and bundle; None without cash flows."""
    found = worth(site, city, project)
    if found is None:
        return None
    table = found.appraisals
    return AppraisalTable(
        viability=found.viability.word,
        why=" ".join([*found.why, *found.several]),
        caption=table.caption,
        basis=table.hint,
        head=heads_of(table),
        listed=excerpt(site, rows_of(table), site.editorial.fiche_listed),
    )


def foot(site: Site, city: City, sources: Sequence[str]) -> str:
    """Return what stands at the foot: sources, edition, date, address."""
    record = site.publication.record
    known = [city.source_of[one] for one in sources if one in city.source_of]
    names = site.language.by_semicolons(dict.fromkeys(one.credit for one in known))
    parts = [
        f"{site.say('heading.sources')}: {names}" if names else "",
        site.language.by_commas((record.title, site.say("edition-of", edition=record.edition))),
        compiled(site),
        record.address or "",
    ]
    return " · ".join(part for part in parts if part)
