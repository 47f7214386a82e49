"""Measures of a row of yearly flows c_0 ... c_n, c_0 in the year of the first flow.

Rates are shares (0.04 is 4 %). Formulas: Brigham and Ehrhardt, chapter 10; the methodology page
prints them. A measure that does not exist is None, never zero.
"""

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise

IRR_LOWEST = -0.99
IRR_HIGHEST = 10.0
ROUNDING = 2.0**-50
"""What the terms of a sum may be off by, as a share of their size."""


def npv(flows: Sequence[float], rate: float) -> float:
    """Return the net present value: sum of c_t / (1 + r)^t.

    Raises:
        ValueError: the rate is not above -1 (-100 %), where no later flow has a value.
    """
    refuse_rate(rate)
    return sum(flow / (1.0 + rate) ** year for year, flow in enumerate(flows))


def refuse_rate(rate: float) -> None:
    """Refuse a rate at or below -1."""
    if rate <= -1.0:
        raise ValueError(f"rate: a share above -1, such as 0.04 for 4 %; found {rate:g}")


def irr(flows: Sequence[float]) -> tuple[float, ...]:
    """Return every real r above -99 % and up to 1000 % with NPV(r) = 0, ascending.

    With v = 1 / (1 + r) the NPV is a polynomial in v, all of whose roots between the limits are
    found by bisecting where it is monotone, that is between the roots of its derivative.
    """
    low, high = 1.0 / (1.0 + IRR_HIGHEST), 1.0 / (1.0 + IRR_LOWEST)
    roots = polynomial_roots(tuple(flows), low, high)
    return tuple(sorted(1.0 / root - 1.0 for root in roots if root < high))


def polynomial_roots(coefficients: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Return the real roots of sum c_t v^t with 0 < low <= v <= high, ascending, each once.

    By the rule of Descartes there are none without a change of sign and at most one with one.
    """
    terms = tuple(coefficients)
    while terms and terms[-1] == 0.0:
        terms = terms[:-1]
    changes = sign_changes(terms)
    if changes == 0:
        return ()
    turns: tuple[float, ...] = ()
    if changes > 1:
        turns = polynomial_roots(_derivative(terms), low, high)
    signs = {mark: _sign(terms, mark) for mark in sorted({low, *turns, high})}
    found = [mark for mark, sign in signs.items() if sign == 0]
    for (left, sign), (right, next_sign) in pairwise(signs.items()):
        if sign * next_sign < 0:
            found.append(_bisect(terms, left, right, sign))
    return tuple(sorted(found))


def sign_changes(flows: Sequence[float]) -> int:
    """Return how often the flows change sign; zeros do not count."""
    signs = [flow > 0 for flow in flows if flow != 0.0]
    return sum(one != other for one, other in pairwise(signs))


def _derivative(terms: Sequence[float]) -> tuple[float, ...]:
    """Return the derivative over its degree: the same roots, and no term grows without end."""
    degree = len(terms) - 1
    return tuple(t / degree * term for t, term in enumerate(terms))[1:]


def _sign(terms: Sequence[float], at: float) -> int:
    """Return the sign of a polynomial; 0 where it is no larger than the rounding of its terms.

    Above 1 the polynomial over its highest power is taken, which cannot overflow.
    """
    value, size = 0.0, 0.0
    ordered, at = (terms, 1.0 / at) if at > 1.0 else (tuple(reversed(terms)), at)
    for term in ordered:
        value = value * at + term
        size = size * at + abs(term)
    if abs(value) <= ROUNDING * size:
        return 0
    return 1 if value > 0 else -1


def _bisect(terms: Sequence[float], low: float, high: float, sign_low: int) -> float:
    """Return the root between two points of unlike sign, halving until no number lies between."""
    while True:
        middle = (low + high) / 2.0
        sign = _sign(terms, middle)
        if sign == 0 or middle in (low, high):
            return middle
        low, high = (middle, high) if sign == sign_low else (low, middle)


def mirr(flows: Sequence[float], finance_rate: float, reinvestment_rate: float) -> float | None:
    """Return the MIRR; None unless money goes both ways.

    (sum of c > 0 at (1 + k_r)^(n-t) / -sum of c < 0 at (1 + k_f)^-t)^(1/n) - 1.
    """
    years = len(flows) - 1
    earned = sum(
        max(c, 0.0) * (1.0 + reinvestment_rate) ** (years - t) for t, c in enumerate(flows)
    )
    paid = -npv([min(c, 0.0) for c in flows], finance_rate)
    if earned <= 0.0 or paid <= 0.0:
        return None
    return float((earned / paid) ** (1.0 / years) - 1.0)


def benefit_cost_ratio(
    benefits: Sequence[float], costs: Sequence[float], rate: float
) -> float | None:
    """Return PV(benefits) / PV(costs), costs being positive; None without costs."""
    cost = npv(costs, rate)
    return npv(benefits, rate) / cost if cost > 0.0 else None


def profitability_index(flows: Sequence[float], rate: float) -> float | None:
    """Return PV(c_1 ... c_n) / -c_0; None unless the first flow is an outlay."""
    if not flows or flows[0] >= 0.0:
        return None
    return (npv(flows, rate) - flows[0]) / -flows[0]


def payback(flows: Sequence[float], rate: float = 0.0) -> float | None:
    """Return the years until the discounted flows have paid for themselves for good.

    k - C_k / d_(k+1), with k the last year whose cumulated flow C_k is below zero; None if the
    last is below zero, and 0 if none ever is.
    """
    steps = [flow / (1.0 + rate) ** year for year, flow in enumerate(flows)]
    cumulated = list(accumulate(steps))
    if not cumulated or cumulated[-1] < 0.0:
        return None
    below = [year for year, total in enumerate(cumulated) if total < 0.0]
    if not below:
        return 0.0
    return below[-1] - cumulated[below[-1]] / steps[below[-1] + 1]


def annual_equivalent(value: float, rate: float, years: int) -> float | None:
    """Return the equal yearly amount with the same NPV: NPV r / (1 - (1 + r)^-n)."""
    if years < 1:
        return None
    refuse_rate(rate)
    # 1 - (1 + r)^-n, exact for rates near 0
    return value / years if rate == 0.0 else value * rate / -math.expm1(-years * math.log1p(rate))


def abatement_cost(value: float, tonnes: float) -> float | None:
    """Return -NPV per tonne of CO2 equivalent avoided; below zero is a net saving.

    Tonnes are not discounted. None unless tonnes are avoided.
    """
    return -value / tonnes if tonnes > 0.0 else None
