"""A folder of known files: each read by its kind; unknown and misspelt ones reported."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from generator.model.allowed_paths import YEAR, is_well_named, without_case
from generator.model.files import FileKind, kind_of
from generator.model.records import Document
from generator.model.scalars import is_name, slug
from generator.model.tables import Table, TableKind
from generator.problems import Code, Place, Problems
from generator.read.csv_tables import read_table
from generator.read.documents import read_document, read_documents
from generator.read.folders import list_files, relative

ENDINGS = {"yaml": "yml", "markdown": "md"}
"""Other endings of the kinds of files that are read."""


@dataclass
class FolderContents:
    """What a folder holds, by path in the folder."""

    folder: Path
    root: Path
    tables: dict[str, Table[Any]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    torn: dict[str, Document] = field(default_factory=dict)
    """Documents without a record."""
    others: dict[str, Path] = field(default_factory=dict)
    listed: dict[str, Path] = field(default_factory=dict)
    """Files that nobody asked to open."""
    lacking: list[FileKind] = field(default_factory=list)
    """Kinds of which there is no file, under another name neither."""

    def table(self, kind: TableKind[Any], name: str = "") -> Table[Any]:
        """Return the table of a kind; an empty one if the folder has no such file."""
        path = name or f"{kind.name}.csv"
        file = relative(self.folder / path, self.root)
        return self.tables.get(path, Table(kind, file))

    def open(self, name: str, kinds: tuple[FileKind, ...], problems: Problems) -> None:
        """Read a file that was only listed."""
        kind = kind_of(name, kinds)
        if kind is not None:
            _read_file(self.listed.pop(name), name, kind, self, problems)

    def below(self, prefix: str, found: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in found.items() if name.startswith(prefix)}


def read_folder(
    folder: Path,
    root: Path,
    kinds: tuple[FileKind, ...],
    problems: Problems,
    listed: tuple[str, ...] = (),
    shared: Collection[str] = (),
) -> FolderContents:
    """Read every file of a folder whose kinds are known; those in folders `listed` stay shut.

    For files that are `shared` something stands in where they are missing.
    """
    contents = FolderContents(folder, root)
    names: dict[str, FileKind] = {}
    unknown: list[str] = []
    for path in list_files(folder, root, problems):
        name = relative(path, folder)
        kind = kind_of(name, kinds)
        if kind is None:
            unknown.append(name)
            continue
        names[name] = kind
        if name.startswith(listed):
            contents.listed[name] = path
            continue
        _read_file(path, name, kind, contents, problems)
    for name in sorted(names):
        _judge_name(name, names[name], names.keys(), contents, problems)
    meant = _report_unknown(unknown, contents, kinds, set(names), problems)
    there = {*names, *meant}
    contents.lacking = [
        kind for kind in kinds if not kind.has_several and kind.pattern not in there
    ]
    for kind in kinds:
        if kind.required and kind.pattern not in there and kind.pattern not in shared:
            place = Place(relative(folder / kind.pattern, root))
            problems.add(Code.FILE_MISSING, place, "", kind.pattern)
    return contents


def _read_file(
    path: Path, name: str, kind: FileKind, contents: FolderContents, problems: Problems
) -> None:
    root = contents.root
    if kind.table is not None:
        contents.tables[name] = read_table(path, root, kind.table, problems)
        return
    if kind.record is not None:
        document = read_document(path, root, kind.record, problems)
    elif kind.records is not None:
        document = read_documents(path, root, kind.records, problems)
    else:
        contents.others[name] = path
        return
    if document is not None:
        kept = contents.torn if document.record is None else contents.documents
        kept[name] = document


def _judge_name(
    name: str,
    kind: FileKind,
    present: Collection[str],
    contents: FolderContents,
    problems: Problems,
) -> None:
    """Where the name of a file holds an id, it must be one: it becomes part of an address."""
    place = Place(relative(contents.folder / name, contents.root))
    if is_well_named(name, kind):
        if not kind.ending:  # an id has no capitals
            _judge_clash(name, present, place, problems)
        return
    of_year, (stem, ending) = kind.of_year, kind.parts_of(name) or _parts_of_picture(name)
    folder = Path(name).parent.as_posix()
    meant = "".join(YEAR.findall(stem)[:1]) if of_year else slug(stem)
    taken = {path.removeprefix(f"{folder}/").removesuffix(ending) for path in present}
    meant = free_name(meant, taken)
    found = name.removeprefix(f"{folder}/")
    values = {"reason": "year"} if of_year else {}
    problems.add(Code.FILE_NAME, place, found, f"{meant}{ending}" if meant else "", **values)


def _judge_clash(name: str, present: Collection[str], place: Place, problems: Problems) -> None:
    """Two pictures are one file on a system that does not tell capitals apart."""
    same = without_case(name)
    others = sorted(one for one in present if one < name and without_case(one) == same)
    if others:
        problems.add(Code.FILE_CLASH, place, name, others[0])


def _parts_of_picture(name: str) -> tuple[str, str]:
    path = PurePosixPath(name)
    return path.stem, path.suffix


def free_name(meant: str, taken: Collection[str]) -> str:
    """Return a name that can be one, and that nothing else has; empty if nothing is meant."""
    while meant and (not is_name(meant) or meant in taken):
        meant += "-2"
    return meant


def free_path(path: str, present: Collection[str]) -> str:
    """Return a path that no other file has; an id in a known folder is made another one."""
    while path in present:
        stem, dot, ending = path.rpartition(".")
        path = f"{stem}-2{dot}{ending}"
    return path


def _in_plain_letters(name: str) -> str:
    """Return the path with folder and ending as they are read: small, `.yml`, `.md`."""
    folder, slash, file = name.rpartition("/")
    stem, dot, ending = file.rpartition(".")
    plain = ENDINGS.get(ending.lower(), ending.lower())
    return f"{folder.lower()}{slash}{stem}{dot}{plain}"


def _is_copy(name: str, of: str) -> bool:
    """Return whether a name is that of a numbered copy, such as `observations (1).csv`."""
    stem, dot, ending = of.rpartition(".")
    return name.lower().startswith(stem) and name.endswith(dot + ending)


def _report_unknown(
    unknown: list[str],
    contents: FolderContents,
    kinds: tuple[FileKind, ...],
    present: set[str],
    problems: Problems,
) -> set[str]:
    """What is not known is an error: nobody reads it, and a program might run it.

    A copy that a browser or a person has numbered only warns: it holds what the table beside it
    held. Returns the names that the misspelt ones mean.
    """
    meant: set[str] = set()
    known = [kind.pattern for kind in kinds if not kind.has_several]
    for name in unknown:
        place = Place(relative(contents.folder / name, contents.root))
        plain = _in_plain_letters(name)
        if kind_of(plain, kinds) is None:
            plain = plain.replace("_", "-")
        if plain != name and kind_of(plain, kinds) is not None:
            problems.add(Code.FILE_MISSPELT, place, name, free_path(plain, present))
            meant.add(plain)
            continue
        near = get_close_matches(name.lower(), [*known, *_closed(name, kinds, present)], 1, 0.8)
        if near and near[0] not in present:
            problems.add(Code.FILE_MISSPELT, place, name, near[0])
            meant.add(near[0])
        elif without_case(name) in present:
            problems.add(Code.FILE_CLASH, place, name, without_case(name))
        elif copied := next((one for one in known if one in present and _is_copy(name, one)), ""):
            problems.add(Code.FILE_COPY, place, name, copied)
        else:
            _report_stray(name, place, "".join(near), kinds, present, problems)
    return meant


def _closed(name: str, kinds: tuple[FileKind, ...], present: set[str]) -> list[str]:
    """Return what a file may be called where the names of its folder are a closed list."""
    folder, slash, _ = name.rpartition("/")
    closed = [kind for kind in kinds if slash and (kind.named or kind.of_language)]
    listed = [path for kind in closed for path in kind.paths_in(folder)]
    languages = [kind for kind in closed if kind.of_language]
    here = [path for path in sorted(present) if any(one.matches(path) for one in languages)]
    return listed + here


def _report_stray(
    name: str,
    place: Place,
    near: str,
    kinds: tuple[FileKind, ...],
    present: set[str],
    problems: Problems,
) -> None:
    """Report a file that nobody reads: which name it should have, or in which folder it is read."""
    moved = "" if near else _read_as(name, kinds, present)
    if near or moved:
        whole = place.file.removesuffix(name) + moved
        values = {"reason": "moved", "whole": whole} if moved else {}
        problems.add(Code.FILE_UNKNOWN, place, name, near or moved, **values)
        return
    ending = name[name.rfind(".") :] if "." in name else ""
    folders = [folder for folder, kind in _folders(kinds) if kind.ending == ending]
    values = {"reason": "folder", "known": ", ".join(folders)} if folders else {}
    problems.add(Code.FILE_UNKNOWN, place, name, "", **values)


def _read_as(name: str, kinds: tuple[FileKind, ...], present: set[str]) -> str:
    """Return the path at which a file of a wrong folder is read; "" if there is none, or several.

    It lies deeper than it should, has the name of the folder in its own, or belongs to a file that
    lies there.
    """
    file = name.rpartition("/")[2]
    stem = file.partition(".")[0]
    paths = []
    for folder, kind in _folders(kinds):
        named = re.match(rf"{re.escape(folder.removesuffix('s/'))}s?[-_ ]+", file)
        bare = file[named.end() :] if named else file
        path = f"{folder}{bare}"
        beside = any(one.startswith(f"{folder}{stem}.") for one in present)
        if kind.matches(path) and (name.startswith(folder) or bare != file or beside):
            paths.append(path)
    return paths[0] if len(paths) == 1 and paths[0] not in present else ""


def _folders(kinds: tuple[FileKind, ...]) -> list[tuple[str, FileKind]]:
    """Return the folders, with `/`, whose files have names of their own, and what they hold."""
    parts = [(kind.pattern.partition("*"), kind) for kind in kinds]
    return [
        (before, kind)
        for (before, _, ending), kind in parts
        if before.endswith("/") and ending == kind.ending != ""
    ]
