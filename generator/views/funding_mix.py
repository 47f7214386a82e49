"""Who pays for a project: the funding of the selected variant as a bar and a table."""

from generator.assessment.investment.pipeline_totals import amount_of
from generator.frozen import dataclass
from generator.model.project_records import FundingShare, InvestmentProject
from generator.model.publication import City
from generator.views.cell import Link
from generator.views.linked_cells import source_cell
from generator.views.money import money, per_cent
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out

SHADES = 5
"""How many shades the bar of the money has before they come round again."""
SURE = ("committed", "disbursed")


@dataclass(frozen=True, slots=True)
class FundingPart:
    """A part of the money. In the bar it begins at `start` and is `width` wide, of 1 in all.

    `sure`: it is committed or disbursed, `in_state` by its id. `text` says the part in words.
    """

    start: float
    width: float
    shade: int
    in_state: str
    sure: bool
    text: str
    instrument: str
    provider: str
    provider_kind: str
    amount: str
    share: str
    state: str
    source: Link | str


@dataclass(frozen=True, slots=True)
class FundingMix:
    """The parts of the money in the order of the file, and what is raised for each grant.

    The hint of the table says that some of it is not sure yet, or not on record.
    """

    parts: tuple[FundingPart, ...]
    total: str
    leverage: str
    table: Table


def funding_mix(site: Site, city: City, project: str) -> FundingMix | None:
    """Return the funding mix of the selected variant of a project; None without one."""
    known = site.undertakings[city.id]
    record, result = known.records[project], known.projects[project]
    shares = [one for one in record.funding if one.variant in (None, result.selected)]
    if not shares:
        return None
    currency, amounts = record.currency or "", [share.amount for share in shares]
    whole = _whole(record, sum(amounts))
    total = money(site, sum(amounts), currency)
    if whole > sum(amounts):
        total = site.say("funding.of", part=total, whole=money(site, whole, currency))
    parts = tuple(
        _part(site, city, share, place, sum(amounts[:place]), whole, currency)
        for place, share in enumerate(shares)
    )
    ratio = result.funding.leverage if result.funding else None
    leverage = site.say("funding.leverage", ratio=site.language.number(ratio, 1)) if ratio else ""
    rest = site.say("funding.rest") if whole > sum(amounts) else ""
    return FundingMix(parts, total, leverage, _table(site, parts, total, rest))


def _whole(record: InvestmentProject, funded: float) -> float:
    """Return what the shares are of: the stated amount, if more than the funding on record.

    An amount of several variants is that of none of them.
    """
    amount, currency = amount_of(record)
    known = amount if currency == (record.currency or "") and not record.variants else None
    return max(funded, known or 0.0)


def _part(
    site: Site, city: City, share: FundingShare, place: int, before: float, total: float,
    currency: str,
) -> FundingPart:  # fmt: skip
    width = share.amount / total if total else 0.0
    instrument = site.word("instrument", share.instrument)
    return FundingPart(
        start=before / total if total else 0.0,
        width=width,
        shade=place % SHADES,
        in_state=share.state,
        sure=share.state in SURE,
        text=f"{instrument} {per_cent(site, width, 0)}",
        instrument=instrument,
        provider=site.in_english(share.provider or ""),
        provider_kind=site.word("provider-kind", share.provider_kind)
        if share.provider_kind else "",
        amount=money(site, share.amount, currency),
        share=per_cent(site, width, 0) if total else "",
        state=site.word("funding-state", share.state),
        source=source_cell(city, share.source),
    )  # fmt: skip


def _table(site: Site, parts: tuple[FundingPart, ...], total: str, rest: str) -> Table:
    say = site.say
    columns: list[Column[FundingPart]] = [
        Column("instrument", say("funding.instrument"), lambda one: one.instrument),
        Column("provider", say("funding.provider"), lambda one: one.provider),
        Column("kind", say("kind"), lambda one: one.provider_kind),
        Column("amount", say("project.amount"), lambda one: one.amount, True),
        Column("share", say("funding.share"), lambda one: one.share, True),
        Column("state", say("funding.state"), lambda one: one.state),
        Column("source", say("source"), lambda one: one.source),
    ]
    pale = say("funding.pale") if not all(one.sure for one in parts) else ""
    hint = " ".join(filter(None, (pale, rest)))
    return lay_out(say("caption.funding", total=total), columns, parts, hint)
