"""Which figures of some cities may be set beside each other, row by row.

Places on one scale only, of years that are near enough; what is less sure has a place, but no word
in a sentence.
"""

from collections.abc import Iterator, Sequence
from statistics import median_low

from generator.frozen import dataclass
from generator.model.benchmark_policy import ComparisonPolicy
from generator.views.compared_city import ComparedCity, ComparedFigure
from generator.views.compared_rows import FAMILIES, ComparedArea, ComparedRow, Scale, family_of


@dataclass(frozen=True, slots=True)
class Beside:
    """The figure of a city in a row; `place`: 0 to 100 on the row's scale, None for none there.

    `years` later than the others where that is to be said, earlier below 0. `is_sure`: it may be
    named in a sentence.
    """

    figure: ComparedFigure | None
    place: float | None = None
    is_sure: bool = False
    years: int = 0


@dataclass(frozen=True, slots=True)
class RowBeside:
    """A row with its scale and a figure, or none, for each city."""

    row: ComparedRow
    scale: Scale | None
    cells: tuple[Beside, ...]

    @property
    def figures(self) -> int:
        """How many cities have a figure."""
        return sum(bool(cell.figure and cell.figure.number) for cell in self.cells)

    @property
    def family(self) -> str:
        return family_of(self.scale.name) if self.scale else ""

    @property
    def places(self) -> list[float]:
        return [cell.place for cell in self.cells if cell.place is not None]

    @property
    def is_shared(self) -> bool:
        """Whether every city has a place."""
        return len(self.places) == len(self.cells)

    @property
    def sure(self) -> list[int]:
        """The cities that may be named, from the lowest place to the highest."""
        named = [index for index, cell in enumerate(self.cells) if cell.is_sure]
        return sorted(named, key=lambda index: self.cells[index].place or 0.0)

    @property
    def span(self) -> float:
        """How far the first and the last of them are apart."""
        sure = [self.cells[index].place or 0.0 for index in self.sure]
        return round(sure[-1] - sure[0], 1) if sure else 0.0


def rows_beside(
    policy: ComparisonPolicy, areas: Sequence[ComparedArea], cities: Sequence[ComparedCity]
) -> Iterator[RowBeside]:
    """Yield all rows."""
    held = [{figure.observable: figure for figure in city.figures} for city in cities]
    for area in areas:
        for row in area.rows:
            yield _beside(policy, row, [figures.get(row.observable) for figures in held])


def _beside(
    policy: ComparisonPolicy, row: ComparedRow, figures: Sequence[ComparedFigure | None]
) -> RowBeside:
    placed = [one for one in figures if one is not None and one.place is not None]
    scale = next((one for one in row.scales if placed and one.name == placed[0].scale), None)
    years = [one.year for one in placed if one.year is not None]
    middle = median_low(years) if years else 0
    return RowBeside(row, scale, tuple(_cell(policy, one, scale, middle) for one in figures))


def _cell(
    policy: ComparisonPolicy, figure: ComparedFigure | None, scale: Scale | None, middle: int
) -> Beside:
    """Return a figure with its place, unless its year or its scale is another than the others'."""
    if figure is None or figure.place is None or scale is None or figure.scale != scale.name:
        return Beside(figure)
    apart = figure.year - middle if figure.year is not None else 0
    said = apart if abs(apart) > policy.years_warn else 0
    if abs(apart) > policy.years_exclude:
        return Beside(figure, years=said)
    return Beside(figure, figure.place, figure.is_sure and not said, said)


def widest(rows: Sequence[RowBeside]) -> RowBeside | None:
    """Return the row in which cities that may be named are farthest apart; None if none are.

    Two families never compete: places between cities come first.
    """
    for family in FAMILIES:
        found = [row for row in rows if row.family == family and row.span]
        if found:
            return max(found, key=lambda row: row.span)
    return None


def apart(rows: Sequence[RowBeside]) -> list[RowBeside]:
    """Return the rows with a line and several figures of which no two may be set side by side."""
    return [row for row in rows if row.row.scales and row.figures > 1 and len(row.places) < 2]


def shared(rows: Sequence[RowBeside], least: int) -> list[RowBeside]:
    """Return the rows of one family in which every city has a place: the first with enough.

    If no family has enough, the larger.
    """
    by_family = [[row for row in rows if row.family == name and row.is_shared] for name in FAMILIES]
    enough = (found for found in by_family if len(found) >= least)
    return next(enough, max(by_family, key=len))
