"""What speaks against figures of a city: findings, and which values they hold back."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.frozen import dataclass
from generator.model.city_tables import CONTEXT, OBSERVATIONS, ContextFigure, Observation
from generator.model.publication import City
from generator.model.tables import TableKind

Row = Observation | ContextFigure

ERROR, REMARK = "error", "remark"
"""The severities of relations that stop a publication, and that hold nothing back."""
CODE = "relation-"
"""The code of a finding on an observation is this and the kind of the relation."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation that a figure breaks, with both sides; `severity` is that of the relation.

    `key` names the row in `table`. `left` and `right` are names of observables and context
    figures, as in `relations.csv`; `test` is the word of the limit.
    """

    relation: str
    kind: str
    severity: str
    table: str
    key: str
    period: str
    left: str
    left_value: float
    right: str
    right_value: float
    test: str = ""


def finding_on(
    row: Row,
    relation: tuple[str, str, str],
    left: tuple[str, float],
    right: tuple[str, float],
    test: str = "",
) -> Finding:
    """Return the finding of a relation (id, kind, severity) on a row."""
    kind: TableKind[Any] = OBSERVATIONS if isinstance(row, Observation) else CONTEXT
    return Finding(
        *relation,
        table=kind.name,
        key=kind.key_of(row),
        period=str(row.period or ""),
        left=left[0],
        left_value=left[1],
        right=right[0],
        right_value=right[1],
        test=test,
    )


def by_row(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """Return the findings on observations by the key of the row."""
    found: dict[str, tuple[Finding, ...]] = {}
    for one in findings:
        if one.table == OBSERVATIONS.name:
            found[one.key] = (*found.get(one.key, ()), one)
    return found


def standing(city: City, findings: Iterable[Finding], as_of: str) -> tuple[Finding, ...]:
    """Return the findings for which no waiver of the city holds on `as_of`."""
    waived = {
        (row.code, key)
        for row in city.waivers
        if row.table == f"{OBSERVATIONS.name}.csv" and row.until >= as_of
        for key in city.observations.named(row.key)
    }
    return tuple(one for one in findings if (f"{CODE}{one.kind}", one.key) not in waived)
