"""SDMX-ML to a table: data messages 2.1 and 3.0, generic and structure-specific, by pysdmx.

The text is untrusted: it is parsed without entities, without a document type and without the
network, and only what this gives goes on to pysdmx. Attributes of a series, of a group and of the
whole set stand in each of its rows.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.editing.exchange.foreign_table import ForeignTable, NotRecognised, megabytes
from generator.model.foreign_columns import usual_of

MOST_BYTES = 20_000_000
"""Size of a message that is read: in memory it takes some thirty times as much."""
NAMESPACE = b"sdmx.org/resources/sdmxml"
FORMAT = "sdmx-ml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


def read_xml_table(data: bytes, name: str) -> ForeignTable:
    """Return the table of a data message; raise `NotRecognised` if it is none."""
    bare = data.replace(b"\0", b"")  # as ASCII, also where two bytes make a letter
    if NAMESPACE not in bare:
        raise NotRecognised("xml-other")
    if len(data) > MOST_BYTES:
        raise NotRecognised("too-large", found=megabytes(len(data)), most=megabytes(MOST_BYTES))
    if any(mark in bare for mark in _DECLARED):
        raise NotRecognised("xml-entities")
    rows = tuple(_rows(_parsed(data)))
    columns = tuple(dict.fromkeys(key for row in rows for key in row))
    if not rows or "OBS_VALUE" not in columns:
        raise NotRecognised("sdmx-structure")
    filled = tuple({key: row.get(key, "") for key in columns} for row in rows)
    return ForeignTable(FORMAT, name, columns, filled, usual_of(columns))


def _parsed(data: bytes) -> Any:
    """Return the message of an XML text."""
    try:
        from lxml import etree
        from pysdmx.errors import PysdmxError
        from pysdmx.io import read_sdmx

        # Imported for nothing but to fail here where pandas is missing: pysdmx itself needs it only
        # in the middle of a message, and the editor is to be told of the extra before.
        from pysdmx.io.pd import PandasDataset  # noqa: F401
    except ImportError as problem:
        raise NotRecognised("sdmx-extra", fault=str(problem)) from None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        text = etree.tostring(etree.fromstring(data, parser), encoding="unicode")
    except etree.XMLSyntaxError as error:
        raise NotRecognised("xml-broken", line=str(error.lineno)) from None
    try:
        return read_sdmx(f"{DECLARATION}{text}", validate=False)
    except (PysdmxError, KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise NotRecognised("sdmx-other") from None


def _rows(message: Any) -> Iterator[Mapping[str, str]]:
    """Yield a row for each observation; its own attributes come before those of the set."""
    for dataset in message.data or ():
        of_set = {str(key): _text(value) for key, value in dataset.attributes.items()}
        for record in dataset.data.astype(object).to_dict("records"):
            yield {**of_set, **{str(key): _text(value) for key, value in record.items()}}


def _text(value: object) -> str:
    """Return a value as text; pandas has None or a float that is no number for a missing one."""
    return "" if value is None or value != value else str(value).strip()
