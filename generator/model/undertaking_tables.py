"""The tables of open data on what cities undertake: projects, actions, states in reviews."""

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True)
class ProjectLine(Row):
    """A variant of a project with its appraisal, in the currency and prices of the project."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    project: str = column(Cell.ID, "File in projects/.", filled=True)
    variant: str = column(Cell.ID, "Variant.", filled=True)
    selected: bool = column(Cell.YES_NO, "Whether the variant is the selected one.", filled=True)
    title: str = column(Cell.LINE, "Title of the project.", filled=True)
    areas: tuple[str, ...] = column(Cell.LIST, "Areas.")
    stage: str = column(Cell.ID, "Stage now.", filled=True, refers="vocabulary:project-stage")
    since: str = column(Cell.DATE, "Date of the stage.", filled=True)
    amount: float | None = column(Cell.NUMBER, "Amount last stated.")
    currency: str | None = column(Cell.LINE, "ISO 4217.")
    price_year: int | None = column(Cell.YEAR, "Year of the prices of the appraisal.")
    first_year: int | None = column(Cell.YEAR, "Year to which values are discounted.")
    investment: float | None = column(Cell.NUMBER, "Investment, not discounted.")
    financial_rate_pct: float | None = column(Cell.NUMBER, "Financial discount rate.")
    financial_npv: float | None = column(Cell.NUMBER, "Financial net present value.")
    financial_irr_pct: tuple[str, ...] = column(
        Cell.LIST, "Every real internal rate of return, financial; blank if there is none."
    )
    social_rate_pct: float | None = column(Cell.NUMBER, "Social discount rate.")
    economic_npv: float | None = column(Cell.NUMBER, "Economic net present value.")
    economic_irr_pct: tuple[str, ...] = column(
        Cell.LIST, "Every real internal rate of return, economic; blank if there is none."
    )
    funding_gap: float | None = column(Cell.NUMBER, "Present value that is missing.")
    grant_share_pct: float | None = column(Cell.NUMBER, "Funding gap over investment.")
    tonnes_avoided: float | None = column(Cell.NUMBER, "CO2 equivalent avoided, in tonnes.")
    viability: str = column(Cell.ID, "Class; see the page of projects.", filled=True)


@dataclass(frozen=True)
class ActionLine(Row):
    """An action of a plan with its schedule on the as-of date."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    action: str = column(Cell.ID, "Id in the action plan.", filled=True)
    title: str = column(Cell.LINE, "Title.", filled=True)
    lead: str | None = column(Cell.LINE, "Who leads it.")
    start: str | None = column(Cell.DATE, "Start.")
    due: str | None = column(Cell.DATE, "Due date.")
    status: str = column(Cell.ID, "Status.", filled=True, refers="vocabulary:action-status")
    schedule: str = column(
        Cell.ID,
        "completed, overdue, due-soon, on-schedule, not-scheduled, postponed or cancelled.",
        filled=True,
    )
    behind: bool = column(Cell.YES_NO, "Whether progress is behind the schedule.", filled=True)
    progress_pct: float | None = column(Cell.NUMBER, "Progress.")
    budget: float | None = column(Cell.NUMBER, "Budget.")
    spent: float | None = column(Cell.NUMBER, "Spent so far.")
    currency: str | None = column(Cell.LINE, "ISO 4217.")


@dataclass(frozen=True)
class ReviewLine(Row):
    """The state of a recommendation in an annual review."""

    city: str = column(Cell.ID, "Folder of the city.", filled=True, refers="city")
    year: int = column(Cell.YEAR, "Year of the review.", filled=True)
    recommendation: str = column(Cell.ID, "Id of the recommendation.", filled=True)
    state: str = column(
        Cell.ID, "State in the review.", filled=True, refers="vocabulary:implementation-state"
    )
    previous: str | None = column(Cell.ID, "State in the review before.")


PROJECTS = TableKind("projects", ProjectLine, ("city", "project", "variant"))
ACTIONS = TableKind("actions", ActionLine, ("city", "action"))
REVIEWS = TableKind("reviews", ReviewLine, ("city", "year", "recommendation"))
