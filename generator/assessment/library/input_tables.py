"""Plain tables to what the ratings are made from: values and goalposts.

In: rows (lists of mappings), mappings, or data frames of pandas, as a statistician has them. Out:
records of this package. What cannot be understood raises `ValueError` with the name concerned.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.assessment.library.input_errors import cell_of, listed
from generator.frozen import dataclass
from generator.model.framework_tables import TARGET, Goalpost, has_scale

OBSERVATIONS, GOALPOSTS = "observations", "goalposts"

NORMAL = "A"
ESTIMATES = ("E", "U")
"""SDMX statuses of values that are varied in the replications."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a city: `word` as it was given; `number` is None if it is not a number.

    `error` is half the range in which it may lie, in its unit.
    """

    number: float | None
    word: str = ""
    lower: float | None = None
    upper: float | None = None
    flagged: bool = False
    error: float | None = None
    status: str = NORMAL


def read_values(observations: Any, year: int | None = None) -> dict[str, dict[str, Value]]:
    """Return city -> observable -> value; of several periods the latest, up to `year`.

    Rows are long (`city`, `observable`, `value`, and if wanted `period`, `status`, `lower`,
    `upper`, `error`) or wide (`city`, then a column for each observable, `period` if wanted); a
    mapping is city -> observable -> value. A period 2015-2019 counts as 2019.
    """
    found: dict[str, dict[str, Value]] = {}
    latest: dict[tuple[str, str], float] = {}
    for city, cells in _by_city(records_of(observations, "city", "observable")):
        values = found.setdefault(city, {})
        for name, row in cells:
            value = _value(city, name, row)
            period = _year_of(row.get("period"))
            if value is None or (year is not None and period > year):
                continue
            before = latest.get((city, name), -math.inf)
            if period == before:
                raise ValueError(f"{OBSERVATIONS}: two values of {name} for {city} in one period")
            if period > before:
                latest[city, name], values[name] = period, value
    return found


Cells = list[tuple[str, Mapping[str, Any]]]


def _by_city(table: Any) -> Iterator[tuple[str, Cells]]:
    """Yield cities with their cells: the observable, and a mapping with its value."""
    if isinstance(table, Mapping):
        for city, row in table.items():
            if not isinstance(row, Mapping):
                raise ValueError(f"{OBSERVATIONS}: {city} has no mapping of observables")
            yield str(city), [(str(name), _as_row(cell)) for name, cell in row.items()]
        return
    for row in table:
        city = cell_of(OBSERVATIONS, row, "city")
        if not is_given(city):
            raise ValueError(f"{OBSERVATIONS}: a row without a city")
        if "observable" in row or "value" in row:
            name = cell_of(OBSERVATIONS, row, "observable")
            cell_of(OBSERVATIONS, row, "value")
            yield str(city), [(str(name), row)]
        else:
            period = {"period": row.get("period")}
            names = [name for name in row if name not in ("city", "period")]
            yield str(city), [(str(name), {**period, **_as_row(row[name])}) for name in names]


def _as_row(cell: Any) -> Mapping[str, Any]:
    return cell if isinstance(cell, Mapping) else {"value": cell}


def records_of(table: Any, *names: str) -> Any:
    """Return a data frame as rows, or by its index if no column has one of the names."""
    if not hasattr(table, "columns"):
        return table
    return table.to_dict("records" if set(names) & set(table.columns) else "index")


def _value(city: str, name: str, row: Mapping[str, Any]) -> Value | None:
    """Return the value of a row; None if it is missing."""
    given = row.get("value")
    if not is_given(given):
        return None
    lower, upper = number_of(row.get("lower")), number_of(row.get("upper"))
    if lower is not None and upper is not None and lower > upper:
        raise ValueError(f"{OBSERVATIONS}: {name} of {city} has its lower limit above the upper")
    status = row.get("status")
    flagged = bool(row.get("flagged")) or status in ESTIMATES
    error = number_of(row.get("error"))
    if error is not None and error < 0:
        raise ValueError(f"{OBSERVATIONS}: {name} of {city} has an error below 0")
    return replace(
        cell_value(given), lower=lower, upper=upper, flagged=flagged, error=error,
        status=str(status).strip() if is_given(status) else NORMAL,
    )  # fmt: skip


def cell_value(cell: Any) -> Value:
    """Return a cell as a number, if it is one, and as a word."""
    return Value(number_of(cell), word_of(cell))


def is_given(cell: Any) -> bool:
    """Return whether a cell holds anything: not None, blank, or what pandas has instead."""
    return cell is not None and str(cell).strip() not in ("", "nan", "<NA>", "NaT")


def word_of(cell: Any) -> str:
    """Return a cell as a word of an ordinal scale; 2.0 is the word 2."""
    number = number_of(cell)
    return str(cell).strip() if number is None else f"{number:g}"


def number_of(cell: Any) -> float | None:
    """Return a finite number, also from its text; None if it is missing or something else."""
    try:
        number = float(cell)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _year_of(period: Any) -> float:
    """Return the last year of a period; without one before all others."""
    if not is_given(period):
        return -1.0
    years = re.findall(r"\d{4}", str(period))
    if not years:
        raise ValueError(f"{OBSERVATIONS}: period {period} has no year")
    return float(years[-1])


def read_goalposts(goalposts: Any) -> dict[str, Goalpost]:
    """Return the goalposts by observable.

    A mapping is observable -> (worst, best), or -> a mapping with `worst`, `best` and if wanted
    `worst_above`, `transform` (linear, log), `scores` (word -> score); rows have `observable` too.
    """
    table = records_of(goalposts, "observable")
    if not isinstance(table, Mapping):
        rows = [(str(cell_of(GOALPOSTS, row, "observable")), row) for row in table]
        table = dict(rows)
        if len(table) < len(rows):
            raise ValueError(f"{GOALPOSTS}: an observable stands in two rows")
    return {str(name): _goalpost(str(name), given) for name, given in table.items()}


def _goalpost(name: str, given: Any) -> Goalpost:
    if isinstance(given, Goalpost):
        return given
    row = given if isinstance(given, Mapping) else _ends(name, given)
    if "scores" not in row and not {"worst", "best"} <= row.keys():
        raise ValueError(f"{name}: goalposts are worst and best, or scores; found {listed(row)}")
    scores = row.get("scores")
    if isinstance(scores, Mapping):
        scores = "; ".join(f"{word_of(word)}={score}" for word, score in scores.items())
    post = Goalpost(
        0,
        observable=name,
        family=TARGET,
        worst=_end(name, row, "worst"),
        worst_above=_end(name, row, "worst_above"),
        best=_end(name, row, "best"),
        transform=row["transform"] if is_given(row.get("transform")) else "linear",
        scores=scores if is_given(scores) else None,
        reason=str(row.get("reason") or ""),
    )
    _refuse_without_scale(post)
    return post


def _ends(name: str, given: Any) -> dict[str, Any]:
    if isinstance(given, str) or not hasattr(given, "__len__") or len(given) != 2:
        raise ValueError(f"{name}: goalposts are a pair (worst, best); found {given!r}")
    return dict(zip(("worst", "best"), given, strict=True))


def _end(name: str, row: Mapping[str, Any], column: str) -> float | None:
    """Return an end of the scale; a blank one means that there is no scale."""
    cell = row.get(column)
    number = number_of(cell)
    if number is None and is_given(cell):
        raise ValueError(f"{name}: {column} is not a number; found {cell!r}")
    return number


def _refuse_without_scale(post: Goalpost) -> None:
    ends = [end for end in (post.worst, post.worst_above, post.best) if end is not None]
    if post.best is not None and post.best in (post.worst, post.worst_above):
        raise ValueError(f"{post.observable}: worst and best are equal")
    low, high = post.worst, post.worst_above
    if low is not None and high is not None and not low < (post.best or 0.0) < high:
        raise ValueError(f"{post.observable}: best lies between worst and worst_above")
    if post.transform not in ("linear", "log"):
        raise ValueError(f"{post.observable}: transform is linear or log")
    if post.transform == "log" and ends and min(ends) <= 0:
        raise ValueError(f"{post.observable}: a logarithmic scale needs ends above 0")


def is_scaled(post: Goalpost | None) -> bool:
    """Return whether a value of the observable can be scored."""
    return post is not None and has_scale(post)
