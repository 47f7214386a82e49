"""Tables as JSON: JSON-stat 2.0 and 1.x, the answer of PxWeb, and lists of records.

JSON-stat: the figures stand in one list, the last dimension running fastest; `size` and `id`
(1.x: below `dimension`) say how many categories each has (json-stat.org/full). PxWeb: `columns`
with a code and a type (t time, d dimension, c content) and `data` with `key` and `values`. Socrata
gives a list of records, CKAN one below `result.records`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from generator.editing.exchange.foreign_table import PERIOD, VALUE, ForeignTable, NotRecognised
from generator.model.foreign_columns import usual_of

MOST_FIGURES = 1_000_000
"""Number of figures of a file that are read."""

STATUS = "status"


def read_json_table(data: bytes, name: str) -> ForeignTable:
    """Return the table of a JSON text; raise `NotRecognised` if it is none."""
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        raise NotRecognised("no-json") from None
    try:
        return _table_of(document, name)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        if isinstance(error, NotRecognised):
            raise
        raise NotRecognised("json-part") from None


def _table_of(document: Any, name: str) -> ForeignTable:
    if isinstance(document, list):
        return _of_records("socrata", document, name)
    if "columns" in document and "data" in document:
        return _of_pxweb(document, name)
    if "result" in document:
        return _of_records("ckan", document["result"]["records"], name)
    if "dimension" in document and "value" in document:
        return _of_json_stat(document, name)
    inner = [part for part in document.values() if isinstance(part, dict) and "dimension" in part]
    if len(inner) == 1:
        return _of_json_stat(inner[0], name)
    raise NotRecognised("json-other")


def _of_records(kind: str, records: Sequence[Mapping[str, Any]], name: str) -> ForeignTable:
    """Return a table of records; columns of the portal's own are left out."""
    keys = dict.fromkeys(key for record in records for key in record)
    columns = tuple(key for key in keys if not key.startswith(":") and key != "_id")
    rows = tuple({key: _text(record.get(key)) for key in columns} for record in records)
    if not rows:
        raise NotRecognised("empty")
    return ForeignTable(kind, name, columns, rows, usual_of(columns))


def _of_pxweb(document: Mapping[str, Any], name: str) -> ForeignTable:
    """Return a table of PxWeb; several contents become rows of their own, named in `series`."""
    columns = document["columns"]
    keys = [column["code"] for column in columns if column["type"] in ("d", "t")]
    contents = [column["text"] for column in columns if column["type"] == "c"]
    time = [column["code"] for column in columns if column["type"] == "t"]
    rows = [
        {**dict(zip(keys, map(_text, entry["key"]), strict=True)), "series": content,
         VALUE: _text(value)}
        for entry in document["data"]
        for content, value in zip(contents, entry["values"], strict=True)
    ]  # fmt: skip
    usual = {**usual_of(keys), "series": "series", VALUE: VALUE}
    usual |= {PERIOD: time[0]} if time else {}
    return ForeignTable("pxweb", name, (*keys, "series", VALUE), tuple(rows), usual)


def _of_json_stat(document: Mapping[str, Any], name: str) -> ForeignTable:
    dimension = document["dimension"]
    order = document.get("id") or dimension["id"]
    sizes = [int(size) for size in document.get("size") or dimension["size"]]
    categories = [_categories(dimension[key]["category"]) for key in order]
    total = 1
    for size, names in zip(sizes, categories, strict=True):
        total *= size
        if size != len(names):
            raise NotRecognised("json-sizes")
    if total > MOST_FIGURES:
        raise NotRecognised("too-many", found=str(total), most=str(MOST_FIGURES))
    figures, states = document["value"], document.get("status") or {}
    rows = [
        {**dict(zip(order, texts, strict=True)), VALUE: _figure(figures, place),
         STATUS: _figure(states, place)}
        for place, texts in enumerate(product(*categories))
    ]  # fmt: skip
    usual = {**usual_of(order), VALUE: VALUE, STATUS: STATUS}
    roles = document.get("role") or dimension.get("role") or {}
    usual |= dict(_by_role(roles))
    about = {key: str(document[key]) for key in ("label", "source", "updated") if key in document}
    return ForeignTable("json-stat", name, (*order, VALUE, STATUS), tuple(rows), usual, about)


def _by_role(roles: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    if len(roles.get("time", ())) == 1:
        yield PERIOD, roles["time"][0]
    if len(roles.get("metric", ())) == 1:
        yield "series", roles["metric"][0]


def _categories(category: Mapping[str, Any]) -> list[str]:
    """Return the ids of a dimension in order; a dimension of one category may have a label only."""
    index = category.get("index")
    if isinstance(index, list):
        return [str(key) for key in index]
    if isinstance(index, dict):
        return sorted(index, key=lambda key: int(index[key]))
    return list(category["label"])


def _figure(figures: Any, place: int) -> str:
    """Return the figure at a place: of a list, of a sparse object, or one state for all."""
    if isinstance(figures, str):
        return figures
    if isinstance(figures, dict):
        return _text(figures.get(str(place)))
    return _text(figures[place]) if place < len(figures) else ""


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
