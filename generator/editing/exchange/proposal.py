"""A mapping to complete and sign, from a table that has none: what is sure is filled in."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.editing.exchange.foreign_table import ForeignTable
from generator.model.foreign_columns import SEXES
from generator.model.framework import Framework
from generator.model.observables import Observable
from generator.model.scalars import slug

NEEDED = {"period": "the year", "value": "the figure", "series": "what is measured"}
"""Our columns without which no row is taken, and what they hold."""
LISTED = 60
"""Number of series that a proposal lists."""

OF_ROWS = ("period", "value", "series", "unit", "status", "sex", "age", "district", "note")
"""Our columns that a mapping may name theirs for."""


def proposed(table: ForeignTable, framework: Framework) -> str:
    """Return the text of a mapping as YAML; lines that a person must judge begin with `#`."""
    return "\n".join([*_head(table), *_columns(table), *_series(table, framework), ""])


def _head(table: ForeignTable) -> Iterator[str]:
    title = table.about.get("label") or table.about.get("title") or table.name
    yield f"# A mapping for {_text(table.name)}: complete it, then sign it by name and date."
    yield f"source: {slug(table.about.get('source', '') or table.name) or 'source'}"
    yield f"about: {{title: {_text(title)}, kind: official-statistics}}   # publisher, url"
    yield "# licence: CC BY 4.0"
    yield "# by: who signs"
    yield "# date: the day, such as 2026-11-28"
    yield f"format: {table.format}"


def _columns(table: ForeignTable) -> Iterator[str]:
    known = {our: table.usual[our] for our in OF_ROWS if our in table.usual}
    yield "columns:"
    yield from (f"  {our}: {_text(theirs)}" for our, theirs in known.items())
    for our, about in NEEDED.items():
        if our not in known:
            yield f"# {our}: …   # the column that holds {about}"
    others = [column for column in table.columns if column not in known.values()]
    for column in others:
        words = list(dict.fromkeys(row.get(column, "") for row in table.rows))
        shown = ", ".join(map(_text, words[:6])) + (", …" if len(words) > 6 else "")
        yield f"  # {_text(column)} holds {shown}"
    if others:
        yield "# where: takes only rows with a text in a column, such as the code of your city:"
        yield f"# where: {{{_text(others[0])}: …}}"
    yield from _words(table)


def _words(table: ForeignTable) -> Iterator[str]:
    """Yield our words for theirs; what is not known stands as a note, for a person to judge."""
    sexes, districts = _cells(table, "sex"), _cells(table, "district")
    if not sexes and not districts:
        return
    yield "words:"
    if sexes:
        yield "  sex:   # male, female, other, or total"
    for word in sexes[:LISTED]:
        ours = next((our for our, words in SEXES.items() if word.casefold() in words), "")
        yield f"    {_text(word)}: {ours}" if ours else f"#    {_text(word)}: …"
    if districts:
        shown = ", ".join(map(_text, districts[:6]))
        yield f"#  district: {{…: total}}   # the word for the whole city, of {shown}, …"


def _cells(table: ForeignTable, our: str) -> list[str]:
    """Return what a column of ours holds in their table, each text once, in order of the rows."""
    column = table.usual.get(our)
    cells = dict.fromkeys(row.get(column, "") for row in table.rows) if column else {}
    return [cell for cell in cells if cell]


def _series(table: ForeignTable, framework: Framework) -> Iterator[str]:
    column = table.usual.get("series")
    ids = [row.get(column, "") for row in table.rows] if column else [_of_file(table)]
    names = list(dict.fromkeys(filter(None, ids)))
    yield "series:"
    for name in names[:LISTED]:
        rows = [row for row in table.rows if not column or row.get(column) == name]
        units = _cells(replace(table, rows=tuple(rows)), "unit")
        yield from _one_series(name, list(_candidates(name, framework)), units)
    if len(names) > LISTED:
        yield f"# and {len(names) - LISTED} more series"


def _of_file(table: ForeignTable) -> str:
    return table.name.removeprefix("indicator_")


def _one_series(name: str, candidates: Sequence[Observable], units: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a series; they are notes, since a person must judge what it measures."""
    yield f"#  {_text(name)}:"
    for observable in candidates[:3]:
        yield f"#    observable: {observable.id}   # {observable.name}; in {observable.unit}"
    if not candidates:
        yield "#    observable: …   # none is like it; see content/framework/indicators"
    stated = f"rows say {', '.join(map(_text, units[:3]))}; " if units else ""
    yield f"#    unit: …   # {stated}as in units.csv, and a factor where it is not ours"
    yield "#    comparability: near   # exact, near or proxy"
    yield "#    what_differs: …"


def _candidates(name: str, framework: Framework) -> Iterator[Observable]:
    """Yield the observables with the SDG indicator of a series, or with a word of its name."""
    number = name.replace("-", ".")
    words = {word for word in slug(name).split("-") if len(word) > 3}
    for observable in framework.observables.values():
        record = framework.indicators[observable.indicator]
        goals = {link.indicator for link in record.sdg or ()}
        alike = words & set(slug(observable.name).split("-"))
        if observable.carries_value and (number in goals or alike):
            yield observable


def _text(text: str) -> str:
    """Return a text as YAML writes it in quotation marks."""
    return json.dumps(text, ensure_ascii=False)
