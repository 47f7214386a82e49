"""The tree by which scores are aggregated: areas, what lies below them, and what each weighs."""

from collections.abc import Iterator
from functools import cached_property

from generator.frozen import dataclass

ARITHMETIC, GEOMETRIC = "arithmetic", "geometric"
DEFAULT_WEIGHTS = "default"


@dataclass(frozen=True)
class Branch:
    """An area with its members, or an indicator (`members` is None); `weight` among siblings."""

    id: str
    weight: float = 1.0
    members: "tuple[Branch, ...] | None" = None
    method: str = ARITHMETIC

    @cached_property
    def areas(self) -> "tuple[Branch, ...]":
        """This area and all below it, those below first."""
        below = [area for member in self.members or () for area in member.areas]
        return (*below, self) if self.members is not None else ()

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The indicators below, in order."""
        return tuple(self._leaves())

    def _leaves(self) -> Iterator[str]:
        if self.members is None:
            yield self.id
        for member in self.members or ():
            yield from member.leaves
