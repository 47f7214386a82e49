"""The YAML records of a city's folder."""

from typing import Annotated

from generator.model.condition_records import Condition
from generator.model.contact_record import Contact
from generator.model.identifiers import EditionIdentifiers, PublicationSymbol
from generator.model.records import (
    Amount,
    AreaId,
    Count,
    CountryCode,
    Currency,
    Date,
    Id,
    ImportanceLevel,
    Indicator,
    Keyed,
    LanguageCode,
    Latitude,
    Line,
    Longitude,
    Number,
    Observable,
    PastDate,
    PastYear,
    Progress,
    Record,
    Refers,
    SdgTarget,
    SourceId,
    Text,
    UnitId,
    Url,
    Words,
    YesNo,
)

LibraryRecommendation = Annotated[Line, Refers("recommendation")]
CityRecommendation = Annotated[Line, Refers("city-recommendation")]
Package = Annotated[Line, Refers("package")]
Practice = Annotated[Line, Refers("practice")]
Project = Annotated[Line, Refers("project")]
Action = Annotated[Line, Refers("action")]


class Boundary(Record):
    """What the city's figures cover; `same_as`: the wider territory that is the city itself."""

    kind: Annotated[Line, Refers("vocabulary:boundary-kind")]
    note: Words | None = None
    source: SourceId | None = None
    same_as: Annotated[Line, Refers("vocabulary:territory")] | None = None


class Peers(Record):
    """Cities to compare with: a list, or a condition. Absent: the groups of the policy."""

    cities: tuple[Annotated[Line, Refers("city")], ...] | None = None
    when: Condition | None = None


class Importance(Record):
    """A city's own judgement of how much an indicator matters: 1, 2 or 3."""

    value: ImportanceLevel
    reason: Text
    author: Words
    date: PastDate | None = None


class ProcedureStep(Record):
    step: Annotated[Line, Refers("vocabulary:procedure-step")]
    status: Annotated[Line, Refers("vocabulary:procedure-status")]
    date: PastDate | None = None
    document: SourceId | None = None


class CityRecord(Record):
    """`city.yml`: who the city is; `names`: what else it is called, abroad or in former times."""

    name: Line
    country: CountryCode
    profile_year: PastYear | None = None
    local_names: Annotated[dict[Line, Line], Keyed("language")] = {}
    names: tuple[Line, ...] = ()
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    languages: tuple[LanguageCode, ...] = ()
    website: Url | None = None
    boundary: Boundary | None = None
    peers: Peers | None = None
    importance: dict[Observable, Importance] = {}
    procedure: tuple[ProcedureStep, ...] = ()
    publications: tuple[PublicationSymbol, ...] = ()
    identifiers: tuple[EditionIdentifiers, ...] = ()


class Decision(Record):
    """A decision on a recommendation of the library."""

    decision: Annotated[Line, Refers("vocabulary:decision")]
    text: Text | None = None
    reason: Text | None = None
    author: Words
    date: PastDate | None = None
    basis: Text


class OwnRecommendation(Record):
    """A recommendation written for this city."""

    title: Words
    text: Text
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    reason: Text | None = None
    addressee: Annotated[Line, Refers("vocabulary:addressee")]
    lead_body: Words | None = None
    horizon: Annotated[Line, Refers("vocabulary:horizon")] | None = None
    effort: Annotated[Line, Refers("vocabulary:effort")] | None = None
    sdg_targets: tuple[SdgTarget, ...] = ()
    practices: tuple[Practice, ...] = ()
    packages: tuple[Package, ...] = ()
    author: Words
    date: PastDate | None = None
    basis: Text
    sources: tuple[SourceId, ...] = ()


class CityRecommendations(Record):
    """`recommendations.yml`: decisions on the library's, and the city's own."""

    decisions: dict[LibraryRecommendation, Decision] = {}
    own: dict[Id, OwnRecommendation] = {}


class Milestone(Record):
    title: Words
    planned: Date | None = None
    revised: Date | None = None
    actual: PastDate | None = None


class PlannedAction(Record):
    title: Words
    lead: Words | None = None
    start: Date | None = None
    due: Date | None = None
    budget: Amount | None = None
    spent: Amount | None = None
    status: Annotated[Line, Refers("vocabulary:action-status")]
    progress_pct: Progress | None = None
    recommendations: tuple[CityRecommendation, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    evidence: SourceId | None = None
    milestones: dict[Id, Milestone] = {}


class ActionPlan(Record):
    """`action-plan.yml`."""

    title: Words
    adopted: PastDate | None = None
    period: Line | None = None
    document: SourceId | None = None
    currency: Currency | None = None
    actions: dict[Id, PlannedAction] = {}


class ReviewFinding(Record):
    text: Text
    areas: tuple[AreaId, ...] = ()


class ReviewDecision(Record):
    text: Text
    actions: tuple[Action, ...] = ()


class RecommendationState(Record):
    state: Annotated[Line, Refers("vocabulary:implementation-state")]
    note: Words | None = None
    evidence: SourceId | None = None


class ActionState(Record):
    status: Annotated[Line, Refers("vocabulary:action-status")]
    progress_pct: Progress | None = None
    note: Words | None = None


class Review(Record):
    """`reviews/<year>.yml`: an annual review of the action plan."""

    date: PastDate
    period: Line | None = None
    author: Words
    basis: Text
    document: SourceId | None = None
    findings: tuple[ReviewFinding, ...] = ()
    decisions: tuple[ReviewDecision, ...] = ()
    recommendations: dict[CityRecommendation, RecommendationState] = {}
    actions: dict[Action, ActionState] = {}


class PracticePlace(Record):
    """Where a practice of a city without a profile was done."""

    name: Words
    country: CountryCode
    population: Amount | None = None
    period: Line | None = None


class PracticeResult(Record):
    text: Text
    observable: Observable | None = None
    unit: UnitId | None = None
    before: Number | None = None
    after: Number | None = None
    change: Number | None = None
    before_period: Line | None = None
    after_period: Line | None = None
    announced: YesNo = False
    source: SourceId | None = None


class Cost(Record):
    amount: Amount | None = None
    currency: Currency | None = None
    text: Text | None = None


class NamedPartner(Record):
    name: Words
    kind: Annotated[Line, Refers("vocabulary:partner-kind")] | None = None


class Statement(Record):
    """A sentence, with its source where it is a fact."""

    text: Text
    source: SourceId | None = None


class Reproduction(Record):
    city: Annotated[Line, Refers("city")] | None = None
    name: Words | None = None
    country: CountryCode | None = None
    year: PastYear | None = None
    source: SourceId | None = None


class GoodPractice(Record):
    """A good practice with before and after; `place` only under `content/practices/`."""

    title: Words
    place: PracticePlace | None = None
    areas: tuple[AreaId, ...]
    indicators: tuple[Indicator, ...] = ()
    start: PastDate | None = None
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

    title: Words
    area: AreaId | None = None
    position: Count | None = None
    author: Words
    date: PastDate | None = None
    basis: Text
