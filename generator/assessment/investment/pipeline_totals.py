"""The investment pipeline: one line per project, and totals that never add two currencies."""

from collections.abc import Callable, Iterable, Mapping

from generator.assessment.investment.undertakings import Undertakings, stage_of
from generator.frozen import dataclass
from generator.model.project_records import InvestmentProject
from generator.model.publication import Publication


@dataclass(frozen=True, slots=True)
class PipelineLine:
    """A project at its present stage. The amount is the last that its history states.

    Without one it is the sum of the funding; None where neither is stated.
    """

    city: str
    project: str
    country: str
    areas: tuple[str, ...]
    stage: str
    since: str
    amount: float | None
    currency: str
    viability: str
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PipelineTotal:
    """How many projects, their amounts by currency, and how many state no amount."""

    count: int
    amounts: Mapping[str, float]
    unstated: int


def pipeline_of(
    publication: Publication, undertakings: Mapping[str, Undertakings]
) -> tuple[PipelineLine, ...]:
    """Return a line for every project of every city, by city and project."""
    return tuple(
        _line(publication, city, name, undertakings[city])
        for city in sorted(undertakings)
        for name in undertakings[city].records
    )


def _line(
    publication: Publication, city: str, name: str, undertakings: Undertakings
) -> PipelineLine:
    record = undertakings.records[name]
    amount, currency = amount_of(record)
    return PipelineLine(
        city=city,
        project=name,
        country=publication.cities[city].record.country,
        areas=record.areas,
        stage=stage_of(record),
        since=record.status_history[-1].date,
        amount=amount,
        currency=currency,
        viability=undertakings.projects[name].chosen.viability,
        instruments=tuple(dict.fromkeys(share.instrument for share in record.funding)),
    )


def amount_of(record: InvestmentProject) -> tuple[float | None, str]:
    """Return what a project costs, and the currency; the latest stated amount counts."""
    for entry in reversed(record.status_history):
        if entry.amount is not None:
            return entry.amount, entry.currency or record.currency or ""
    if record.funding:
        return sum(share.amount for share in record.funding), record.currency or ""
    return None, record.currency or ""


def totals_by(
    lines: Iterable[PipelineLine], key: Callable[[PipelineLine], Iterable[str]]
) -> Mapping[str, PipelineTotal]:
    """Return totals by stage, class or area; a project of two areas counts in both."""
    groups: dict[str, list[PipelineLine]] = {}
    for line in lines:
        for name in key(line):
            groups.setdefault(name, []).append(line)
    return {name: total_of(group) for name, group in groups.items()}


def total_of(lines: Iterable[PipelineLine]) -> PipelineTotal:
    """Return the total of some projects, currency by currency."""
    amounts: dict[str, float] = {}
    unstated = count = 0
    for line in lines:
        count += 1
        if line.amount is None:
            unstated += 1
        else:
            amounts[line.currency] = amounts.get(line.currency, 0.0) + line.amount
    return PipelineTotal(count, dict(sorted(amounts.items())), unstated)
