"""What the file of a project lists, as tables: conditions, partners, history, emissions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

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
    names, date = condition_names(site, record), site.language.date
    columns = [
        Column[_Condition](
            "condition", site.say("conditions.condition"), lambda row: names[row[0]]
        ),
        Column[_Condition]("kind", site.say("kind"), lambda row: _meaning(site, row[0])),
        Column[_Condition]("here", site.say("conditions.here"), lambda row: row[1].text),
        Column[_Condition](
            "state", site.say("status"), lambda row: site.word("condition-state", row[1].state)
        ),
        Column[_Condition](
            "responsible", site.say("conditions.responsible"), lambda row: row[1].responsible or ""
        ),
        Column[_Condition](
            "due", site.say("conditions.due"), lambda row: date(row[1].due) if row[1].due else ""
        ),
        Column[_Condition](
            "source", site.say("source"), lambda row: source_cell(city, row[1].evidence)
        ),
    ]
    return lay_out(site.say("caption.conditions"), columns, record.conditions.items())


def _meaning(site: Site, condition: str) -> str:
    """Return the kind of a condition of the framework, and what it means."""
    row = site.publication.framework.local_conditions.by_key().get(condition)
    if row is None:
        return ""
    kind = site.word("condition-kind", row.kind)
    return f"{kind}. {row.description}" if row.description else kind


def partner_table(site: Site, city: City, record: InvestmentProject) -> Table:
    """Return the partners with their role and the state of the agreement."""
    columns = [
        Column[ProjectPartner]("name", site.say("partner.name"), lambda one: one.name),
        Column[ProjectPartner](
            "kind", site.say("kind"), lambda one: site.word("partner-kind", one.kind)
        ),
        Column[ProjectPartner]("role", site.say("partner.role"), lambda one: one.role or ""),
        Column[ProjectPartner](
            "agreement", site.say("partner.agreement"), lambda one: _agreement(site, one)
        ),
        Column[ProjectPartner](
            "source", site.say("source"), lambda one: source_cell(city, one.source)
        ),
    ]
    return lay_out(site.say("caption.project-partners"), columns, record.partners)


def _agreement(site: Site, partner: ProjectPartner) -> str:
    return site.word("agreement-state", partner.agreement) if partner.agreement else ""


def history_table(site: Site, city: City, record: InvestmentProject) -> Table:
    """Return the status history, the oldest entry first."""
    columns = [
        Column[Stage](
            "date", site.say("history.date"), lambda one: site.language.date(one.entry.date)
        ),
        Column[Stage](
            "stage",
            site.say("project.stage"),
            lambda one: site.word("project-stage", one.entry.stage),
        ),
        Column[Stage]("amount", site.say("project.amount"), lambda one: one.amount, number=True),
        Column[Stage]("change", site.say("history.change"), lambda one: one.change, number=True),
        Column[Stage]("note", site.say("note"), lambda one: one.entry.note or ""),
        Column[Stage](
            "source", site.say("source"), lambda one: source_cell(city, one.entry.source)
        ),
    ]
    return lay_out(site.say("caption.history"), columns, stages(site, record))


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
    columns = [
        Column[Emission]("year", site.say("year"), lambda one: str(one.year)),
        Column[Emission](
            "tonnes",
            site.say("appraisal.tonnes"),
            lambda one: site.language.number(one.tco2e_avoided, 0),
            number=True,
        ),
        Column[Emission]("source", site.say("source"), lambda one: source_cell(city, one.source)),
    ]
    return lay_out(site.say("caption.emissions"), columns, record.emissions)
