"""Some cities side by side: where they differ most, each figure with its warnings, own weights.

What may be set beside what comes from `places_compared.py`; here it is told and drawn. Nothing
is ranked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Link
from generator.views.compared_city import ComparedCity, ComparedFigure, compared_city
from generator.views.compared_rows import ComparedRow, Scale, compared_areas
from generator.views.letters_on_a_line import Dot, Letters, codes_of, letters_of
from generator.views.own_weights import OwnWeights, own_weights
from generator.views.places_compared import Beside, RowBeside, apart, rows_beside, widest
from generator.views.site import Site
from generator.views.sparks import Points, Window
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class ComparedHead:
    """A city at the head of its column; `code`: its letters on the lines."""

    name: str
    target: Target
    country: str
    people: str
    code: str


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """The figure of a city in a row, None where nothing is said of it.

    `target`: the figure on the pages of the city; `place`: where it stands, in words; `points`:
    its small series, 0 to 1 on the scale of the row.
    """

    city: str
    figure: ComparedFigure | None
    target: Target
    warnings: tuple[str, ...]
    place: str
    points: Points


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A row with its line; without dots there is none. `shared`: warnings of all its figures."""

    row: ComparedRow
    scale: Scale | None
    dots: tuple[Dot, ...]
    letters: tuple[Letters, ...]
    shared: tuple[str, ...]
    cells: tuple[ComparedCell, ...]


@dataclass(frozen=True, slots=True)
class ComparisonArea:
    """The rows of an area in which two cities have a figure."""

    title: str
    target: Target
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cities side by side; `folded`: rows in which no two of them have a figure.

    `others`: where a reader chooses other cities.
    """

    name: str
    lead: tuple[str, ...]
    heads: tuple[ComparedHead, ...]
    areas: tuple[ComparisonArea, ...]
    folded: tuple[Link, ...]
    weights: OwnWeights
    others: Target


def compare(site: Site, cities: Sequence[City]) -> Comparison:
    """Return some cities side by side."""
    columns = [compared_city(site, city) for city in cities]
    areas = compared_areas(site)
    rows = list(rows_beside(site.publication.framework.policy.comparison, areas, columns))
    names = [column.name for column in columns]
    codes = codes_of(names)
    drawn = {row.row.observable: _row(site, row, columns, codes) for row in rows if row.figures > 1}
    listed = (
        ComparisonArea(
            area.title,
            area.target,
            tuple(drawn[row.observable] for row in area.rows if row.observable in drawn),
        )
        for area in areas
    )
    return Comparison(
        name=comparison_name(site, cities),
        lead=tuple(comparison_lead(site, rows, names)),
        heads=tuple(map(_head, columns, codes)),
        areas=tuple(area for area in listed if area.rows),
        folded=tuple(Link(row.row.name, row.row.target) for row in rows if row.figures < 2),
        weights=own_weights(site, rows, names, codes),
        others=targets.chosen(city.id for city in cities),
    )


def comparison_name(site: Site, cities: Sequence[City]) -> str:
    """Return the title of a comparison: its cities."""
    first, *others = (city.record.name for city in cities)
    if not others:
        return first
    return site.say("compare.name", first=first, others=site.language.enumerate(others))


def _head(column: ComparedCity, code: str) -> ComparedHead:
    target = targets.city(column.city)
    return ComparedHead(column.name, target, column.country, column.people, code)


def comparison_lead(site: Site, rows: Sequence[RowBeside], names: Sequence[str]) -> Iterator[str]:
    """Yield where the cities differ most among what may be said, and what cannot be compared."""
    row = widest(rows)
    if row is None:
        yield site.say("compare.none")
    else:
        low, high = row.sure[0], row.sure[-1]
        yield site.say(
            "compare.most",
            name=row.row.name,
            low=_told(row, low),
            trailing=names[low],
            high=_told(row, high),
            leading=names[high],
        )
    unlike = [one.row.name for one in apart(rows)]
    if unlike:
        most = site.editorial.named_in_sentence
        more = [site.say("fiche.more", n=len(unlike) - most)] if len(unlike) > most else []
        yield site.say(
            "compare.apart", names=" ".join([site.language.by_commas(unlike[:most]), *more])
        )


def _told(row: RowBeside, index: int) -> str:
    """Return a figure of a row as it stands in a sentence."""
    figure = row.cells[index].figure
    if figure is None:
        raise ValueError(row.row.observable)
    sign = "≈\N{NO-BREAK SPACE}" if figure.is_near else ""
    return f"{sign}{figure.number} {figure.unit}".rstrip() + f" ({figure.period})"


def _row(
    site: Site, row: RowBeside, columns: Sequence[ComparedCity], codes: Sequence[str]
) -> ComparisonRow:
    drawn = [point for cell in row.cells if cell.figure for point in cell.figure.points]
    window = Window.around(drawn, row.row.scales[0].way if row.row.scales else 0.0)
    cells = [_cell(site, *pair, window) for pair in zip(columns, row.cells, strict=True)]
    shared = _shared(cells)
    return ComparisonRow(
        row=row.row,
        scale=row.scale if row.places else None,
        dots=tuple(
            Dot(cell.place, not cell.is_sure) for cell in row.cells if cell.place is not None
        ),
        letters=letters_of([cell.place for cell in row.cells], codes),
        shared=shared,
        cells=tuple(
            replace(cell, warnings=tuple(text for text in cell.warnings if text not in shared))
            for cell in cells
        ),
    )


def _shared(cells: Sequence[ComparedCell]) -> tuple[str, ...]:
    """Return the warnings that stand at all figures of a row, if it has more than one."""
    said = [cell.warnings for cell in cells if cell.figure is not None and cell.figure.number]
    return tuple(text for text in said[0] if all(text in one for one in said)) if said[1:] else ()


def _cell(site: Site, column: ComparedCity, beside: Beside, window: Window) -> ComparedCell:
    figure = beside.figure
    if figure is None:
        return ComparedCell(column.name, None, targets.NOWHERE, (), "", ())
    place = targets.at(targets.tab(column.city, "indicators"), targets.anchor(figure.observable))
    return ComparedCell(
        city=column.name,
        figure=figure,
        target=place,
        warnings=warnings_at(site, beside),
        place=_place_text(site, beside.place),
        points=window.drawn(figure.points),
    )


def _place_text(site: Site, place: float | None) -> str:
    return "" if place is None else site.say("compare.place", n=site.language.number(place, 0))


def warnings_at(site: Site, beside: Beside) -> tuple[str, ...]:
    """Return what is to be said at a figure beside others; of another year that comes first."""
    own = beside.figure.warnings if beside.figure else ()
    if not beside.years:
        return own
    key = "compare.later" if beside.years > 0 else "compare.earlier"
    return site.say(key, n=abs(beside.years)), *own
