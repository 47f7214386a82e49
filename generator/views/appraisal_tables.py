"""The appraisal of a project as tables: variants and bundles, sensitivity, conditions, flows."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.assessment.investment.cash_flows import SIGNS, Flow
from generator.assessment.investment.project_results import (
    Appraisal,
    Change,
    ConditionCase,
    Returns,
)
from generator.assessment.investment.returns import npv
from generator.frozen import dataclass
from generator.views.appraisal_words import (
    change_text,
    class_word,
    rates_text,
    ratio_text,
    share_text,
    unit_of,
    years_text,
)
from generator.views.cell import Link, Term
from generator.views.money import NO_BREAK, NONE, Scale, per_cent
from generator.views.site import Site
from generator.views.table import Column, Row, Table, lay_out

KINDS = "cash-flow-kind"


@dataclass(frozen=True, slots=True)
class Appraised:
    """A variant, a bundle or a member of one, with its appraisal."""

    name: Link | str
    appraisal: Appraisal


def npv_of(returns: Returns | None) -> float | None:
    return None if returns is None else returns.npv


def appraisal_table(
    site: Site, caption: str, rows: Iterable[Appraised], scale: Scale, hint: str
) -> Table:
    """Return appraisals beneath each other, their amounts in one unit."""

    def column(
        key: str, text: Callable[[Appraisal], str], number: bool = True
    ) -> Column[Appraised]:
        head = site.say(f"appraisal.{key}")
        return Column(key, head, lambda row: text(row.appraisal), number)

    columns: list[Column[Appraised]] = [
        Column("variant", site.say("appraisal.variant"), lambda row: row.name),
        amount_column(site, scale, "investment", lambda row: row.appraisal.investment),
        amount_column(site, scale, "fnpv", lambda row: npv_of(row.appraisal.financial)),
        column("firr", lambda one: rates_text(site, one.financial)),
        column("bcr", lambda one: _benefit_cost(site, one.financial)),
        column("payback", lambda one: _payback(site, one.financial)),
        amount_column(site, scale, "enpv", lambda row: npv_of(row.appraisal.economic)),
        column("eirr", lambda one: rates_text(site, one.economic)),
        column("grant-share", lambda one: _grant_share(site, one)),
        column("class", lambda one: class_word(site, one.viability), number=False),
    ]
    return lay_out(caption, columns, rows, hint)


def _benefit_cost(site: Site, returns: Returns | None) -> str:
    return ratio_text(site, returns.benefit_cost_ratio if returns else None)


def _payback(site: Site, returns: Returns | None) -> str:
    return years_text(site, returns.payback) if returns else NONE


def _grant_share(site: Site, one: Appraisal) -> str:
    return NONE if one.grant_share is None else per_cent(site, one.grant_share, 0)


def measures(site: Site, one: Appraisal) -> list[Term]:
    """Return the other measures of an appraisal, view by view."""
    scale = unit_of(site, [one])
    terms = [
        Term(site.say(f"appraisal.{key}", view=site.say(f"view.{returns.view}")), text)
        for returns in (one.financial, one.economic)
        if returns is not None
        for key, text in _measures(site, returns, scale).items()
    ]
    others = _other_measures(site, one, scale)
    return [*terms, *(Term(site.say(f"appraisal.{key}"), text) for key, text in others.items())]


def _measures(site: Site, returns: Returns, scale: Scale) -> Mapping[str, str]:
    modified = returns.modified_rate
    return {
        "rate": per_cent(site, returns.rate),
        "mirr": NONE if modified is None else per_cent(site, modified),
        "pi": ratio_text(site, returns.profitability_index),
        "discounted-payback": years_text(site, returns.discounted_payback),
        "equivalent": scale.print(site, returns.annual_equivalent),
    }


def _other_measures(site: Site, one: Appraisal, scale: Scale) -> Mapping[str, str]:
    found, cover = {}, one.debt_cover
    if one.funding_gap:
        found["funding-gap"] = scale.print(site, one.funding_gap)
    if cover is not None:
        found["dscr"] = site.say(
            "appraisal.dscr-value",
            minimum=ratio_text(site, cover.minimum),
            average=ratio_text(site, cover.average),
            year=str(cover.minimum_year),
        )
    if one.tonnes_avoided is not None:
        found["tonnes"] = site.language.number(one.tonnes_avoided, 0)
    costs = {"financial": one.abatement_financial, "economic": one.abatement_economic}
    for view, cost in costs.items():
        if cost is not None:
            number = site.language.number(cost, 0)
            found[f"abatement-{view}"] = f"{one.currency}{NO_BREAK}{number}"
    return found


def amount_column(
    site: Site, scale: Scale, measure: str, amount: Callable[[Row], float | None]
) -> Column[Row]:
    """Return a column of amounts under the name of a measure of an appraisal."""
    head = site.say(f"appraisal.{measure}")
    return Column(measure, head, lambda row: scale.print(site, amount(row)), number=True)


def sensitivity_table(site: Site, one: Appraisal, scale: Scale) -> Table:
    """Return what a change of each thing does to the NPV, the largest movement first."""
    say = site.say

    def change(row: Change) -> str:
        return change_text(site, row.component, row.amount)

    columns: list[Column[Change]] = [
        Column("what", say("sensitivity.what"), lambda row: say(f"sensitivity.{row.component}")),
        Column("change", say("sensitivity.change"), change, number=True),
        amount_column(site, scale, "fnpv", lambda row: row.financial_npv),
        amount_column(site, scale, "enpv", lambda row: row.economic_npv),
    ]
    return lay_out(say("caption.sensitivity"), columns, one.sensitivity, scale.label)


def switching_table(site: Site, one: Appraisal) -> Table:
    """Return the change of each component at which the NPV is zero; a column per view."""
    values = {(case.component, case.view): case.share for case in one.switching}

    def column(view: str) -> Column[str]:
        head = site.say(f"switching.{view}")
        return Column(view, head, lambda kind: share_text(site, values.get((kind, view))), True)

    columns = [
        Column("what", site.say("sensitivity.what"), lambda kind: site.word(KINDS, kind)),
        column("financial"),
        column("economic"),
    ]
    components = dict.fromkeys(case.component for case in one.switching)
    return lay_out(site.say("caption.switching"), columns, components)


def condition_cases(site: Site, one: Appraisal, names: Mapping[str, str]) -> Table:
    """Return the re-appraisal as is, with each condition met, and with all."""
    say, scale = site.say, unit_of(site, [one])
    columns: list[Column[ConditionCase]] = [
        Column("case", say("conditions.case"), lambda case: _case_name(site, case, names)),
        amount_column(site, scale, "fnpv", lambda case: case.financial_npv),
        Column("firr", say("appraisal.firr"), lambda case: _case_rates(site, case), number=True),
        amount_column(site, scale, "enpv", lambda case: case.economic_npv),
        amount_column(site, scale, "funding-gap", lambda case: case.funding_gap),
        Column("class", say("appraisal.class"), lambda case: class_word(site, case.viability)),
    ]
    return lay_out(say("caption.condition-cases"), columns, one.conditions, scale.label)


def _case_name(site: Site, case: ConditionCase, names: Mapping[str, str]) -> str:
    if not case.conditions:
        return site.say("conditions.as-is")
    return site.say("conditions.all") if len(case.conditions) > 1 else names[case.conditions[0]]


def _case_rates(site: Site, case: ConditionCase) -> str:
    rates = site.language.by_commas(per_cent(site, rate) for rate in case.internal_rates)
    return rates or site.say("irr.none")


def npv_profile(site: Site, returns: Returns, scale: Scale) -> Table:
    """Return the NPV at a row of rates, to be read where several internal rates exist."""

    def column(rate: float) -> Column[Returns]:
        head = per_cent(site, rate, 0)
        return Column(head, head, lambda one: scale.print(site, npv(one.flows, rate)), True)

    say = site.say
    columns = [
        Column("rate", say("appraisal.rate-column"), lambda _: say("appraisal.fnpv")),
        *(column(rate) for rate in site.editorial.npv_rates),
    ]
    return lay_out(say("caption.npv-profile"), columns, [returns], scale.label)


def flow_table(site: Site, flows: Sequence[Flow], scale: Scale) -> Table:
    """Return the cash flows with a row for each year and a column for each kind that occurs."""
    sums: dict[tuple[int, str], float] = {}
    for flow in flows:
        sums[flow.year, flow.kind] = sums.get((flow.year, flow.kind), 0.0) + flow.signed

    def column(kind: str) -> Column[int]:
        def cell(year: int) -> str:
            return scale.print(site, sums[year, kind]) if (year, kind) in sums else ""

        return Column(kind, site.word(KINDS, kind), cell, True)

    occurring = {flow.kind for flow in flows}
    columns = [
        Column[int]("year", site.say("year"), str),
        *(column(kind) for kind in SIGNS if kind in occurring),
    ]
    years = sorted({flow.year for flow in flows})
    return lay_out(site.say("caption.flows"), columns, years, scale.label)
