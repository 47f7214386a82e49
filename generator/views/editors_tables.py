"""What an editor writes: the files of a city, and of each table its columns and allowed words.

All of it comes from the records that the check reads by (`model/files.py`), so that a page never
says anything else than the check.
"""

from collections.abc import Mapping
from typing import Any

from generator.model.allowed_paths import most_bytes
from generator.model.files import CITY_FILES, PICTURES, FileKind
from generator.model.tables import FORMS, Cell, Column, TableKind
from generator.views import cell, table, targets
from generator.views.cell import Code, Link
from generator.views.site import Site
from generator.views.table import Table, lay_out
from generator.views.units import unit_label

PAGES = {"observable": "indicators", "indicator-or-data-point": "indicators", "area": "areas"}
"""What a cell refers to -> the page that lists it, where there are too many to name."""

TABLES: Mapping[str, FileKind] = {
    kind.table.name: kind for kind in CITY_FILES if kind.table is not None
}
"""The tables of a city by name, in the order of the list."""


def files_of_city(site: Site) -> Table:
    """Return the files that the folder of a city may hold; tables lead to their pages."""

    def file_cell(kind: FileKind) -> Link | str:
        page = targets.editors(kind.table.name) if kind.table is not None else targets.NOWHERE
        return Link(kind.pattern, page) if kind.table is not None else kind.pattern

    def required(kind: FileKind) -> str:
        return site.say("editors.yes" if kind.required else "editors.no")

    def limit(kind: FileKind) -> str:
        return site.say("editors.size", size=site.language.number(most_bytes(kind) // 1000))

    columns: list[table.Column[FileKind]] = [
        table.Column("file", site.say("editors.file"), file_cell),
        table.Column("about", site.say("editors.holds"), lambda kind: site.in_english(kind.about)),
        table.Column("must", site.say("editors.must"), required),
        table.Column("id", site.say("editors.star"), lambda kind: _id_rule(site, kind)),
        table.Column("limit", site.say("editors.limit"), limit),
    ]
    return lay_out(site.say("editors.caption"), columns, CITY_FILES)


def _id_rule(site: Site, kind: FileKind) -> str:
    """Return what may stand for the star in the name of a file; "" where it has none."""
    if "*" not in kind.pattern:
        return ""
    if not kind.ending:
        return site.say("editors.star-picture", endings=" ".join(PICTURES))
    return site.say("editors.star-year" if kind.of_year else "editors.star-id")


def columns_of_table(site: Site, kind: TableKind[Any]) -> Table:
    """Return the columns of a table: what each holds, how it is written, which words it allows."""

    def filled(one: Column) -> str:
        return site.say("editors.filled" if one.filled else "editors.blank")

    columns: list[table.Column[Column]] = [
        table.Column("column", site.say("editors.column"), lambda one: Code(one.name)),
        table.Column("must", site.say("editors.must"), filled),
        table.Column("about", site.say("editors.holds"), lambda one: about_column(site, one)),
        table.Column("words", site.say("editors.words"), lambda one: _words(site, one)),
    ]
    return lay_out(site.say("editors.columns", table=kind.name), columns, kind.columns)


def about_column(site: Site, one: Column) -> str:
    """Return what a column holds, and how it is written where no list of words tells."""
    form = "" if one.refers or one.cell is Cell.YES_NO else FORMS[one.cell]
    absent = site.say("editors.absent") if one.optional else ""
    told = (site.in_english(text) for text in (one.about, form) if text)
    return " ".join(filter(None, (*told, absent)))


def _words(site: Site, one: Column) -> cell.Cell:
    """Return the words that a cell may hold: each with its name, or the page that lists them."""
    if one.refers in PAGES:
        page = PAGES[one.refers]
        return Link(site.say(f"section.{page}"), targets.page(page))
    return _listed(site, words_of_column(site, one))


def words_of_column(site: Site, one: Column) -> Mapping[str, str]:
    """Return the closed list of a column, each word with its name; none where it has no list."""
    framework = site.publication.framework
    if one.cell is Cell.YES_NO:
        return {"yes": "", "no": ""}
    kind, _, vocabulary = one.refers.partition(":")
    if vocabulary:
        return framework.words.get(vocabulary, {})
    closed: Mapping[str, Mapping[str, str]] = {
        "status": {row.status: row.label for row in framework.statuses},
        "quality": {row.quality: row.name for row in framework.qualities},
        "unit": {row.unit: unit_label(site, row.unit) for row in framework.units},
        "context-variable": {row.variable: row.name for row in framework.context_variables},
        "governance-item": {row.item: row.name for row in framework.governance_items},
    }
    return closed.get(kind, {})


def _listed(site: Site, words: Mapping[str, str]) -> str:
    """Return words with the names by which readers know them, where these say more."""
    return site.language.by_semicolons(
        f"{word} ({name})" if name and name.casefold() != word.casefold() else word
        for word, name in words.items()
    )
