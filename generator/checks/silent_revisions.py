"""Rules for what was published: no figure of the newest edition changes without a reason.

What an edition froze is compared with the files of today: value, unit and status of each figure.
`revisions.csv` leads from one to the other. What has been added since needs no reason.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from generator.assessment.published_figures import frozen_figures
from generator.assessment.rating.selection import CONFIDENTIAL
from generator.checks.named_rows import is_named, named_rows
from generator.checks.places import cell_problem
from generator.frozen import dataclass
from generator.model.city_tables import OBSERVATIONS, REVISIONS, Revision
from generator.model.edition_records import Edition, FrozenFigure
from generator.model.publication import City, Publication
from generator.model.scalars import is_number
from generator.problems import Code, Place, Problem

TABLE = f"{OBSERVATIONS.name}.csv"
GONE = "—"
"""Stands in messages for a figure that is not there."""
CORRECTION = "C"


@dataclass(frozen=True)
class Change:
    """A figure as an edition published it and as it stands; one of the two may be missing.

    `old` and `new` are what a revision states: of unit and status only what differs.
    """

    before: FrozenFigure
    after: FrozenFigure | None

    @property
    def is_hidden(self) -> bool:
        """Whether the figure is confidential now, so that no revision may state it."""
        return self.after is not None and self.after.status == CONFIDENTIAL

    @property
    def old(self) -> str:
        return "" if self.is_hidden else self._told(self.before)

    @property
    def new(self) -> str:
        gone = self.after is None or self.after.value is None
        return "" if gone or self.after is None else self._told(self.after)

    def _told(self, figure: FrozenFigure) -> str:
        parts = [figure.value]
        if self.after is not None and self.after.value is not None:
            pairs = zip(_stated(self.before), _stated(self.after), _stated(figure), strict=True)
            parts += [told for then, now, told in pairs if then != now]
        return " ".join(filter(None, parts))

    @property
    def is_change(self) -> bool:
        return self.old != self.new or self.is_hidden

    @property
    def is_rounding(self) -> bool:
        return self.old != self.new and are_same(self.old, self.new)


def _stated(figure: FrozenFigure) -> tuple[str | None, ...]:
    """Return what a revision states beside the value, where it differs."""
    return figure.unit, figure.status, figure.territory, figure.source


def are_same(one: str, other: str) -> bool:
    """Return whether two texts state the same: word for word, or as numbers."""
    numbers = is_number(one) and is_number(other)
    return one == other or (numbers and float(one) == float(other))


def check_silent_revisions(publication: Publication) -> Iterator[Problem]:
    """Each figure of the newest edition is as it was, or revisions lead to what it is."""
    if not publication.editions:
        return
    edition, as_of = publication.editions[-1], publication.record.as_of
    for city in publication.cities.values():
        if city.id in edition.figures and not city.is_under_embargo(as_of):
            changes = _changes(publication, city, edition)
            yield from _judge(city, edition, changes, as_of)
            yield from _judge_keys(city, edition, changes)


def _changes(publication: Publication, city: City, edition: Edition) -> list[Change]:
    """Return every published figure with what it is now.

    A figure whose source or territory goes by another name is the same where only one can be.
    """
    now = {row.key: row for row in frozen_figures(publication.framework, city)}
    before = [row for row in edition.figures[city.id] if row.value is not None]
    known = {row.key for row in before}
    others: dict[str, list[FrozenFigure]] = {}
    for key, row in now.items():
        if key not in known:
            others.setdefault(_short(key), []).append(row)
    lost: dict[str, int] = {}
    for row in before:
        if row.key not in now:
            lost[_short(row.key)] = lost.get(_short(row.key), 0) + 1

    def found(row: FrozenFigure) -> FrozenFigure | None:
        short = _short(row.key)
        alone = len(others.get(short, ())) == 1 and lost.get(short) == 1
        return now.get(row.key) or (others[short][0] if alone else None)

    return [Change(row, found(row)) for row in before]


def _short(key: str) -> str:
    return "|".join(key.split("|")[: -OBSERVATIONS.omitted])


def _judge(
    city: City, edition: Edition, changes: Sequence[Change], as_of: str
) -> Iterator[Problem]:
    rows = [row for row in city.revisions if row.table == TABLE and _is_of(row, edition)]
    for change in changes:
        own = sorted((row for row in rows if _names(row, change)), key=lambda row: row.date)
        if own:
            yield from _judge_rows(city, edition, change, own)
        elif change.is_change:
            yield _missing(city, edition, change, as_of)


def _is_of(row: Revision, edition: Edition) -> bool:
    """Return whether a revision changes what an edition published."""
    if row.edition is None:
        return row.date >= edition.manifest.as_of
    return row.edition == edition.name


def _names(row: Revision, change: Change) -> bool:
    """Return whether a revision names a figure by its key of then or of now, short or whole."""
    return is_named(row.key, [one.key for one in (change.before, change.after) if one is not None])


def _judge_rows(
    city: City, edition: Edition, change: Change, rows: Sequence[Revision]
) -> Iterator[Problem]:
    """The first row begins with what was published, each with the one before; the last is now."""
    expected, known = change.old, f"edition {edition.name}"
    for row in rows:
        if not are_same(row.old or "", expected):
            yield cell_problem(
                Code.REVISION_OLD, city.revisions, row, "old", "", expected,
                known=known, old=expected or GONE,
            )  # fmt: skip
        expected, known = row.new or "", row.date
    if not are_same(expected, change.new):
        yield cell_problem(
            Code.REVISION_NEW, city.revisions, rows[-1], "new", "", change.new,
            now=change.new or GONE,
        )  # fmt: skip


def _judge_keys(city: City, edition: Edition, changes: Sequence[Change]) -> Iterator[Problem]:
    """A revision of a figure of the edition names one that it published, perhaps as it is now."""
    renamed = [change.after.key for change in changes if change.after is not None]
    published = {*edition.keys_of(city.id), *renamed}
    for row in city.revisions:
        if row.table == TABLE and row.edition == edition.name:
            now = named_rows(city.tables_in(TABLE), row.key)
            if now and not is_named(row.key, published):
                yield cell_problem(
                    Code.REVISION_FIGURE, city.revisions, row, "key", edition=edition.name
                )


def _missing(city: City, edition: Edition, change: Change, as_of: str) -> Problem:
    """Return the problem of a figure that changed in silence, with the row to write."""
    code = Code.REVISION_ROUNDING if change.is_rounding else Code.REVISION_MISSING
    table = city.observations
    line = change.after.line if change.after else 1
    number = table.column_number("value") if change.after else None
    character = table.character(line, number) if number else None
    place = Place(table.file, line, number, character, "value" if number else None)
    header = city.revisions.header or tuple(column.name for column in REVISIONS.columns)
    key = change.after.key if change.after else change.before.key
    cells = {
        "table": TABLE, "key": key, "old": change.old, "new": change.new,
        "reason": CORRECTION, "date": as_of, "edition": edition.name,
    }  # fmt: skip
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([cells.get(name, "") for name in header])
    old, now = change.old or change.before.value or "", change.new or GONE
    if change.is_hidden:
        now = CONFIDENTIAL
    values = {"edition": edition.name, "old": old, "now": now, "header": ",".join(header)}
    return Problem(code, place, change.new or key, written.getvalue(), values, key)
