"""The appraisal of a project as tables: variants and bundles, sensitivity, conditions, flows."""

from collections.abc import Iterable, Sequence

from generator.assessment.investment.cash_flows import SIGNS, Flow
from generator.assessment.investment.project_results import (
    CLASSES,
    NOT_ASSESSABLE,
    WITH_SUPPORT,
    Appraisal,
    BundleResult,
    ConditionCase,
    ProjectResult,
    Returns,
)
from generator.assessment.investment.returns import npv
from generator.model.project_records import InvestmentProject
from generator.views.money import NO_BREAK, Scale, per_cent, scale_of, short_number
from generator.views.site import Site
from generator.views.values import View

PROFILE_RATES = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 6.0)
"""Rates of the NPV profile, shown where several internal rates exist."""
NONE = "–"


def class_word(site: Site, viability: str) -> str:
    return site.say(f"viability.{viability}")


def class_words(site: Site) -> dict[str, str]:
    return {one: class_word(site, one) for one in CLASSES}


def class_view(site: Site, viability: str) -> View:
    """Return a class for the macro `viability`: how many of its steps are filled, and the word."""
    return {"id": viability, "word": class_word(site, viability)}


def classes_of(site: Site) -> list[View]:
    """Return every class with what it means, for the legend."""
    return [
        {**class_view(site, one), "meaning": site.say(f"viability.{one}.meaning")}
        for one in CLASSES
    ]


def unit_of(site: Site, appraisals: Iterable[Appraisal]) -> Scale:
    """Return the unit that the amounts of some appraisals in one currency share."""
    known = list(appraisals)
    amounts = [one.investment or 0.0 for one in known]
    return scale_of(site, amounts, known[0].currency if known else "")


def npv_of(returns: Returns | None) -> float | None:
    return None if returns is None else returns.npv


def amount(site: Site, scale: Scale, value: float | None) -> str:
    return NONE if value is None else scale.print(site, value)


def rates_text(site: Site, returns: Returns | None) -> str:
    """Return the internal rates in words: none, one, or several that must not be used."""
    if returns is None:
        return NONE
    rates = [per_cent(site, rate) for rate in returns.internal_rates]
    if not rates:
        return site.say("irr.none")
    if len(rates) == 1:
        return rates[0]
    return site.say("irr.several")


def several_rates(site: Site, one: Appraisal) -> list[str]:
    """Return the views with several internal rates, each with all of them."""
    return [
        site.say(
            f"irr.which-{returns.view}",
            rates=site.language.enumerate(
                f"{short_number(site, 100 * rate)}{NO_BREAK}%" for rate in returns.internal_rates
            ),
        )
        for returns in (one.financial, one.economic)
        if returns is not None and len(returns.internal_rates) > 1
    ]


def years_text(site: Site, years: float | None) -> str:
    return site.say("payback.never") if years is None else site.language.number(years, 1)


def appraisal_row(site: Site, scale: Scale, name: View | str, one: Appraisal) -> list[View | str]:
    """Return the row of a variant, a bundle or a member in the table of appraisals."""
    financial, economic = one.financial, one.economic
    return [
        name,
        amount(site, scale, one.investment),
        amount(site, scale, npv_of(financial)),
        rates_text(site, financial),
        ratio(site, financial.benefit_cost_ratio if financial else None),
        years_text(site, financial.payback) if financial else NONE,
        amount(site, scale, npv_of(economic)),
        rates_text(site, economic),
        NONE if one.grant_share is None else per_cent(site, one.grant_share, 0),
        class_word(site, one.viability),
    ]


def ratio(site: Site, value: float | None) -> str:
    return NONE if value is None else site.language.number(value, 2)


def appraisal_columns(site: Site) -> list[View]:
    keys = (
        "variant", "investment", "fnpv", "firr", "bcr", "payback", "enpv", "eirr", "grant-share",
    )  # fmt: skip
    columns = [{"label": site.say(f"appraisal.{key}"), "kind": "number"} for key in keys]
    columns[0] = {"label": site.say("appraisal.variant"), "kind": "text"}
    return [*columns, {"label": site.say("appraisal.class"), "kind": "text"}]


def details(site: Site, one: Appraisal) -> list[View]:
    """Return the other measures of an appraisal as terms and figures."""
    scale, found = unit_of(site, [one]), []
    for returns in (one.financial, one.economic):
        if returns is None:
            continue
        view = site.say(f"view.{returns.view}")
        pairs = [
            ("rate", per_cent(site, returns.rate)),
            ("mirr", NONE if returns.modified_rate is None
             else per_cent(site, returns.modified_rate)),
            ("pi", ratio(site, returns.profitability_index)),
            ("discounted-payback", years_text(site, returns.discounted_payback)),
            ("equivalent", amount(site, scale, returns.annual_equivalent)),
        ]  # fmt: skip
        found += [
            {"term": site.say(f"appraisal.{key}", view=view), "text": text} for key, text in pairs
        ]
    return [*found, *_other_details(site, one, scale)]


def _other_details(site: Site, one: Appraisal, scale: Scale) -> list[View]:
    pairs = []
    if one.funding_gap:
        pairs.append(("funding-gap", amount(site, scale, one.funding_gap)))
    if one.debt_cover is not None:
        minimum, average = ratio(site, one.debt_cover.minimum), ratio(site, one.debt_cover.average)
        text = site.say("appraisal.dscr-value", minimum=minimum, average=average,
                        year=str(one.debt_cover.minimum_year))  # fmt: skip
        pairs.append(("dscr", text))
    if one.tonnes_avoided is not None:
        pairs.append(("tonnes", site.language.number(one.tonnes_avoided, 0)))
    for view in ("financial", "economic"):
        cost = getattr(one, f"abatement_{view}")
        if cost is not None:
            pairs.append((f"abatement-{view}", f"{one.currency}{NO_BREAK}"
                          + site.language.number(cost, 0)))  # fmt: skip
    return [{"term": site.say(f"appraisal.{key}"), "text": text} for key, text in pairs]


def sensitivity_rows(site: Site, one: Appraisal, scale: Scale) -> list[list[str]]:
    """Return the sensitivity table, the largest movement first."""
    return [
        [
            site.say(f"sensitivity.{case.component}"),
            change_text(site, case.component, case.amount),
            amount(site, scale, case.financial_npv),
            amount(site, scale, case.economic_npv),
        ]
        for case in one.sensitivity
    ]


def change_text(site: Site, component: str, change: float) -> str:
    """Return by how much something changes: a share, points of a rate, or years."""
    if component == "delay":
        return site.say("sensitivity.years", n=int(change))
    number = site.language.signed(100 * change, 0)
    return (
        site.say("sensitivity.points", n=number) if component == "rate" else f"{number}{NO_BREAK}%"
    )


def switching_rows(site: Site, one: Appraisal) -> list[list[str]]:
    """Return the change of each component at which the NPV is zero; a column per view."""
    values = {(case.component, case.view): case.share for case in one.switching}
    kinds = dict.fromkeys(case.component for case in one.switching)

    def text(kind: str, view: str) -> str:
        share = values.get((kind, view))
        return NONE if share is None else f"{site.language.signed(100 * share, 0)}{NO_BREAK}%"

    return [
        [site.word("cash-flow-kind", kind), text(kind, "financial"), text(kind, "economic")]
        for kind in kinds
    ]


def condition_rows(
    site: Site, one: Appraisal, scale: Scale, names: dict[str, str]
) -> list[list[str]]:
    """Return the re-appraisal as is, with each condition met, and with all."""
    return [
        [
            _condition_name(site, case, names),
            amount(site, scale, case.financial_npv),
            ", ".join(per_cent(site, rate) for rate in case.internal_rates) or site.say("irr.none"),
            amount(site, scale, case.economic_npv),
            amount(site, scale, case.funding_gap),
            class_word(site, case.viability),
        ]
        for case in one.conditions
    ]


def _condition_name(site: Site, case: ConditionCase, names: dict[str, str]) -> str:
    if not case.conditions:
        return site.say("conditions.as-is")
    if len(case.conditions) > 1:
        return site.say("conditions.all")
    return names[case.conditions[0]]


def npv_profile(site: Site, returns: Returns, scale: Scale) -> View:
    """Return the NPV at a row of rates, to be read where several internal rates exist."""
    heads = [{"label": per_cent(site, rate, 0), "kind": "number"} for rate in PROFILE_RATES]
    values = [scale.print(site, npv(returns.flows, rate)) for rate in PROFILE_RATES]
    return {
        "columns": [{"label": site.say("appraisal.rate-column")}, *heads],
        "rows": [[site.say("appraisal.fnpv"), *values]],
    }


def bundle_rows(
    site: Site, bundle: BundleResult, titles: dict[str, View | str], scale: Scale
) -> list[list[View | str]]:
    """Return what each member adds to a bundle, the shared items, and the sum."""
    rows: list[list[View | str]] = [
        [titles[one.project], amount(site, scale, one.financial_npv),
         amount(site, scale, one.economic_npv)]
        for one in bundle.members
    ]  # fmt: skip
    if bundle.shared_financial is not None or bundle.shared_economic is not None:
        rows.append(
            [site.say("bundle.shared"), amount(site, scale, bundle.shared_financial),
             amount(site, scale, bundle.shared_economic)]
        )  # fmt: skip
    whole = bundle.appraisal
    values = [amount(site, scale, npv_of(one)) for one in (whole.financial, whole.economic)]
    rows.append([site.say("bundle.total"), *values])
    return rows


def flow_table(site: Site, flows: Sequence[Flow], scale: Scale) -> View:
    """Return the cash flows with a row for each year and a column for each kind that occurs."""
    kinds = [kind for kind in SIGNS if any(flow.kind == kind for flow in flows)]
    sums: dict[tuple[int, str], float] = {}
    for flow in flows:
        sums[flow.year, flow.kind] = sums.get((flow.year, flow.kind), 0.0) + flow.signed
    columns = [{"label": site.say("year")}] + [
        {"label": site.word("cash-flow-kind", kind), "kind": "number"} for kind in kinds
    ]
    rows = [
        [str(year), *(scale.print(site, sums.get((year, kind), 0.0)) if (year, kind) in sums
                      else "" for kind in kinds)]
        for year in sorted({flow.year for flow in flows})
    ]  # fmt: skip
    return {"columns": columns, "rows": rows}


def why(site: Site, one: Appraisal) -> list[str]:
    """Return what stands behind a class: its meaning, what is missing, what to beware of.

    Where only the debt needs support, the warning says it better than the meaning.
    """
    found = [site.say(f"viability.{one.viability}.meaning")]
    if one.viability == NOT_ASSESSABLE:
        found = [site.say(f"appraisal-missing.{name}") for name in one.missing]
    elif one.viability == WITH_SUPPORT and not one.funding_gap:
        found = []
    return found + [site.say(f"appraisal-warning.{name}") for name in one.warnings]


def variant_title(site: Site, record: InvestmentProject, variant: str) -> str:
    """Return the title of a variant; the only one has none of its own."""
    known = record.variants.get(variant)
    return (known.title if known else None) or site.say("variant.base")


def variant_rows(
    site: Site, record: InvestmentProject, result: ProjectResult, scale: Scale
) -> list[list[View | str]]:
    """Return a row for each variant; the selected one is named."""
    several = len(result.variants) > 1
    rows = []
    for name, one in result.variants.items():
        title = variant_title(site, record, name)
        marked = several and name == result.selected
        text = site.say("variant.selected", title=title) if marked else title
        rows.append(appraisal_row(site, scale, text, one))
    return rows


def basis(site: Site, one: Appraisal, unit: str) -> str:
    """Return in which money and of which year the table is."""
    if one.price_year is None or one.first_year is None:
        return unit
    return site.say(
        "appraisal.basis", unit=unit, price_year=str(one.price_year), year=str(one.first_year)
    )
