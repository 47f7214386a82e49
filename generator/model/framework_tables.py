"""The tables of `content/framework/`: one row class and one `TableKind` each."""

from generator.frozen import dataclass
from generator.model.scalars import parse_number
from generator.model.tables import Cell, Row, TableKind, column

TARGET, LEADING_CITIES, YES_NO = "target", "leading-cities", "yes-no"
FAMILIES = "goalpost-family"
"""The families of benchmarks, and the vocabulary that names them."""


@dataclass(frozen=True)
class Scheme(Row):
    """One way of grouping the indicators; each indicator stands in one area of each."""

    scheme: str = column(Cell.ID, "Id, the first part of its areas.", filled=True)
    name: str = column(Cell.LINE, "Name.", filled=True, words=True)
    description: str = column(Cell.TEXT, "What it is.", filled=True)
    source: str | None = column(Cell.ID, "Where it is published.", refers="source")
    position: int = column(Cell.INTEGER, "Order on pages.", filled=True, minimum=0)


@dataclass(frozen=True)
class Area(Row):
    """An area; the path of its id is its place in the tree of its scheme."""

    area: str = column(Cell.LINE, "scheme/path.", filled=True)
    name: str = column(Cell.LINE, "Name.", filled=True, words=True)
    position: int = column(Cell.INTEGER, "Order among its siblings.", filled=True, minimum=0)
    weight: float = column(Cell.NUMBER, "Weight among its siblings, at least 0.", filled=True)
    description: str | None = column(Cell.TEXT, "What belongs to it.", optional=True)
    names: tuple[str, ...] = column(
        Cell.LIST, "What else readers call it, in any language, for the search.", optional=True
    )

    @property
    def scheme(self) -> str:
        return self.area.split("/", 1)[0]

    @property
    def parent(self) -> str | None:
        """Id of the area above; None at the top of the scheme."""
        above = self.area.rsplit("/", 1)[0]
        return above if "/" in above else None


@dataclass(frozen=True)
class Placement(Row):
    indicator: str = column(Cell.ID, "Indicator.", filled=True, refers="indicator")
    area: str = column(Cell.LINE, "Area.", filled=True, refers="area")
    weight: float = column(Cell.NUMBER, "Weight in the area, at least 0.", filled=True)
    basis: str | None = column(Cell.LINE, "Published, or our own assignment.", words=True)
    source: str | None = column(Cell.ID, "Where it is published.", refers="source")


@dataclass(frozen=True)
class Goalpost(Row):
    """The two ends of a scale of an observable: `worst` scores 0, `best` scores 100.

    Targets give scores, leading cities give positions; the two are never mixed.
    """

    observable: str = column(
        Cell.LINE, "Indicator or data point.", filled=True, refers="observable"
    )
    family: str = column(
        Cell.ID, "target, leading-cities or yes-no.", filled=True, refers=f"vocabulary:{FAMILIES}"
    )
    applies: str | None = column(
        Cell.LINE, "Group of countries that it holds for; blank: all.", optional=True
    )
    worst: float | None = column(Cell.NUMBER, "Value that scores 0.")
    worst_above: float | None = column(
        Cell.NUMBER, "Upper value that scores 0, if two-sided.", optional=True
    )
    worst_of_five: float | None = column(
        Cell.NUMBER,
        "Mean of the five worst values on record: the worst end that some replications take.",
        optional=True,
    )
    best: float | None = column(Cell.NUMBER, "Value that scores 100: the benchmark.")
    transform: str | None = column(
        Cell.ID, "linear, log or fourth-root.", refers="vocabulary:transform"
    )
    scores: str | None = column(Cell.LINE, "Scores of words: no=0; yes=100.", optional=True)
    classes: tuple[str, ...] = column(
        Cell.LIST, "Classes of the source, label=upper edge, ascending; the last one open.",
        optional=True,
    )  # fmt: skip
    floor: bool | None = column(
        Cell.YES_NO, "yes: nearly all reach it; shown as reached or not, in no mean.",
        optional=True,
    )  # fmt: skip
    target_year: int | None = column(Cell.YEAR, "Year of the benchmark, if it has one.")
    kind: str | None = column(Cell.ID, "Kind of benchmark.", refers="vocabulary:goalpost-kind")
    confidence: str | None = column(Cell.ID, "high, medium or low.", refers="vocabulary:confidence")
    cities: tuple[str, ...] = column(
        Cell.LIST, "The cities from which leading-cities were made, or what its source says.",
        optional=True, refers="city-name", words=True,
    )  # fmt: skip
    years: str | None = column(Cell.LINE, "Years of their values.", optional=True)
    reason: str = column(Cell.TEXT, "Why this value, or why none.", filled=True)
    source: str | None = column(Cell.ID, "Source of `best`.", refers="source")

    @property
    def states_benchmark(self) -> bool:
        """Whether it names what is best; else it says why nothing does."""
        return self.best is not None or self.scores is not None

    @property
    def class_edges(self) -> tuple[tuple[str, float | None], ...]:
        """The classes with their upper edges, included; None for an open end.

        Raises:
            Fault: an edge is no number.
        """
        cells = (cell.partition("=") for cell in self.classes)
        return tuple(
            (label.strip(), parse_number(edge.strip()) if equals else None)
            for label, equals, edge in cells
        )


def stands_apart(goalpost: Goalpost) -> bool:
    """Return whether a target is shown as reached or not, and enters no mean."""
    return bool(goalpost.floor) or goalpost.family == YES_NO


def has_scale(goalpost: Goalpost) -> bool:
    """Return whether goalposts give a score: both ends, or scores of words."""
    return goalpost.scores is not None or (goalpost.best is not None and goalpost.worst is not None)


@dataclass(frozen=True)
class Unit(Row):
    unit: str = column(Cell.LINE, "As written in files and printed.", filled=True)
    kind: str = column(Cell.ID, "What it measures.", filled=True)
    label: str | None = column(Cell.LINE, "As read by a reader.", words=True)
    minimum: float | None = column(Cell.NUMBER, "Smallest possible value.")
    maximum: float | None = column(Cell.NUMBER, "Largest possible value.")
    values: tuple[str, ...] = column(Cell.LIST, "Words allowed, if it has no numbers.")
    aliases: tuple[str, ...] = column(Cell.LIST, "Other spellings, for hints.")
    forms: str | None = column(
        Cell.LINE, "Its plural forms after a figure, by CLDR: one=year; other=years.",
        optional=True, words=True,
    )  # fmt: skip
    unsaid: bool | None = column(
        Cell.YES_NO, "yes if a figure is read without it: a word, a ratio, a count.", optional=True
    )


@dataclass(frozen=True)
class Conversion(Row):
    from_unit: str = column(Cell.LINE, "Unit given.", filled=True, header="from")
    to_unit: str = column(Cell.LINE, "Unit wanted.", filled=True, header="to", refers="unit")
    factor: float = column(Cell.NUMBER, "Multiply by this.", filled=True)
    offset: float | None = column(Cell.NUMBER, "Then add this.", optional=True)
    note: str | None = column(Cell.LINE, "When it holds.", optional=True, words=True)
    source: str | None = column(Cell.ID, "Where it is stated.", optional=True, refers="source")


@dataclass(frozen=True)
class Status(Row):
    status: str = column(Cell.LINE, "SDMX code.", filled=True)
    value: str = column(Cell.ID, "required, optional or forbidden.", filled=True)
    rated: str = column(Cell.ID, "yes, marked or no.", filled=True)
    label: str = column(Cell.LINE, "As read by a reader.", filled=True, words=True)
    mark: str | None = column(Cell.LINE, "Superscript at the value.", optional=True)


@dataclass(frozen=True)
class Quality(Row):
    quality: str = column(Cell.ID, "Level.", filled=True)
    name: str = column(Cell.LINE, "As read by a reader.", filled=True, words=True)
    rank: int | None = column(Cell.INTEGER, "1 is best.", minimum=1)


@dataclass(frozen=True)
class Country(Row):
    country: str = column(Cell.LINE, "ISO 3166-1 alpha-2.", filled=True)
    iso3: str | None = column(Cell.LINE, "ISO 3166-1 alpha-3.")
    name: str = column(Cell.LINE, "Name.", filled=True)
    name_fr: str | None = column(Cell.LINE, "Name in French.", optional=True)
    name_ru: str | None = column(Cell.LINE, "Name in Russian.", optional=True)
    region: str | None = column(Cell.LINE, "Inside or outside the UNECE region.", words=True)
    income_group: str | None = column(Cell.ID, "World Bank income group.")
    economy_group: str | None = column(Cell.ID, "UN economy group.")
    groups: tuple[str, ...] = column(
        Cell.LIST, "Groups of countries that it belongs to, as in goalposts.csv.", optional=True
    )
    currency: str | None = column(Cell.LINE, "ISO 4217.")
    financial_rate: float | None = column(
        Cell.NUMBER, "Real financial discount rate, a share.", minimum=0, maximum=1
    )
    social_rate: float | None = column(
        Cell.NUMBER, "Real social discount rate, a share.", minimum=0, maximum=1
    )
    south: float | None = column(
        Cell.NUMBER,
        "Southern edge of a box about it, in degrees: for mistyped coordinates, no boundary.",
        optional=True, minimum=-90, maximum=90,
    )  # fmt: skip
    west: float | None = column(
        Cell.NUMBER, "Western edge; greater than east where the box crosses 180°.",
        optional=True, minimum=-180, maximum=180,
    )  # fmt: skip
    north: float | None = column(
        Cell.NUMBER, "Northern edge.", optional=True, minimum=-90, maximum=90
    )
    east: float | None = column(
        Cell.NUMBER, "Eastern edge.", optional=True, minimum=-180, maximum=180
    )
    source: tuple[str, ...] = column(Cell.LIST, "Where it is stated.", refers="source")


@dataclass(frozen=True)
class SdgLine(Row):
    """A goal, a target or an indicator of the mission; blank cells tell which."""

    goal: str = column(Cell.LINE, "Number of the goal.", filled=True)
    target: str | None = column(Cell.LINE, "Number of the target.")
    indicator: str | None = column(Cell.LINE, "Number of the indicator.")
    text: str = column(Cell.TEXT, "Its text.", filled=True)
    source: str | None = column(Cell.ID, "Where it is stated.", refers="source")


@dataclass(frozen=True)
class ContextVariable(Row):
    variable: str = column(Cell.ID, "Id.", filled=True)
    name: str = column(Cell.LINE, "As read by a reader.", filled=True, words=True)
    unit: str | None = column(Cell.LINE, "Unit as printed.", refers="unit")
    kind: str = column(Cell.ID, "number, money, category, ordered, text or languages.", filled=True)
    transform: str | None = column(Cell.ID, "linear or log.")
    minimum: float | None = column(Cell.NUMBER, "Lower end of its range.")
    maximum: float | None = column(Cell.NUMBER, "Upper end of its range.")
    weight: float | None = column(Cell.NUMBER, "Weight in the similarity of cities.", minimum=0)


@dataclass(frozen=True)
class LocalCondition(Row):
    condition: str = column(Cell.ID, "Id.", filled=True)
    kind: str = column(Cell.ID, "What it is.", filled=True)
    name: str = column(Cell.LINE, "As read by a reader.", filled=True, words=True)
    description: str | None = column(Cell.TEXT, "What it means.")


@dataclass(frozen=True)
class Word(Row):
    """An entry of a closed list."""

    vocabulary: str = column(Cell.ID, "The list.", filled=True)
    id: str = column(Cell.LINE, "As written in files.", filled=True)
    name: str = column(Cell.LINE, "As read by a reader.", filled=True, words=True)
    position: int | None = column(Cell.INTEGER, "Order on pages.", minimum=0)
    source: str | None = column(Cell.ID, "Where it is stated.", refers="source")


@dataclass(frozen=True)
class GovernanceKind(Row):
    item: str = column(Cell.ID, "Id.", filled=True)
    kind: str = column(Cell.ID, "plan, strategy, body, …", filled=True)
    name: str = column(Cell.LINE, "As read by a reader.", filled=True, words=True)
    area: str | None = column(Cell.LINE, "Area that it serves.", refers="area")


SCHEMES = TableKind("schemes", Scheme, ("scheme",))
AREAS = TableKind("areas", Area, ("area",))
PLACEMENTS = TableKind("placements", Placement, ("indicator", "area"))
GOALPOSTS = TableKind("goalposts", Goalpost, ("observable", "family", "applies"))
UNITS = TableKind("units", Unit, ("unit",))
CONVERSIONS = TableKind("conversions", Conversion, ("from", "to"))
STATUSES = TableKind("statuses", Status, ("status",))
QUALITIES = TableKind("qualities", Quality, ("quality",))
COUNTRIES = TableKind("countries", Country, ("country",))
SDG = TableKind("sdg", SdgLine, ("goal", "target", "indicator"))
CONTEXT_VARIABLES = TableKind("context-variables", ContextVariable, ("variable",))
LOCAL_CONDITIONS = TableKind("conditions", LocalCondition, ("condition",))
VOCABULARIES = TableKind("vocabularies", Word, ("vocabulary", "id"))
GOVERNANCE_ITEMS = TableKind("governance-items", GovernanceKind, ("item",))
