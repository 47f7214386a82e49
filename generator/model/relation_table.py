"""The table of what figures must satisfy to be plausible."""

from generator.frozen import dataclass
from generator.model.tables import Cell, Row, TableKind, column


@dataclass(frozen=True)
class Relation(Row):
    """What figures must satisfy to be plausible; `observables` are terms of a small language."""

    relation: str = column(Cell.ID, "Id.", filled=True, header="id")
    kind: str = column(
        Cell.ID, "How it is checked.", filled=True, refers="vocabulary:relation-kind"
    )
    observables: tuple[str, ...] = column(
        Cell.LIST, "Figures, or products of them: context.population ÷ context.area-km2; * is all."
    )
    limit: str | None = column(Cell.LINE, "The limit, as the kind wants it.")
    severity: str = column(
        Cell.ID,
        "error; warning: the value is held back; or remark: the check alone tells of it.",
        filled=True,
        refers="vocabulary:relation-severity",
    )
    reason: str = column(Cell.TEXT, "Why this limit.", filled=True)
    source: str = column(Cell.ID, "Where it is stated.", filled=True, refers="source")


RELATIONS = TableKind("relations", Relation, ("id",))
