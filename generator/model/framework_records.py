"""The YAML records of `content/`: publication, indicators, rating policy, libraries."""

from typing import Annotated

from pydantic import Field

from generator.model.city_records import Package, Practice
from generator.model.condition_records import Condition
from generator.model.editorial import Editorial
from generator.model.records import (
    AreaId,
    Date,
    Id,
    Indicator,
    Number,
    Observable,
    Record,
    Refers,
    SdgTarget,
    SourceId,
    Text,
    UnitId,
    Url,
    Whole,
    YesNo,
)

Horizon = Annotated[Text, Refers("vocabulary:horizon")]


class Licences(Record):
    content: Text
    code: Text


class PublicationContact(Record):
    name: Text
    email: Text | None = None
    url: Url | None = None


class Repository(Record):
    url: Url
    branch: Text = "main"


class PublicationRecord(Record):
    """`content/publication.yml`. `as_of` stands for today: there is no clock."""

    title: Text
    edition: Text
    as_of: Date
    main_scheme: Annotated[Text, Refers("scheme")]
    release: Annotated[Text, Refers("vocabulary:release")]
    fictitious: YesNo = False
    languages: tuple[Text, ...]
    licence: Licences
    contact: PublicationContact | None = None
    address: Url | None = None
    repository: Repository | None = None
    editorial: Editorial = Editorial()


class SdgLink(Record):
    """How an indicator speaks to a goal, a target or an indicator of the SDGs."""

    goal: Text | None = None
    target: Text | None = None
    indicator: Text | None = None
    relation: Annotated[Text, Refers("vocabulary:sdg-relation")]

    @property
    def goal_number(self) -> str:
        """The goal that the link belongs to, also where it names a target or an indicator."""
        return (self.goal or self.target or self.indicator or "").partition(".")[0]


class ObservableRecord(Record):
    """What an indicator and a data point have in common; blank in a data point: as its parent."""

    code: Text | None = None
    framework_version: Text | None = None
    name: Text
    definition: Text | None = None
    reading: Text | None = None
    expected: Text | None = None
    kind: Annotated[Text, Refers("vocabulary:indicator-kind")] | None = None
    unit: UnitId | None = None
    direction: Annotated[Text, Refers("vocabulary:direction")] | None = None
    level: Annotated[Text, Refers("vocabulary:indicator-level")] | None = None
    type: Text | None = None
    decimals: Whole | None = None
    minimum: Number | None = None
    maximum: Number | None = None
    may_exceed: YesNo | None = None
    numerator: Text | None = None
    denominator: Text | None = None
    multiplier: Number | None = None
    max_age_years: Whole | None = None
    importance: Whole | None = None
    sdg: tuple[SdgLink, ...] = ()
    certainty: Annotated[Text, Refers("vocabulary:certainty")] | None = None
    certainty_note: Text | None = None
    sources: tuple[SourceId, ...] = ()


class IndicatorRecord(ObservableRecord):
    """One indicator of `framework/indicators/<dimension>.yml`."""

    code: Text
    framework_version: Text
    definition: Text
    kind: Annotated[Text, Refers("vocabulary:indicator-kind")]
    unit: UnitId
    direction: Annotated[Text, Refers("vocabulary:direction")]
    level: Annotated[Text, Refers("vocabulary:indicator-level")]
    certainty: Annotated[Text, Refers("vocabulary:certainty")]
    sources: tuple[SourceId, ...]
    data_points: dict[Id, ObservableRecord] = {}


class Coverage(Record):
    area: Number
    overall: Number
    minimum_rated: Whole


class TrendPolicy(Record):
    """How a trend is classified. `assumed_years`: kind of goalpost -> target year if it has none.

    `on_track` and `acceleration_needed` are rates; `score_change` is in points per year.
    """

    method: Annotated[Text, Refers("vocabulary:trend-method")]
    minimum_years: Whole
    on_track: Number
    acceleration_needed: Number
    score_change: Number
    target_order: tuple[Text, ...]
    baseline_year: Whole | None = None
    assumed_years: dict[Annotated[Text, Refers("vocabulary:goalpost-kind")], Whole] = {}


class UrgencyPolicy(Record):
    importance: dict[Whole, Number]
    trend: dict[Annotated[Text, Refers("vocabulary:trend")], Number]
    levels: dict[Text, Number]
    confirm_after_years: Whole
    confirm_statuses: tuple[Annotated[Text, Refers("status")], ...] = ()
    default_importance: Whole = 2
    assumed_gap: Number = 0.5


class UncertaintyPolicy(Record):
    """What the replications vary, as shares; `flagged_statuses` are those of estimates."""

    weights: Number
    goalposts: Number
    flagged: Number
    flagged_statuses: tuple[Annotated[Text, Refers("status")], ...] = ()
    distinguishable: Number


class ComparisonPolicy(Record):
    minimum: Whole
    years_warn: Whole
    years_exclude: Whole


class PeerGroup(Record):
    when: Condition | None = None
    same: Annotated[Text, Refers("context-variable")] | None = None


class TwinningPolicy(Record):
    """`scheme`: whose areas are compared; absent: the main scheme."""

    scheme: Text | None = None
    context_minimum: Whole
    areas_minimum: Whole
    weak_below: Number
    lead_at_least: Number


class AppraisalPolicy(Record):
    financial_rate: Number
    social_rate: Number
    dscr_minimum: Number
    funding_tolerance: Number


class FollowUpPolicy(Record):
    due_soon_days: Whole
    behind: Number


class SdgPolicy(Record):
    weights: dict[Annotated[Text, Refers("vocabulary:sdg-relation")], Number]
    minimum: Whole


class RatingPolicy(Record):
    """`rating-policy.yml`: every setting of the method. Bands and points: lower edges."""

    seed: Whole
    replications: Whole
    max_age_years: Whole
    bands: dict[Text, Number]
    points: dict[Whole, Number]
    coverage: Coverage
    publish_overall: YesNo = False
    weights: dict[Text, dict[Text, Number]]
    trend: TrendPolicy
    urgency: UrgencyPolicy
    uncertainty: UncertaintyPolicy
    comparison: ComparisonPolicy
    peer_groups: dict[Id, PeerGroup]
    twinning: TwinningPolicy
    appraisal: AppraisalPolicy
    follow_up: FollowUpPolicy
    sdg: SdgPolicy


class Standard(Record):
    title: Text
    url: Url | None = None


class LibraryRecommendation(Record):
    """`content/recommendations/<id>.yml`."""

    title: Text
    text: Text
    rationale: Text
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    when: Condition
    unless: Condition | None = None
    addressee: Annotated[Text, Refers("vocabulary:addressee")]
    lead_body: Text | None = None
    partners: tuple[Text, ...] = ()
    horizon: Horizon
    type: Annotated[Text, Refers("vocabulary:recommendation-type")]
    effort: Annotated[Text, Refers("vocabulary:effort")]
    sdg_targets: tuple[SdgTarget, ...] = ()
    standards: tuple[Standard, ...] = ()
    practices: tuple[Practice, ...] = ()
    packages: tuple[Package, ...] = ()
    author: Text
    date: Date | None = None
    basis: Text
    sources: tuple[SourceId, ...]


class PackageComponent(Record):
    text: Text


class PackageSuits(Record):
    text: Text
    when: Condition | None = None
    levels: tuple[Annotated[Text, Refers("band")], ...] = ()
    level_area: AreaId | None = None


class PackageEffect(Record):
    observable: Observable | None = None
    text: Text
    unit: UnitId | None = None
    kind: Annotated[Text, Refers("vocabulary:effect-kind")] | None = None
    low: Number | None = None
    central: Number | None = None
    high: Number | None = None
    evidence: Annotated[Text, Refers("vocabulary:evidence-level")]
    source: SourceId


class PackageCost(Record):
    text: Text
    per: Text | None = None
    low: Number | None = None
    high: Number | None = None
    currency: Text | None = None
    price_year: Whole | None = None
    source: SourceId


class PackageReferences(Record):
    practices: tuple[Practice, ...] = ()
    projects: tuple[Annotated[Text, Refers("reference-project")], ...] = ()


class PackageRisk(Record):
    text: Text


class ProductPackage(Record):
    """`content/packages/<id>.yml`: a smart product package."""

    title: Text
    areas: tuple[AreaId, ...]
    components: tuple[PackageComponent, ...]
    suits: PackageSuits
    effects: tuple[PackageEffect, ...] = ()
    conditions: tuple[Annotated[Text, Refers("local-condition")], ...] = ()
    costs: tuple[PackageCost, ...] = ()
    delivery_models: tuple[Annotated[Text, Refers("vocabulary:delivery-model")], ...] = ()
    horizon: Horizon | None = None
    provider_categories: tuple[Annotated[Text, Refers("vocabulary:provider-category")], ...] = ()
    references_: PackageReferences | None = Field(default=None, alias="references")
    risks: tuple[PackageRisk, ...] = ()
    sdg_targets: tuple[SdgTarget, ...] = ()
    interests: Text
    author: Text
    date: Date | None = None
    basis: Text
    sources: tuple[SourceId, ...]


class Translation(Record):
    """A translated text; `of` is the start of the hash of the English that it translates."""

    text: Text
    of: Text
