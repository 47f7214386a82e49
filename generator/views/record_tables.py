"""What a city and its editors have put on record: approval, priorities, changes, waivers."""

from generator.model.city_records import Importance
from generator.model.city_tables import PriorityArea, Revision, Search, Waiver
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Cell, Code, Link
from generator.views.site import Site
from generator.views.sources import title_of
from generator.views.table import Column, Table, lay_out


def revision_table(site: Site, city: City) -> Table:
    """Return the published values that changed, the latest first."""
    columns: list[Column[Revision]] = [
        Column("figure", site.say("revision.figure"), lambda row: named(site, city, row)),
        Column("old", site.say("revision.old"), lambda row: row.old or ""),
        Column("new", site.say("revision.new"), lambda row: row.new or ""),
        Column("reason", site.say("reason"), lambda row: reason_text(site, row)),
        Column("date", site.say("revision.date"), lambda row: site.language.date(row.date)),
        Column("edition", site.say("revision.edition"), lambda row: row.edition or ""),
    ]
    rows = sorted(city.revisions, key=lambda row: row.date, reverse=True)
    return lay_out(site.say("caption.revisions"), columns, rows)


def reason_text(site: Site, row: Revision) -> str:
    """Return why a published value changed."""
    return site.named(site.word("revision-reason", row.reason), row.note)


def search_table(site: Site, city: City) -> Table:
    """Return what was looked for and not found: where, when, by whom."""
    names = site.publication.framework.observables
    columns: list[Column[Search]] = [
        Column("figure", site.say("revision.figure"), lambda row: names[row.observable].name),
        Column("where", site.say("searched.where"), lambda row: site.in_english(row.where)),
        Column("date", site.say("searched.date"), lambda row: site.language.date(row.date)),
        Column("by", site.say("searched.by"), lambda row: row.by),
        Column("note", site.say("note"), lambda row: row.note or ""),
    ]
    return lay_out(site.say("caption.searched"), columns, city.searched.rows)


def waiver_table(site: Site, city: City) -> Table:
    """Return the warnings that are published knowingly, with who answers for each."""
    columns: list[Column[Waiver]] = [
        Column("figure", site.say("revision.figure"), lambda row: named(site, city, row)),
        Column("warning", site.say("waiver.warning"), lambda row: Code(row.code)),
        Column("reason", site.say("reason"), lambda row: row.reason),
        Column("author", site.say("waiver.author"), lambda row: row.author),
        Column("until", site.say("waiver.until"), lambda row: site.language.date(row.until)),
    ]
    return lay_out(site.say("caption.waivers"), columns, city.waivers.rows)


def named(site: Site, city: City, row: Revision | Waiver) -> str:
    """Return what the key of a row names, in words where it is an observable or a source."""
    first, *others = (
        city.source_of[part].credit if part in city.source_of else part
        for part in row.key.split("|")
        if part
    )
    observable = site.publication.framework.observables.get(first)
    name = observable.name if observable else first
    return f"{site.language.by_commas([name, *others])} ({row.table})"


def not_confirmed(site: Site, city: City) -> tuple[str, ...]:
    """Return title and text of the notice that the city has not confirmed what is shown.

    Empty if it has.
    """
    if city.is_approved:
        return ()
    if city.is_outdated and city.approval and city.approval.date:
        date = site.language.date(city.approval.date)
        return site.say("changed-since-title"), site.say("changed-since-text", date=date)
    return site.say("not-confirmed-title"), site.say("not-confirmed-text")


def approval_text(site: Site, city: City) -> str:
    """Return who confirmed the profile, in which role and when; "" if nobody did."""
    approval = city.approval
    if approval is None or not city.is_approved or not approval.approved_by:
        return ""
    date = site.language.date(approval.date) if approval.date else ""
    parts = (approval.approved_by, approval.role, date)
    return site.say("approval.by", who=site.language.by_commas(parts))


def committee_order(site: Site, city: City) -> Table:
    """Return the priorities that were decided, each with its reason and who decided it."""
    areas = site.publication.framework.area_of
    columns: list[Column[PriorityArea]] = [
        Column("area", site.say("area"), lambda row: areas[row.area].name),
        Column("reason", site.say("reason"), lambda row: row.reason),
        Column("decided", site.say("priority.decided-by"), lambda row: _decided(site, row)),
        Column("document", site.say("document"), lambda row: cited(site, city, row.document)),
    ]
    rows = sorted(city.priority_areas, key=lambda row: row.rank)
    return lay_out(site.say("caption.committee-order"), columns, rows)


def _decided(site: Site, row: PriorityArea) -> str:
    date = f", {site.language.date(row.date)}" if row.date else ""
    return f"{row.decided_by}{date}"


def importance_table(site: Site, city: City) -> Table:
    """Return the importance that the city itself gives to indicators, with who judged it."""
    observables = site.publication.framework.observables
    columns: list[Column[tuple[str, Importance]]] = [
        Column("indicator", site.say("indicator"), lambda one: observables[one[0]].name),
        Column("importance", site.say("importance"), lambda one: str(one[1].value), number=True),
        Column("reason", site.say("reason"), lambda one: one[1].reason),
        Column("author", site.say("waiver.author"), lambda one: _judged(site, one[1])),
    ]
    return lay_out(site.say("caption.importance"), columns, city.record.importance.items())


def _judged(site: Site, one: Importance) -> str:
    return site.language.by_commas((one.author, site.date(one.date)))


def cited(site: Site, city: City, source: str | None) -> Cell:
    """Return a source of the city as a link to its place on the data page."""
    row = city.source_of.get(source or "")
    return Link(title_of(site, row), targets.city_source(city.id, row.source)) if row else ""
