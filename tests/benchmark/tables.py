"""Costs as tables in Markdown, so that they can be pasted into a change."""

from collections.abc import Mapping

from tests.benchmark.stages import Cost


def stage_table(costs: Mapping[str, Cost], cities: int) -> str:
    """Return the costs by stage, with their sum and the processor's time for a city."""
    total = Cost(
        sum(cost.cpu_s for cost in costs.values()),
        sum(cost.wall_s for cost in costs.values()),
        max(cost.peak_mb for cost in costs.values()),
    )
    rows = [
        (name, _s(cost.cpu_s), _s(cost.wall_s), f"{cost.peak_mb:.0f}", _ms(cost, cities))
        for name, cost in {**costs, "**all**": total}.items()
    ]
    return _table(("stage", "CPU s", "wall s", "peak MB", "CPU ms a city"), rows)


def build_table(costs: Mapping[str, Cost]) -> str:
    """Return the costs by kind of build; the first is what the others are compared with."""
    first = next(iter(costs.values()))
    rows = [
        (name, _s(cost.cpu_s), _s(cost.wall_s), f"{cost.cpu_s / first.cpu_s:.2f}")
        for name, cost in costs.items()
    ]
    return _table(("build", "CPU s", "wall s", "CPU of the first"), rows)


def _s(seconds: float) -> str:
    return f"{seconds:.2f}"


def _ms(cost: Cost, cities: int) -> str:
    return f"{cost.cpu_s * 1000 / cities:.0f}"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---", *["---:"] * (len(head) - 1)), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
