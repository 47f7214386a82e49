"""What cities undertake as tables: every variant of a project, actions, states in reviews."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.assessment.investment.pipeline_totals import amount_of
from generator.assessment.investment.project_results import Appraisal, Returns
from generator.assessment.investment.undertakings import Undertakings, stage_of
from generator.model.city_tables import CASH_FLOWS, CashFlow
from generator.model.publication import City
from generator.model.rounding import round_half_up
from generator.model.undertaking_tables import ActionLine, ProjectLine, ReviewLine

MONEY_DECIMALS = 2
PERCENT_DECIMALS = 1


def project_lines(undertakings: Mapping[str, Undertakings]) -> Iterator[ProjectLine]:
    """Yield a row for every variant of every project."""
    for city, known in sorted(undertakings.items()):
        for project in known.records:
            for variant, one in known.projects[project].variants.items():
                yield _project_line(city, project, variant, one, known)


def _project_line(
    city: str, project: str, variant: str, one: Appraisal, known: Undertakings
) -> ProjectLine:
    record = known.records[project]
    amount, currency = amount_of(record)
    financial, economic = one.financial, one.economic
    return ProjectLine(
        0,
        city=city,
        project=project,
        variant=variant,
        selected=variant == known.projects[project].selected,
        title=record.title,
        areas=record.areas,
        stage=stage_of(record),
        since=record.status_history[-1].date,
        amount=amount,
        currency=currency or None,
        price_year=one.price_year,
        first_year=one.first_year,
        investment=_money(one.investment),
        financial_rate_pct=_rate(financial),
        financial_npv=_money(financial.npv if financial else None),
        financial_irr_pct=_internal(financial),
        social_rate_pct=_rate(economic),
        economic_npv=_money(economic.npv if economic else None),
        economic_irr_pct=_internal(economic),
        funding_gap=_money(one.funding_gap),
        grant_share_pct=_percent(one.grant_share),
        tonnes_avoided=one.tonnes_avoided,
        viability=one.viability,
    )


def _money(amount: float | None) -> float | None:
    return None if amount is None else float(round_half_up(amount, MONEY_DECIMALS))


def _percent(share: float | None) -> float | None:
    return None if share is None else float(round_half_up(100 * share, PERCENT_DECIMALS))


def _rate(returns: Returns | None) -> float | None:
    return _percent(returns.rate if returns else None)


def _internal(returns: Returns | None) -> tuple[str, ...]:
    rates = returns.internal_rates if returns else ()
    return tuple(str(round_half_up(100 * rate, PERCENT_DECIMALS)) for rate in rates)


def action_lines(undertakings: Mapping[str, Undertakings]) -> Iterator[ActionLine]:
    """Yield a row for every action of every plan."""
    for city, known in sorted(undertakings.items()):
        follow_up = known.follow_up
        if follow_up is None or follow_up.plan is None:
            continue
        for name, action in follow_up.plan.actions.items():
            yield ActionLine(
                0,
                city=city,
                action=name,
                title=action.title,
                lead=action.lead,
                start=action.start,
                due=action.due,
                status=action.status,
                schedule=follow_up.actions[name].schedule,
                behind=follow_up.actions[name].behind,
                progress_pct=action.progress_pct,
                budget=action.budget,
                spent=action.spent,
                currency=follow_up.plan.currency,
            )


def review_lines(undertakings: Mapping[str, Undertakings]) -> Iterator[ReviewLine]:
    """Yield the state of every recommendation in every review."""
    for city, known in sorted(undertakings.items()):
        for review in known.follow_up.review_results if known.follow_up else ():
            for name, step in review.recommendations.items():
                yield ReviewLine(
                    0,
                    city=city,
                    year=review.year,
                    recommendation=name,
                    state=step.state,
                    previous=step.previous,
                )


def flows_of_city(city: City) -> Iterator[tuple[str, list[CashFlow]]]:
    """Yield every project of a city that has cash flows, with the rows of its table."""
    for file, table in sorted(city.cash_flows.items()):
        yield PurePosixPath(file).name.removesuffix(f".{CASH_FLOWS.name}.csv"), list(table)
