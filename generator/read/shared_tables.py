"""What the package stands in with where a publication lacks what a newer generator asks for.

Tables of facts that all publications share, closed lists, and the glossary are taken from the
package where a publication has none; a problem names each. What a publication has, if only a
header, is its own.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from generator import resources
from generator.frozen import dataclass
from generator.model.city_tables import SOURCES
from generator.model.files import CONTENT_FILES, FileKind
from generator.model.framework_tables import VOCABULARIES
from generator.model.glossary_records import GLOSSARY, Term
from generator.model.tables import Row, Table
from generator.problems import Code, Place, Problems
from generator.read.csv_tables import read_table
from generator.read.documents import read_documents
from generator.read.folder_contents import FolderContents

WORDS = f"framework/{VOCABULARIES.name}.csv"
CITED = f"framework/{SOURCES.name}.csv"


@dataclass(frozen=True)
class Shared:
    """What the package adds to a publication: rows of the package's tables, by path of the table.

    `whole` are the tables that the publication has no file of.
    """

    rows: dict[str, tuple[Any, ...]]
    whole: tuple[FileKind, ...]


def shared_paths(root: Path) -> Collection[str]:
    """Return the paths in `content/` for which the package can stand in; none in a checkout."""
    shipped = resources.shipped("content")
    if (root / "content").resolve() == shipped.resolve():
        return ()
    return [
        kind.pattern
        for kind in CONTENT_FILES
        if kind.is_shared and (shipped / kind.pattern).is_file()
    ]


def lacking_in(contents: FolderContents) -> Shared:
    """Return what the package has and a publication lacks; what lacks a source brings it along."""
    possible = shared_paths(contents.root)
    whole = tuple(kind for kind in contents.lacking if kind.pattern in possible)
    rows = {kind.pattern: _shipped(kind.pattern).rows for kind in whole}
    own = contents.tables.get(WORDS)
    if own is not None and not own.lost and WORDS in possible:
        lists = {row.vocabulary for row in (*own.rows, *own.torn)}
        rows[WORDS] = tuple(row for row in _shipped(WORDS) if row.vocabulary not in lists)
    known = contents.tables.get(CITED)
    if known is not None and CITED in possible:
        there = {row.source for row in (*known.rows, *known.torn)}
        cited = {source for added in rows.values() for row in added for source in _cited(row)}
        rows[CITED] = tuple(row for row in _shipped(CITED) if row.source in cited - there)
    return Shared({path: added for path, added in rows.items() if added}, whole)


def stand_in(contents: FolderContents, problems: Problems) -> None:
    """Add to what was read what the publication lacks; a problem names each table and list."""
    lacking = lacking_in(contents)
    for path, rows in lacking.rows.items():
        file = f"content/{path}"
        own = contents.tables.get(path, Table(_kind(path), file))
        contents.tables[path] = replace(own, rows=(*own.rows, *rows))
    for kind in lacking.whole:
        problems.add(Code.FILE_SHIPPED, Place(f"content/{kind.pattern}"), "", kind.pattern)
    if all(kind.pattern != WORDS for kind in lacking.whole):
        for name in dict.fromkeys(row.vocabulary for row in lacking.rows.get(WORDS, ())):
            problems.add(Code.LIST_SHIPPED, Place(f"content/{WORDS}"), "", name)


def stand_in_glossary(contents: FolderContents, problems: Problems) -> None:
    """Give a publication without a glossary that of the package; also one that holds data only."""
    lacks = any(kind.pattern == GLOSSARY for kind in contents.lacking)
    if not lacks and not resources.is_shipped_only():
        return
    file = resources.shipped(f"content/{GLOSSARY}")
    document = read_documents(file, file.parents[2], Term, Problems())
    if document is not None:
        contents.documents[GLOSSARY] = document
    if lacks:
        problems.add(Code.FILE_SHIPPED, Place(f"content/{GLOSSARY}"), "", GLOSSARY)


@cache
def _shipped(path: str) -> Table[Any]:
    """Return a table of the package, which stays as it is while a process lasts."""
    file = resources.shipped(f"content/{path}")
    return read_table(file, file.parents[2], _kind(path), Problems())


def _kind(path: str) -> Any:
    return next(kind.table for kind in CONTENT_FILES if kind.pattern == path)


def _cited(row: Row) -> Iterator[str]:
    named = getattr(row, "source", None) or ()
    yield from (named,) if isinstance(named, str) else named
