"""The YAML records of investment projects and their bundles."""

from typing import Annotated

from pydantic import Field

from generator.model.records import (
    Amount,
    AreaId,
    Currency,
    Date,
    Id,
    Indicator,
    Line,
    Number,
    Observable,
    PastDate,
    PastPeriod,
    PastYear,
    Rate,
    Record,
    Refers,
    SourceId,
    Text,
    Words,
    Year,
    YesNo,
)

Variant = Annotated[Line, Refers("variant")]


class Need(Record):
    text: Text
    indicators: tuple[Indicator, ...] = ()


class StageEntry(Record):
    """One entry of the status history; amounts may change between entries."""

    date: PastDate
    stage: Annotated[Line, Refers("vocabulary:project-stage")]
    amount: Amount | None = None
    currency: Currency | None = None
    note: Words | None = None
    source: SourceId | None = None


class Rates(Record):
    financial: Rate | None = None
    social: Rate | None = None
    source: SourceId | None = None


class ProjectVariant(Record):
    title: Words | None = None
    scope: Text | None = None
    selected: YesNo = False
    reason: Text | None = None


class FundingShare(Record):
    variant: Variant | None = None
    instrument: Annotated[Line, Refers("vocabulary:instrument")]
    provider: Words | None = None
    provider_kind: Annotated[Line, Refers("vocabulary:provider-kind")] | None = None
    amount: Amount
    state: Annotated[Line, Refers("vocabulary:funding-state")]
    source: SourceId | None = None


class ConditionEffect(Record):
    variant: Variant | None = None
    kind: Annotated[Line, Refers("vocabulary:cash-flow-kind")]
    change: Number
    from_: Year | None = Field(default=None, alias="from")


class LocalConditionState(Record):
    text: Text
    responsible: Words | None = None
    state: Annotated[Line, Refers("vocabulary:condition-state")]
    due: Date | None = None
    evidence: SourceId | None = None
    effects: tuple[ConditionEffect, ...] = ()


class ProjectPartner(Record):
    name: Words
    kind: Annotated[Line, Refers("vocabulary:partner-kind")]
    role: Words | None = None
    agreement: Annotated[Line, Refers("vocabulary:agreement-state")] | None = None
    source: SourceId | None = None


class Baseline(Record):
    value: Number
    period: PastPeriod


class Impact(Record):
    """Expected effect on an observable, low to high; `relative` is a share, not per cent."""

    variant: Variant | None = None
    observable: Observable
    kind: Annotated[Line, Refers("vocabulary:effect-kind")]
    low: Number | None = None
    central: Number
    high: Number | None = None
    year: Year
    baseline: Baseline | None = None
    evidence: Annotated[Line, Refers("vocabulary:evidence-level")]
    overlap_group: Line | None = None
    source: SourceId | None = None


class Emission(Record):
    variant: Variant | None = None
    year: Year
    tco2e_avoided: Number
    source: SourceId | None = None


class CoBenefit(Record):
    text: Text
    source: SourceId | None = None


class Comparator(Record):
    """What a unit of improvement costs elsewhere, for projects whose benefits have no price."""

    observable: Observable
    cost_per_unit: Amount
    text: Text | None = None
    source: SourceId | None = None


class Opinion(Record):
    text: Text
    author: Words
    date: PastDate | None = None
    basis: Text


class InvestmentProject(Record):
    """`projects/<id>.yml`."""

    title: Words
    summary: Text | None = None
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    need: Need | None = None
    solution: Text | None = None
    counterfactual: Text | None = None
    status_history: tuple[StageEntry, ...]
    currency: Currency | None = None
    price_year: PastYear | None = None
    price_basis: Annotated[Line, Refers("vocabulary:price-basis")] | None = None
    rates: Rates | None = None
    variants: dict[Id, ProjectVariant] = {}
    funding: tuple[FundingShare, ...] = ()
    conditions: dict[Annotated[Line, Refers("local-condition")], LocalConditionState] = {}
    partners: tuple[ProjectPartner, ...] = ()
    impacts: tuple[Impact, ...] = ()
    emissions: tuple[Emission, ...] = ()
    co_benefits: tuple[CoBenefit, ...] = ()
    comparator: Comparator | None = None
    recommendations: tuple[Annotated[Line, Refers("city-recommendation")], ...] = ()
    packages: tuple[Annotated[Line, Refers("package")], ...] = ()
    opinion: Opinion | None = None
    sources: tuple[SourceId, ...]


class BundleMember(Record):
    project: Annotated[Line, Refers("project")]
    variant: Variant | None = None


class BundleRationale(Record):
    kind: Annotated[Line, Refers("vocabulary:rationale-kind")]
    text: Text


class SharedItem(Record):
    year: Year
    item: Words
    kind: Annotated[Line, Refers("vocabulary:cash-flow-kind")]
    amount: Amount
    perspective: Annotated[Line, Refers("vocabulary:perspective")]


class BundleOverlap(Record):
    observable: Observable
    less: Number


class Bundle(Record):
    """Projects that are appraised together."""

    title: Words
    projects: tuple[BundleMember, ...]
    rationale: BundleRationale
    shared_items: tuple[SharedItem, ...] = ()
    overlaps: tuple[BundleOverlap, ...] = ()
    author: Words
    date: PastDate | None = None
    basis: Text
