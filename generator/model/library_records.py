"""The YAML records of the libraries: recommendations and product packages."""

from typing import Annotated

from pydantic import Field

from generator.model.city_records import Package, Practice
from generator.model.condition_records import Condition
from generator.model.records import (
    Amount,
    AnyObservable,
    AreaId,
    Currency,
    Indicator,
    Line,
    Number,
    Observable,
    PastDate,
    PastYear,
    Record,
    Refers,
    SdgTarget,
    SourceId,
    Text,
    UnitId,
    Url,
    Words,
)

NATIONAL = "national"
"""The addressee that is not the city."""

Horizon = Annotated[Line, Refers("vocabulary:horizon")]


class Standard(Record):
    title: Words
    url: Url | None = None


class LibraryRecommendation(Record):
    """`content/recommendations/<id>.yml`."""

    title: Words
    text: Text
    rationale: Text
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    when: Condition
    unless: Condition | None = None
    addressee: Annotated[Line, Refers("vocabulary:addressee")]
    lead_body: Words | None = None
    partners: tuple[Words, ...] = ()
    horizon: Horizon
    type: Annotated[Line, Refers("vocabulary:recommendation-type")]
    effort: Annotated[Line, Refers("vocabulary:effort")]
    sdg_targets: tuple[SdgTarget, ...] = ()
    standards: tuple[Standard, ...] = ()
    practices: tuple[Practice, ...] = ()
    packages: tuple[Package, ...] = ()
    author: Words
    date: PastDate | None = None
    basis: Text
    sources: tuple[SourceId, ...]


class PackageComponent(Record):
    text: Text


class PackageSuits(Record):
    """Whom a package suits. `levels`: the bands of an area or an indicator that it is for."""

    text: Text
    when: Condition | None = None
    levels: tuple[Annotated[Line, Refers("band")], ...] = ()
    level_area: AreaId | None = None
    level_indicator: AnyObservable | None = None
    level_basis: Text | None = None


class PackageEffect(Record):
    observable: Observable | None = None
    text: Text
    unit: UnitId | None = None
    kind: Annotated[Line, Refers("vocabulary:effect-kind")] | None = None
    low: Number | None = None
    central: Number | None = None
    high: Number | None = None
    evidence: Annotated[Line, Refers("vocabulary:evidence-level")]
    source: SourceId


class PackageCost(Record):
    text: Text
    per: Words | None = None
    low: Amount | None = None
    high: Amount | None = None
    currency: Currency | None = None
    price_year: PastYear | None = None
    source: SourceId


class PackageReferences(Record):
    practices: tuple[Practice, ...] = ()
    projects: tuple[Annotated[Line, Refers("reference-project")], ...] = ()


class PackageRisk(Record):
    text: Text


class ProductPackage(Record):
    """`content/packages/<id>.yml`: a smart product package."""

    title: Words
    areas: tuple[AreaId, ...]
    components: tuple[PackageComponent, ...]
    suits: PackageSuits
    effects: tuple[PackageEffect, ...] = ()
    conditions: tuple[Annotated[Line, Refers("local-condition")], ...] = ()
    costs: tuple[PackageCost, ...] = ()
    delivery_models: tuple[Annotated[Line, Refers("vocabulary:delivery-model")], ...] = ()
    horizon: Horizon | None = None
    provider_categories: tuple[Annotated[Line, Refers("vocabulary:provider-category")], ...] = ()
    references_: PackageReferences | None = Field(default=None, alias="references")
    risks: tuple[PackageRisk, ...] = ()
    sdg_targets: tuple[SdgTarget, ...] = ()
    interests: Text
    author: Words
    date: PastDate | None = None
    basis: Text
    sources: tuple[SourceId, ...]
