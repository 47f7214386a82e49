"""What a newer generator asks for, written into a publication: added below what is there.

Nothing that the publisher has is changed. Labels, words of lists, sources and tables are added;
of the files that came with the generator those are renewed that stand as it wrote them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import resources
from generator.editing.csv_text import CsvText, NotPlain, parse_csv
from generator.editing.file_changes import FileChange
from generator.editing.own_publication import (
    LEDGER,
    checksum,
    read_ledger,
    repository_files,
    written_ledger,
)
from generator.frozen import dataclass
from generator.model.files import CONTENT_FILES, kind_of
from generator.model.glossary_records import GLOSSARY
from generator.model.tables import TableKind
from generator.problems import Problems
from generator.read.folder_contents import FolderContents, read_folder
from generator.read.shared_tables import lacking_in, shared_paths
from generator.read.yaml_nodes import read_yaml

LABELS = "content/labels"
BLOCK = re.compile(r"^[^\s#][^\n]*(?:\n[ ]+[^\n]*)*", re.MULTILINE)
"""A label with all forms of it, as a file of labels writes it."""


@dataclass(frozen=True)
class Upgrade:
    """What is to be written, and the files that the publisher has changed: they stay."""

    changes: tuple[FileChange, ...]
    left: tuple[str, ...]


def upgrade(root: Path) -> Upgrade:
    """Return what a publication lacks of what this generator ships.

    Raises:
        OSError: a file cannot be read.
    """
    left: list[str] = []
    contents = read_folder(
        root / "content", root, CONTENT_FILES, Problems(), (), shared_paths(root)
    )
    changes = [
        *_tables(contents, left), *_labels(contents, left), *_renewed(root, left),
    ]  # fmt: skip
    return Upgrade(tuple(one for one in changes if one.is_change), tuple(left))


def _tables(contents: FolderContents, left: list[str]) -> Iterator[FileChange]:
    """Yield tables that are missing, and those that lack rows."""
    lacking = lacking_in(contents)
    whole = {kind.pattern for kind in lacking.whole}
    for path, rows in lacking.rows.items():
        file = f"content/{path}"
        shipped = _text(resources.shipped(file))
        if path in whole:
            yield FileChange(file, None, shipped)
            continue
        old = _text_or_none(contents.root / file)
        try:
            kind = kind_of(path, CONTENT_FILES)
            assert kind is not None and kind.table is not None
            new = _with_rows(parse_csv(old or ""), parse_csv(shipped), kind.table, rows)
        except NotPlain:
            left.append(file)
            continue
        yield FileChange(file, old, new)


def _with_rows(
    table: CsvText, shipped: CsvText, kind: TableKind[Any], rows: tuple[Any, ...]
) -> str:
    """Return the text of a table with rows of the shipped one below its own."""
    cells = [shipped.named(record) for record in shipped.records]
    by_key = {"|".join(row[name] for name in kind.key): row for row in cells}
    added = [table.new_record(by_key[kind.key_of(row)]) for row in rows]
    return CsvText(table.mark, table.head, (*table.records, *added)).text


def _labels(contents: FolderContents, left: list[str]) -> Iterator[FileChange]:
    """Yield the files of labels that lack some which the package has in the same language."""
    document = contents.documents.get("publication.yml")
    languages = document.record.languages if document else ()
    for path in sorted(resources.shipped(LABELS).glob("*.yml")):
        file, shipped = f"{LABELS}/{path.name}", _text(path)
        own = contents.root / file
        if not own.exists():
            if path.stem in languages or file == f"content/{GLOSSARY}":
                yield FileChange(file, None, shipped)
            continue
        if file == f"content/{GLOSSARY}":
            continue
        old = _text_or_none(own)
        tree = read_yaml(old.removeprefix("\ufeff"), file, Problems()) if old else None
        if old is None or tree is None or not tree.whole or not isinstance(tree.content, dict):
            left.append(file)
            continue
        blocks = BLOCK.findall(shipped)
        added = [block for block in blocks if block.partition(":")[0] not in tree.content]
        if added:
            yield FileChange(file, old, _with_lines(old, added))


def _with_lines(text: str, blocks: list[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    below = "".join(f"{block}\n" for block in blocks).replace("\n", end)
    return text + ("" if text.endswith("\n") else end) + below


def _renewed(root: Path, left: list[str]) -> Iterator[FileChange]:
    """Yield the files that came with the generator and are as it wrote them, and its table."""
    path = root / LEDGER
    if not path.is_file():
        return
    text = _text_or_none(path)
    try:
        known = read_ledger(text or "")
    except NotPlain:
        left.append(LEDGER)
        return
    for file, data in repository_files().items():
        place = root / file
        if not place.exists() and file in known:
            continue
        old = _text_or_none(place) if place.exists() else None
        if not place.exists() or (old is not None and checksum(old.encode()) == known.get(file)):
            yield FileChange(file, old, data.decode())
        elif old is None or old.encode() != data:
            left.append(file)
            continue
        known[file] = checksum(data)
    yield FileChange(LEDGER, text, written_ledger(known))


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def _text_or_none(path: Path) -> str | None:
    """Return the text of a file as it stands, None if it is in no UTF-8 or no file."""
    try:
        return _text(path) if path.is_file() else None
    except UnicodeDecodeError:
        return None
