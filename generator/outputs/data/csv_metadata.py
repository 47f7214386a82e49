"""CSV on the Web (W3C): what the columns of a CSV file are, and where that is said.

A schema stands beside each Frictionless one. Each folder with CSV files has `csv-metadata.json`,
where programs look for it, which names the schema of every file.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.model.framework_records import PublicationRecord
from generator.model.tables import PATTERNS, Cell, Column
from generator.outputs.data.listed_files import Listed

CONTEXT = "http://www.w3.org/ns/csvw"
FILE = "csv-metadata.json"
FRICTIONLESS, ENDING = ".schema.json", ".csvw.json"
BASES: Mapping[Cell, str] = {
    Cell.NUMBER: "decimal",
    Cell.INTEGER: "integer",
    Cell.YEAR: "gYear",
    Cell.YES_NO: "boolean",
    Cell.URL: "anyURI",
}
"""The type of a cell; what is not here is a string. A date may be a year or a month only."""


def csvw_schema(columns: Sequence[Column], key: Sequence[str]) -> Mapping[str, object]:
    """Return the description of the columns of a table."""
    described = [_column(column) for column in columns]
    return {"@context": CONTEXT, "@type": "Schema", "columns": described, "primaryKey": list(key)}


def _column(column: Column) -> Mapping[str, object]:
    base = BASES.get(column.cell, "string")
    kind: dict[str, object] = {"base": base}
    if column.cell is Cell.YES_NO:
        kind["format"] = "yes|no"
    elif column.cell in PATTERNS:
        kind["format"] = PATTERNS[column.cell]
    limits = {"minimum": column.minimum, "maximum": column.maximum}
    kind |= {name: limit for name, limit in limits.items() if limit is not None}
    described: dict[str, object] = {
        "name": column.name,
        "titles": column.name,
        "datatype": kind if len(kind) > 1 else base,
        "required": column.filled,
    }
    if column.about:
        described["dc:description"] = column.about
    if column.cell is Cell.LIST:
        described["separator"] = "; "
    return described


def csvw_path(schema: str) -> str:
    """Return the path of a schema by that of the Frictionless one."""
    return f"{schema.removesuffix(FRICTIONLESS)}{ENDING}"


def folder_metadata(
    record: PublicationRecord, listed: Sequence[Listed]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield, for each folder with CSV files, the path of its metadata and their content."""
    folders: dict[PurePosixPath, list[Listed]] = {}
    for file in listed:
        if file.schema:
            folders.setdefault(PurePosixPath(file.path).parent, []).append(file)
    for folder, files in sorted(folders.items()):
        above = "../" * len(folder.parts)
        tables = [
            {
                "url": PurePosixPath(file.path).name,
                "dc:title": file.title,
                "tableSchema": f"{above}{csvw_path(file.schema)}",
            }
            for file in files
        ]
        yield (
            (folder / FILE).as_posix(),
            {
                "@context": [CONTEXT, {"@language": record.languages[0]}],
                "@type": "TableGroup",
                "dc:title": record.title,
                "dc:license": {"@id": record.licence.content_address},
                "dc:modified": record.as_of,
                "tables": tables,
            },
        )
