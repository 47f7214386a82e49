"""How results were computed, so that they can be explained and found again."""

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class TraceInput:
    """A number that went into a result, with where it comes from and how much it weighs."""

    name: str
    value: float | str
    unit: str = ""
    period: str = ""
    status: str = ""
    source: str = ""
    file: str = ""
    line: int | None = None
    weight: float = 1.0


Settings = tuple[tuple[str, float | str], ...]
"""Settings of the policy by name, such as `bands.low`."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How a result was computed: `formula` names an entry of the methodology.

    `recompute` finds `result` and `outcome` again from the rest. `outcome` is the word that the
    number led to: a band, a class of trend, a level of urgency.
    """

    formula: str
    inputs: tuple[TraceInput, ...]
    steps: tuple[tuple[str, float], ...]
    settings: Settings
    result: float | None
    outcome: str = ""
