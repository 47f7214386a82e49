"""Cities side by side in print: each figure with its year, its mark and its warnings.

What may be set beside what is decided as on the website; nothing is ranked. Few cities are columns,
many are rows below each indicator.
"""

from collections.abc import Collection, Sequence

from generator.frozen import dataclass
from generator.language.print_words import dashed
from generator.language.stops import begun, ended
from generator.model.publication import City
from generator.publications.indicator_rows import NEAR, Note, Notes, rating
from generator.publications.setting import Wording
from generator.publications.volume_parts import PrintedTable, plain_table
from generator.views import targets
from generator.views.city_list import city_row
from generator.views.compared_city import ComparedFigure, compared_city
from generator.views.compared_rows import ComparedArea, compared_areas
from generator.views.places_compared import Beside, RowBeside, rows_beside
from generator.views.side_by_side import comparison_lead, warnings_at


@dataclass(frozen=True, slots=True)
class BesideCell:
    """What is known of a city in a row; blank where there is no figure.

    `notes`: the letters of what must be said at it where cities are columns; `said`: that itself
    where they are rows.
    """

    city: str
    number: str
    signs: str
    notes: str
    said: str
    period: str
    mark: str
    word: str


@dataclass(frozen=True, slots=True)
class BesideRow:
    """An indicator with what is known of each city; `counted`: of how many, where they are rows."""

    name: str
    unit: str
    counted: str
    cells: tuple[BesideCell, ...]


@dataclass(frozen=True, slots=True)
class BesideTable:
    """Rows under the name of an area, and what must be said at their figures."""

    title: str
    caption: str
    rows: tuple[BesideRow, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Some cities side by side; `in_columns`: each is a column, otherwise each is a row."""

    title: str
    lead: tuple[str, ...]
    in_columns: bool
    cities: tuple[str, ...]
    overview: PrintedTable
    tables: tuple[BesideTable, ...]


def side_by_side(wording: Wording, cities: Sequence[City], areas: Collection[str]) -> SideBySide:
    """Return some cities side by side in top areas, with what two of them have a figure of."""
    site = wording.site
    columns = [compared_city(site, city) for city in cities]
    shown = [one for one in compared_areas(site) if one.target in map(targets.area, areas)]
    rows = list(rows_beside(site.publication.framework.policy.comparison, shown, columns))
    names = tuple(column.name for column in columns)
    in_columns = len(cities) <= site.editorial.print_columns
    of = {row.row.observable: row for row in rows if row.figures > 1}
    held = [
        (area, [of[row.observable] for row in area.rows if row.observable in of]) for area in shown
    ]
    return SideBySide(
        title=wording.say("volume.side-by-side"),
        lead=(
            *(wording.prose(text) for text in comparison_lead(site, rows, names)),
            wording.say("volume.beside-lead"),
        ),
        in_columns=in_columns,
        cities=names,
        overview=_overview(wording, cities),
        tables=tuple(
            _table(wording, cities, area, found, in_columns) for area, found in held if found
        ),
    )


def _overview(wording: Wording, cities: Sequence[City]) -> PrintedTable:
    """Return the cities with their size, how much is known, and whether they confirmed it."""
    site, say = wording.site, wording.site.say
    rows = []
    for city in cities:
        row = city_row(site, city)
        size = f"{row.people} ({row.people_year})" if row.people_year else ""
        known = [str(row.evidence.figures), str(row.evidence.rated), row.updated]
        confirmed = say("volume.confirmed" if city.is_approved else "volume.draft-of-city")
        rows.append((row.name, row.country, size, *known, confirmed))
    keys = (
        "city",
        "country",
        "volume.people",
        "volume.figures",
        "country.rated",
        "volume.newest",
        "status",
    )
    numbers = (False, False, True, True, True, True, False)
    return plain_table(
        wording, say("volume.cities-caption"), [say(key) for key in keys], rows, numbers
    )


def _table(
    wording: Wording,
    cities: Sequence[City],
    area: ComparedArea,
    rows: Sequence[RowBeside],
    in_columns: bool,
) -> BesideTable:
    notes = Notes()
    return BesideTable(
        title=area.title,
        caption=wording.say("volume.beside-of", area=area.title),
        rows=tuple(_row(wording, cities, row, notes if in_columns else None) for row in rows),
        notes=notes.listed,
    )


def _row(
    wording: Wording, cities: Sequence[City], row: RowBeside, notes: Notes | None
) -> BesideRow:
    return BesideRow(
        name=wording.named(row.row.name),
        unit=row.row.unit,
        counted=wording.site.say("n-of-m", n=row.figures, m=len(cities)),
        cells=tuple(
            _cell(wording, city, cell, notes) for city, cell in zip(cities, row.cells, strict=True)
        ),
    )


def _cell(wording: Wording, city: City, beside: Beside, notes: Notes | None) -> BesideCell:
    figure = beside.figure
    if figure is None or not figure.number:
        return BesideCell(city.record.name, "", "", "", "", "", "", "")
    said = (ended(wording.prose(text)) for text in warnings_at(wording.site, beside))
    told = " ".join(map(begun, said))
    return BesideCell(
        city=city.record.name,
        number=_number(wording, figure),
        signs=figure.signs,
        notes=notes.letter(told) if notes is not None and told else "",
        said=told if notes is None else "",
        period=dashed(figure.period),
        mark=figure.mark,
        word=rating(wording, wording.site.results[city.id].observables[figure.observable]),
    )


def _number(wording: Wording, figure: ComparedFigure) -> str:
    """Return a figure with the sign of a near measure, unless it is a word."""
    framework = wording.site.publication.framework
    unit = framework.unit_of.get(framework.observables[figure.observable].unit)
    is_word = unit is not None and bool(unit.values)
    return (
        f"{NEAR}\N{NO-BREAK SPACE}{figure.number}"
        if figure.is_near and not is_word
        else figure.number
    )
