"""The YAML records of a city's folder."""

from typing import Annotated

from generator.model.condition_records import Condition
from generator.model.records import (
    AreaId,
    CountryCode,
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

LibraryRecommendation = Annotated[Text, Refers("recommendation")]
CityRecommendation = Annotated[Text, Refers("city-recommendation")]
Package = Annotated[Text, Refers("package")]
Practice = Annotated[Text, Refers("practice")]
Project = Annotated[Text, Refers("project")]
Action = Annotated[Text, Refers("action")]


class Boundary(Record):
    """What the city's figures cover, and what changed in it."""

    kind: Annotated[Text, Refers("vocabulary:boundary-kind")]
    note: Text | None = None
    source: SourceId | None = None


class Peers(Record):
    """Cities to compare with: a list, or a condition. Absent: the groups of the policy."""

    cities: tuple[Annotated[Text, Refers("city")], ...] | None = None
    when: Condition | None = None


class Importance(Record):
    """A city's own judgement of how much an indicator matters: 1, 2 or 3."""

    value: Whole
    reason: Text
    author: Text
    date: Date | None = None


class ProcedureStep(Record):
    step: Annotated[Text, Refers("vocabulary:procedure-step")]
    status: Annotated[Text, Refers("vocabulary:procedure-status")]
    date: Date | None = None
    document: SourceId | None = None


class PublicationSymbol(Record):
    language: Text
    document_symbol: Text | None = None
    isbn: Text | None = None


class CityRecord(Record):
    """`city.yml`: who the city is. `name` and `country` are required."""

    name: Text
    country: CountryCode
    profile_year: Whole | None = None
    local_names: dict[Text, Text] = {}
    latitude: Number | None = None
    longitude: Number | None = None
    languages: tuple[Text, ...] = ()
    website: Url | None = None
    boundary: Boundary | None = None
    peers: Peers | None = None
    importance: dict[Observable, Importance] = {}
    procedure: tuple[ProcedureStep, ...] = ()
    publications: tuple[PublicationSymbol, ...] = ()


class Approval(Record):
    """`approval.yml`: whether the city has confirmed what is published."""

    state: Annotated[Text, Refers("vocabulary:approval-state")]
    approved_by: Text | None = None
    role: Text | None = None
    date: Date | None = None
    embargo: Date | None = None
    content: Text | None = None


class Decision(Record):
    """A decision on a recommendation of the library."""

    decision: Annotated[Text, Refers("vocabulary:decision")]
    text: Text | None = None
    reason: Text | None = None
    author: Text
    date: Date | None = None
    basis: Text


class OwnRecommendation(Record):
    """A recommendation written for this city."""

    title: Text
    text: Text
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    reason: Text | None = None
    addressee: Annotated[Text, Refers("vocabulary:addressee")]
    lead_body: Text | None = None
    horizon: Annotated[Text, Refers("vocabulary:horizon")] | None = None
    effort: Annotated[Text, Refers("vocabulary:effort")] | None = None
    sdg_targets: tuple[SdgTarget, ...] = ()
    practices: tuple[Practice, ...] = ()
    packages: tuple[Package, ...] = ()
    author: Text
    date: Date | None = None
    basis: Text
    sources: tuple[SourceId, ...] = ()


class CityRecommendations(Record):
    """`recommendations.yml`: decisions on the library's, and the city's own."""

    decisions: dict[LibraryRecommendation, Decision] = {}
    own: dict[Id, OwnRecommendation] = {}


class Milestone(Record):
    title: Text
    planned: Date | None = None
    revised: Date | None = None
    actual: Date | None = None


class PlannedAction(Record):
    title: Text
    lead: Text | None = None
    start: Date | None = None
    due: Date | None = None
    budget: Number | None = None
    spent: Number | None = None
    status: Annotated[Text, Refers("vocabulary:action-status")]
    progress_pct: Number | None = None
    recommendations: tuple[CityRecommendation, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    evidence: SourceId | None = None
    milestones: dict[Id, Milestone] = {}


class ActionPlan(Record):
    """`action-plan.yml`."""

    title: Text
    adopted: Date | None = None
    period: Text | None = None
    document: SourceId | None = None
    currency: Text | None = None
    actions: dict[Id, PlannedAction] = {}


class ReviewFinding(Record):
    text: Text
    areas: tuple[AreaId, ...] = ()


class ReviewDecision(Record):
    text: Text
    actions: tuple[Action, ...] = ()


class RecommendationState(Record):
    state: Annotated[Text, Refers("vocabulary:implementation-state")]
    note: Text | None = None
    evidence: SourceId | None = None


class ActionState(Record):
    status: Annotated[Text, Refers("vocabulary:action-status")]
    progress_pct: Number | None = None
    note: Text | None = None


class Review(Record):
    """`reviews/<year>.yml`: an annual review of the action plan."""

    date: Date
    period: Text | None = None
    author: Text
    basis: Text
    document: SourceId | None = None
    findings: tuple[ReviewFinding, ...] = ()
    decisions: tuple[ReviewDecision, ...] = ()
    recommendations: dict[CityRecommendation, RecommendationState] = {}
    actions: dict[Action, ActionState] = {}


class PracticePlace(Record):
    """Where a practice of a city without a profile was done."""

    name: Text
    country: CountryCode
    population: Number | None = None
    period: Text | None = None


class PracticeResult(Record):
    text: Text
    observable: Observable | None = None
    unit: UnitId | None = None
    before: Number | None = None
    after: Number | None = None
    change: Number | None = None
    before_period: Text | None = None
    after_period: Text | None = None
    announced: YesNo = False
    source: SourceId | None = None


class Cost(Record):
    amount: Number | None = None
    currency: Text | None = None
    text: Text | None = None


class NamedPartner(Record):
    name: Text
    kind: Annotated[Text, Refers("vocabulary:partner-kind")] | None = None


class Statement(Record):
    """A sentence, with its source where it is a fact."""

    text: Text
    source: SourceId | None = None


class Reproduction(Record):
    city: Annotated[Text, Refers("city")] | None = None
    name: Text | None = None
    country: CountryCode | None = None
    year: Whole | None = None
    source: SourceId | None = None


class Contact(Record):
    body: Text | None = None
    email: Text | None = None


class GoodPractice(Record):
    """A good practice with before and after; `place` only under `content/practices/`."""

    title: Text
    place: PracticePlace | None = None
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    start: Date | None = None
    end: Date | None = None
    summary: Text
    results: tuple[PracticeResult, ...] = ()
    cost: Cost | None = None
    financing: Text | None = None
    partners: tuple[NamedPartner, ...] = ()
    conditions: tuple[Statement, ...] = ()
    reproduced_by: tuple[Reproduction, ...] = ()
    contact: Contact | None = None
    sdg_targets: tuple[SdgTarget, ...] = ()
    sources: tuple[SourceId, ...]


class SectionHead(Record):
    """Front matter of `sections/<id>.md`."""

    title: Text
    area: AreaId | None = None
    position: Whole | None = None
    author: Text
    date: Date | None = None
    basis: Text
