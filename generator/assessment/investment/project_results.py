"""What the assessment finds out about investment projects and their bundles.

Money is in the currency and prices of the project; rates and shares are fractions of 1, years
count from the first flow. None where a measure does not exist.
"""

from collections.abc import Mapping

from generator.assessment.traces import Trace
from generator.frozen import dataclass

VIABLE = "financially-viable"
WITH_SUPPORT = "viable-with-support"
COST_EFFECTIVE = "cost-effective"
NOT_VIABLE = "not-viable"
NOT_ASSESSABLE = "not-assessable"
CLASSES = (VIABLE, WITH_SUPPORT, COST_EFFECTIVE, NOT_VIABLE, NOT_ASSESSABLE)


@dataclass(frozen=True)
class Returns:
    """The return in one view. `internal_rates` is empty if there is none, long if several."""

    view: str
    rate: float
    first_year: int
    flows: tuple[float, ...]
    npv: float
    internal_rates: tuple[float, ...]
    modified_rate: float | None
    benefit_cost_ratio: float | None
    profitability_index: float | None
    payback: float | None
    discounted_payback: float | None
    annual_equivalent: float | None
    trace: Trace


@dataclass(frozen=True, slots=True)
class DebtCover:
    """Cash available over debt service, in the years with debt service."""

    minimum: float
    average: float
    minimum_year: int


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to the NPV if one thing is other than expected.

    `amount` is a share for a component, points of a rate as a fraction, or years of delay.
    """

    component: str
    amount: float
    financial_npv: float | None
    economic_npv: float | None


@dataclass(frozen=True, slots=True)
class SwitchingValue:
    """The share by which a component must change for the NPV of a view to be zero."""

    view: str
    component: str
    share: float


@dataclass(frozen=True, slots=True)
class UnitCost:
    """Present costs per unit of an indicator's expected improvement."""

    observable: str
    cost: float
    comparator: float | None = None


@dataclass(frozen=True, slots=True)
class ConditionCase:
    """The appraisal with local conditions met: their ids; none is the project as it is."""

    conditions: tuple[str, ...]
    financial_npv: float | None
    economic_npv: float | None
    internal_rates: tuple[float, ...]
    funding_gap: float | None
    viability: str


@dataclass(frozen=True, slots=True)
class FundingMix:
    """Sums of the funding by instrument and by state, in the order of the file."""

    total: float
    by_instrument: Mapping[str, float]
    by_state: Mapping[str, float]
    leverage: float | None
    """Other money per unit of grant."""


@dataclass(frozen=True)
class Appraisal:
    """One row of the appraisal table: a variant of a project, or a bundle.

    `missing` says what an appraisal lacks; `warnings` what a reader must know of its class.
    """

    subject: str
    currency: str
    price_year: int | None
    first_year: int | None = None
    last_year: int | None = None
    financial: Returns | None = None
    economic: Returns | None = None
    investment: float | None = None
    funding_gap: float | None = None
    grant_share: float | None = None
    debt_cover: DebtCover | None = None
    tonnes_avoided: float | None = None
    abatement_financial: float | None = None
    abatement_economic: float | None = None
    unit_costs: tuple[UnitCost, ...] = ()
    sensitivity: tuple[Change, ...] = ()
    switching: tuple[SwitchingValue, ...] = ()
    conditions: tuple[ConditionCase, ...] = ()
    viability: str = NOT_ASSESSABLE
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProjectResult:
    """A project: its variants in the order of the file, the selected one named."""

    project: str
    selected: str
    variants: Mapping[str, Appraisal]
    funding: FundingMix | None

    @property
    def chosen(self) -> Appraisal:
        return self.variants[self.selected]


@dataclass(frozen=True)
class BundleMemberResult:
    """A member's NPVs in the first year of the bundle, so that they add up to the bundle's."""

    project: str
    variant: str
    financial_npv: float | None
    economic_npv: float | None


@dataclass(frozen=True)
class BundleResult:
    """A bundle appraised as one: flows by calendar year, shared items as a line of their own."""

    bundle: str
    appraisal: Appraisal
    members: tuple[BundleMemberResult, ...]
    shared_financial: float | None
    shared_economic: float | None
    cross_subsidised: tuple[str, ...]
    """Projects that lose money in a bundle that does not."""
    conditions: Mapping[str, tuple[str, ...]]
    """Local condition to the projects that need it."""
