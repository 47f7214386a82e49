"""The terms of an appraisal: currency, price year and basis, discount rates; what is missing."""

from collections.abc import Mapping, Sequence

from generator.assessment.investment.cash_flows import ECONOMIC, FINANCIAL, Flow, in_view
from generator.frozen import dataclass
from generator.model.framework import Framework
from generator.model.policy_records import AppraisalPolicy
from generator.model.project_records import InvestmentProject
from generator.model.publication import City

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
    """Return the terms of a project: its own rates, else those usual in its country."""
    own, usual = record.rates, usual_rates(framework, city)
    financial = own.financial if own is not None else None
    social = own.social if own is not None else None
    rates = {
        FINANCIAL: usual[FINANCIAL] if financial is None else financial,
        ECONOMIC: usual[ECONOMIC] if social is None else social,
    }
    return Terms(
        currency=record.currency,
        price_year=record.price_year,
        price_basis=record.price_basis,
        rates=rates,
        stated=financial is not None or social is not None,
        policy=framework.policy.appraisal,
    )


def usual_rates(framework: Framework, city: City) -> Mapping[str, float]:
    """Return the real discount rates of a city's country, else those of the policy."""
    country = framework.countries.by_key().get(city.record.country)
    policy = framework.policy.appraisal
    pairs = (
        (FINANCIAL, country.financial_rate if country else None, policy.financial_rate),
        (ECONOMIC, country.social_rate if country else None, policy.social_rate),
    )
    return {view: usual if national is None else national for view, national, usual in pairs}


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
