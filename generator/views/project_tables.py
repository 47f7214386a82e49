"""What the file of a project lists, as tables: conditions, partners, history, emissions."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.frozen import dataclass
from generator.model.project_records import (
    Emission,
    InvestmentProject,
    LocalConditionState,
    ProjectPartner,
    StageEntry,
)
from generator.model.publication import City
from generator.views.linked_cells import source_cell
from generator.views.money import money, per_cent
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out

_Condition: TypeAlias = tuple[str, LocalConditionState]


@dataclass(frozen=True, slots=True)
class Stage:
    """An entry of the status history; `change`: how its amount differs from the one before."""

    entry: StageEntry
    amount: str
    change: str


def condition_names(site: Site, record: InvestmentProject) -> Mapping[str, str]:
    """Return the names of the local conditions of a project by id."""
    known = site.publication.framework.local_conditions.by_key()
    return {name: known[name].name if name in known else name for name in record.conditions}


def condition_table(site: Site, city: City, record: InvestmentProject) -> Table:
    """Return the local conditions with their state, who sees to them and by when."""
    names, say = condition_names(site, record), site.say

    def state(row: _Condition) -> str:
        return site.word("condition-state", row[1].state)

    columns: list[Column[_Condition]] = [
        Column("condition", say("conditions.condition"), lambda row: names[row[0]]),
        Column("kind", say("kind"), lambda row: _meaning(site, row[0])),
        Column("here", say("conditions.here"), lambda row: row[1].text),
        Column("state", say("status"), state),
        Column("responsible", say("conditions.responsible"), lambda row: row[1].responsible or ""),
        Column("due", say("conditions.due"), lambda row: site.date(row[1].due)),
        Column("source", say("source"), lambda row: source_cell(city, row[1].evidence)),
    ]
    return lay_out(say("caption.conditions"), columns, record.conditions.items())


def _meaning(site: Site, condition: str) -> str:
    """Return the kind of a condition of the framework, and what it means."""
    row = site.publication.framework.local_conditions.by_key().get(condition)
    if row is None:
        return ""
    kind = site.word("condition-kind", row.kind)
    return f"{kind}. {row.description}" if row.description else kind


def partner_table(site: Site, city: City, record: InvestmentProject) -> Table:
    """Return the partners with their role and the state of the agreement."""
    say, word = site.say, site.word

    def agreement(one: ProjectPartner) -> str:
        return word("agreement-state", one.agreement) if one.agreement else ""

    columns: list[Column[ProjectPartner]] = [
        Column("name", say("partner.name"), lambda one: one.name),
        Column("kind", say("kind"), lambda one: word("partner-kind", one.kind)),
        Column("role", say("partner.role"), lambda one: one.role or ""),
        Column("agreement", say("partner.agreement"), agreement),
        Column("source", say("source"), lambda one: source_cell(city, one.source)),
    ]
    return lay_out(say("caption.project-partners"), columns, record.partners)


def history_table(site: Site, city: City, record: InvestmentProject) -> Table:
    """Return the status history, the oldest entry first."""
    say = site.say

    def stage(one: Stage) -> str:
        return site.word("project-stage", one.entry.stage)

    columns: list[Column[Stage]] = [
        Column("date", say("history.date"), lambda one: site.date(one.entry.date)),
        Column("stage", say("project.stage"), stage),
        Column("amount", say("project.amount"), lambda one: one.amount, number=True),
        Column("change", say("history.change"), lambda one: one.change, number=True),
        Column("note", say("note"), lambda one: one.entry.note or ""),
        Column("source", say("source"), lambda one: source_cell(city, one.entry.source)),
    ]
    return lay_out(say("caption.history"), columns, stages(site, record))


def stages(site: Site, record: InvestmentProject) -> Iterator[Stage]:
    """Yield the entries of the status history, each amount beside the last one stated."""
    before: tuple[float, str] = (0.0, "")
    for entry in record.status_history:
        currency = entry.currency or record.currency or ""
        if entry.amount is None:
            yield Stage(entry, "", "")
            continue
        change = ""
        if before[1] == currency and before[0] and before[0] != entry.amount:
            share = entry.amount / before[0] - 1
            change = f"{'+' if share > 0 else ''}{per_cent(site, share, 0)}"
        yield Stage(entry, money(site, entry.amount, currency), change)
        before = (entry.amount, currency)


def emission_table(site: Site, city: City, record: InvestmentProject) -> Table:
    """Return the tonnes avoided year by year."""
    say, number = site.say, site.language.number
    columns: list[Column[Emission]] = [
        Column("year", say("year"), lambda one: str(one.year)),
        Column("tonnes", say("appraisal.tonnes"), lambda one: number(one.tco2e_avoided, 0), True),
        Column("source", say("source"), lambda one: source_cell(city, one.source)),
    ]
    return lay_out(say("caption.emissions"), columns, record.emissions)
