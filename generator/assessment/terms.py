"""The terms of an appraisal: currency, price year and basis, discount rates; what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.assessment.cash_flows import ECONOMIC, FINANCIAL, Flow, in_view
from generator.model.framework_records import AppraisalPolicy
from generator.model.project_records import InvestmentProject
from generator.model.publication import City, Framework

LOWEST_RATE = -0.5
"""At or below, a discount rate is a slip."""


@dataclass(frozen=True)
class Terms:
    """What flows are appraised by. `stated` says whether the project gives its own rates."""

    currency: str | None
    price_year: int | None
    price_basis: str | None
    rates: Mapping[str, float]
    stated: bool
    policy: AppraisalPolicy


def terms_of(framework: Framework, city: City, record: InvestmentProject) -> Terms:
    """Return the terms of a project: its own rates, else its country's, else the policy's."""
    own, policy = record.rates, framework.policy.appraisal
    country = framework.countries.by_key().get(city.record.country)

    def rate(view: str, usual: float) -> float:
        stated = getattr(own, view, None)
        national = getattr(country, f"{view}_rate", None)
        return next(one for one in (stated, national, usual) if one is not None)

    rates = {
        FINANCIAL: rate("financial", policy.financial_rate),
        ECONOMIC: rate("social", policy.social_rate),
    }
    stated = own is not None and (own.financial is not None or own.social is not None)
    return Terms(
        record.currency, record.price_year, record.price_basis, rates, stated, policy
    )  # fmt: skip


def missing_of(flows: Sequence[Flow], terms: Terms) -> tuple[str, ...]:
    """Return what an appraisal lacks: flows, currency, price year and basis, a usable rate."""
    lacks = {
        "flows": not in_view(flows, FINANCIAL) and not in_view(flows, ECONOMIC),
        "currency": terms.currency is None,
        "price-year": terms.price_year is None,
        "price-basis": terms.price_basis is None,
        "nominal-rate": terms.price_basis == "nominal" and not terms.stated,
        "rate": min(terms.rates.values()) <= LOWEST_RATE,
    }
    return tuple(name for name, lack in lacks.items() if lack)
